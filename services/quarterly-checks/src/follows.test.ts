// What opens, closes or reopens a round is answered before its checks know: the answer says so and where to look, and once it
// is seen there the next step works, however slowly events come.
import { checkId, roundId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quarterlyChecks } from './service.ts';
import {
  accepted,
  checker,
  competition,
  complete,
  launch,
  organiser,
  projects,
  startYear,
  type Year,
} from './year.fixture.ts';

let year: Year;
/** While it is shut no reaction begins. */
let gate: PromiseWithResolvers<void> | undefined;
const slow = {
  ...quarterlyChecks,
  reactions: quarterlyChecks.reactions.map((reaction) => ({
    ...reaction,
    async react(...given: Parameters<typeof reaction.react>) {
      await gate?.promise;
      return reaction.react(...given);
    },
  })),
};
const round = roundId(competition, 'projects', 'q1');
const checks = projects.map(({ entry }) => checkId(entry, 'q1'));
const [first] = checks as [string];

beforeAll(async () => {
  year = await startYear(undefined, {}, slow);
  for (const each of projects) await year.publish('entry', each.entry, accepted(each));
  await year.publish('competition', competition, launch);
  await year.quiet();
}, 240_000);
afterAll(() => year.stop());

/** Gives a command while nothing reacts; then lets events go on, and resolves when its `location` shows that it is done. */
async function followed(command: string, body: object, isDone: (shown: never) => boolean, next: () => Promise<number>) {
  gate = Promise.withResolvers();
  const { status, headers } = await year.call(organiser, 'POST', `/rounds/${round}/${command}`, body);
  expect([status, headers.location]).toEqual([202, `/api/rounds/${round}`]);
  const look = async () => (await year.call(organiser, 'GET', String(headers.location).slice('/api'.length))).body;
  expect(isDone((await look()) as never)).toBe(false);
  expect(await next()).toBe(409);
  gate.resolve();
  gate = undefined;
  await expect.poll(async () => isDone((await look()) as never), { timeout: 60_000 }).toBe(true);
}

test('a round that is opened takes marks once it is seen to be open', async () => {
  const save = async () =>
    (await year.put(checker('safety'), first, 'sheets/safety', { marks: { safety: { events: [] } } })).status;
  const isOpen = ({ status, checks }: { status: string; checks: { made: number } }) =>
    status === 'open' && checks.made === 0;
  await followed('open', {}, isOpen, save);
  expect(await save()).toBe(200);
});

test('a round that is closed is corrected once it is seen to be closed', async () => {
  await year.quiet();
  for (const check of checks) await complete(year, check, 100);
  const change = { reason: '复核', marks: { quality: { events: [] } }, raise: [], lift: [] };
  const correct = async () => (await year.call(organiser, 'POST', `/checks/${first}/corrections`, change)).status;
  await followed('close', {}, ({ status }: { status: string }) => status === 'closed', correct);
  expect(await correct()).toBe(200);
});

test('a round that is opened again takes marks once none of its checks is seen to be sealed', async () => {
  const back = async () =>
    (await year.call(organiser, 'POST', `/checks/${first}/sheets/safety/return`, { reason: '整表录错' })).status;
  const isBack = ({ checks }: { checks: { sealed: number } }) => checks.sealed === 0;
  await followed('reopen', { reason: '整表录错' }, isBack, back);
  expect(await back()).toBe(200);
});
