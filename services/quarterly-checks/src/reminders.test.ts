// Reminders over HTTP: rules of a competition fire as events once, by the deadline, and nothing fires for what is done.
import { type CloudEvent, checkId, type EventNamed, roundId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accepted,
  competition,
  complete,
  entrant,
  foreigner,
  launch,
  organiser,
  projects,
  startYear,
  type Year,
} from './year.fixture.ts';

let now = '2024-01-02T09:00:00+08:00';
let year: Year;
const round = roundId(competition, 'projects', 'q1');
const checks = projects.map(({ entry }) => checkId(entry, 'q1'));
const path = `/competitions/${competition}/reminders`;
beforeAll(async () => {
  year = await startYear(() => now);
  for (const each of projects) await year.publish('entry', each.entry, accepted(each));
  await year.publish('competition', competition, launch);
  await year.quiet();
}, 240_000);
afterAll(() => year.stop());

type Due = EventNamed<'reminder-due'>['data'];
interface Told extends CloudEvent {
  cause: string;
}
async function commits() {
  const found: Told[] = [];
  const { store } = year.runtimes[1]!;
  for await (const { stream, events, cause } of store.journal())
    if (stream.startsWith('reminder/')) for (const event of events) found.push({ ...event, cause } as unknown as Told);
  return found;
}
/** Of the first quarter; the others' plans fall due meanwhile. */
const due = async () =>
  (await commits())
    .filter(({ type }) => type === 'reminder-due')
    .map(({ data }) => data as Due)
    .filter((each) => each.round === round);
/** The moment passes: what is due is given, and what follows from it. */
async function pass(instant: string) {
  now = instant;
  await year.runtimes[1]!.sweep();
  await year.quiet();
}
const rules = [
  { task: 'set-plan', daysBefore: [0] },
  { task: 'report-progress', daysBefore: [3] },
  { task: 'submit-sheet', daysBefore: [3], everyDays: 2 },
  { task: 'submit-sheet', whom: 'organiser', daysBefore: [1] },
];
const set = async (body: object, who = organiser) => {
  const { headers } = await year.call(organiser, 'GET', path);
  return year.call(who, 'PUT', path, body, { 'if-match': String(headers.etag) });
};

test('rules are the organiser’s, are replaced with a reason, and are no other union’s', async () => {
  expect((await year.call(organiser, 'GET', path)).body).toEqual({ competition, rules: [] });
  expect((await year.call(foreigner, 'GET', path)).status).toBe(404);
  expect((await set({ rules }, { ...organiser, org: 'p' })).status).toBe(404);
  expect((await set({ rules: rules.slice(0, 1) })).status).toBe(201);
  await year.quiet();
  expect((await set({ rules })).body.type).toBe('/problems/reminder-reason-required');
  expect((await set({ rules, reason: '补充评分表的催办' })).status).toBe(200);
  await year.quiet();
  expect((await year.call(organiser, 'GET', path)).body.rules).toHaveLength(4);
  // Each of the four rounds knows its next moment.
  expect((await commits()).filter(({ type }) => type === 'reminders-scheduled')).toHaveLength(8);
});

test('before its moment nothing fires; at it, whoever owes something, by the deadline and once', async () => {
  await year.call(organiser, 'POST', `/rounds/${round}/open`, {});
  await year.quiet();
  for (const check of checks.slice(0, 2)) await complete(year, check, 100);
  await pass('2024-03-27T09:00:00+08:00');
  expect(await due()).toEqual([]);
  await pass('2024-03-28T09:00:01+08:00');
  const fired = (await commits()).filter(({ type }) => type === 'reminders-fired');
  expect(fired.map(({ cause }) => cause)).toEqual([expect.stringMatching(/^deadline\/reminder\//)]);
  const first = await due();
  const departments = first.filter(({ to }) => to.role === 'checker');
  expect(departments.every(({ task, count }) => task === 'submit-sheet' && count === 1)).toBe(true);
  expect(departments.length).toBeGreaterThan(3);
  expect(departments.map(({ text }) => text.zh)).toContain('安全环保部还有1个单位的评分表未提交（项目部 · 第一季度）');
  // The third has no plan yet, so it has no progress to report either.
  expect(first.filter(({ to }) => to.role !== 'checker')).toEqual([]);
  await pass('2024-03-28T09:00:09+08:00');
  expect(await due()).toHaveLength(first.length);
});

test('the organiser hears how much is missing, and nobody of what was done meanwhile', async () => {
  const before = (await due()).length;
  await complete(year, checks[2]!, 100);
  await pass('2024-03-30T09:00:01+08:00');
  expect(await due()).toHaveLength(before);
  await year.call(organiser, 'POST', `/checks/${checks[2]}/sheets/safety/return`, { reason: '分值有误' });
  await year.quiet();
  await pass('2024-04-02T09:00:01+08:00');
  const after = (await due()).slice(before);
  expect(after).toMatchObject([{ to: { role: 'checker', department: 'safety' }, count: 1, due: '2024-03-31' }]);
});

test('the organiser reminds of a selection at once: each unit and department once, and names who owes nothing', async () => {
  const before = (await due()).length;
  const remind = (who: typeof organiser, ids: string[], key: string) =>
    year.call(who, 'POST', '/checks/remind', { ids }, { 'idempotency-key': key });
  expect((await remind(organiser, checks, 'r')).body).toMatchObject({
    accepted: 1,
    faults: [{ id: checks[0], zh: expect.stringContaining('无需催办') }, { id: checks[1] }],
  });
  const reminded = (await due()).slice(before);
  expect(reminded).toMatchObject([{ to: { role: 'checker', department: 'safety' }, count: 1, at: now }]);
  expect((await remind(organiser, checks, 'r')).body.accepted).toBe(1);
  expect(await due()).toHaveLength(before + 1);
  expect((await remind(foreigner, checks, 'f')).status).toBe(404);
  expect((await remind(entrant(), checks, 'e')).status).toBe(403);
  // Of a period whose plans are missing, the units themselves.
  const next = checkId(projects[0]!.entry, 'q2');
  const all = async () =>
    (await commits()).filter(({ type }) => type === 'reminder-due').map(({ data }) => data as Due);
  const known = (await all()).length;
  await remind(organiser, [next], 'p');
  expect((await all()).slice(known)).toMatchObject([
    { task: 'set-plan', to: { role: 'entrant', unit: projects[0]!.unit }, link: `/own/${next}` },
  ]);
});

test('the text for the group chat names what is missing, whose, until when', async () => {
  const text = async (who = organiser) => year.call(who, 'GET', `/rounds/${round}/reminder-text`);
  expect((await text()).body).toEqual({
    missing: 1,
    text: '【催办】2024年“七比七赛”劳动竞赛（项目部 · 第一季度），请于2024-03-31前完成：\n安全环保部（评分表）：项目13部（1）',
  });
  expect((await text(foreigner)).status).toBe(404);
  expect((await text(entrant())).status).toBe(403);
});

test('a closed round reminds no more, and reminds again once its closure is undone', async () => {
  await year.call(
    { ...organiser, roles: ['checker'], departments: ['safety'] },
    'POST',
    `/checks/${checks[2]}/sheets/safety/submit`,
  );
  await year.call(organiser, 'POST', `/rounds/${round}/close`, {});
  await year.quiet();
  const before = (await commits()).length;
  await pass('2024-04-04T09:00:01+08:00');
  expect((await commits()).slice(before).filter(({ type }) => type === 'reminders-fired')).toEqual([]);
  await year.call(organiser, 'POST', `/rounds/${round}/reopen`, { reason: '安全部评分表整表录错' });
  await year.quiet();
  await year.call(organiser, 'POST', `/checks/${checks[0]}/sheets/safety/return`, { reason: '整表录错' });
  await year.quiet();
  const known = (await due()).length;
  await pass('2024-04-06T09:00:01+08:00');
  expect((await due()).slice(known)).toMatchObject([{ to: { department: 'safety' }, count: 1 }]);
});
