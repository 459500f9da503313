// For tests: what happens to a round from its first closing to its last, step by step, each by requests that can be repeated; and
// what everybody reads of it.
import { checkId, derivedId, type Entrant, roundId } from '@jiangong/contracts';
import { promising } from './promising.fixture.ts';
import { quarterlyChecks } from './service.ts';
import {
  accepted,
  checker,
  competition,
  complete,
  entrant,
  organiser,
  projects,
  startYear,
  type Who,
  type Year,
} from './year.fixture.ts';

const [first, second] = projects as [Entrant, Entrant, Entrant];
const round = roundId(competition, 'projects', 'q1');
const check = ({ entry }: Entrant) => checkId(entry, 'q1');
const appeal = derivedId('appeal', 'killed');
const judge: Who = { org: 'o', sub: 'judge', roles: ['committee'] };

/** The year over a folder, which somebody else may have left in the middle of anything. */
export const startOver = (folder: string, service = quarterlyChecks) =>
  startYear(undefined, { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` }, service);

/** Everything is in, and the round may be closed. */
export async function played(year: Year) {
  for (const each of projects) await year.publish('entry', each.entry, accepted(each));
  await year.publish('competition', competition, promising);
  await year.quiet();
  await year.call(organiser, 'POST', `/rounds/${round}/open`);
  await year.quiet();
  for (const [n, each] of projects.entries()) await complete(year, check(each), [100, 80, 90][n]!);
  await year.quiet();
}

const post = (who: Who, path: string, body?: object) => (year: Year, key: string) =>
  year.call(who, 'POST', path, body, { 'idempotency-key': key });
const marks = { quality: { events: [{ code: 'defect', times: 8 }] } };
const filing = { id: appeal, item: 'quality', reason: '缺陷已整改', evidence: ['整改回执'] };
export const steps = {
  close: post(organiser, `/rounds/${round}/close`),
  publish: post(organiser, `/publications/${round}`, { to: 'entrants' }),
  appeal: post(entrant(first.unit), `/checks/${check(first)}/appeals`, filing),
  answer: post(checker('quality'), `/checks/${check(first)}/appeals/${appeal}/answer`, { answer: '漏记七处' }),
  uphold: post(judge, `/checks/${check(first)}/appeals/${appeal}/decide`, {
    outcome: 'upheld',
    finding: '属实',
    marks,
  }),
  freeze: post(organiser, `/publications/${round}`, { to: 'entrants', frozen: true }),
  reopen: post(organiser, `/rounds/${round}/reopen`, { reason: '复核' }),
  'close again': post(organiser, `/rounds/${round}/close`),
};
export type StepName = keyof typeof steps;

/** Does one step, or does it again, and waits for all that follows. */
export async function step(year: Year, name: StepName) {
  const { status, text } = await steps[name](year, name);
  if (status >= 300) throw new Error(`${name}: ${text}`);
  await year.quiet();
}

/** All that is read, with the versions of what it is read from: an event too many or too few shows. */
export async function stateOf(year: Year) {
  const standings = `/standings/${competition}?track=projects&period=q1`;
  const results = projects.flatMap((each) => [`/checks/${check(each)}`, `/explanations/${check(each)}`]);
  const paths = [`/rounds/${round}`, `/publications/${round}`, standings, '/appeals', '/tasks', ...results];
  const state: Record<string, unknown> = {};
  for (const who of [organiser, entrant(second.unit)])
    for (const path of paths) {
      const { body, headers } = await year.call(who, 'GET', path);
      state[`${who.sub} ${path}`] = { etag: headers.etag, body };
    }
  return state;
}
