// An entrant appeals against an item of its own check; the department answers, and somebody who had no part decides.
import { type Actor, checkId, type Entrant, roundId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  checker,
  competition,
  entrant,
  evaluatedYear,
  organiser,
  projects,
  publishAll,
  type Who,
  type Year,
} from './year.fixture.ts';

const [first, second] = projects as [Entrant, Entrant, Entrant];
const [check, rivals] = [checkId(first.entry, 'q1'), checkId(second.entry, 'q1')];
const round = roundId(competition, 'projects', 'q1');
const own = entrant(first.unit);
const other: Who = { org: 'o', sub: 'committee', roles: ['committee'] };
const appealId = (n: number) => `8f14e45f-ceea-867a-9c0b-3f2c5a1b6fa${n}`;

/** By hand, as in appeal.test.ts: one defect costs a point. */
const before = 95.5;
const after = 96.5;

let today = '2025-01-10';
let year: Year;
beforeAll(async () => {
  year = await evaluatedYear(() => `${today}T09:00:00+08:00`);
}, 240_000);
afterAll(() => year.stop());
const read = async (path: string, who: Who = own) => (await year.call(who, 'GET', path)).body;
const filing = { item: 'quality', reason: '该缺陷属相邻标段', evidence: ['检查记录 3'] };
const file = (body: object, who: Who = own, at = check) => year.call(who, 'POST', `/checks/${at}/appeals`, body);
const answer = (n: number, who: Who = checker('quality')) =>
  year.call(who, 'POST', `/checks/${check}/appeals/${appealId(n)}/answer`, { answer: '经核对图纸，确在相邻标段' });
const decide = (n: number, body: object, who: Who = other) =>
  year.call(who, 'POST', `/checks/${check}/appeals/${appealId(n)}/decide`, { finding: '核实属实', ...body });
const uphold = { outcome: 'upheld', marks: { quality: { events: [] } } };
const typeOf = async (call: ReturnType<Year['call']>) => (await call).body.type?.replace('/problems/', '');
const publish = (body: object) => year.call(organiser, 'POST', `/publications/${round}`, body);

test('appeals are taken from the day of publication, for as many working days as the organiser sets', async () => {
  expect(await typeOf(file(filing))).toBe('appeals-not-open');
  await publishAll(year, 'entrants');
  // From Friday on; the 26th is a Sunday that is worked for the Spring Festival.
  expect((await read(`/publications/${round}`)).appeals).toEqual({
    ...{ from: '2025-01-10', workingDays: 5, lastDay: '2025-01-17' },
  });
  await publish({ to: 'entrants', appealDays: 12 });
  expect((await read('/publications')).items).toContainEqual(
    expect.objectContaining({ publication: round, appeals: expect.objectContaining({ lastDay: '2025-01-27' }) }),
  );
  await publish({ to: 'entrants', appealDays: 1 });
  today = '2025-01-14';
  expect(await typeOf(file(filing))).toBe('appeal-out-of-time');
  await publish({ to: 'entrants', appealDays: 5 });
});

test('an entrant appeals against an item of its own check, with a reason and evidence, once', async () => {
  expect(await typeOf(file(filing, own, rivals))).toBe('not-yours');
  expect(await typeOf(file(filing, { ...own, units: [second.unit] }))).toBe('not-yours');
  expect(await typeOf(file(filing, { ...own, roles: ['organiser', 'entrant'], units: [] }))).toBe('not-yours');
  expect((await file(filing, organiser)).status).toBe(403);
  expect(await typeOf(file({ ...filing, item: 'review' }))).toBe('unknown-criterion');
  expect(await typeOf(file({ ...filing, about: 'veto', item: 'casualty' }))).toBe('veto-not-standing');
  expect(await typeOf(file({ ...filing, evidence: [] }))).toBe('appeal-without-proof');
  expect((await file({ ...filing, evidence: [' '] })).status).toBe(400);
  expect((await file({ ...filing, files: [appealId(9)] })).status).toBe(422);
  expect((await file({ id: appealId(1), ...filing })).status).toBe(200);
  await year.quiet();
  expect(await typeOf(file({ id: appealId(2), ...filing }))).toBe('appeal-known');
  expect((await file({ id: appealId(1), ...filing })).status).toBe(200);
  expect(await read(`/checks/${check}/appeals/${appealId(1)}`)).toMatchObject({
    ...{ status: 'open', item: 'quality', departments: ['quality'], revision: 1, answerBy: '2025-01-17', answers: [] },
    before: { score: before, place: 1 },
  });
});

test('an appeal is read by its own unit and by those who judge, by nobody else', async () => {
  const rival = entrant(second.unit);
  expect((await read('/appeals')).items).toHaveLength(1);
  expect((await read('/appeals', organiser)).items).toHaveLength(1);
  expect((await read('/appeals', rival)).items).toEqual([]);
  const one = `/checks/${check}/appeals/${appealId(1)}`;
  for (const who of [rival, { ...rival, roles: ['hr' as const], units: [] }])
    expect((await year.call(who, 'GET', one)).status).toBe(404);
});

test('the department that scored answers, and nothing is decided before, until its time is over', async () => {
  expect(await typeOf(answer(1, checker('safety')))).toBe('not-yours');
  expect((await answer(1, own)).status).toBe(403);
  expect((await answer(3)).status).toBe(404);
  expect(await typeOf(decide(1, uphold))).toBe('appeal-not-answered');
  expect((await answer(1)).status).toBe(200);
  await year.quiet();
});

test('who scored, filed, answered or belongs to the unit does not decide', async () => {
  const as = (who: Partial<Actor>): Who => ({ ...other, ...who });
  for (const who of [
    as({ sub: 'checker-quality' }),
    as({ sub: 'checker-safety' }),
    as({ sub: 'entrant' }),
    as({ units: [first.unit] }),
    as({ units: [first.parent!] }),
  ])
    expect(await typeOf(decide(1, uphold, who))).toBe('own-appeal');
  expect((await decide(1, uphold, checker('quality'))).status).toBe(403);
});

test('upheld, the correction follows by itself, and both explanations show what it came to', async () => {
  expect(await typeOf(decide(1, { outcome: 'upheld' }))).toBe('nothing-to-correct');
  expect(await typeOf(decide(1, { ...uphold, marks: { technology: { value: 4 } } }))).toBe('appeal-item-unchanged');
  expect(await typeOf(decide(1, { ...uphold, marks: { quality: { value: 4 } } }))).toBe('mark-misfit');
  expect(await typeOf(decide(1, { ...uphold, outcome: 'dismissed' }))).toBe('appeal-dismissed-corrects');
  expect((await decide(1, uphold)).status).toBe(200);
  await year.quiet();
  const appeal = await read(`/checks/${check}/appeals/${appealId(1)}`);
  expect(appeal).toMatchObject({
    ...{ status: 'upheld', decided: { revision: 2, finding: '核实属实', decidedBy: 'committee' } },
    before: { score: before },
    after: { score: after },
    moves: [{ code: 'U-11', before: { score: before }, after: { score: after } }],
  });
  expect([appeal.before.tree.of[0].value, appeal.after.tree.of[0].value]).toEqual([before, after]);
  expect(appeal.before.text.zh).not.toBe(appeal.after.text.zh);
  expect(await read(`/explanations/${check}`, organiser)).toMatchObject({ revision: 2, score: after });
  const { items } = await read(`/standings/${competition}?track=projects&period=q1`, organiser);
  expect(items[0]).toMatchObject({ code: 'U-11', score: after });
  // The year was evaluated with the lower quarter.
  expect(await read(`/explanations/${first.entry}`, organiser)).toMatchObject({ revision: 2, score: 94.6 });
  expect(await typeOf(answer(1))).toBe('appeal-closed');
  expect(await typeOf(decide(1, uphold))).toBe('appeal-closed');
  expect(await typeOf(file({ id: appealId(2), ...filing }))).toBe('appeal-known');
});

test('dismissed, the result stands as it was; without an answer it is decided once the time is over', async () => {
  expect((await file({ ...filing, id: appealId(4), item: 'cost' })).status).toBe(200);
  await year.quiet();
  today = '2025-01-17';
  expect(await typeOf(decide(4, { outcome: 'dismissed' }, organiser))).toBe('appeal-not-answered');
  today = '2025-01-18';
  expect((await decide(4, { outcome: 'dismissed', finding: '扣分无误' }, organiser)).status).toBe(200);
  await year.quiet();
  expect(await read(`/checks/${check}/appeals/${appealId(4)}`)).toMatchObject({
    ...{ status: 'dismissed', decided: { revision: 2, finding: '扣分无误' }, moves: [] },
    ...{ before: { score: after }, after: { score: after } },
  });
  expect(await typeOf(file({ ...filing, item: 'team' }))).toBe('appeal-out-of-time');
});

test('nothing is upheld while the round is open again, and what was put right in its sheets needs no correction', async () => {
  await publish({ to: 'entrants', appealDays: 20 });
  expect((await file({ ...filing, id: appealId(5), item: 'technology' })).status).toBe(200);
  await year.quiet();
  expect((await answer(5, checker('technology'))).status).toBe(200);
  await year.call(organiser, 'POST', `/rounds/${round}/reopen`, { reason: '技术分录错' });
  await year.quiet();
  expect(await typeOf(decide(5, { outcome: 'upheld', marks: { technology: { value: 4 } } }))).toBe('not-sealed');
  expect((await read(`/checks/${check}/appeals/${appealId(5)}`)).before).toBeUndefined();
  const sheet = `/checks/${check}/sheets/technology`;
  await year.call(organiser, 'POST', `${sheet}/return`, { reason: '重录' });
  await year.put(checker('technology'), check, 'sheets/technology', { marks: { technology: { value: 4 } } });
  await year.call(checker('technology'), 'POST', `${sheet}/submit`);
  expect(await typeOf(file({ ...filing, id: appealId(6), item: 'team' }))).toBe('appeals-not-open');
  await year.call(organiser, 'POST', `/rounds/${round}/close`);
  await year.quiet();
  const settled = { outcome: 'upheld', finding: '已在评分表中更正' };
  // Whoever upheld the first appeal entered its marks.
  expect(await typeOf(decide(5, settled))).toBe('own-appeal');
  expect((await decide(5, settled, { ...other, sub: 'committee-2' })).status).toBe(200);
  await year.quiet();
  expect(await read(`/checks/${check}/appeals/${appealId(5)}`)).toMatchObject({
    ...{ status: 'upheld', revision: 2, decided: { revision: 3 }, before: { score: after }, after: { score: 95.5 } },
  });
}, 20_000);
