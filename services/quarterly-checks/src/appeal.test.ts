// After the year: every number explained, corrected in thought and in earnest, evaluated anew, and again by the command.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkId, digestOf, type Entrant, evaluationId, roundId } from '@jiangong/contracts';
import { parseScheme } from '@jiangong/scoring';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  body,
  branches,
  competition,
  entrant,
  evaluatedYear,
  foreigner,
  organiser,
  projects,
  publishAll,
  quarters,
  type Year,
} from './year.fixture.ts';

const [first, second, third] = projects as [Entrant, Entrant, Entrant];
const check = checkId(first.entry, 'q1');
let year: Year;
beforeAll(async () => {
  year = await evaluatedYear();
  await publishAll(year, 'public');
}, 240_000);
afterAll(() => year.stop());
const read = async (path: string) => (await year.call(organiser, 'GET', path)).body;
const places = async (query: string) =>
  Object.fromEntries((await read(`/standings/${competition}?${query}`)).items.map((each: Item) => [each.code, each]));
/** The first step below the place. */
const scoreIn = ({ tree }: { tree: { of: { value: number }[] } }) => tree.of[0]!.value;
type Item = { code: string; place: number; score: number };
const at = (place: number, score: number) => ({ place, score, status: 'scored' });

/** Fourteen defects where there was one: 13 points less, in one quarter of four. */
const change = { marks: { quality: { events: [{ code: 'defect', times: 14 }] } } };
/** By hand: 60 % × 100 + 40 % of 50, safety 14, quality 13, 5 + 5.5 + 4 + 4; and 80 % of the mean of the quarters + 18. */
const before = { quarter: 95.5, year: 94.4 };
const after = { quarter: 82.5, year: 91.8 };

test('a result says in Chinese and English how it came about, and by which inputs', async () => {
  const explanation = await read(`/explanations/${check}`);
  expect(explanation).toMatchObject({ score: before.quarter, revision: 1, schemeVersion: 1 });
  expect(explanation.inputDigest).toMatch(/^[0-9a-f]{64}$/);
  expect(explanation.resultDigest).toBe(digestOf(explanation.outcome));
  expect(scoreIn(explanation)).toBe(before.quarter);
  const [zh, en] = [explanation.text.zh.split('\n'), explanation.text.en.split('\n')];
  expect([zh[0], en[0]]).toEqual(['季度检查考核：3 个排名单位中列第 1 名', 'Quarterly check: place 1 of 3']);
  expect([zh.length, zh.some((line: string) => line.includes('质量缺陷：-1 × 1 次'))]).toEqual([en.length, true]);
  const ofYear = await read(`/explanations/${first.entry}`);
  expect(ofYear).toMatchObject({ score: before.year, revision: 1, period: null });
  expect(scoreIn(ofYear)).toBe(before.year);
  const evaluation = await read(`/evaluations/${evaluationId(competition, 'projects')}`);
  expect([ofYear.inputDigest, ofYear.resultDigest]).toEqual([evaluation.inputDigest, evaluation.resultDigest]);
});

test('previewing a correction shows both explanations and the rank changes, and saves nothing', async () => {
  const path = `/explanations/${check}`;
  const stands = await read(path);
  const { status, body: tried } = await year.call(entrant(first.unit), 'POST', `${path}/what-if`, change);
  expect(status).toBe(200);
  expect(tried.before).toMatchObject({ score: before.quarter, place: 1, tree: stands.tree, text: stands.text });
  expect(tried.after).toMatchObject({ score: after.quarter, place: 3 });
  expect([tried.after.tree.value, scoreIn(tried.after)]).toEqual([3, after.quarter]);
  expect(tried.moves.map(({ code, period, before, after }: never) => [period, code, before, after])).toEqual([
    ['q1', 'U-13', at(2, 92.5), at(1, 92.5)],
    ['q1', 'U-12', at(3, 89.5), at(2, 89.5)],
    ['q1', 'U-11', at(1, before.quarter), at(3, after.quarter)],
    [null, 'U-13', at(2, 92), at(1, 92)],
    [null, 'U-11', at(1, before.year), at(2, after.year)],
  ]);
  const reviewed = await year.call(organiser, 'POST', `/explanations/${second.entry}/what-if`, {
    marks: { review: { value: 20 } },
  });
  expect(reviewed.body).toMatchObject({ before: { score: 89.6 }, after: { score: 91.6 }, moves: [{ code: 'U-12' }] });

  expect(await read(path)).toEqual(stands);
  const same = await year.call(organiser, 'POST', `${path}/what-if`, { marks: {} });
  expect(same.body.type).toBe('/problems/nothing-to-correct');
  const misfit = await year.call(organiser, 'POST', `${path}/what-if`, { marks: { quality: { value: 3 } } });
  expect(misfit.body.type).toBe('/problems/mark-misfit');
  expect((await year.call(foreigner, 'POST', `${path}/what-if`, change)).status).toBe(404);
});

test('previewing a scheme shows the rank changes of closed periods', async () => {
  const scheme = parseScheme(body);
  const [track, ...others] = scheme.tracks;
  const [quarter, annual] = track!.stages;
  const preview = (stages: object[]) =>
    year.call(organiser, 'POST', '/schemes/impact', {
      competition,
      track: 'projects',
      body: { ...scheme, version: 2, tracks: [{ ...track, stages }, ...others] },
    });
  const [winner] = annual!.honours!;
  const { body: fewer } = await preview([quarter!, { ...annual, honours: [{ ...winner, take: 1 }] }]);
  expect(fewer).toMatchObject({ incompatible: [], rescored: 0, schemeVersion: 1 });
  expect(fewer.changes).toMatchObject([{ effect: 'honours', zh: expect.stringContaining('3 → 1') }]);
  expect(fewer.moves.map(({ period, code, after }: never) => [period, code, (after as Honoured).honours])).toEqual([
    [null, 'U-13', []],
    [null, 'U-12', []],
  ]);
  const { body: three } = await preview([{ ...quarter, periods: quarter!.periods!.slice(0, 3) }, annual!]);
  expect(three).toMatchObject({ moves: [], incompatible: [{ zh: expect.stringContaining('q4') }] });
  const { body: faulty } = await preview([]);
  expect(faulty.type).toBe('/problems/scheme-faulty');
  expect(faulty.errors.length).toBeGreaterThan(0);
  expect(await places('track=projects')).toMatchObject({ 'U-11': { place: 1 } });
});
type Honoured = { honours: string[] };

test('a correction after the year re-evaluates everything that depends on it, and lists the rank changes', async () => {
  const correction = { ...change, reason: '复核补记质量缺陷' };
  expect((await year.call(organiser, 'POST', `/checks/${check}/corrections`, correction)).status).toBe(200);
  await year.quiet();
  const [corrected] = (await read(`/checks/${check}/corrections`)).items;
  expect(corrected).toMatchObject({ revision: 2, reason: correction.reason, by: 'organiser' });
  expect(corrected.moves.map(({ code, before, after }: never) => [code, before, after])).toEqual([
    ['U-13', at(2, 92.5), at(1, 92.5)],
    ['U-12', at(3, 89.5), at(2, 89.5)],
    ['U-11', at(1, before.quarter), at(3, after.quarter)],
  ]);

  const evaluation = evaluationId(competition, 'projects');
  const { items } = await read(`/evaluations/${evaluation}/revisions`);
  expect(items).toMatchObject([
    {
      ...{ revision: 2, reason: '项目11 第一季度：复核补记质量缺陷', moved: 2, honourMoves: [] },
      causes: [{ what: 'result', id: check, revision: 2 }],
      moves: [
        { code: 'U-13', before: at(2, 92), after: at(1, 92) },
        { code: 'U-11', before: at(1, before.year), after: at(2, after.year) },
      ],
    },
  ]);
  expect(await read(`/evaluations/${evaluation}`)).toMatchObject({ revision: 2, digest: items[0].digest });
  expect(await places('track=projects')).toMatchObject({ 'U-11': at(2, after.year), 'U-13': at(1, 92) });
  expect(await read(`/explanations/${first.entry}`)).toMatchObject({ revision: 2, score: after.year });

  // The branches collect the places of their projects: 8 less 0.5 for each place after the first, on the mean.
  const ranks = (await read(`/standings/${competition}?track=branches`)).items.map(
    ({ code, figures }: { code: string; figures: Record<string, number> }) => [code, figures['own-rank']],
  );
  expect(Object.fromEntries(ranks)).toEqual({ 'U-1': 7.25, 'U-2': 8 });
  const ofBranches = (await read(`/evaluations/${evaluationId(competition, 'branches')}/revisions`)).items;
  expect(ofBranches).toMatchObject([{ revision: 2, causes: [{ id: check }] }]);
});

test('a review is corrected by the organiser alone, with a reason, and the year follows', async () => {
  const review = { entry: third.entry, marks: { review: { value: 10 } } };
  expect((await year.call(organiser, 'POST', '/reviews', review)).body.type).toBe('/problems/year-evaluated');
  expect((await year.call(organiser, 'POST', '/reviews', { ...review, reason: '评审录入有误' })).status).toBe(200);
  await year.quiet();
  const revisions = (await read(`/evaluations/${evaluationId(competition, 'projects')}/revisions`)).items;
  expect(revisions.at(-1)).toMatchObject({ revision: 3, reason: '项目13 年终评审：评审录入有误', moved: 3 });
});

test('the exported inputs, evaluated by the command, give exactly the numbers that were published', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'season-'));
  const file = (name: string, value: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(value));
    return join(folder, name);
  };
  const cli = new URL('../../../packages/scoring/cli.ts', import.meta.url).pathname;
  for (const [track, one] of [
    ['projects', first],
    ['branches', branches[0]!],
  ] as const) {
    const inputs = file('inputs.json', await read(`/competitions/${competition}/inputs?track=${track}`));
    const args = [cli, 'evaluate', file('scheme.json', body), inputs, '--explain', one.entry];
    const { results, digest, explain } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    const evaluation = await read(`/evaluations/${evaluationId(competition, track)}`);
    expect(digest).toBe(evaluation.resultDigest);
    expect(results.map(({ period }: { period: string }) => period)).toContain('q4');
    for (const { track: of, period, entrants } of results) {
      const query = `track=${of}${period ? `&period=${period}` : ''}`;
      const { items } = await read(`/standings/${competition}?${query}`);
      const computed = entrants.map(({ id, place, status, score, figures }: never) => {
        return { entry: id, place, status, score: score === null ? null : Math.round(score * 100) / 100, figures };
      });
      expect(items).toMatchObject(computed);
    }
    const explanation = await read(`/explanations/${one.entry}`);
    expect(explain.tree).toEqual(explanation.tree);
    expect(explanation.text.zh).not.toContain(one.entry);
    expect(explanation.text.zh).toContain(first.shortName);
  }
  rmSync(folder, { recursive: true });
  expect(
    (await year.call(entrant(first.unit), 'GET', `/competitions/${competition}/inputs?track=projects`)).status,
  ).toBe(403);
  expect((await read(`/rounds/${roundId(competition, 'projects', quarters[0]!.id)}`)).status).toBe('closed');
}, 240_000);
