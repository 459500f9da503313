// Inputs are checked when they are recorded: every mistake at once, and what passes is never refused later.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../kit/same.ts';
import { ROUND, world } from '../kit/world.ts';
import { checkInputs, parseScheme, schemeJsonSchema, seasonJsonSchema, templates } from './index.ts';

test('every mistake is found, with its place in the entrant', () => {
  const scheme = parseScheme(templates['ji-neng']);
  const ref = { track: 'couriers', stage: 'contest', panel: ['li', 'wang', 'zhao'] };
  const found = checkInputs(scheme, ref, {
    id: 'gao',
    group: 'men',
    inputs: {
      theory: { value: 101 },
      grace: { value: 1 },
      cones: { events: [{ code: 'tree' }] },
      overtime: { value: 0.00001 },
    },
    judges: { judges: { li: { practice: { level: 'good' } }, sun: { practice: { value: 80 } } } },
    vetoes: ['doping'],
  });
  expect(found.map((f) => [f.code, f.at])).toEqual([
    ['refused', '/group'],
    ['refused', '/vetoes/0'],
    ['out-of-bounds', '/inputs/theory'],
    ['unknown-item', '/inputs/grace'],
    ['refused', '/inputs/cones'],
    ['entry-shape', '/inputs/overtime'],
    ['refused', '/judges/judges/li/practice'],
    ['refused', '/judges/judges/sun/practice'],
  ]);
  const seven = parseScheme(templates['qi-bi-qi-sai']);
  const over = { id: 'a', inputs: { output: { plan: 10, done: 5, accepted: 6 } } };
  const quarter = { track: 'projects', stage: 'quarter', period: 'q1' };
  expect(checkInputs(seven, quarter, over).map((f) => f.code)).toEqual(['accepted-over-done']);
});

test('no measurement is below zero, unless its scale begins there or it may be a loss', () => {
  const value = (more: object) => ({ id: 'x', label: '数', measure: { kind: 'value' }, ...more });
  const steps = (from: number) => ({
    points: 5,
    scale: {
      kind: 'steps',
      steps: [
        { from, points: 0 },
        { from: 10, points: 5 },
      ],
    },
  });
  const linear = (from: number) => ({
    ...{ points: 5, scale: { kind: 'linear', linear: [steps(from).scale.steps[0], { from: 10, points: 5 }] } },
  });
  const rate = (from: number) => ({ points: 5, scale: { kind: 'rate', from, points: 1 } });
  const found = (more: object, entered: number) => {
    const sheet = { outOf: 5, criteria: [value(more)] };
    const stages = [{ id: 's', label: '段', sheet }];
    const scheme = parseScheme({
      ...{ language: 2, id: 'z', version: 1, title: '题' },
      tracks: [{ id: 't', label: '道', stages }],
    });
    const entrant = { id: 'a', inputs: { x: { value: entered } } };
    return checkInputs(scheme, { track: 't', stage: 's' }, entrant).map(({ code }) => code);
  };
  expect(found({ better: 'lower' }, -1)).toEqual(['below-zero']);
  expect(found({ better: 'lower' }, 0)).toEqual([]);
  expect(found({ min: -3 }, -3)).toEqual([]);
  expect(found({ min: -3 }, -3.1)).toEqual(['below-zero']);
  for (const scaled of [steps, linear, rate]) {
    expect(found(scaled(0), -1)).toEqual(['below-zero']);
    expect(found(scaled(-2), -2)).toEqual([]);
    expect(found(scaled(-2), -3)).toEqual(['below-zero']);
  }
  expect(found({ points: 5, scale: { kind: 'relative' } }, -1)).toEqual(['below-zero']);
  expect(found({ points: 5 }, -1)).toEqual(['out-of-bounds']);
});

test('sound inputs have no finding but more accepted than done', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { scheme, entrants } = world(seed, 1);
      const found = checkInputs(scheme, ROUND, entrants[0]!);
      holds(
        found.every((f) => f.code === 'accepted-over-done'),
        JSON.stringify(found),
      );
    }),
    { numRuns: 1_000 },
  );
});

test('the language is exported as JSON Schema', () => {
  const schema = schemeJsonSchema();
  expect(schema.required).toEqual(['language', 'id', 'version', 'title', 'tracks']);
  expect(JSON.stringify(schema)).toContain('"highestOnly"');
  expect(JSON.stringify(seasonJsonSchema())).toContain('"recused"');
});
