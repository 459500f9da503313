// What happens after the launch: late entries, withdrawals, changed groups, marks from a file, who may do what.
import { checkId, roundId } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import {
  accepted,
  branches,
  checker,
  competition,
  entrant,
  entrantOf,
  foreigner,
  launch,
  organiser,
  projects,
  startYear,
} from './year.fixture.ts';

const round = roundId(competition, 'projects', 'q1');
const [first] = projects;
const check = checkId(first!.entry, 'q1');

test('a round opens only with every accepted entry, and admits late ones until it is closed', async () => {
  const { call, publish, quiet, stop } = await startYear();
  for (const each of [...branches, ...projects]) await publish('entry', each.entry, accepted(each));
  await publish('competition', competition, launch);
  await quiet();
  expect((await call(organiser, 'GET', `/rounds/${round}`)).body).toMatchObject({ entrants: 3, checks: { made: 3 } });
  const late = entrantOf(14, 'projects', 2);
  await publish('entry', late.entry, accepted(late));
  await quiet();
  expect((await call(organiser, 'GET', `/rounds/${round}`)).body).toMatchObject({ entrants: 4, checks: { made: 4 } });
  expect((await call(organiser, 'POST', `/rounds/${round}/open`)).status).toBe(202);
  await quiet();
  await publish('entry', first!.entry, {
    type: 'entry-withdrawn',
    data: { competition, entrant: first, reason: '退出' },
  });
  await quiet();
  expect((await call(organiser, 'GET', `/rounds/${round}`)).body).toMatchObject({ entrants: 3, checks: { open: 3 } });
  expect((await call(organiser, 'GET', `/checks/${check}`)).body.status).toBe('withdrawn');
  const missing = (await call(organiser, 'GET', `/rounds/${round}/missing`)).body.items;
  expect(missing.some(({ entry }: { entry: string }) => entry === first!.entry)).toBe(false);
  await publish('competition', competition, { type: 'competition-cancelled', data: { competition, reason: '合并' } });
  await quiet();
  const cancelled = (await call(organiser, 'GET', `/rounds/${round}`)).body;
  expect(cancelled).toMatchObject({ status: 'open', entrants: 0 });
  const left = (await call(organiser, 'GET', `/checks?round=${round}`)).body.items;
  expect(left.map(({ status }: { status: string }) => status)).toEqual(Array(4).fill('withdrawn'));
  await stop();
}, 240_000);

test('marks come from a file row by row, and everybody acts within their duties and organisation', async () => {
  const { call, put, publish, quiet, stop } = await startYear();
  for (const each of projects) await publish('entry', each.entry, accepted(each));
  await publish('competition', competition, launch);
  await quiet();
  await call(organiser, 'POST', `/rounds/${round}/open`);
  await quiet();
  const file =
    '单位编码,指标,分值,等级,事项\nU-11,safety,,,hazard×2\nU-11,civilised,,good,\nU-11,team,99,,\nU-99,team,4,,\n';
  const imported = await call(organiser, 'POST', `/rounds/${round}/marks/import`, file);
  expect(imported.body).toMatchObject({ rows: 4, accepted: 2, faults: [{ row: 4 }, { row: 5 }] });
  const own = await call(checker('safety'), 'POST', `/checks/${check}/sheets/safety/submit`);
  expect(own.status).toBe(200);
  expect((await call(checker('union'), 'POST', `/checks/${check}/sheets/safety/submit`)).body.type).toBe(
    '/problems/not-yours',
  );
  const plan = { items: { output: { plan: 100 } }, reason: '计划' };
  expect((await put(entrant(first!.unit), check, 'plan', plan)).body.type).toBe('/problems/plan-fixed');
  expect((await put(organiser, check, 'plan', plan)).status).toBe(200);
  expect((await put(entrant(), check, 'plan', plan)).body.type).toBe('/problems/not-yours');
  expect((await call(organiser, 'PUT', `/checks/${check}/plan`, plan)).status).toBe(428);
  expect(
    (await call(organiser, 'PUT', `/checks/${check}/plan`, { ...plan, extra: 1 }, { 'if-match': '*' })).status,
  ).toBe(400);
  for (const path of [`/rounds/${round}`, `/checks/${check}`, `/rounds/${round}/missing`, `/standings/${competition}`])
    expect((await call(foreigner, 'GET', path)).status).toBe(404);
  expect((await call(foreigner, 'POST', `/rounds/${round}/close`)).status).toBe(404);
  expect((await call(entrant(first!.unit), 'POST', `/rounds/${round}/close`)).status).toBe(403);
  const listed = (await call(organiser, 'GET', `/checks?round=${round}&limit=2`)).body;
  expect(listed.items).toHaveLength(2);
  expect(listed.next).toBeDefined();
  const csv = await call(organiser, 'GET', `/rounds/${round}/missing?format=csv`);
  expect(csv.text).toContain('单位编码');
  await stop();
}, 240_000);

test('undoing a wrong withdrawal gives the marks back; undoing a wrong acceptance takes the check away', async () => {
  const { call, publish, quiet, stop } = await startYear();
  for (const each of projects) await publish('entry', each.entry, accepted(each));
  await publish('competition', competition, launch);
  await quiet();
  await call(organiser, 'POST', `/rounds/${round}/open`);
  await quiet();
  const marks = { safety: { events: [] } };
  const saved = () => call(checker('safety'), 'GET', `/checks/${check}`);
  await call(checker('safety'), 'PUT', `/checks/${check}/sheets/safety`, { marks }, { 'if-match': '*' });
  const before = (await saved()).body.sheets;
  expect(before.safety).toMatchObject({ marks });
  const say = async (type: string, more: object) => {
    await publish('entry', first!.entry, { type, data: { competition, entrant: first!, reason: '录错', ...more } });
    await quiet();
  };
  await say('entry-withdrawn', {});
  expect((await saved()).body.status).toBe('withdrawn');
  await say('entry-decision-undone', { state: 'accepted', undone: 'withdrawn' });
  expect((await saved()).body).toMatchObject({ status: 'open', sheets: before });
  await say('entry-decision-undone', { state: 'registered', undone: 'accepted' });
  expect((await saved()).body.status).toBe('withdrawn');
  await stop();
}, 240_000);
