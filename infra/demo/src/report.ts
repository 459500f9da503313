// The whole outcome of the year for `data/demo.txt`: Chinese first, English after it, and the digest as the last line.
import {
  allianceListed,
  grant as grantView,
  pairingAnswer,
  proposalAnswer,
  type StandingsView,
} from '@jiangong/contracts';
import { pairingOf } from './alliances.ts';
import { type Cast, passwordOf } from './cast.ts';
import type { Outcome } from './digest.ts';
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

/** What the run suggested before anybody had declared an alliance, with its reasons, next to what was founded then. */
async function proposals(cast: Cast, founded: ReturnType<typeof allianceListed.parse>[]): Promise<string[]> {
  const organiser = await cast.industry();
  const at = `/pairings/${pairingOf(organiser)}`;
  const { count, total, bound } = await organiser.get(pairingAnswer, at);
  const proposed = await organiser.all(proposalAnswer, `${at}/proposals`);
  const allianceOf = (studios: readonly string[]) =>
    founded.find(({ members }) => studios.every((studio) => members.some((member) => member.studio === studio)));
  const rows = proposed.flatMap(({ studios, names, weight, reasons }) =>
    reasons.map(({ points, zh, en }, at) =>
      at === 0
        ? [allianceOf(studios)?.code ?? '—', names.join(' × '), String(weight), String(points), zh, en]
        : ['', '', '', String(points), zh, en],
    ),
  );
  const real = proposed.filter(({ studios }) => allianceOf(studios)).length;
  return [
    '',
    `配对建议 ${count} 对，总分 ${total}，上界 ${bound}（仅供参考，联盟以批准为准）；其中 ${real} 对与首批 ${founded.length} 个联盟一致 / the pairing run suggested ${count} pairs, total ${total} of at most ${bound}; ${real} of the ${founded.length} founded alliances are among them`,
    ...table(['联盟 alliance', '建议 proposal', '得分 weight', '分项 points', '理由', 'reason'], rows),
  ];
}

async function alliances(cast: Cast): Promise<string[]> {
  const organiser = await cast.industry();
  const listed = await organiser.all(allianceListed, '/alliances?year=2024');
  const forms = { linked: '关联 linked', 'same-type': '同型 same-type', 'cross-type': '异型 cross-type' };
  const duty = {
    ...{ met: '完成 met', behind: '未达 behind', open: '进行中 open' },
    ...{ 'not-due': '无任务 not due', exceeded: '超额 exceeded' },
  };
  const rows = [...listed]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name, form, plaques, year }) => [
      code,
      name,
      form ? forms[form] : '',
      plaques[0]?.date ?? '',
      year ? `${year.outputs} / ${year.minimum}–${year.aim} ${duty[year.status]}` : '',
    ]);
  return [
    ...title('创新工作室联盟 · 2024年成果任务', 'alliances and their duty of 2024'),
    ...table(['编号 code', '联盟 alliance', '形式 form', '授牌 plaque', '成果 outputs'], rows),
    ...(await proposals(cast, listed)),
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

async function awards(cast: Cast): Promise<string[]> {
  const rows = [];
  for (const person of [await cast.company(), await cast.industry()])
    for (const grant of await person.all(grantView, '/grants'))
      rows.push([
        grant.documentNumber,
        grant.honour.shortName,
        grant.recipient.externalId ?? '',
        grant.recipient.name ?? '',
        grant.place === undefined ? '' : `${grant.place}${grant.joint ? ' 并列' : ''}`,
        grantWords[grant.status]!,
      ]);
  rows.sort((a, b) => (a.slice(0, 3).join('\n') < b.slice(0, 3).join('\n') ? -1 : 1));
  return [
    ...title('表彰与授牌', 'awards'),
    ...table(['文号 document', '荣誉 honour', '编码 code', '获奖对象 recipient', '名次 place', '状态 status'], rows),
  ];
}

function feed({ feeds }: Outcome): string[] {
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
    ...(await alliances(cast)),
    ...(await awards(cast)),
    ...feed(outcome),
    ...howToSignIn(cast, url),
    ...title('地址', 'addresses'),
    `首页 / page: ${url}/`,
    `接口文档 / API: ${url}/docs`,
    '',
    `digest: ${outcome.digest}`,
  ];
}
