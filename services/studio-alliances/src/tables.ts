// The lists of studios and alliances as tables, but those whose columns are an import's.
import {
  type AllianceAnswer,
  type DutyBoardLine,
  type directoryAnswer,
  type duplicateAnswer,
  type formSuggestion,
  type groupAnswer,
  type InvitationAnswer,
  type jointProjectAnswer,
  type leftOutAnswer,
  type NeedAnswer,
  type outputAnswer,
  type outputRulesAnswer,
  type PairingAnswer,
  type Read,
  type SuggestionAnswer,
  type suggestionLinkAnswer,
  valueLabels,
} from '@jiangong/contracts';
import { listTable, rowsById } from '@jiangong/service-kit';
import type { z } from 'zod';
import { alliances, studios } from './views.ts';

type Project = z.infer<typeof jointProjectAnswer>;
type Output = z.infer<typeof outputAnswer>;
type Suggestion = z.infer<typeof formSuggestion>;
type Group = z.infer<typeof groupAnswer>;
interface Page<T> {
  items: readonly T[];
}
interface Reading {
  read: Read;
}
/** By id, the alliances of a page, whichever union they belong to. */
const alliancesOf = (
  items: readonly { alliance: string }[],
  read: Read,
): Promise<Map<string, AllianceAnswer | undefined>> =>
  rowsById(
    items.map(({ alliance }) => alliance),
    (id) => read.everywhere().get(alliances, id) as Promise<AllianceAnswer | undefined>,
  );

const numbered = (all: readonly [string, number][]) => all.map(([what, outputs]) => `${what} ${outputs}`).join('；');

export const tables = {
  duties: listTable<DutyBoardLine>('年度成果任务', [
    ['编号', ({ code }) => code],
    ['名称', ({ name }) => name],
    ['状态', ({ status }) => valueLabels.duty[status]],
    ['成果数', ({ outputs }) => outputs],
    ['最低', ({ minimum }) => minimum],
    ['目标', ({ aim }) => aim],
    ['按种类', ({ kinds }) => numbered(kinds.map(({ kind, outputs }) => [kind, outputs]))],
    ['按应用领域', ({ applied }) => numbered(applied.map((each) => [valueLabels.applied[each.applied], each.outputs]))],
    ['待审', ({ undecided }) => undecided.join('、')],
    ['须更正', ({ correctionDue }) => (correctionDue ? '是' : '')],
  ]),
  directory: listTable<z.infer<typeof directoryAnswer>>('工作室名录', [
    ['编码', ({ code }) => code],
    ['名称', ({ name }) => name],
    ['所属单位', ({ employer }) => employer],
    ['区域', ({ district }) => district],
    ['级别', ({ level }) => valueLabels.level[level]],
    ['专业', ({ trade }) => trade],
    ['带头人', ({ leader }) => leader],
    ['产业链', ({ chain }) => chain],
    ['能提供', ({ offers }) => offers?.join('；')],
    ['想解决', ({ seeks }) => seeks?.join('；')],
  ]),
  invitations: listTable<InvitationAnswer>('结盟邀请', [
    ['联盟编号', ({ code }) => code],
    ['联盟', ({ name }) => name],
    ['工作室编码', ({ studioCode }) => studioCode],
    ['工作室', ({ studioName }) => studioName],
    ['状态', ({ status }) => valueLabels.invitation[status]],
    ['答复期限', ({ lapsesAt }) => lapsesAt, 'date'],
    ['谢绝理由', ({ reason }) => reason],
  ]),
  async projects(page: Page<Project>, { read }: Reading) {
    const of = await alliancesOf(page.items, read);
    return listTable<Project>('联合攻关课题', [
      ['联盟', ({ alliance }) => of.get(alliance)?.name],
      ['课题', ({ topic }) => topic],
      ['目标', ({ goal }) => goal],
      ['开始', ({ from }) => from, 'date'],
      ['结束', ({ to }) => to, 'date'],
      ['结果', ({ result }) => result],
    ])(page);
  },
  async outputs(page: Page<Output>, { read }: Reading) {
    const of = await alliancesOf(page.items, read);
    return listTable<Output>('创新成果', [
      ['联盟', ({ alliance }) => of.get(alliance)?.name],
      ['编号', ({ code }) => code],
      ['名称', ({ title }) => title],
      ['种类', ({ kind }) => kind],
      ['应用领域', ({ applied }) => applied.map((each) => valueLabels.applied[each]).join('、')],
      ['采用日期', ({ adoptedOn }) => adoptedOn, 'date'],
      ['状态', ({ status }) => valueLabels.output[status]],
      ['计入年度', ({ year }) => year],
      ['计入成果数', ({ counts }) => (counts ? '是' : '')],
      ['净效益（元）', ({ benefit }) => benefit?.yuan],
      ['积分', ({ points }) => points],
      ['理由', ({ reason }) => reason],
    ])(page);
  },
  suggestionLinks: listTable<z.infer<typeof suggestionLinkAnswer>>('建议征集链接', [
    ['名称', ({ label }) => label],
    ['有效期至', ({ until }) => until, 'date'],
    ['停用原因', ({ revoked }) => revoked],
  ]),
  /** Who proposed stays on the page. */
  workerSuggestions: listTable<SuggestionAnswer>('合理化建议', [
    ['建议', ({ title }) => title],
    ['内容', ({ text }) => text],
    ['提出日期', ({ on }) => on, 'date'],
    ['征集', ({ label }) => label],
    ['状态', ({ status }) => valueLabels.suggestion[status]],
    ['接办工作室', ({ studioName }) => studioName],
    ['试用情况', ({ note }) => note],
    ['理由', ({ reason }) => reason],
  ]),
  needs: listTable<NeedAnswer>('揭榜难题', [
    ['单位', ({ unit }) => unit],
    ['难题', ({ problem }) => problem],
    ['说明', ({ details }) => details],
    ['发布日期', ({ on }) => on, 'date'],
    ['状态', ({ status }) => valueLabels.need[status]],
    ['撤回原因', ({ reason }) => reason],
    ['解决情况', ({ result }) => result],
  ]),
  duplicates: listTable<z.infer<typeof duplicateAnswer>>('相近成果', [
    ['名称', ({ title }) => title],
    ['种类', ({ kind }) => kind],
    ['采用日期', ({ adoptedOn }) => adoptedOn, 'date'],
    ['状态', ({ status }) => valueLabels.output[status]],
    ['相近程度（%）', ({ percent }) => percent],
    ['依据', ({ zh }) => zh],
  ]),
  outputRules: listTable<z.infer<typeof outputRulesAnswer>>('成果规则', [
    ['版本', ({ version }) => version || undefined],
    ['内容', ({ text }) => text.zh.join('；')],
    ['有草稿', ({ draft }) => (draft ? '是' : '')],
  ]),
  pairings: listTable<PairingAnswer>('历次配对', [
    ['日期', ({ requestedAt }) => requestedAt, 'date'],
    ['方式', ({ mode }) => valueLabels.pairingMode[mode]],
    ['工作室数', ({ studios }) => studios],
    ['状态', ({ status }) => valueLabels.pairing[status]],
    ['建议数', ({ count }) => count],
    ['总得分', ({ total }) => total],
    ['上界', ({ bound }) => bound],
    ['未获配对', ({ left }) => left],
  ]),
  groups: ({ items }: Page<Group>) =>
    listTable<{ leader: string; member: Group['members'][number] }>('1+N 联盟建议', [
      ['牵头工作室', ({ leader }) => leader],
      ['成员', ({ member }) => member.name],
      ['建议序号', ({ member }) => member.number],
      ['得分', ({ member }) => member.weight],
    ])({ items: items.flatMap(({ leader, members }) => members.map((member) => ({ leader: leader.name, member }))) }),
  leftOut: listTable<z.infer<typeof leftOutAnswer>>('未获配对的工作室', [
    ['工作室', ({ name }) => name],
    ['原因', ({ zh }) => zh],
  ]),
  async suggestions(page: Page<Suggestion>, { read }: Reading) {
    const of = await rowsById(
      page.items.map(({ studio }) => studio),
      (id) => read.everywhere().get(studios, id),
    );
    return listTable<Suggestion>('联盟形式建议', [
      ['工作室', ({ studio }) => of.get(studio)?.name],
      ['形式', ({ form }) => valueLabels.allianceForm[form]],
      ['理由', ({ zh }) => zh],
    ])(page);
  },
};
