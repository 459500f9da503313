// How states are called in Chinese, where refusals name them; each refusal says the state there is and those it takes.
import { type CompetitionState, type EntryState, type ProjectStatus, type Refusal, refuse } from '@jiangong/contracts';

const competition: Record<CompetitionState, string> = {
  announced: '已公布',
  launched: '已启动',
  closed: '已结束',
  cancelled: '已取消',
};
const entry: Record<EntryState, string> = {
  registered: '已报名',
  accepted: '已受理',
  rejected: '未受理',
  withdrawn: '已退出',
};
export const statusWords: Record<ProjectStatus, string> = {
  'not-started': '未开工',
  'under-construction': '在施',
  suspended: '停工',
  completed: '竣工',
};

export const wrongCompetitionState = (state: CompetitionState, ...needed: CompetitionState[]): Refusal =>
  refuse('competition-state', {
    state,
    stateZh: competition[state],
    needed: needed.join(' / '),
    neededZh: needed.map((each) => competition[each]),
  });

export const wrongEntryState = (name: string, state: EntryState, ...needed: EntryState[]): Refusal =>
  refuse('entry-state', {
    name,
    state,
    stateZh: entry[state],
    needed: needed.join(' / '),
    neededZh: needed.map((each) => entry[each]),
  });
