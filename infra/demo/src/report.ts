// The whole outcome of the year for `data/demo.txt`: Chinese first, English after it, and the digest as the last line.
import { grant as grantView, type Recipient, type StandingsView } from '@jiangong/contracts';
import { type Cast, passwordOf } from './cast.ts';
import type { Outcome } from './digest.ts';
import { sentTo } from './hr.ts';
import { alliances } from './report-alliances.ts';
import { leaders, liaisonOf, officers } from './seed/people.ts';
import { branches } from './seed/projects.ts';
import { table, title } from './table.ts';

const statusWords: Record<string, string> = {
  'not-assessable': '不予评定 not assessable',
  pending: '待评 pending',
  invalid: '本期无效 not valid',
};
const grantWords: Record<string, string> = {
  granted: '有效 granted',
  corrected: '已更正 corrected',
  revoked: '已撤销 revoked',
};

function standings(view: StandingsView): string[] {
  const { trackLabel, periodLabel, items, track, period } = view;
  const rows = items.map(({ place, joint, code, shortName, score, band, bandLabel, status, bars, alerts }) => [
    place === null ? '—' : `${place}${joint ? ' 并列' : ''}`,
    code,
    shortName,
    score === null ? '' : score.toFixed(2),
    band === null ? '' : `${bandLabel} ${band}`,
    [
      statusWords[status],
      ...bars.map(({ label, cause }) => `否决：${label} veto: ${cause}`),
      ...alerts.map((criterion) => `关键指标不足八成 under 80 %: ${criterion}`),
    ]
      .filter(Boolean)
      .join('；'),
  ]);
  return [
    ...title(`${trackLabel} · ${periodLabel ?? '年度'}`, `${track} · ${period ?? 'year'}`),
    ...table(['名次 place', '编码 code', '单位 unit', '得分 score', '等级 band', '说明 note'], rows),
  ];
}

const outcomes: Record<string, string> = { upheld: '成立 upheld', dismissed: '不成立 dismissed' };
function appeals({ appeals }: Outcome): string[] {
  const rows = appeals.map(({ entrant, itemLabel, reason, status, decided }) => [
    ...[entrant.code, itemLabel, reason, outcomes[status] ?? status, decided?.finding ?? ''],
  ]);
  return [
    ...title('一季度申诉', 'appeals against the first quarter'),
    ...table(['编码 code', '指标 item', '理由 reason', '结论 outcome', '处理意见 finding'], rows),
  ];
}

const stateWords: Record<string, string> = {
  ...{ 'not-started': '未开工 not started', 'under-construction': '在施 under construction' },
  ...{ suspended: '停工 suspended', completed: '竣工 completed' },
};
function mended({ reopened, statuses }: Outcome): string[] {
  const rounds = reopened.map(({ period, label, reason }) => [
    label,
    `重新开启后再次关闭 closed again: ${period}`,
    reason,
  ]);
  const states = statuses.flatMap(({ code, statuses }) =>
    statuses.map(({ status, from, to, reason }) => [
      ...[code, `${stateWords[status] ?? status} ${from} – ${to ?? ''}`, reason],
    ]),
  );
  return [
    ...title('更正与施工状态', 'what was put right, and states of projects'),
    ...table(['对象 of', '情况 what', '理由 reason'], [...rounds, ...states]),
  ];
}

const recipientText = ({ name = '', members }: Recipient) => (members ? `${name} ${members.length}人` : name);
async function awards(cast: Cast): Promise<string[]> {
  const rows = [];
  for (const person of [await cast.company(), await cast.industry()])
    for (const grant of await person.all(grantView, '/grants'))
      rows.push([
        grant.documentNumber,
        grant.honour.shortName,
        grant.recipient.externalId ?? '',
        recipientText(grant.recipient),
        grant.place === undefined ? '' : `${grant.place}${grant.joint ? ' 并列' : ''}`,
        grantWords[grant.status]!,
      ]);
  rows.sort((a, b) => (a.slice(0, 3).join('\n') < b.slice(0, 3).join('\n') ? -1 : 1));
  return [
    ...title('表彰与授牌', 'awards'),
    ...table(['文号 document', '荣誉 honour', '编码 code', '获奖对象 recipient', '名次 place', '状态 status'], rows),
  ];
}

function honoured({ honoured: { people, team, certificates } }: Outcome): string[] {
  const rows = team.members.map(({ externalId, from, to }) => {
    const person = people.find((each) => each.externalId === externalId);
    return [externalId ?? '', person?.name ?? '', person?.role ?? '', `${from} – ${to ?? ''}`];
  });
  return [
    ...title(`先进班组 ${team.code} 的成员`, 'members of the honoured crew'),
    ...table(['工号 number', '姓名 name', '岗位 role', '在队 in the crew'], rows),
    `先进个人与先进班组的证书 ${certificates} 张 / ${certificates} certificates issued to the person and the crew`,
  ];
}

async function feed(cast: Cast, { feeds }: Outcome): Promise<string[]> {
  const sent = await sentTo(await cast.as('yijian.hr'));
  const rows = feeds.company.map((row) => [
    row.externalId ?? '',
    row.shortName,
    row.documentNumber,
    String(row.revision),
    row.status,
    `${row.validFrom} – ${row.validTo ?? ''}`,
    row.reason ?? '',
  ]);
  return [
    ...title('人力资源系统收到的记录（每项荣誉的最新版次）', 'HR feed: the last revision of each grant'),
    ...table(['externalId', 'shortName', 'documentNumber', 'revision', 'status', 'valid', 'reason'], rows),
    sent
      ? `演示接收端（webhook，逐条验签）：${sent.grants} 项荣誉的最新版次已收到 ${sent.delivered} 项；共 ${sent.messages} 条消息，核对发现差异后补发 ${sent.again} 条 / the demonstration's webhook received the last revision of ${sent.delivered} of ${sent.grants} grants; ${sent.messages} messages, ${sent.again} sent again after the reconciliation`
      : '未演示 webhook：此系统不可回调本机（见 WEBHOOK_ADDRESSES） / no webhook was called: this installation may not call this machine (WEBHOOK_ADDRESSES)',
    `（另有联盟授牌 ${feeds.industry.length} 项，见 chanye.hr / and ${feeds.industry.length} plaques in the other union’s feed）`,
  ];
}

function howToSignIn({ admin }: Cast, url: string): string[] {
  const users = [
    ...officers.map(({ userName, name }) => [userName, name]),
    ...branches.map(({ code, shortName }) => [liaisonOf(code), `${shortName}竞赛联络员`]),
    ...leaders.map(({ userName, name }) => [userName, name]),
  ];
  const rows = users.map(([userName, name]) => [userName!, name!, passwordOf(userName!, admin.password)]);
  return [
    ...title('登录', 'how to sign in'),
    ...table(['用户名 user name', '职责 office', '密码 password'], rows),
    `管理员 / administrator: ${admin.userName}`,
    `curl -s ${url}/sign-in -H 'content-type: application/json' -d '{"userName":"${rows[0]![0]}","password":"${rows[0]![2]}"}'`,
  ];
}

export async function reportOf(cast: Cast, outcome: Outcome, url: string): Promise<string[]> {
  return [
    '',
    '演示年度已完成。除万泉寺中阳广场、各工作室及联盟名称外，单位、数据与文件均为虚构。',
    'The demonstration year is complete. Apart from published names of one project, studios and alliances, all is invented.',
    ...outcome.standings.flatMap(standings),
    ...appeals(outcome),
    ...mended(outcome),
    ...(await alliances(cast, outcome)),
    ...(await awards(cast)),
    ...honoured(outcome),
    ...(await feed(cast, outcome)),
    ...howToSignIn(cast, url),
    ...title('地址', 'addresses'),
    `首页 / page: ${url}/`,
    `接口文档 / API: ${url}/docs`,
    '',
    `digest: ${outcome.digest}`,
  ];
}
