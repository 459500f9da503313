// Published rules as documents in `cases/`, each with what the rule gives, worked out by hand beside it.
import { readFileSync } from 'node:fs';
import { evaluateSeason, parseScheme, type Season } from '../src/index.ts';

type Row = [id: string, score: number | null, place?: number | null];
interface Right {
  /** Of the last stage, in the order of places. */
  rows: Row[];
  bands?: (string | null)[];
  granted?: string[][];
}

export const RIGHT: Record<string, Right> = {
  // 50 × 30 ÷ 60 + 50.
  'missing-item': { rows: [['x', 75, 1]] },
  // x: (0 + 93) ÷ 2; y: 87 twice.
  'zero-quarter': {
    rows: [
      ['y', 87, 1],
      ['x', 46.5, 2],
    ],
  },
  // Places 2 and 3 are shared: (6 + 5) ÷ 2.
  'shared-place': {
    rows: [
      ['T-a', 7, 1],
      ['T-b', 5.5, 2],
      ['T-d', 5.5, 2],
      ['T-e', 4, 4],
    ],
  },
  'shared-place-best': {
    rows: [
      ['T-a', 7, 1],
      ['T-b', 6, 2],
      ['T-d', 6, 2],
      ['T-e', 4, 4],
    ],
  },
  'shared-place-worst': {
    rows: [
      ['T-a', 7, 1],
      ['T-b', 5, 2],
      ['T-d', 5, 2],
      ['T-e', 4, 4],
    ],
  },
  // 80, 90, 100, 110 give 1 to 4; 95 is halfway; under 80 nothing.
  'straight-line': {
    rows: [
      ['r110', 4, 1],
      ['r120', 4, 1],
      ['r95', 2.5, 3],
      ['r80', 1, 4],
      ['r70', 0, 5],
      ['r79', 0, 5],
    ],
  },
  // 100 + 100 × (−50 − 100) ÷ 100 = −50 %: no points.
  'loss-done': { rows: [['x', 0, 1]] },
  // 100 + 100 × (50 + 100) ÷ 100 = 250 %, the cap is 120 %.
  'loss-plan': { rows: [['x', 120, 1]] },
  // a 1 + 1 + 2 = 4; b 2 + 2 + 3 = 7; d barred behind three, absent behind two, first: 4 + 3 + 1 = 8.
  'absent-places': {
    rows: [
      ['a', 4, 1],
      ['b', 7, 2],
      ['d', 8, 3],
    ],
  },
  // late: behind two, behind two, third: 9 to 3 and 6.
  'absence-wins': {
    rows: [
      ['a', 1, 1],
      ['b', 1, 2],
      ['late', 1, 3],
    ],
    granted: [['a']],
  },
  'yellow-flag': {
    rows: [
      ['a', 95, 1],
      ['b', 69, 2],
      ['d', 40, 3],
    ],
    granted: [['a'], ['d']],
  },
  // a 8.25 and b 8.34 become 8.3 before they are added: 8.3 + 8.3.
  'round-each': {
    rows: [
      ['a', 16.6, 1],
      ['b', 16.6, 1],
    ],
  },
  // 100; 80 + 10 ÷ 20 × 20; 60 + 19 ÷ 20 × 10; the foot of its grade; 30 ÷ 60 × 40.
  'two-scales': {
    rows: [
      ['a', 100, 1],
      ['b', 90, 2],
      ['c', 69.5, 3],
      ['d', 60, 4],
      ['e', 20, 5],
    ],
  },
  // The quarter's bar holds in the stage of the same quarter.
  'single-prize': {
    rows: [
      ['a', 108, 1],
      ['b', 101, 2],
      ['c', 120, null],
    ],
    granted: [['a']],
  },
  // a 60 + 10 is behind b 60 + 40 in the quarter and ahead of it in progress; c is barred.
  'own-order': {
    rows: [
      ['b', 100, 1],
      ['a', 70, 2],
      ['c', 100, null],
    ],
    granted: [['a']],
  },
  // 80 × 1.15; 95 × 0.9; without its fact nothing is decided.
  coefficient: {
    rows: [
      ['a', 92, 1],
      ['b', 85.5, 2],
      ['c', null, null],
    ],
  },
  // 60 × m ÷ 200 + 40 × 40 ÷ n: 60 + 32; 45 + 40; 30 + 20.
  relative: {
    rows: [
      ['a', 92, 1],
      ['b', 85, 2],
      ['c', 50, 3],
    ],
  },
  // b has 94, and B because of its zero table; c has 95 and falls to D directly; the cap at B does not lift e.
  'capped-grade': {
    rows: [
      ['a', 100, 1],
      ['c', 95, 2],
      ['b', 94, 3],
      ['e', 40, 4],
    ],
    bands: ['a', 'd', 'b', 'd'],
  },
  'level-range': {
    rows: [
      ['a', 28, 1],
      ['b', 23.5, 2],
      ['c', 12, 3],
    ],
  },
  // 60 of 70 + 15 in the north; 60 + 20 in the south.
  'points-by-group': {
    rows: [
      ['a', 75, 1],
      ['b', 80, 1],
    ],
  },
  // 30 % of four is 1.2: two seats.
  seats: {
    rows: [
      ['a', 90, 1],
      ['b', 80, 2],
      ['c', 70, 3],
      ['d', 60, 4],
    ],
    granted: [['a', 'b']],
  },
  // 40 % of four is 1.6: two seats.
  'seats-nearest': {
    rows: [
      ['a', 90, 1],
      ['b', 80, 2],
      ['c', 70, 3],
      ['d', 60, 4],
    ],
    granted: [['a', 'b']],
  },
  // (90 + 60 + 95) ÷ 3; (80 + 70 + 75) ÷ 3; (59 + 58 + 85) ÷ 3.
  'all-but-one': {
    rows: [
      ['a', 81.6667, 1],
      ['b', 75, 2],
      ['c', 67.3333, 3],
    ],
  },
  // Longest runs under 60: a 1, b 1, c 3.
  'bad-months-running': {
    rows: [
      ['a', 100, 1],
      ['b', 100, 1],
      ['c', 0, 3],
    ],
  },
  // Firsts: a in q1 and q4, b in q2 and q3.
  'three-flags': {
    rows: [
      ['a', 50, 1],
      ['b', 50, 1],
      ['c', 0, 3],
    ],
  },
};

export function load(name: string): { scheme: unknown; inputs: Season } {
  return JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), 'utf8'));
}

/** What the evaluator gives, in the form of `RIGHT`. */
export function found(name: string): Right {
  const { scheme, inputs } = load(name);
  const last = evaluateSeason(parseScheme(scheme), inputs).results.at(-1)!;
  const { bands, granted } = RIGHT[name]!;
  return {
    rows: last.entrants.map((e): Row => [e.id, e.score, e.place]),
    ...(bands ? { bands: last.entrants.map((e) => e.band) } : {}),
    ...(granted ? { granted: last.honours.map((h) => [...h.granted]) } : {}),
  };
}
