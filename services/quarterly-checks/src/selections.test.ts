// Work on a selection, and plans and progress a row at a time: one command each, one answer, nothing done twice.
import { checkId, roundId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accepted,
  checker,
  competition,
  entrant,
  foreigner,
  goodMarks,
  launch,
  organiser,
  projects,
  startYear,
  type Year,
} from './year.fixture.ts';

const round = roundId(competition, 'projects', 'q1');
const checks = projects.map(({ entry }) => checkId(entry, 'q1'));
let year: Year;
beforeAll(async () => {
  year = await startYear();
  for (const each of projects) await year.publish('entry', each.entry, accepted(each));
  await year.publish('competition', competition, launch);
  await year.quiet();
  const plans = projects.flatMap(({ code }) => [
    `${code},形象进度,主体,100,60`,
    `${code},形象进度,二次结构,100,40`,
    `${code},施工产值,,1000,`,
  ]);
  const file = `单位编码,指标,节点,计划,权重\n${plans.join('\n')}\n`;
  const { body } = await year.call(organiser, 'POST', `/rounds/${round}/plans/import`, Buffer.from(file));
  expect([body.faults, body.accepted]).toEqual([[], 9]);
  expect((await year.call(organiser, 'POST', `/rounds/${round}/open`)).status).toBe(202);
  await year.quiet();
}, 240_000);
afterAll(() => year.stop());
const read = async (n: number) => (await year.call(organiser, 'GET', `/checks/${checks[n]}`)).body;
const progressOf = (who: Parameters<Year['call']>[0], rows: string) =>
  year.call(who, 'POST', `/rounds/${round}/progress/import`, Buffer.from(rows));

test('a plan of several rows is one plan, whose milestones keep their ids', async () => {
  const { plan } = await read(0);
  expect(plan.items.progress.parts.map(({ id, label, weight }: never) => [id, label, weight])).toEqual([
    ['m1', '主体', 60],
    ['m2', '二次结构', 40],
  ]);
  expect(plan.items.output).toEqual({ plan: 1000 });
  const again = `单位编码,指标,节点,计划,权重,事由\nU-11,形象进度,主体,120,60,设计变更\n`;
  const path = `/rounds/${round}/plans/import`;
  expect((await year.call(entrant(projects[0]!.unit), 'POST', path, Buffer.from(again))).body.accepted).toBe(0);
  expect((await year.call(organiser, 'POST', path, Buffer.from(again))).body).toMatchObject({
    accepted: 1,
    faults: [],
  });
  expect((await read(0)).plan.items.progress.parts).toMatchObject([
    { id: 'm1', label: '主体', plan: 120 },
    { id: 'm2', plan: 100 },
  ]);
});

test('progress is reported by the units and verified by the department, each row next to the others', async () => {
  const head = '单位编码,指标,节点,完成';
  const own = entrant(projects[1]!.unit);
  const rows = 'U-12,形象进度,主体,80\nU-12,形象进度,二次结构,90\n';
  expect((await progressOf(own, `${head}\n${rows}U-11,施工产值,,5\n`)).body).toMatchObject({ rows: 3, accepted: 2 });
  expect((await read(1)).reported.progress.parts).toEqual([
    { id: 'm1', done: 80 },
    { id: 'm2', done: 90 },
  ]);
  expect((await read(0)).reported).toEqual({});
  const verified = `${head},验收合格\nU-12,形象进度,主体,80,75\nU-12,形象进度,夹层,1,1\nU-12,施工产值,,900,901\n`;
  const { body } = await progressOf(checker('engineering'), verified);
  expect([body.accepted, body.faults.length]).toEqual([1, 2]);
  expect(body.faults.map(({ zh }: { zh: string }) => zh).join()).toContain('主体（m1）');
  expect((await progressOf(own, `${head},验收合格\nU-12,施工产值,,900,900\n`)).body.accepted).toBe(0);
  expect((await read(1)).verified.progress.parts).toEqual([{ id: 'm1', done: 80, accepted: 75 }]);
});

test('what was reported is verified for a selection; who reported nothing is named', async () => {
  const post = (who: Parameters<Year['call']>[0], ids: string[], key: string) =>
    year.call(who, 'POST', '/checks/verify', { ids }, { 'idempotency-key': key });
  await progressOf(organiser, '单位编码,指标,节点,完成\nU-13,施工产值,,950\n');
  const answer = await post(checker('engineering'), [checks[2]!, checks[0]!], 'v');
  expect(answer.body).toMatchObject({ accepted: 1, faults: [{ id: checks[0] }] });
  expect(answer.body.faults[0].zh).toContain('没有上报');
  expect((await read(2)).verified.output).toMatchObject({ done: 950, accepted: 950 });
  const { headers } = await year.call(organiser, 'GET', `/checks/${checks[2]}`);
  expect((await post(checker('engineering'), [checks[2]!, checks[0]!], 'v')).body.accepted).toBe(1);
  expect((await year.call(organiser, 'GET', `/checks/${checks[2]}`)).headers.etag).toBe(headers.etag);
  // Of another department there is nothing to verify.
  expect((await post(checker('safety'), [checks[2]!], 's')).body.faults).toHaveLength(1);
  expect((await post(organiser, [checks[2]!], 'o')).status).toBe(403);
  const abroad = { ...foreigner, roles: ['checker' as const], departments: ['engineering'] };
  expect((await post(abroad, checks, 'f')).status).toBe(404);
});

test('sheets are submitted for a selection: each once, the incomplete ones named', async () => {
  const path = '/checks/submit';
  for (const n of [0, 1]) await year.put(checker('safety'), checks[n]!, 'sheets/safety', { marks: goodMarks.safety });
  const submit = (ids: string[]) => year.call(checker('safety'), 'POST', path, { ids, department: 'safety' });
  expect((await submit([...checks, checks[0]!])).body).toMatchObject({
    accepted: 2,
    faults: [{ id: checks[2] }],
  });
  expect((await read(1)).sheets.safety.status).toBe('submitted');
  expect((await submit(checks.slice(0, 2))).body).toEqual({ accepted: 2, faults: [] });
  expect((await year.call(checker('quality'), 'POST', path, { ids: checks, department: 'safety' })).body.accepted).toBe(
    0,
  );
  expect((await year.call(checker('safety'), 'POST', path, { ids: [] })).status).toBe(400);
});
