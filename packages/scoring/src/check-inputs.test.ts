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
