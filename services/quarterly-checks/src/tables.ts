// The lists of quarterly checks as tables. Competitions, tracks and periods are called by their names.
import {
  type AppealView,
  type checkSummary,
  type correctionsView,
  type evaluationRevisionView,
  type evaluationView,
  type Moved,
  type publicationView,
  type Read,
  type reviewView,
  type roundSummary,
  type selfScoreView,
  valueLabels,
} from '@jiangong/contracts';
import { listTable, rowsById } from '@jiangong/service-kit';
import type { z } from 'zod';
import { launchedOf } from './assemble.ts';

type Check = z.infer<typeof checkSummary>;
type Review = z.infer<typeof reviewView>;
type Evaluation = z.infer<typeof evaluationView>;
type Revision = z.infer<typeof evaluationRevisionView>;
type Correction = z.infer<typeof correctionsView>['items'][number];
type Publication = z.infer<typeof publicationView>;
interface Page<T> {
  items: readonly T[];
}
interface Reading {
  read: Read;
}
interface OnTrack {
  competition: string;
  track: string;
}

/** What the competitions of a page call themselves, their tracks and their periods. */
async function namesOf({ items }: Page<{ competition: string }>, read: Read) {
  const rows = await rowsById(
    items.map(({ competition }) => competition),
    (id) => launchedOf(id, read),
  );
  const trackOf = ({ competition, track }: OnTrack) =>
    rows.get(competition)?.tracks.find((each) => each.track === track);
  return {
    competition: ({ competition }: { competition: string }) => rows.get(competition)?.name,
    track: (row: OnTrack) => trackOf(row)?.label ?? row.track,
    period: (row: OnTrack & { period: string | null }) =>
      row.period === null ? '年度' : trackOf(row)?.periods.find(({ id }) => id === row.period)?.label,
  };
}
/** Who moved in a revision; one that moved nobody is a row all the same. */
const movedIn = <R extends { moves: readonly Moved[] }>(revision: R): { revision: R; move?: Moved }[] =>
  revision.moves.length > 0 ? revision.moves.map((move) => ({ revision, move })) : [{ revision }];
const placed = ({ place, score }: { place: number | null; score: number | null }) =>
  place === null ? '未列名次' : `第 ${place} 名（${score ?? '—'} 分）`;

export const tables = {
  rounds: listTable<z.infer<typeof roundSummary>>('检查轮次', [
    ['竞赛', ({ competitionName }) => competitionName],
    ['赛道', ({ trackLabel }) => trackLabel],
    ['检查期', ({ period }) => period.label],
    ['开始', ({ period }) => period.from, 'date'],
    ['结束', ({ period }) => period.to, 'date'],
    ['状态', ({ status }) => valueLabels.round[status]],
    ['参赛单位数', ({ entrants }) => entrants],
  ]),
  async checks(page: Page<Check>, { read }: Reading) {
    const names = await namesOf(page, read);
    return listTable<Check>('检查', [
      ['竞赛', names.competition],
      ['赛道', names.track],
      ['检查期', ({ period }) => period.label],
      ['单位编码', ({ entrant }) => entrant.code],
      ['单位', ({ entrant }) => entrant.name],
      ['状态', ({ status }) => valueLabels.check[status]],
      ['得分', ({ score }) => score, 'score'],
      ['已提交评分表', ({ sheets }) => sheets.filter(({ status }) => status === 'submitted').length],
      ['评分表', ({ sheets }) => sheets.length],
      ['否决情形', ({ vetoes }) => vetoes.length],
      ['须更正', ({ correctionDue }) => (correctionDue ? '是' : '')],
    ])(page);
  },
  async appeals(page: Page<AppealView>, { read }: Reading) {
    const names = await namesOf(page, read);
    return listTable<AppealView>('申诉', [
      ['竞赛', names.competition],
      ['单位编码', ({ entrant }) => entrant.code],
      ['单位', ({ entrant }) => entrant.name],
      ['申诉内容', ({ itemLabel }) => itemLabel],
      ['理由', ({ reason }) => reason],
      ['提出日期', ({ at }) => at, 'date'],
      ['答复期限', ({ answerBy }) => answerBy, 'date'],
      ['状态', ({ status }) => valueLabels.appeal[status]],
      ['处理意见', ({ decided }) => decided?.finding],
    ])(page);
  },
  async reviews(page: Page<Review>, { read }: Reading) {
    const names = await namesOf(page, read);
    return listTable<Review>('年终评审', [
      ['竞赛', names.competition],
      ['赛道', names.track],
      ['单位编码', ({ entrant }) => entrant.code],
      ['单位', ({ entrant }) => entrant.name],
      ['已登记指标数', ({ marks }) => Object.keys(marks).length],
    ])(page);
  },
  async evaluations(page: Page<Evaluation>, { read }: Reading) {
    const names = await namesOf(page, read);
    return listTable<Evaluation>('年终考评', [
      ['竞赛', names.competition],
      ['赛道', names.track],
      ['版次', ({ revision }) => revision],
      ['荣誉', ({ honours }) => honours.map(({ label }) => label).join('、')],
      ['更正理由', ({ reason }) => reason],
      ['重新开启的检查', ({ reopened }) => reopened.map(({ periodLabel }) => periodLabel).join('、')],
    ])(page);
  },
  evaluationRevisions: ({ items }: Page<Revision>) =>
    listTable<{ revision: Revision; move?: Moved }>('历次更正', [
      ['版次', ({ revision }) => revision.revision],
      ['理由', ({ revision }) => revision.reason],
      ['更正的成绩', ({ revision }) => revision.causes.map(({ label }) => label).join('、')],
      ['单位编码', ({ move }) => move?.code],
      ['单位', ({ move }) => move?.name],
      ['原名次', ({ move }) => move && placed(move.before)],
      ['现名次', ({ move }) => move && placed(move.after)],
    ])({ items: items.flatMap(movedIn) }),
  corrections: ({ items }: Page<Correction>) =>
    listTable<{ revision: Correction; move?: Moved }>('更正', [
      ['版次', ({ revision }) => revision.revision],
      ['理由', ({ revision }) => revision.reason],
      ['单位编码', ({ move }) => move?.code],
      ['单位', ({ move }) => move?.name],
      ['原名次', ({ move }) => move && placed(move.before)],
      ['现名次', ({ move }) => move && placed(move.after)],
    ])({ items: items.flatMap(movedIn) }),
  selfScore: listTable<z.infer<typeof selfScoreView>['items'][number]>('自评与部门评分对照', [
    ['指标', ({ label }) => label],
    ['部门', ({ departmentLabel }) => departmentLabel],
    ['满分', ({ most }) => most],
    ['自评得分', ({ self }) => self?.points],
    ['部门评分', ({ sheet }) => sheet?.points],
  ]),
  async publications(page: Page<Publication>, { read }: Reading) {
    const names = await namesOf(page, read);
    return listTable<Publication>('成绩公布情况', [
      ['竞赛', names.competition],
      ['赛道', names.track],
      ['检查期', names.period],
      ['公布', ({ to }) => valueLabels.publication[to]],
      ['已冻结', ({ frozen }) => (frozen ? '是' : '')],
      ['理由', ({ reason }) => reason],
      ['申诉截止', ({ appeals }) => appeals?.lastDay, 'date'],
    ])(page);
  },
};
