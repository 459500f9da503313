// A closed round opened again: what depends on it says so and follows; nothing that was corrected is lost.
import { checkId, type Entrant, evaluationId, roundId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  checker,
  competition,
  entrant,
  evaluatedYear,
  foreigner,
  launch,
  organiser,
  projects,
  type Year,
} from './year.fixture.ts';

const [first, second] = projects as [Entrant, Entrant];
const [q1, q2] = ['q1', 'q2'].map((period) => roundId(competition, 'projects', period)) as [string, string];
const evaluation = evaluationId(competition, 'projects');
let year: Year;
beforeAll(async () => {
  year = await evaluatedYear();
}, 240_000);
afterAll(() => year.stop());
const read = async (path: string) => (await year.call(organiser, 'GET', path)).body;
const post = async (path: string, body?: object, who = organiser) => {
  const answer = await year.call(who, 'POST', path, body);
  await year.quiet();
  return answer;
};
const reopen = (round: string) => post(`/rounds/${round}/reopen`, { reason: '安全部评分表整表录错' });
const close = (round: string) => post(`/rounds/${round}/close`);

test('a closed round opens again with a reason, by the organiser alone, and says what it had come to', async () => {
  const { digest } = await read(`/rounds/${q1}`);
  expect((await post(`/rounds/${q1}/reopen`, {})).status).toBe(400);
  expect((await post(`/rounds/${q1}/reopen`, { reason: '误' }, entrant(first.unit))).status).toBe(403);
  expect((await post(`/rounds/${q1}/reopen`, { reason: '误' }, foreigner)).status).toBe(404);
  expect((await reopen(q1)).status).toBe(202);
  const round = await read(`/rounds/${q1}`);
  expect(round).toMatchObject({
    status: 'open',
    checks: { open: 3 },
    undone: [{ attempt: 1, digest, by: 'organiser' }],
  });
  expect(round.digest).toBeUndefined();
  expect((await reopen(q1)).body.type).toBe('/problems/wrong-round-status');
});

test('closed again without a change it has the same digest, and the year is not evaluated anew', async () => {
  const [undone] = (await read(`/rounds/${q1}`)).undone;
  const before = await read(`/evaluations/${evaluation}`);
  expect(before.reopened).toMatchObject([{ round: q1, periodLabel: '第一季度', reason: undone.reason }]);
  expect((await close(q1)).status).toBe(202);
  expect(await read(`/rounds/${q1}`)).toMatchObject({ status: 'closed', digest: undone.digest });
  expect(await read(`/evaluations/${evaluation}`)).toEqual({ ...before, reopened: [] });
});

test('a correction survives, marks change on the sheet, and the year follows once, when the round is closed', async () => {
  const corrected = checkId(first.entry, 'q1');
  const marks = {
    quality: { events: [{ code: 'defect', times: 3 }] },
    progress: { plan: 100, done: 80, accepted: 80 },
  };
  await post(`/checks/${corrected}/corrections`, { reason: '补记', marks, raise: [], lift: [] });
  const { sealed } = await read(`/checks/${corrected}`);
  expect(sealed.revision).toBe(2);
  const stood = await read(`/evaluations/${evaluation}`);
  await reopen(q1);
  expect((await read(`/checks/${corrected}`)).sheets.quality).toMatchObject({ status: 'submitted', by: 'organiser' });

  // Of another quarter, meanwhile: the year waits.
  const change = { reason: '更正', marks: { technology: { value: 1 } }, raise: [], lift: [] };
  await post(`/checks/${checkId(second.entry, 'q2')}/corrections`, change);
  const changed = checkId(second.entry, 'q1');
  await post(`/checks/${changed}/sheets/finance/return`, { reason: '录错' });
  await year.put(checker('finance'), changed, 'sheets/finance', { marks: { cost: { value: 2 } } });
  await post(`/checks/${changed}/sheets/finance/submit`, undefined, checker('finance'));
  expect(await read(`/evaluations/${evaluation}`)).toMatchObject({ revision: stood.revision, digest: stood.digest });
  await close(q1);

  expect((await read(`/checks/${corrected}`)).sealed).toEqual(sealed);
  expect((await read(`/checks/${changed}`)).sealed).toMatchObject({ revision: 2, reason: '安全部评分表整表录错' });
  const { items } = await read(`/checks/${changed}/corrections`);
  expect(items).toMatchObject([{ revision: 2, by: 'organiser', moves: [{ code: second.code }] }]);
  const revisions = (await read(`/evaluations/${evaluation}/revisions`)).items;
  expect(revisions.at(-1).revision).toBe(stood.revision + 1);
  expect(
    revisions
      .at(-1)
      .causes.map(({ label }: { label: string }) => label)
      .sort(),
  ).toEqual([`${second.shortName} 第一季度`, `${second.shortName} 第二季度`]);
});

test('nothing opens again in a competition that is over', async () => {
  await year.publish('competition', competition, { type: 'competition-closed', data: { competition } });
  await year.quiet();
  expect((await reopen(q2)).body.type).toBe('/problems/competition-over');
});

test('a competition that is amended goes by its new name in rounds and standings', async () => {
  const { name, theme, tracks } = launch.data;
  const announced = tracks.map(({ body: _, ...track }) => track);
  const registration = { from: '2023-12-18', to: '2024-01-12' };
  const amended = { ...launch.data, accepted: undefined, name: `${name}（更名）`, tracks: announced, registration };
  const data = { ...amended, slogan: '更正', theme, reason: '名称录错' };
  await year.publish('competition', competition, { type: 'competition-amended', data });
  await year.quiet();
  const names = [
    await read(`/rounds/${q1}`),
    (await read(`/rounds?competition=${competition}`)).items[0],
    await read(`/standings/${competition}?track=projects&period=q1`),
  ].map(({ competitionName }) => competitionName);
  expect(names).toEqual(names.map(() => amended.name));
});
