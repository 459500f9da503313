// An entrant's own score stands next to the departments', is shown to those who may see it, and counts for nothing.
import { checkId, type Entrant, roundId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accepted,
  checker,
  competition,
  complete,
  entrant,
  launch,
  organiser,
  projects,
  startYear,
  type Who,
  type Year,
} from './year.fixture.ts';

const [first, second] = projects as [Entrant, Entrant, Entrant];
const check = checkId(first.entry, 'q1');
const round = roundId(competition, 'projects', 'q1');
const own = entrant(first.unit);
const marks = { quality: { events: [] }, technology: { value: 4 } };
let year: Year;
beforeAll(async () => {
  year = await startYear();
  for (const each of projects) await year.publish('entry', each.entry, accepted(each));
  await year.publish('competition', competition, launch);
  await year.quiet();
}, 240_000);
afterAll(() => year.stop());
const save = (body: object, who: Who = own, of = check) => year.put(who, of, 'self-score', body);
const typeOf = async (call: ReturnType<Year['call']>) => (await call).body.type?.replace('/problems/', '');
const shown = async (who: Who) => (await year.call(who, 'GET', `/checks/${check}/self-score`)).body;
const item = ({ items }: { items: { criterion: string }[] }, id: string) =>
  items.find(({ criterion }) => criterion === id);

test('an entrant scores itself, in its own check alone, once the round is open', async () => {
  expect(await typeOf(save({ marks }))).toBe('check-not-open');
  await year.call(organiser, 'POST', `/rounds/${round}/open`);
  await year.quiet();
  expect(await typeOf(save({ marks }, own, checkId(second.entry, 'q1')))).toBe('not-yours');
  expect(await typeOf(save({ marks }, { ...own, roles: ['organiser', 'entrant'], units: [] }))).toBe('not-yours');
  expect((await save({ marks }, checker('quality'))).status).toBe(403);
  expect(await typeOf(save({ marks: { progress: { value: 1 } } }))).toBe('unknown-criterion');
  expect(await typeOf(save({ marks: { technology: { value: 99 } } }))).toBe('mark-misfit');
  expect((await save({ marks })).status).toBe(200);
  await year.quiet();
});

test('it stands next to what the departments give, with the points of each', async () => {
  await complete(year, check, 100);
  await year.quiet();
  const seen = await shown(checker('quality'));
  expect(item(seen, 'quality')).toMatchObject({ self: { points: 14 }, sheet: { points: 13 } });
  expect(item(seen, 'technology')).toMatchObject({
    self: { points: 4 },
    sheet: { points: 5 },
    departmentLabel: '技术中心',
  });
  expect(item(seen, 'cost')).toMatchObject({ sheet: { points: 5.5 } });
  expect(seen.totals.self).toBe(18);
});

test('before publication its unit reads its own side alone, and rivals neither', async () => {
  const seen = await shown(own);
  expect(item(seen, 'quality')).toMatchObject({ self: { points: 14 } });
  expect(seen.items.some((each: object) => 'sheet' in each)).toBe(false);
  expect(seen.totals).toEqual({ self: 18, sheet: 0 });
  expect(await typeOf(year.call(entrant(second.unit), 'GET', `/checks/${check}/self-score`))).toBe('not-found');
});

test('it counts for nothing, and ends with the seal', async () => {
  for (const { entry } of projects.slice(1)) await complete(year, checkId(entry, 'q1'), 90);
  await year.call(organiser, 'POST', `/rounds/${round}/close`);
  await year.quiet();
  const { sealed } = (await year.call(organiser, 'GET', `/checks/${check}`)).body;
  expect(sealed).toMatchObject({ result: { score: 95.5 }, inputs: { technology: { value: 5 } } });
  expect(sealed.scoredBy).not.toContain('entrant');
  expect(await typeOf(save({ marks: { technology: { value: 5 } } }))).toBe('check-closed');
  await year.call(organiser, 'POST', `/publications/${round}`, { to: 'entrants' });
  await year.quiet();
  expect(item(await shown(own), 'quality')).toMatchObject({ self: { points: 14 }, sheet: { points: 13 } });
});
