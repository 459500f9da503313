// The part of the report that is about the alliances: whom they have, what they owe and logged, and what the pairing run suggested.
import { allianceListed, pairingAnswer, proposalAnswer } from '@jiangong/contracts';
import { pairingOf } from './alliances.ts';
import type { Cast } from './cast.ts';
import type { Outcome } from './digest.ts';
import { table, title } from './table.ts';

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

type Work = Outcome['work'];
const answers: Record<string, string> = { accepted: '接受 accepted', declined: '谢绝 declined' };
function invitations({ invitations }: Work): string[] {
  const rows = invitations.map(({ code, studioCode, studioName, status, reason = '' }) => [
    ...[code, `${studioCode} ${studioName}`, answers[status] ?? status, reason],
  ]);
  return [
    ...title('邀请其他工会的工作室', 'studios of other unions that were invited'),
    ...table(['联盟 alliance', '工作室 studio', '答复 answer', '理由 reason'], rows),
  ];
}

function outputs({ outputs }: Work): string[] {
  const words = (output: Work['outputs'][number]) => [
    ...(output.files ?? []).map(({ name }) => `附件 file: ${name}`),
    ...(output.benefitsBefore ?? []).map(({ yuan, to }) => `暂定效益至${to} provisional: ${yuan}元`),
    ...(output.benefit ? [`核定效益 certified: ${output.benefit.yuan}元`] : []),
    ...(output.comparisons ?? []).map(
      ({ of, same, reason }) => `与“${of}”${same ? '相同 the same' : '不同 different'}：${reason}`,
    ),
    ...(output.wonElsewhere ? [`已在别处获奖 won elsewhere: ${output.wonElsewhere}`] : []),
    ...(output.suggested ? ['来自合理化建议 from a suggestion'] : []),
  ];
  const rows = outputs.flatMap((output) =>
    words(output).map((word, at) =>
      at === 0
        ? [output.adoptedOn, output.title, output.counts ? '计入 counts' : '不计 does not', word]
        : ['', '', '', word],
    ),
  );
  return [
    ...title(
      `成果 ${outputs.length} 项，其中有附件、效益或判定的`,
      `${outputs.length} outputs; those with files, benefits or a word on them`,
    ),
    ...table(['采用 adopted', '成果 output', '计数 counts', '情况 what'], rows),
  ];
}

const stages: Record<string, string> = { adopted: '采纳 adopted', declined: '不采纳 declined' };
function suggestions({ suggestions }: Work): string[] {
  const rows = suggestions.map((each) => [
    ...[each.label, each.title, stages[each.status] ?? each.status, each.studioName ?? '', each.reason ?? ''],
  ]);
  return [
    ...title('合理化建议', 'suggestions of workers'),
    ...table(['来自 from', '建议 suggestion', '结果 outcome', '工作室 studio', '理由 reason'], rows),
  ];
}

function corrections({ alliances }: Work): string[] {
  const rows = alliances.flatMap(({ code, years }) =>
    years.flatMap(({ year, corrections = [] }) =>
      corrections.map(({ outputs, reason }) => [code, String(year), `更正为 corrected to ${outputs}`, reason]),
    ),
  );
  return [
    ...title('结账后更正的年度', 'closed years that were corrected'),
    ...table(['联盟 alliance', '年度 year', '成果 outputs', '理由 reason'], rows),
  ];
}

export async function alliances(cast: Cast, { work }: Outcome): Promise<string[]> {
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
    ...invitations(work),
    ...outputs(work),
    ...suggestions(work),
    ...corrections(work),
    ...(await proposals(cast, listed)),
  ];
}
