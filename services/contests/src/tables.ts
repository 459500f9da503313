// The lists of contests as tables.
import {
  type ContestAppealView,
  type contestantView,
  type contestMissingView,
  type contestRevisionView,
  type contestSummary,
  type fixtureSummary,
  type JudgingPanelView,
  type performanceView,
  type pointsCampaignView,
  type pointsClaimView,
  type pointsLedgerSummary,
  type pointsPartnerView,
  type scorecardView,
  valueLabels,
} from '@jiangong/contracts';
import { listTable } from '@jiangong/service-kit';
import type { z } from 'zod';

type Revision = z.infer<typeof contestRevisionView>;
interface MovedIn {
  revision: Revision;
  move: Revision['moves'][number] | undefined;
}
/** Who moved in a revision; one that moved nobody is a row all the same. */
const movedIn = (revision: Revision): MovedIn[] =>
  revision.moves.length > 0 ? revision.moves.map((move) => ({ revision, move })) : [{ revision, move: undefined }];
const placed = ({ place, score }: { place: number | null; score: number | null }) =>
  place === null ? '未列名次' : `第 ${place} 名（${score ?? '—'} 分）`;

export const tables = {
  contests: listTable<z.infer<typeof contestSummary>>('专项比赛', [
    ['名称', ({ name }) => name],
    ['年度', ({ year }) => year],
    ['赛道', ({ tracks }) => tracks.map(({ label }) => label).join('、')],
    ['报名开始', ({ registration }) => registration.from, 'date'],
    ['报名截止', ({ registration }) => registration.to, 'date'],
    ['取消理由', ({ reason }) => reason],
  ]),
  appeals: listTable<ContestAppealView>('比赛申诉', [
    ['比赛', ({ contestName }) => contestName],
    ['阶段', ({ stageLabel }) => stageLabel],
    ['编码', ({ code }) => code],
    ['参赛者', ({ name }) => name],
    ['申诉事项', ({ itemLabel }) => itemLabel],
    ['理由', ({ reason }) => reason],
    ['提出日期', ({ at }) => at, 'date'],
    ['答复期限', ({ answerBy }) => answerBy, 'date'],
    ['状态', ({ status }) => valueLabels.appeal[status]],
    ['处理意见', ({ decided }) => decided?.finding],
  ]),
  contestants: listTable<z.infer<typeof contestantView>>('参赛名单', [
    ['编码', ({ code }) => code],
    ['名称', ({ name }) => name],
    ['类型', ({ entrant }) => valueLabels.contestEntrant[entrant.type]],
    ['状态', ({ state }) => valueLabels.contestant[state]],
    ['理由', ({ reason }) => reason],
  ]),
  missing: listTable<z.infer<typeof contestMissingView>['items'][number]>('尚缺的成绩', [
    ['编码', ({ code }) => code],
    ['名称', ({ name }) => name],
    ['尚缺', ({ missing }) => missing.join('、')],
  ]),
  performances: listTable<z.infer<typeof performanceView>>('已登记的成绩', [
    ['编码', ({ code }) => code],
    ['名称', ({ name }) => name],
    ['已登记项数', ({ marks }) => Object.keys(marks).length],
    ['未参赛或未完赛', ({ absence }) => absence && valueLabels.contestAbsence[absence]],
    ['更正次数', ({ revision }) => revision - 1],
    ['更正理由', ({ reason }) => reason],
  ]),
  panels: listTable<JudgingPanelView>('评委组', [
    ['打分项目', ({ itemLabel }) => itemLabel],
    ['状态', ({ status }) => valueLabels.judgingPanel[status]],
    ['席位数', ({ seats }) => seats],
    ['抽签次数', ({ draw }) => draw],
    ['重抽理由', ({ reason }) => reason],
  ]),
  fixtures: listTable<z.infer<typeof fixtureSummary>>('比赛编排', [
    ['组别', ({ groupLabel }) => groupLabel ?? '全部'],
    ['赛制', ({ form }) => valueLabels.fixtureForm[form]],
    ['状态', ({ status }) => valueLabels.fixture[status]],
    ['抽签次数', ({ draw }) => draw],
    ['重抽理由', ({ reason }) => reason],
  ]),
  pointsCampaigns: listTable<z.infer<typeof pointsCampaignView>>('积分活动', [
    ['名称', ({ name }) => name],
    ['年度', ({ year }) => year],
    ['得分期开始', ({ from }) => from, 'date'],
    ['得分期结束', ({ to }) => to, 'date'],
    ['兑换截止日', ({ spendBy }) => spendBy, 'date'],
    ['状态', ({ state }) => valueLabels.pointsCampaign[state]],
  ]),
  pointsPartners: listTable<z.infer<typeof pointsPartnerView>>('兑换商户', [
    ['名称', ({ label }) => label],
    ['有效期至', ({ until }) => until, 'date'],
    ['停用理由', ({ revoked }) => revoked],
  ]),
  pointsClaims: listTable<z.infer<typeof pointsClaimView>>('积分申报', [
    ['工号', ({ code }) => code],
    ['姓名', ({ name }) => name],
    ['得分项', ({ label }) => label],
    ['次数', ({ times }) => times],
    ['积分', ({ points }) => points],
    ['日期', ({ on }) => on, 'date'],
    ['佐证材料', ({ evidence }) => evidence],
    ['状态', ({ state }) => valueLabels.pointsClaim[state]],
    ['理由', ({ reason }) => reason],
  ]),
  pointsLedgers: listTable<z.infer<typeof pointsLedgerSummary>>('积分账', [
    ['工号', ({ code }) => code],
    ['姓名', ({ name }) => name],
    ['得分', ({ earned }) => earned],
    ['已兑换', ({ spent }) => spent],
    ['余额', ({ balance }) => balance],
    ['待审核', ({ waiting }) => waiting],
  ]),
  scorecards: listTable<z.infer<typeof scorecardView>>('评委打分表', [
    ['编码', ({ code }) => code],
    ['名称', ({ name }) => name],
    ['已打分席位', ({ marked }) => marked],
    ['分差待复核', ({ differs }) => (differs ? '是' : '')],
    ['复核理由', ({ reviewed }) => reviewed],
  ]),
  revisions: ({ items }: { items: readonly Revision[] }) =>
    listTable<MovedIn>('历次更正', [
      ['版次', ({ revision }) => revision.revision],
      ['理由', ({ revision }) => revision.causes.flatMap(({ reason }) => reason ?? []).join('；')],
      ['编码', ({ move }) => move?.code],
      ['名称', ({ move }) => move?.name],
      ['原名次', ({ move }) => move && placed(move.before)],
      ['现名次', ({ move }) => move && placed(move.after)],
    ])({ items: items.flatMap(movedIn) }),
};
