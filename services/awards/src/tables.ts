// The lists of awards as tables.
import {
  type awardBarView,
  type awardCommitteeView,
  type awardListSummary,
  type awardReturnView,
  type ballotView,
  type CertificateLayout,
  type conflictsView,
  type Delivery,
  type decisionView,
  type eligibilityView,
  type Grant,
  type noticeView,
  type objectionView,
  type plaqueRemovalView,
  type publicationConsentView,
  type Read,
  valueLabels,
  type WebhookView,
} from '@jiangong/contracts';
import { listTable, rowsById } from '@jiangong/service-kit';
import type { z } from 'zod';
import { awardLists } from './views.ts';

type Eligible = z.infer<typeof eligibilityView>['items'][number];
interface Tried {
  name: string;
  failure: Eligible['failures'][number] | undefined;
}
type Noticed = z.infer<typeof noticeView>['items'][number];
type Objection = z.infer<typeof objectionView>;
type Seat = z.infer<typeof awardCommitteeView>['members'][number];
type Ballot = z.infer<typeof ballotView>;
type Found = z.infer<typeof conflictsView>['items'][number];
type Removal = z.infer<typeof plaqueRemovalView>;
type Owing = z.infer<typeof awardReturnView>;
const candidateStates: Record<string, string> = valueLabels.candidate;

const owingTable = (owing: readonly Owing[]) =>
  listTable<Owing['items'][number] & Pick<Owing, 'documentNumber'>>('待交回的奖牌、证书', [
    ['文号', ({ documentNumber }) => documentNumber],
    ['荣誉', ({ honour }) => honour],
    ['对象编码', ({ recipient }) => recipient.externalId],
    ['对象', ({ recipient }) => recipient.name],
    ['类别', ({ kind }) => valueLabels.awardItem[kind]],
    ['证书编号', ({ kind, item }) => (kind === 'certificate' ? item : undefined)],
    ['撤销日期', ({ revokedOn }) => revokedOn, 'date'],
    ['交回期限', ({ returnBy }) => returnBy, 'date'],
    ['状态', ({ state }) => valueLabels.awardItemState[state]],
    ['交回日期', ({ on }) => on, 'date'],
    ['说明', ({ reason }) => reason],
  ])({ items: owing.flatMap(({ documentNumber, items: of }) => of.map((each) => ({ documentNumber, ...each }))) });

export const tables = {
  awardLists: listTable<z.infer<typeof awardListSummary>>('表彰名单', [
    ['名称', ({ title }) => title],
    ['年度', ({ year }) => year],
    ['来源', ({ kind }) => valueLabels.awardList[kind]],
    ['已审定', ({ reviewed }) => (reviewed ? '是' : '')],
    [
      '候选对象',
      ({ candidates }) =>
        Object.entries(candidates)
          .map(([state, count]) => `${candidateStates[state] ?? state} ${count}`)
          .join('；'),
    ],
    ['有异议', ({ held }) => held],
    ['公示截止', ({ notice }) => notice?.lastDay, 'date'],
    ['决定文号', ({ decisions }) => decisions.map(({ number }) => number).join('；')],
  ]),
  bars: listTable<z.infer<typeof awardBarView>>('不予表彰情形', [
    ['单位', ({ name }) => name],
    ['情形', ({ kind }) => valueLabels.awardBarKind[kind]],
    ['发生日期', ({ happenedOn }) => happenedOn, 'date'],
    ['影响年数', ({ years }) => years],
    ['依据', ({ document }) => document],
    ['解除理由', ({ lifted }) => lifted?.reason],
  ]),
  eligibility: ({ items }: z.infer<typeof eligibilityView>) =>
    listTable<Tried>('资格预审', [
      ['对象', ({ name }) => name],
      ['结论', ({ failure }) => (!failure ? '符合' : failure.overridden ? '已豁免' : '不符合')],
      ['规则', ({ failure }) => failure && valueLabels.eligibilityRule[failure.rule]],
      ['原因', ({ failure }) => failure?.why.zh],
      ['豁免理由', ({ failure }) => failure?.overridden?.reason],
    ])({
      items: items.flatMap(({ name, failures }): Tried[] =>
        failures.length > 0 ? failures.map((failure) => ({ name, failure })) : [{ name, failure: undefined }],
      ),
    }),
  noticed: listTable<Noticed>('公示名单', [
    ['荣誉', ({ honour }) => honour],
    ['对象', ({ recipient, unnamed }) => (unnamed ? `${recipient}（个人）` : recipient)],
    ['组别', ({ group }) => group],
  ]),
  consents: listTable<z.infer<typeof publicationConsentView>>('公开姓名的意愿', [
    ['工号', ({ externalId }) => externalId],
    ['姓名', ({ name }) => name],
    ['意愿', ({ status }) => valueLabels.consent[status]],
    ['日期', ({ history }) => history.at(-1)?.on, 'date'],
    ['方式', ({ history }) => valueLabels.consentMeans[history.at(-1)!.means]],
  ]),
  notices: listTable<z.infer<typeof noticeView>>('公示', [
    ['名称', ({ title }) => title],
    ['起始', ({ from }) => from, 'date'],
    ['截止', ({ lastDay }) => lastDay, 'date'],
    ['工作日数', ({ workingDays }) => workingDays],
    ['已结束', ({ ended }) => (ended ? '是' : '')],
    ['公示对象数', ({ items }) => items.length],
    ['撤回理由', ({ withdrawn }) => withdrawn],
  ]),
  async objections(page: { items: readonly Objection[] }, { read }: { read: Read }) {
    const lists = await rowsById(
      page.items.map(({ list }) => list),
      (id) => read.get(awardLists, id),
    );
    return listTable<Objection>('异议', [
      ['名单', ({ list }) => lists.get(list)?.title],
      [
        '候选对象',
        ({ list, candidate }) =>
          lists.get(list)?.candidates.find((each) => each.candidate === candidate)?.recipient.name,
      ],
      ['提出方式', ({ filing }) => valueLabels.channel[filing.channel]],
      ['提出者', ({ filing }) => valueLabels.objector[filing.from]],
      ['收到日期', ({ filing }) => filing.receivedOn, 'date'],
      ['内容', ({ filing }) => filing.statement],
      ['状态', ({ status }) => valueLabels.objection[status]],
      ['答复', ({ answers }) => answers.join('；')],
      ['调查结论', ({ finding }) => finding],
    ])(page);
  },
  decisions: listTable<z.infer<typeof decisionView>>('表彰决定', [
    ['文号', ({ document }) => document.number],
    ['名称', ({ title }) => title],
    ['年度', ({ year }) => year],
    ['日期', ({ document }) => document.date, 'date'],
    ['授予单位', ({ document }) => document.grantedBy],
    ['荣誉数', ({ grants }) => grants.length],
    ['撤销日期', ({ revoked }) => revoked?.revokedOn, 'date'],
    ['撤销理由', ({ revoked }) => revoked?.reason],
  ]),
  grants: listTable<Grant>('荣誉', [
    ['荣誉', ({ honour }) => honour.name],
    ['级别', ({ honour }) => valueLabels.level[honour.level]],
    ['年度', ({ year }) => year],
    ['对象类型', ({ recipient }) => valueLabels.recipient[recipient.type]],
    ['对象编码', ({ recipient }) => recipient.externalId],
    ['对象', ({ recipient }) => recipient.name],
    ['名次', ({ place }) => place],
    ['并列', ({ joint }) => (joint ? '是' : '')],
    ['文号', ({ documentNumber }) => documentNumber],
    ['决定日期', ({ decisionDate }) => decisionDate, 'date'],
    ['有效期起', ({ validFrom }) => validFrom, 'date'],
    ['有效期止', ({ validTo }) => validTo, 'date'],
    ['状态', ({ status }) => valueLabels.grant[status]],
    ['理由', ({ reason }) => reason],
    ['奖金（元）', ({ prize }) => prize],
  ]),
  committees: ({ items }: { items: readonly z.infer<typeof awardCommitteeView>[] }) =>
    listTable<Seat & { name: string; deputy: string | undefined }>('评审委员会', [
      ['委员会', ({ name }) => name],
      ['席位', ({ seat }) => seat],
      ['任期起', ({ from }) => from, 'date'],
      ['任期止', ({ to }) => to, 'date'],
      ['表决权', ({ voting }) => (voting ? '有' : '')],
      ['候补席位', ({ deputy }) => deputy],
    ])({
      items: items.flatMap(({ name, members }) =>
        members.map((member) => ({
          ...{ name, ...member },
          deputy: members.find(({ user }) => user === member.substitute)?.seat,
        })),
      ),
    }),
  conflicts: listTable<Found>('应回避的委员', [
    ['席位', ({ seat }) => seat],
    ['表决权', ({ voting }) => (voting ? '有' : '')],
    ['回避情形', ({ conflicts }) => [...new Set(conflicts.map(({ why }) => valueLabels.conflict[why]))].join('、')],
    ['涉及对象', ({ conflicts }) => [...new Set(conflicts.map(({ name }) => name ?? '—'))].join('、')],
    ['有候补', ({ substitute }) => (substitute === undefined ? '' : '是')],
  ]),
  ballots: listTable<Ballot>('投票', [
    ['名单', ({ title }) => title],
    ['截止时刻', ({ closesAt }) => closesAt, 'date'],
    ['状态', ({ status }) => valueLabels.ballot[status]],
    ['再次投票的理由', ({ reason }) => reason],
    ['应投人数', ({ voters }) => voters.length],
    ['已投人数', ({ cast }) => cast.length],
    ['达到法定人数', ({ result }) => result && (result.quorate ? '是' : '否')],
    ['通过对象数', ({ result }) => result?.results.filter(({ carried }) => carried).length],
  ]),
  async ballot({ list: id, result }: Ballot, { read }: { read: Read }) {
    const list = await read.get(awardLists, id);
    const names = new Map(list?.candidates.map(({ candidate, recipient }) => [candidate, recipient.name]));
    return listTable<NonNullable<Ballot['result']>['results'][number]>('投票结果', [
      ['候选对象', ({ candidate }) => names.get(candidate)],
      ['同意', (each) => each.for],
      ['反对', ({ against }) => against],
      ['弃权', ({ abstain }) => abstain],
      ['通过', ({ carried }) => (carried ? '是' : '否')],
    ])({ items: result?.results ?? [] });
  },
  plaqueRemovals: listTable<Removal>('摘牌建议', [
    ['名称', ({ name }) => name],
    ['类型', ({ of }) => valueLabels.recipient[of]],
    ['建议理由', ({ reason }) => reason],
    ['建议日期', ({ on }) => on, 'date'],
    ['状态', ({ status }) => valueLabels.plaqueRemoval[status]],
    ['决定理由', ({ decided }) => decided?.reason],
    ['决定日期', ({ decided }) => decided?.on, 'date'],
    ['交回期限', ({ decided }) => decided?.returnBy, 'date'],
  ]),
  awardReturns: ({ items }: { items: readonly Owing[] }) => owingTable(items),
  awardReturn: (owing: Owing) => owingTable([owing]),
  certificateLayouts: listTable<CertificateLayout>('证书版式', [
    ['名称', ({ name }) => name],
    ['纸张', ({ paper }) => paper],
    ['方向', ({ orientation }) => valueLabels.orientation[orientation]],
    ['文字数', ({ texts }) => texts.length],
    ['印章', ({ seal }) => (seal ? '有' : '')],
  ]),
  webhooks: listTable<WebhookView>('回调', [
    ['名称', ({ name }) => name],
    ['方式', ({ form = 'standard' }) => valueLabels.webhookForm[form]],
    ['地址', ({ url }) => url],
    ['事件', ({ eventTypes }) => eventTypes.map((type) => valueLabels.webhookEvent[type]).join('、')],
    ['状态', ({ state }) => valueLabels.webhook[state]],
    ['停用原因', ({ reason }) => reason],
  ]),
  deliveries: listTable<Delivery>('送达记录', [
    ['事件', ({ event }) => valueLabels.webhookEvent[event]],
    ['版次', ({ revision }) => revision],
    ['状态', ({ state }) => valueLabels.delivery[state]],
    ['尝试次数', ({ attempts }) => attempts.length],
    ['最近一次', ({ attempts }) => attempts.at(-1)?.at, 'date'],
    ['最近应答', ({ attempts }) => attempts.at(-1)?.answer],
    ['下次发送', ({ next }) => next, 'date'],
    ['对方编号', ({ key }) => key],
  ]),
};
