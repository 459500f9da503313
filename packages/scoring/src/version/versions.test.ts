// Versions: differences in words by effect, compatibility with closed results, and who would move.
import { expect, test } from 'vitest';
import { compatible, diff, evaluateSeason, examples, impact, parseScheme, templates } from '../index.ts';

const v1 = parseScheme(templates['qi-bi-qi-sai']);
const season = examples['qi-bi-qi-sai']!;

/** The scheme with some text of its JSON replaced, as version 2. */
function edited(...edits: [find: string, put: string][]) {
  let text = JSON.stringify({ ...v1, version: 2 });
  for (const [find, put] of edits) {
    expect(text).toContain(find);
    text = text.replace(find, put);
  }
  return parseScheme(JSON.parse(text));
}

test('a version does not differ from itself under another number', () => {
  for (const template of Object.values(templates)) {
    const scheme = parseScheme(template);
    expect(diff(scheme, parseScheme({ ...template, version: 7 }))).toEqual([]);
  }
});

test('a change is described in words, with its place and what it can change', () => {
  const v2 = edited(
    ['"points":50', '"points":46'],
    ['"take":3', '"take":4'],
    ['["score","progress"', '["score","quality"'],
    ['技术中心', '科技中心'],
  );
  expect(diff(v1, v2).map((c) => [c.effect, c.zh])).toEqual([
    ['scores', '“形象进度”分值：50 → 46'],
    [
      'places',
      '“年终考评”排名依据：score、progress、safety、quality、faults → score、quality、safety、quality、faults',
    ],
    ['honours', '“优胜项目部”名额：3 → 4'],
    ['wording', '“技术中心”名称：技术中心 → 科技中心'],
  ]);
  expect(diff(v1, v2)[0]).toMatchObject({
    kind: 'changed',
    at: '/sheets/0/criteria/2/points',
    en: '“Visible progress” points: 50 → 46',
  });
});

test('what is added or removed is named', () => {
  const without = parseScheme({
    ...templates['qi-bi-qi-sai']!,
    sheets: v1.sheets?.map((s) => ({
      ...s,
      vetoes: s.vetoes?.slice(1),
      criteria: s.criteria.filter((c) => c.id !== 'team'),
    })),
  });
  const changes = diff(v1, without);
  expect(changes.map((c) => [c.kind, c.at, c.zh])).toEqual([
    ['removed', '/sheets/0/criteria/7', '项目：删去“党建队伍廉洁”（5 分）'],
    ['removed', '/sheets/0/vetoes/0', '否决项：删去“因工死亡或重伤事故”'],
  ]);
  expect(diff(without, v1).map((c) => c.kind)).toEqual(['added', 'added']);
});

test('a version that collects what closed results lack is not compatible', () => {
  const { results } = evaluateSeason(v1, season);
  const closed = results.slice(0, 4);
  expect(compatible(v1, closed)).toEqual([]);
  expect(compatible(edited(['"pick":"quality"', '"pick":"greenery"']), closed)[0]).toMatchObject({
    code: 'figure-missing',
    at: '/tracks/0/stages/1/sheet/criteria/4/measure/pick',
  });
  expect(compatible(edited(['{"id":"q2",', '{"id":"spring",']), closed).map((f) => f.code)).toEqual(['period-missing']);
  expect(
    compatible(edited(['{"id":"projects"', '{"id":"sites"'], ['projects.year', 'sites.year']), closed)[0]?.code,
  ).toBe('stage-missing');
});

test('the preview names who moves, and v1 results are not touched by v2', () => {
  const before = JSON.stringify(evaluateSeason(v1, season));
  // The deduction costs nothing: fangshan gains half a point in four quarters and in the year, and nobody moves.
  const gentle = edited(['"points":-0.5', '"points":0']);
  expect(impact(v1, gentle, season)).toMatchObject({ rescored: 5 });
  // One seat less takes the honour from the third.
  const strict = edited(['"take":3', '"take":2']);
  expect(impact(v1, strict, season).moves.map((m) => [m.stage, m.id, m.before.honours, m.after.honours])).toEqual([
    ['projects.year', 'daxing', ['winner'], []],
  ]);
  const other = edited(['{"id":"hazard"', '{"id":"danger"']);
  expect(impact(v1, other, season).refused).toMatchObject({ stage: 'projects.quarter.q1', code: 'unknown-event' });
  expect(JSON.stringify(evaluateSeason(v1, season))).toBe(before);
});
