// What people have to do in checks is what closing the round would name as missing, each piece for whoever owes it.
import { checkId, roundId, type Task } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accepted,
  checker,
  competition,
  complete,
  departments,
  entrant,
  foreigner,
  launch,
  organiser,
  projects,
  startYear,
  type Who,
  type Year,
} from './year.fixture.ts';

let today = '2024-01-02';
let year: Year;
const round = roundId(competition, 'projects', 'q1');
const [first, second] = projects.map(({ entry }) => checkId(entry, 'q1')) as [string, string];
const own = entrant(projects[0]!.unit);
beforeAll(async () => {
  year = await startYear(() => `${today}T09:00:00+08:00`);
  for (const each of projects) await year.publish('entry', each.entry, accepted(each));
  await year.publish('competition', competition, launch);
  await year.quiet();
}, 240_000);
afterAll(() => year.stop());

async function tasksOf(who: Who): Promise<Task[]> {
  await year.quiet();
  const { status, body } = await year.call(who, 'GET', '/tasks');
  expect([status, body.next]).toEqual([200, undefined]);
  return body.items;
}
const namesOf = async (who: Who) => (await tasksOf(who)).map(({ task, about, link }) => `${task} ${about} ${link}`);
const plan = {
  items: { progress: { parts: [{ id: 'm1', label: '主体', weight: 100, plan: 100 }] }, output: { plan: 1000 } },
};
const done = { progress: { parts: [{ id: 'm1', done: 90 }] }, output: { done: 900 } };
const accept = { progress: { parts: [{ id: 'm1', done: 90, accepted: 90 }] }, output: { done: 900, accepted: 900 } };

test('an entrant plans before the period, and the organiser opens the round from its first day on', async () => {
  expect(await tasksOf(own)).toEqual([
    {
      task: 'set-plan',
      text: { zh: '填报计划（第一季度）', en: 'Set the plan (第一季度)' },
      about: '项目11',
      ...{ since: '2024-01-01', until: '2024-01-01', link: `/own/${first}` },
    },
  ]);
  expect(await namesOf(organiser)).toEqual([`open-round 2024年“七比七赛”劳动竞赛 /rounds/${round}`]);
  expect(await namesOf(checker('safety'))).toEqual([]);
  await year.put(own, first, 'plan', plan);
  expect(await namesOf(own)).toEqual([]);
});

test('once the round is open, departments have their sheets, and progress once it was reported', async () => {
  expect((await year.call(organiser, 'POST', `/rounds/${round}/open`, {})).status).toBe(202);
  const sheets = (department: string) =>
    projects.map(({ shortName, entry }) => `submit-sheet ${shortName} /sheets/${checkId(entry, 'q1')}/${department}`);
  expect((await namesOf(checker('safety'))).sort()).toEqual(sheets('safety').sort());
  expect(await namesOf(own)).toEqual([`report-progress 项目11 /own/${first}`]);
  await year.call(own, 'POST', `/checks/${first}/progress`, { items: done });
  expect(await namesOf(own)).toEqual([]);
  expect(await namesOf(checker('engineering'))).toEqual([`verify-progress 项目11 /sheets/${first}/engineering`]);
  await year.call(checker('engineering'), 'POST', `/checks/${first}/progress/verify`, { items: accept });
  expect(await namesOf(checker('engineering'))).toEqual([]);
  await complete(year, second, 100);
  expect(await namesOf(checker('safety'))).toHaveLength(2);
});

test('everything that is missing is somebody’s task, and nothing else is', async () => {
  const { items } = (await year.call(organiser, 'GET', `/rounds/${round}/missing`)).body;
  const missing = items.map(({ what, department, check }: Record<string, string>) =>
    what === 'plan'
      ? `set-plan ${check}`
      : `${what === 'sheet' ? 'submit-sheet' : 'verify-progress'} ${check}/${department}`,
  );
  const all: string[] = [];
  const everybody = [entrant(...projects.map(({ unit }) => unit)), checker(...departments)];
  for (const who of everybody)
    for (const { task, link } of await tasksOf(who)) all.push(`${task} ${link.split('/').slice(2).join('/')}`);
  expect(all.sort()).toEqual(missing.sort());
  expect(all.length).toBeGreaterThan(5);
});

test('what is missing is read a page at a time, each item once, and counted with the first page', async () => {
  const path = `/rounds/${round}/missing`;
  const whole = (await year.call(organiser, 'GET', path)).body;
  expect(whole).toMatchObject({ total: whole.items.length });
  for (const limit of [1, 4]) {
    const pages = [];
    for (let at = `?limit=${limit}`; at; ) {
      const { body } = await year.call(organiser, 'GET', path + at);
      pages.push(body);
      at = body.next ? `?limit=${limit}&cursor=${encodeURIComponent(body.next)}` : '';
    }
    expect(pages.map(({ total }) => total)).toEqual([whole.total, ...pages.slice(1).map(() => undefined)]);
    expect(pages.flatMap(({ items }) => items)).toEqual(whole.items);
    expect(pages.slice(0, -1).every(({ items }) => items.length === limit)).toBe(true);
  }
  const own = projects[2]!;
  const lines = (await year.call(entrant(own.unit), 'GET', `${path}?format=csv`)).text.trim().split('\n').slice(1);
  expect(lines).toHaveLength(whole.items.filter(({ unit }: { unit: string }) => unit === own.shortName).length);
});

test('rivals, other unions and those without an office have none of it', async () => {
  expect(await namesOf(entrant(projects[1]!.unit))).toEqual([]);
  expect(await namesOf({ ...own, units: [] })).toEqual([]);
  expect(await namesOf(foreigner)).toEqual([]);
  expect(await namesOf({ ...own, roles: ['auditor'] })).toEqual([]);
});

test('a closed round leaves nobody anything to do, and an appeal whoever answers and then whoever decides', async () => {
  for (const { entry } of projects) await complete(year, checkId(entry, 'q1'), 100).catch(() => {});
  today = '2024-03-31';
  expect(await namesOf(organiser)).toEqual([`close-round 2024年“七比七赛”劳动竞赛 /rounds/${round}`]);
  expect((await year.call(organiser, 'POST', `/rounds/${round}/close`, {})).status).toBe(202);
  expect([...(await namesOf(organiser)), ...(await namesOf(checker(...departments)))]).toEqual([]);
  await year.call(organiser, 'POST', `/publications/${round}`, { to: 'entrants' });
  const appeal = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6fa1';
  const filing = { id: appeal, item: 'quality', reason: '属相邻标段', evidence: ['记录'] };
  expect((await year.call(own, 'POST', `/checks/${first}/appeals`, filing)).status).toBe(200);
  const committee: Who = { org: 'o', sub: 'committee', roles: ['committee'] };
  const link = `/appeals/${first}/${appeal}`;
  expect(await namesOf(checker('quality'))).toEqual([`answer-appeal 项目11 ${link}`]);
  expect(await namesOf(committee)).toEqual([]);
  await year.call(checker('quality'), 'POST', `/checks/${first}/appeals/${appeal}/answer`, { answer: '经核对属实' });
  expect(await namesOf(checker('quality'))).toEqual([]);
  expect(await namesOf(committee)).toEqual([`decide-appeal 项目11 ${link}`]);
  // Whoever scored it does not decide.
  expect(await namesOf({ ...checker('quality'), roles: ['committee'] })).toEqual([]);
});
