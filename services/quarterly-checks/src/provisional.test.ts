// Standings of a round that is open: what is in, what is missing, and what each may still come to; for whom they are.
import { checkId, type Entrant, roundId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accepted,
  branches,
  checker,
  competition,
  complete,
  entrant,
  goodMarks,
  launch,
  organiser,
  projects,
  startYear,
  type Year,
} from './year.fixture.ts';

const [whole, part, none] = projects as [Entrant, Entrant, Entrant];
const goodChecker = checker('safety');
const q1 = roundId(competition, 'projects', 'q1');
const check = ({ entry }: Entrant) => checkId(entry, 'q1');
let year: Year;
beforeAll(async () => {
  year = await startYear();
  for (const each of [...branches, ...projects]) await year.publish('entry', each.entry, accepted(each));
  await year.publish('competition', competition, launch);
  await year.quiet();
  expect((await year.call(organiser, 'POST', `/rounds/${q1}/open`)).status).toBe(202);
  await year.quiet();
  for (const each of [whole, part]) await complete(year, check(each), 100);
  const back = `/checks/${check(part)}/sheets/safety/return`;
  expect((await year.call(organiser, 'POST', back, { reason: '重录' })).status).toBe(200);
  await year.quiet();
}, 120_000);
afterAll(() => year.stop());

const standings = `/standings/${competition}?track=projects&period=q1`;
const rows = async (who = organiser) => (await year.call(who, 'GET', standings)).body;
const why = (of: Entrant, who = organiser) => year.call(who, 'GET', `/explanations/${check(of)}`);

test('provisional standings say what is in, what is missing, and the score if the rest were nothing or full', async () => {
  const { state, items } = await rows();
  expect(state).toBe('provisional');
  const sheet = { what: 'sheet', departmentLabel: '安全环保部', criteria: ['安全生产', '文明施工'] };
  const complete = { due: 8, in: 8, missing: [], ifNothing: 95.5, ifFull: 95.5 };
  // By hand: safety is worth 14 points and gave 14, tidiness 5 and gave 4.
  expect(items).toMatchObject([
    { code: whole.code, place: null, score: null, provisional: complete },
    { code: part.code, place: null, provisional: { due: 8, in: 6, missing: [sheet], ifNothing: 77.5, ifFull: 96.5 } },
    { code: none.code, place: null, provisional: { due: 8, in: 0, ifNothing: 0, ifFull: 100 } },
  ]);
  const labels = items[2].provisional.missing.flatMap(({ criteria }: { criteria: string[] }) => criteria);
  expect(labels).toHaveLength(8);
  const { text } = await year.call(organiser, 'GET', `${standings}&format=csv`);
  expect(text).toContain('6,8,77.5,96.5,安全环保部：安全生产、文明施工');
});

test('a result under way is explained and tried like one that is sealed', async () => {
  const { body } = await why(part);
  expect(body).toMatchObject({ revision: 0, score: null, outcome: { status: 'pending' } });
  expect(body.provisional).toMatchObject({ in: 6, ifNothing: 77.5, ifFull: 96.5 });
  expect(body.text.zh).toContain('质量缺陷 1 次');
  expect((await why(whole)).body).toMatchObject({ score: 95.5, provisional: { missing: [] } });
  const tried = (marks: object) => year.call(organiser, 'POST', `/explanations/${check(part)}/what-if`, { marks });
  const { before, after, moves } = (await tried({ safety: { events: [{ code: 'hazard', times: 2 }] } })).body;
  expect([before.provisional.ifNothing, before.provisional.ifFull]).toEqual([77.5, 96.5]);
  expect(after.provisional).toMatchObject({
    in: 7,
    ifNothing: 89.5,
    ifFull: 94.5,
    missing: [{ criteria: ['文明施工'] }],
  });
  expect(after.text.zh).toContain('一般隐患 2 次');
  expect(moves).toEqual([]);
  expect((await tried({ safety: { value: 3 } })).body.type).toBe('/problems/mark-misfit');
  expect((await tried({})).body.type).toBe('/problems/nothing-to-correct');
  expect((await rows()).items[1].provisional.in).toBe(6);
});

test('entrants see of a round under way what is published to them, and of rivals nothing', async () => {
  const own = entrant(part.unit);
  expect((await rows(own)).items).toEqual([]);
  expect((await why(part, own)).body.type).toBe('/problems/result-not-published');
  const done = async (answer: Promise<{ status: number; text: string }>) => {
    const { status, text } = await answer;
    if (status >= 300) throw new Error(text);
    await year.quiet();
  };
  await complete(year, check(none), 80);
  await done(year.put(goodChecker, check(part), 'sheets/safety', { marks: goodMarks.safety }));
  await done(year.call(goodChecker, 'POST', `/checks/${check(part)}/sheets/safety/submit`));
  await done(year.call(organiser, 'POST', `/rounds/${q1}/close`));
  await done(year.call(organiser, 'POST', `/publications/${q1}`, { to: 'entrants' }));
  await done(year.call(organiser, 'POST', `/rounds/${q1}/reopen`, { reason: '复核' }));
  await done(year.call(organiser, 'POST', `/checks/${check(part)}/sheets/quality/return`, { reason: '重录' }));
  const { items } = await rows(own);
  expect(items.map(({ code }: { code: string }) => code)).toEqual(['U-11', 'U-12', 'U-13']);
  expect(items[1].provisional).toMatchObject({ in: 7, ifNothing: 82.5, ifFull: 96.5 });
  for (const rival of [items[0], items[2]]) expect([rival.provisional, rival.score]).toEqual([undefined, null]);
  expect((await why(part, own)).status).toBe(200);
  expect((await why(whole, own)).body.type).toBe('/problems/result-not-published');
});
