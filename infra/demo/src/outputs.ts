// What the alliances log: evidence and files, one that is sent back, benefits that finance certifies, and what the accepter writes of
// those that are alike.
import { type OutputAnswer, outputAnswer } from '@jiangong/contracts';
import { allianceOf, type Cast, idOf } from './cast.ts';
import { proofOf } from './proof.ts';
import { alliances } from './seed/alliances.ts';
import { type Output, outputs } from './seed/outputs.ts';
import { leaders } from './seed/people.ts';

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const fileCount = ({ file, rejected }: Output) => [file, rejected].filter(Boolean).length;
/** How many commands an output takes. */
export const stepsOf = (output: Output) =>
  3 +
  fileCount(output) +
  (output.rejected ? 3 : 0) +
  [output.benefit, output.provisional].filter((each) => each !== undefined).length;

function loggerOf({ alliance, by }: Output): string {
  if (by) return by;
  const members: readonly string[] = alliances.find(({ code }) => code === alliance)!.studios;
  const leader = leaders.find(({ answersFor }) => answersFor.some((studio) => members.includes(studio)));
  if (!leader) throw new Error(`no leader of ${alliance} has an account`);
  return leader.userName;
}

/** By finance: what is known before twelve months are over, and then the whole of them. */
async function certify(cast: Cast, key: string, at: string, { adoptedOn, benefit, provisional }: Output) {
  const finance = await cast.as('chanye.finance');
  if (provisional) {
    const { yuan, to } = provisional;
    await finance.post(`${key}/benefit/provisional`, `${at}/certify-benefit`, { yuan, from: adoptedOn, to });
  }
  if (benefit === undefined) return;
  const to = dayBefore(`${Number(adoptedOn.slice(0, 4)) + 1}${adoptedOn.slice(4)}`);
  await finance.post(`${key}/benefit`, `${at}/certify-benefit`, { yuan: benefit, from: adoptedOn, to });
}

/** The accepter's word on an output that was accepted before. */
async function comparison(cast: Cast, { alike }: Output) {
  if (!alike) return undefined;
  const organiser = await cast.industry();
  const accepted = await organiser.all(outputAnswer, '/outputs?status=accepted');
  const { output } = accepted.find(({ title }) => title === alike.title)!;
  return { comparisons: [{ output, same: alike.same, reason: alike.reason }] };
}

/** A member's leader logs it, finance certifies its benefit, and the organiser accepts it: three people. */
export async function logOutput(cast: Cast, output: Output) {
  const { alliance, rejected, kind, title, applied, adoptedOn, wonElsewhere, file } = output;
  const organiser = await cast.industry();
  const worker = await cast.as(loggerOf(output));
  const members = alliances.find(({ code }) => code === alliance)!.studios;
  const id = idOf(organiser.org, 'output', alliance, adoptedOn);
  const key = `demo/${alliance}/output/${adoptedOn}`;
  const at = `/outputs/${id}`;
  const proof = async (name: string) => {
    const lines = [`${name}（演示）`, title, `${alliance}  ${adoptedOn}`];
    return worker.upload(`${key}/file/${name.length}`, '/files/output', proofOf(`${name}.pdf`, lines));
  };
  await worker.post(key, '/outputs', {
    ...{ id, alliance: allianceOf(organiser, alliance), kind, title, applied, adoptedOn },
    contributors: members.map((studio) => `P-00${studio.slice(-2)}`),
    evidence: [{ title: '应用证明（演示）', reference: `YYZM-${alliance}-${adoptedOn}` }],
    ...(wonElsewhere ? { wonElsewhere } : {}),
    ...(file ? { files: [await proof(file)] } : {}),
  });
  await worker.post(`${key}/submit`, `${at}/submit`);
  if (rejected) {
    await organiser.post(`${key}/reject`, `${at}/reject`, { reason: rejected });
    await worker.post(`${key}/amend`, `${at}/amend`, { files: [await proof('应用单位证明')] });
    await worker.post(`${key}/submit/2`, `${at}/submit`);
  }
  await certify(cast, key, at, output);
  await organiser.post(`${key}/accept`, `${at}/accept`, await comparison(cast, output));
  await organiser.until(`成果已认可 / the output is accepted`, outputAnswer, at, ({ status }) => status === 'accepted');
}

/** Those that are like another come after it. */
export async function logOutputs(cast: Cast) {
  const isAlike = ({ alike }: Output) => alike !== undefined;
  await Promise.all(outputs.filter((each) => !isAlike(each)).map((output) => logOutput(cast, output)));
  await Promise.all(outputs.filter(isAlike).map((output) => logOutput(cast, output)));
}

/** What was logged, by natural keys alone. */
export async function outputsOf(cast: Cast) {
  const organiser = await cast.industry();
  const all = await organiser.all(outputAnswer, '/outputs');
  const titleOf = new Map(all.map(({ output, title }) => [output, title]));
  const keys = ({ title, kind, applied, adoptedOn, status, year, counts, wonElsewhere, ...rest }: OutputAnswer) => ({
    ...{ title, kind, applied, adoptedOn, status, year, counts, wonElsewhere },
    ...{ benefit: rest.benefit, benefitsBefore: rest.benefitsBefore },
    files: rest.files?.map(({ name, type, size, sha256 }) => ({ name, type, size, sha256 })),
    evidence: rest.evidence,
    suggested: rest.suggestion !== undefined,
    comparisons: rest.comparisons?.map(({ output, same, reason }) => ({ of: titleOf.get(output), same, reason })),
  });
  return all.map(keys).sort((a, b) => (a.title < b.title ? -1 : 1));
}
export type LoggedOutput = Awaited<ReturnType<typeof outputsOf>>[number];
