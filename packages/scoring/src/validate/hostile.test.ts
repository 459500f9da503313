// Damaged and hostile documents: findings or a clear error, never an exception of another kind, never a hang.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Draw, draw } from '../../kit/draw.ts';
import { RUNS } from '../../kit/every.ts';
import { randomScheme } from '../../kit/schemes.ts';
import { type Entrant, evaluateStage, parseScheme, type SchemeInput, Season, templates, validate } from '../index.ts';

const SOUND: SchemeInput[] = [
  ...['sheng-hua', 'duo-pai', 'wu-gong-li', 'ji-fen'].map((id) => templates[id]!),
  ...Array.from({ length: 8 }, (_, i) => randomScheme(draw(i))),
];
const JUNK: unknown[] = [
  null,
  true,
  -1,
  1e300,
  Number.NaN,
  0.00001,
  '',
  'x',
  '__proto__',
  'score',
  [],
  {},
  [[]],
  { id: 'x' },
];

/** One to three random places replaced, removed, repeated or swapped for another part of the document. */
function damage(d: Draw, document: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(document));
  for (let n = 1 + d.below(3); n > 0; n--) {
    let parent = copy;
    let key: string | undefined;
    for (let depth = 1 + d.below(9); depth > 0; depth--) {
      const keys = Object.keys(parent);
      if (keys.length === 0) break;
      key = d.pick(keys);
      if (typeof parent[key] !== 'object' || parent[key] === null || depth === 1) break;
      parent = parent[key];
    }
    if (key === undefined) continue;
    const how = d.below(4);
    if (how === 0) delete parent[key];
    else if (how === 1) parent[key] = d.pick(JUNK);
    else if (how === 2 && Array.isArray(parent)) parent.push(parent[Number(key)]);
    else parent[d.pick(Object.keys(parent))] = parent[key];
  }
  return copy;
}

test('ten thousand damaged documents have findings or are sound, and what is sound evaluates', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const d = draw(seed);
      const document = damage(d, d.pick(SOUND));
      const findings = validate(document);
      if (findings.some((f) => f.severity === 'error')) {
        refused++;
        return;
      }
      const scheme = parseScheme(document);
      for (const track of scheme.tracks) {
        for (const stage of track.stages) {
          const period = stage.periods?.[0]?.id ?? null;
          evaluateStage(scheme, { track: track.id, stage: stage.id, period }, [{ id: 'a' }, { id: 'b' }]);
        }
      }
    }),
    RUNS,
  );
  expect(refused).toBeGreaterThan(0.3 * RUNS.numRuns);
});

test('a nesting of a thousand and a hundred thousand criteria are refused at once', () => {
  let nested: Record<string, unknown> = { id: 'a', label: 'a', points: 1, measure: { kind: 'value' } };
  for (let i = 0; i < 1_000; i++) nested = { id: 'a', label: 'a', points: 1, of: [nested] };
  const criteria = Array.from({ length: 100_000 }, (_, i) => ({
    id: `c${i}`,
    label: 'c',
    points: 1,
    measure: { kind: 'value' },
  }));
  const scheme = (list: unknown[]) => ({
    ...templates['ji-fen'],
    sheets: [{ id: 's', criteria: list }],
  });
  expect(validate(scheme([nested])).map((f) => f.code)).toEqual(['too-deep']);
  expect(validate(scheme(criteria)).map((f) => f.code)).toEqual(['too-large']);
  expect(() => parseScheme(scheme(criteria))).toThrow('too-large');
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  expect(validate(circular).map((f) => f.code)).toEqual(['too-deep']);
});

test('two thousand criteria in one list are evaluated', () => {
  const points = 0.05;
  const criteria = Array.from({ length: 2_000 }, (_, i) => ({
    id: `c${i}`,
    label: 'c',
    points,
    measure: { kind: 'value' },
  }));
  const stages = [{ id: 's', label: 's', sheet: { criteria } }];
  const scheme = parseScheme({
    language: 1,
    id: 'wide',
    version: 1,
    title: 'wide',
    tracks: [{ id: 't', label: 't', stages }],
  });
  const inputs = Object.fromEntries(criteria.map((c) => [c.id, { value: points }]));
  expect(evaluateStage(scheme, { track: 't', stage: 's' }, [{ id: 'a', inputs }]).entrants[0]?.score).toBe(100);
});

test('inputs that do not fit are refused with a code and a place', () => {
  const scheme = parseScheme(templates['ji-neng']);
  const contest = (entrant: Partial<Entrant>, panel?: string[]) => () =>
    evaluateStage(scheme, { track: 'couriers', stage: 'contest', ...(panel ? { panel } : {}) }, [
      { id: 'a/b', ...entrant },
    ]);
  const refusal = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      const { code, at } = error as { code: string; at: string };
      return [code, at];
    }
    return undefined;
  };
  const judges = { judges: { z: { practice: { value: 80 } } } };
  expect(refusal(contest({ inputs: { theory: { value: 0.00001 } } }))).toEqual(['not-a-number', '/a~1b/inputs/theory']);
  expect(refusal(contest({ inputs: { theory: { level: 'x' } } }))?.[0]).toBe('wrong-kind');
  expect(refusal(contest({ inputs: { cones: { events: [{ code: 'tree' }] } } }))?.[0]).toBe('unknown-event');
  expect(refusal(contest({ inputs: { cones: { events: [{ code: 'cone', times: 0.5 }] } } }))?.[0]).toBe('not-a-count');
  expect(refusal(contest({ judges }, ['x', 'y']))).toEqual(['outside-panel', '/a~1b/judges/judges/z']);
  expect(refusal(contest({ vetoes: ['doping'] }))?.[0]).toBe('unknown-veto');
  expect(refusal(contest({ group: 'men' }))?.[0]).toBe('unknown-group');
  expect(refusal(() => evaluateStage(scheme, { track: 'couriers', stage: 'final' }, []))?.[0]).toBe('unknown-stage');
  expect(refusal(() => evaluateStage(scheme, { track: 'couriers', stage: 'contest', period: 'q1' }, []))?.[0]).toBe(
    'unknown-period',
  );
  const twice = [{ id: 'a' }, { id: 'a' }];
  expect(refusal(() => evaluateStage(scheme, { track: 'couriers', stage: 'contest' }, twice))?.[0]).toBe('twice');
  expect(
    Season.safeParse({ stages: [{ track: 't', stage: 's', entrants: [{ id: 'a', inputs: { x: { value: '1' } } }] }] })
      .success,
  ).toBe(false);
});
