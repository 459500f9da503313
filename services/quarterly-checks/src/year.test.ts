import { checkId, type Entrant, evaluationId, reviewId, roundId } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import {
  accepted,
  branches,
  branchMarks,
  competition,
  complete,
  foreigner,
  launch,
  organiser,
  projects,
  quarters,
  startYear,
} from './year.fixture.ts';

const [first, second, third] = projects as [Entrant, Entrant, Entrant];
const round = (period: string) => roundId(competition, 'projects', period);

test('the year runs from the launch to the annual evaluation by commands and events alone', async () => {
  const year = await startYear();
  const { call, publish, quiet } = year;
  for (const each of [...branches, ...projects]) await publish('entry', each.entry, accepted(each));
  // Suspended for the whole third quarter; heard of before the launch.
  const suspended = { competition, entry: third.entry, reason: '停工' };
  await publish('entry', third.entry, {
    type: 'project-status-recorded',
    data: { ...suspended, status: 'suspended', from: '2024-07-01' },
  });
  await quiet();
  await publish('competition', competition, launch);
  await quiet();
  await publish('entry', third.entry, {
    type: 'project-status-recorded',
    data: { ...suspended, status: 'under-construction', from: '2024-10-08' },
  });
  await quiet();
  expect((await call(organiser, 'GET', `/rounds?competition=${competition}`)).body.items).toHaveLength(4);
  expect((await call(foreigner, 'GET', `/rounds?competition=${competition}`)).body.items).toEqual([]);
  expect((await call(foreigner, 'POST', `/rounds/${round('q1')}/open`)).status).toBe(404);

  for (const { id: period } of quarters) {
    const checks = projects.map(({ entry }) => checkId(entry, period));
    expect((await call(organiser, 'POST', `/rounds/${round(period)}/open`)).status).toBe(202);
    await quiet();
    const early = await call(organiser, 'POST', `/rounds/${round(period)}/close`);
    expect(early.body.type).toBe('/problems/round-incomplete');
    expect(early.body.detail).toContain('项目11 安全环保部评分表');
    const done = [100, 80, 90];
    for (const [index, check] of checks.entries())
      if (period !== 'q3' || index < 2) await complete(year, check, done[index]!);
    expect((await call(organiser, 'GET', `/rounds/${round(period)}/missing`)).body.items).toEqual([]);
    expect((await call(organiser, 'POST', `/rounds/${round(period)}/close`)).status).toBe(202);
    await quiet();
    const closed = (await call(organiser, 'GET', `/rounds/${round(period)}`)).body;
    expect(closed).toMatchObject({ status: 'closed', checks: { sealed: 3 } });
    expect(closed.digest).toMatch(/^[0-9a-f]{64}$/);
  }

  const standings = (await call(organiser, 'GET', `/standings/${competition}?track=projects&period=q3`)).body;
  expect(standings.state).toBe('final');
  expect(standings.items.map(({ place, code, status }: never) => [place, code, status])).toEqual([
    [1, 'U-11', 'scored'],
    [2, 'U-12', 'scored'],
    [null, 'U-13', 'invalid'],
  ]);
  const csv = (await call(organiser, 'GET', `/standings/${competition}?track=projects&period=q1&format=csv`)).text;
  expect(csv).toContain('名次');

  // A correction after closing: a hazard that was found later.
  const check = checkId(first.entry, 'q2');
  const before = standingOf(standings, first.entry);
  const correction = { reason: '补记隐患', marks: { safety: { events: [{ code: 'hazard', times: 2 }] } } };
  expect((await call(organiser, 'POST', `/checks/${check}/corrections`, correction)).status).toBe(200);
  expect((await call(organiser, 'POST', `/checks/${check}/corrections`, correction)).body.type).toBe(
    '/problems/nothing-to-correct',
  );
  const explained = (await call(organiser, 'GET', `/explanations/${check}`)).body;
  expect(explained).toMatchObject({ revision: 2, score: before.score - 2 });
  expect(explained.criteria.find(({ criterion }: never) => criterion === 'safety')).toMatchObject({
    points: 12,
    most: 14,
  });

  const pending = await call(organiser, 'POST', '/evaluations', { competition, track: 'projects' });
  expect(pending.body.type).toBe('/problems/evaluation-incomplete');
  expect(pending.body.detail).toContain('项目11');
  for (const { entry } of projects)
    expect((await call(organiser, 'POST', '/reviews', { entry, marks: { review: { value: 18 } } })).status).toBe(201);
  expect((await call(organiser, 'GET', `/reviews/${reviewId(first.entry)}`)).body.marks.review.value).toBe(18);
  expect((await call(organiser, 'POST', '/evaluations', { competition, track: 'projects' })).status).toBe(201);
  await quiet();
  expect((await call(organiser, 'POST', '/evaluations', { competition, track: 'projects' })).body.type).toBe(
    '/problems/year-evaluated',
  );
  const annual = (await call(organiser, 'GET', `/standings/${competition}?track=projects`)).body;
  expect(annual.items.map(({ place, code }: never) => [place, code])).toEqual([
    [1, 'U-11'],
    [2, 'U-13'],
    [3, 'U-12'],
  ]);
  expect(annual.honours[0].granted.map(({ code }: never) => code)).toEqual(
    ['U-11', 'U-12', 'U-13'].sort(byPlace(annual)),
  );
  expect((await call(organiser, 'GET', `/explanations/${second.entry}`)).body.score).toBe(
    standingOf(annual, second.entry).score,
  );

  // Branches after projects: their own projects' places are collected.
  const names = (await call(organiser, 'POST', '/evaluations', { competition, track: 'branches' })).body.detail;
  expect(names).toContain('分公司1');
  for (const { entry } of branches) {
    const answer = await call(organiser, 'POST', '/reviews', { entry, marks: branchMarks });
    expect(answer.text).not.toContain('problems');
  }
  expect((await call(organiser, 'POST', '/evaluations', { competition, track: 'branches' })).status).toBe(201);
  await quiet();
  const ofBranches = (await call(organiser, 'GET', `/standings/${competition}?track=branches`)).body;
  expect(ofBranches.items[0].figures['own-rank']).toBeDefined();
  expect(
    (await call(organiser, 'GET', `/evaluations/${evaluationId(competition, 'branches')}`)).body.honours[0].honour,
  ).toBe('organiser');
  await year.stop();
}, 240_000);

const standingOf = (view: { items: { entry: string; score: number }[] }, entry: string) =>
  view.items.find((item) => item.entry === entry)!;
const byPlace = (view: { items: { code: string; place: number }[] }) => (a: string, b: string) =>
  view.items.find(({ code }) => code === a)!.place - view.items.find(({ code }) => code === b)!.place;
