// A contestant’s side appeals against an item of its result; whoever scored it answers, and somebody who had no part decides.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  as,
  captain,
  committee,
  type Drive,
  driven,
  organiser,
  panel,
  stage,
  startDrive,
  unitOf,
  type Who,
} from '../drive.fixture.ts';

let today = '2025-01-10';
let drive: Drive;
/** The judge on the first seat. */
let seated: Who;
beforeAll(async () => {
  drive = await startDrive(() => `${today}T09:00:00+08:00`);
  const { pool } = (await drive.call(organiser, 'GET', `/judging-panels/${panel}`)).body;
  seated = as(pool[0].judge, 'checker');
  await driven(drive);
}, 240_000);
afterAll(() => drive.stop());

const referee = as('referee', 'checker');
const other = as('zhao', 'committee');
const filing = (n: number, item: string | undefined = 'theory') => ({
  ...{ contestant: drive.contestantOf(n), reason: '第 12 题答案有误', evidence: ['试卷第 12 题'] },
  ...(item ? { item } : {}),
});
const file = (n: number, body: object, who: Who = captain(n)) =>
  drive.call(who, 'POST', `/contest-stages/${stage}/appeals`, { ...filing(n), ...body });
const filed = async (n: number, body: object = {}) => {
  const { body: answer } = await file(n, body);
  await drive.quiet();
  return answer.id as string;
};
const answer = (appeal: string, who: Who) =>
  drive.call(who, 'POST', `/contest-appeals/${appeal}/answer`, { answer: '经核对，第 12 题应判对' });
const decide = (appeal: string, body: object, who: Who = other) =>
  drive.call(who, 'POST', `/contest-appeals/${appeal}/decide`, { outcome: 'upheld', finding: '核实属实', ...body });
const typeOf = async (call: ReturnType<Drive['call']>) => (await call).body.type?.replace('/problems/', '');
const publish = (body: object) => drive.done(`/contest-stages/${stage}/publish`, { to: 'entrants', ...body });
const read = async (path: string, who: Who = organiser) => (await drive.call(who, 'GET', path)).body;
const standings = async () =>
  (await read(`/contest-stages/${stage}/standings`)).items.map((item: Record<string, unknown>) => [
    item.code,
    item.score,
  ]);
const tasks = async (who: Who) =>
  (await read('/tasks?limit=100', who)).items
    .filter(({ task }: { task: string }) => task.endsWith('-appeal'))
    .map(({ task, text }: { task: string; text: { zh: string } }) => [task, text.zh].join(' '));

test('appeals are taken from the day of publication, for as many working days as the organiser sets', async () => {
  expect(await typeOf(file(1, {}))).toBe('contest-stage-status');
  await drive.done(`/contest-stages/${stage}/close`);
  expect(await typeOf(file(1, {}))).toBe('contest-appeals-not-open');
  await publish({});
  // From Friday on; the 26th is a Sunday that is worked for the Spring Festival.
  const window = async () => (await read(`/contest-stages/${stage}`, captain(1))).appeals;
  expect(await window()).toEqual({ from: '2025-01-10', workingDays: 5, lastDay: '2025-01-17' });
  await publish({ appealDays: 12 });
  expect(await window()).toMatchObject({ lastDay: '2025-01-27' });
  await publish({ appealDays: 1 });
  today = '2025-01-14';
  expect(await typeOf(file(1, {}))).toBe('appeal-out-of-time');
  await publish({ to: 'hidden', reason: '复核' });
  expect(await window()).toBeUndefined();
  expect(await typeOf(file(1, {}))).toBe('contest-appeals-not-open');
  await publish({});
  expect(await window()).toEqual({ from: '2025-01-14', workingDays: 5, lastDay: '2025-01-21' });
});

let theory: string;
test('the own side appeals against an item, with a reason and evidence, once', async () => {
  expect(await typeOf(file(1, {}, captain(2)))).toBe('not-found');
  expect(await typeOf(file(1, {}, { ...captain(1), roles: ['organiser', 'entrant'], units: [] }))).toBe('not-found');
  expect((await file(1, {}, organiser)).status).toBe(403);
  expect(await typeOf(file(1, { evidence: [] }))).toBe('appeal-without-proof');
  expect(await typeOf(file(1, { evidence: [' '] }))).toBe('malformed-request');
  expect((await file(1, { item: 'weather' })).body.detail).toBe(
    '请在「申诉事项」中选择：理论、超时（秒）、碰倒锥桶、实操；对未参赛、未完赛、取消资格的认定有异议时留空。',
  );
  // There is a number.
  expect(await typeOf(file(1, { item: undefined }))).toBe('contest-appeal-item');
  theory = await filed(1);
  expect(await typeOf(file(1, {}))).toBe('appeal-known');
  const own = await read(`/contest-appeals/${theory}`, captain(1));
  expect(own).toMatchObject({
    ...{ status: 'open', item: 'theory', itemLabel: '理论', revision: 1, answerBy: '2025-01-17', code: 'FG-1' },
    ...{ before: { score: 83.45, place: 2 }, moves: [] },
  });
  expect(own.before.text.zh).toContain('录入 91.5');
  expect(await typeOf(drive.call(captain(2), 'GET', `/contest-appeals/${theory}`))).toBe('not-found');
  expect((await read('/contest-appeals', captain(2))).items).toEqual([]);
});

test('whoever scored answers, and nothing is decided before, until its time is over', async () => {
  expect([await tasks(referee), await tasks(other), await tasks(as('r2', 'checker'))]).toEqual([
    ['answer-appeal 答复申诉（理论）'],
    [],
    [],
  ]);
  const wrong = { marks: { theory: { value: 95 } } };
  expect(await typeOf(decide(theory, wrong))).toBe('contest-appeal-not-answered');
  expect(await typeOf(answer(theory, as('r2', 'checker')))).toBe('not-yours');
  expect((await answer(theory, captain(1))).status).toBe(403);
  expect((await answer(theory, referee)).status).toBe(200);
  await drive.quiet();
  expect([await tasks(referee), await tasks(other)]).toEqual([[], ['decide-appeal 处理申诉（理论）']]);
});

test('who scored, filed, answered or belongs to somebody who takes part does not decide', async () => {
  const upheld = { marks: { theory: { value: 95 } } };
  for (const who of [
    { ...other, sub: 'referee' },
    { ...other, sub: seated.sub },
    { ...other, sub: 'captain-1' },
    { ...other, units: [unitOf(1)] },
    { ...other, units: [unitOf(3)] },
  ])
    expect(await typeOf(decide(theory, upheld, who))).toBe('own-appeal');
  expect((await decide(theory, upheld, referee)).status).toBe(403);
});

test('upheld, what was recorded is corrected, and both explanations show what it came to', async () => {
  expect(await typeOf(decide(theory, {}))).toBe('contest-appeal-unchanged');
  expect(await typeOf(decide(theory, { marks: { overtime: { value: 1 } } }))).toBe('contest-appeal-unchanged');
  expect(await typeOf(decide(theory, { marks: { theory: { value: 191 } } }))).toBe('performance-misfit');
  expect(await typeOf(decide(theory, { outcome: 'dismissed', marks: { theory: { value: 97 } } }))).toBe(
    'contest-appeal-corrects',
  );
  expect((await decide(theory, { marks: { theory: { value: 97 } } })).status).toBe(200);
  await drive.quiet();
  // 29.1 + 56: ahead of the third by a tenth.
  expect(await standings()).toEqual([
    ['FG-1', 85.1],
    ['FG-3', 85],
    ['FG-2', 70.78],
  ]);
  const { items } = await read(`/contest-stages/${stage}/revisions`);
  expect(items).toMatchObject([{ revision: 2, moved: 2, causes: [{ what: 'performance', reason: '核实属实' }] }]);
  const own = await read(`/contest-appeals/${theory}`, captain(1));
  expect(own).toMatchObject({
    ...{ status: 'upheld', decided: { finding: '核实属实', decidedBy: 'zhao' } },
    ...{ before: { score: 83.45, place: 2 }, after: { score: 85.1, place: 1 } },
    moves: [{ code: 'FG-1', before: { score: 83.45 }, after: { score: 85.1 } }],
  });
  expect((await read(`/contest-appeals/${theory}`)).moves).toHaveLength(2);
  expect(await typeOf(answer(theory, referee))).toBe('appeal-closed');
  expect(await typeOf(decide(theory, {}))).toBe('appeal-closed');
});

test('what a judge marked is corrected on the judge’s seat, by somebody who decided no other appeal of the contestant', async () => {
  const marked = await filed(1, { item: 'practice' });
  expect((await answer(marked, seated)).status).toBe(200);
  await drive.quiet();
  const sheet = { panel, seat: '1', marks: { practice: { value: 70 } } };
  expect(await typeOf(decide(marked, { sheets: [sheet] }))).toBe('own-appeal');
  expect(await typeOf(decide(marked, { sheets: [{ ...sheet, seat: '9' }] }, committee))).toBe('not-found');
  expect(await typeOf(decide(marked, { sheets: [{ ...sheet, marks: { practice: { value: 170 } } }] }, committee))).toBe(
    'performance-misfit',
  );
  const two = [sheet, { ...sheet, seat: '3', marks: { practice: { value: 79 } } }];
  expect((await decide(marked, { sheets: two }, committee)).status).toBe(200);
  await drive.quiet();
  // 70, 80 and 79: 29.1 + 0.7 × 79.
  expect((await standings())[1]).toEqual(['FG-1', 84.4]);
  expect(await read(`/contest-appeals/${marked}`, captain(1))).toMatchObject({
    ...{ before: { score: 85.1 }, after: { score: 84.4 } },
  });
});

test('dismissed, the result stands; unanswered, it is decided once the time is over; put right since, nothing is corrected', async () => {
  const [dismissed, right] = [await filed(2, { item: 'overtime' }), await filed(2)];
  today = '2025-01-17';
  expect(await typeOf(decide(dismissed, { outcome: 'dismissed' }))).toBe('contest-appeal-not-answered');
  today = '2025-01-20';
  expect((await decide(dismissed, { outcome: 'dismissed', finding: '计时无误' })).status).toBe(200);
  const correction = { contestant: drive.contestantOf(2), marks: { theory: { value: 72.25 } }, reason: '漏判一题' };
  await drive.done(`/contest-stages/${stage}/performances/correct`, correction, as('li', 'organiser'));
  expect((await decide(right, { finding: '已更正' }, committee)).status).toBe(200);
  await drive.quiet();
  expect(await read(`/contest-appeals/${right}`)).toMatchObject({
    status: 'upheld',
    before: { score: 70.78 },
    after: { score: 71.38 },
  });
  expect((await read('/contest-appeals?status=dismissed')).items).toMatchObject([{ appeal: dismissed }]);
});

test('whoever is listed without a number appeals against that', async () => {
  const out = { contestant: drive.contestantOf(3), absence: 'disqualified', reason: '闯红灯' };
  await drive.done(`/contest-stages/${stage}/performances/correct`, out);
  expect(await read(`/contest-stages/${stage}/explanations/${out.contestant}`, captain(3))).toMatchObject({
    place: null,
  });
  const { item: _, ...rest } = filing(3);
  const { body } = await drive.call(captain(3), 'POST', `/contest-stages/${stage}/appeals`, rest);
  await drive.quiet();
  expect((await answer(body.id, referee)).status).toBe(200);
  await drive.quiet();
  expect(await typeOf(decide(body.id, { marks: { theory: { value: 90 } } }))).toBe('contest-appeal-unchanged');
  expect((await decide(body.id, { absence: null })).status).toBe(200);
  await drive.quiet();
  expect(await standings()).toContainEqual(['FG-3', 85]);
});
