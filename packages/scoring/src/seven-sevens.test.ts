// A quarter and a year of the seed scheme; every expected number was worked out by hand from the rules.
import { expect, test } from 'vitest';
import { type Entrant, evaluateStage, parseScheme, type StageResult, templates } from './index.ts';

const scheme = parseScheme(templates['qi-bi-qi-sai']);

const full = {
  active: { plan: 65, done: 65 },
  output: { plan: 100, done: 108, accepted: 108 },
  progress: {
    parts: [
      { weight: 60, plan: 10, done: 10, accepted: 10 },
      { weight: 40, plan: 4, done: 3, accepted: 3 },
    ],
  },
  safety: { events: [] },
  quality: { events: [{ code: 'record' }] },
  technology: { value: 5.5 },
  cost: { value: 5 },
  team: { value: 4.25 },
  civilised: { level: 'good' },
};
const clean = { ...full, quality: { events: [] } };
const quarter = (entrants: Entrant[], period = 'q1', prior: StageResult[] = []) =>
  evaluateStage(scheme, { track: 'projects', stage: 'quarter', period }, entrants, prior);

test('a quarter adds up as on paper', () => {
  const prizes = {
    events: [
      { code: 'city', subject: 'QC' },
      { code: 'provincial', subject: 'QC' },
    ],
  };
  const result = quarter([
    { id: 'north', inputs: full },
    { id: 'south', inputs: { ...clean, prizes } },
    { id: 'idle', inputs: { active: { plan: 65, done: 20 } } },
    { id: 'late', inputs: { ...full, cost: undefined as never } },
    { id: 'barred', inputs: clean, vetoes: ['casualty'] },
  ]);
  const by = Object.fromEntries(result.entrants.map((e) => [e.id, e]));
  // Progress 60 × 100 % + 40 × 75 % = 90 % → 45; 45 + 14 + 13.5 + 5.5 + 5 + 4.25 + 4; overshoot void.
  expect(by.north).toMatchObject({ status: 'scored', score: 91.25, band: 'candidate', place: 2 });
  expect(by.north?.figures).toMatchObject({
    progress: 45,
    'progress.raw': 90,
    'output.raw': 108,
    events: 1,
    overshoot: 0,
  });
  // 45 + 14 + 14 + 5.5 + 5 + 4.25 + 4 = 91.75; overshoot 8 ÷ 2 = 4, best prize 3, together capped at 5.
  expect(by.south).toMatchObject({ score: 96.75, place: 1, bars: [] });
  expect(by.idle).toMatchObject({ status: 'invalid', score: null, place: null });
  expect(by.late).toMatchObject({ status: 'pending', score: null });
  expect(by.barred).toMatchObject({
    status: 'scored',
    score: 95.75,
    place: null,
    bars: [{ cause: 'casualty', level: 'year', at: 'projects.quarter.q1' }],
  });
  expect(result.pending).toEqual([{ entrant: 'late', item: 'cost', owner: 'finance', missing: 'input' }]);
});

test('plan 0 on a required item leaves the sheet not assessable; on another it is normalised away', () => {
  const noPlan = { ...full, progress: { parts: [{ weight: 1, plan: 0, done: 0, accepted: 0 }] } };
  const noCost = { ...full, cost: { na: 'no cost centre yet' } };
  const [a, b] = quarter([
    { id: 'a', inputs: noCost },
    { id: 'b', inputs: noPlan },
  ]).entrants;
  // (45 + 14 + 13.5 + 5.5 + 4.25 + 4) × 100 ÷ 94 = 91.7553…
  expect(a).toMatchObject({ score: 91.7553 });
  expect(b).toMatchObject({ status: 'not-assessable', score: null });
});

test('the year collects quarters, carries bars up, breaks ties, refers what is tied at the cut', () => {
  const quarters = ['q1', 'q2', 'q3', 'q4'].map((period) =>
    quarter(
      [
        { id: 'a', inputs: clean },
        { id: 'b', inputs: period === 'q4' ? { active: { plan: 65, done: 0 } } : full },
        { id: 'c', inputs: full },
        { id: 'd', inputs: full },
        { id: 'e', inputs: clean, vetoes: period === 'q2' ? ['wage-arrears'] : [] },
      ],
      period,
    ),
  );
  const year = evaluateStage(
    scheme,
    { track: 'projects', stage: 'year' },
    ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, inputs: { review: { value: 18 } } })),
    quarters,
  );
  // a: 95.75 × 0.8 + 18 = 94.6; b, c, d: 91.25 × 0.8 + 18 = 91, but b has three faults and c, d have four.
  expect(year.entrants.map((e) => [e.id, e.score, e.place])).toEqual([
    ['a', 94.6, 1],
    ['b', 91, 2],
    ['c', 91, 3],
    ['d', 91, 3],
    ['e', 94.6, null],
  ]);
  expect(year.honours).toEqual([
    { honour: 'winner', group: null, seats: 3, granted: ['a', 'b'], referred: ['c', 'd'], provisional: [] },
  ]);
  const decided = evaluateStage(
    scheme,
    { track: 'projects', stage: 'year', decisions: [{ honour: 'winner', granted: ['d'] }] },
    ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, inputs: { review: { value: 18 } } })),
    quarters,
  );
  expect(decided.honours[0]?.granted).toEqual(['a', 'b', 'd']);

  const ratio = (plan: number, done: number) => ({ plan, done });
  const branches = evaluateStage(
    scheme,
    { track: 'branches', stage: 'year' },
    [
      {
        id: 'first',
        members: ['a', 'e'],
        inputs: {
          contracts: ratio(100, 130),
          revenue: ratio(50, 39),
          profit: ratio(10, 10),
          plan: { value: 6 },
          coverage: { value: 5 },
          ledgers: { value: 5.5 },
          publicity: { value: 4 },
        },
      },
    ],
    [...quarters, year],
  );
  // 30 × 1.2 + 20 × 0.78 + 20 = 71.6; 6 + 5 + 5.5 + 4 = 20.5; places 1 and (barred: last of five) 5, mean 3 → 8 − 1 = 7.
  expect(branches.entrants[0]).toMatchObject({ score: 99.1, alerts: ['revenue'] });
  expect(branches.entrants[0]?.figures['own-rank.raw']).toBe(3);
});

test('a year with an open quarter is pending and says which', () => {
  const q1 = quarter([{ id: 'a', inputs: clean }]);
  const year = evaluateStage(
    scheme,
    { track: 'projects', stage: 'year' },
    [{ id: 'a', inputs: { review: { value: 18 } } }],
    [q1],
  );
  expect(year.entrants[0]?.status).toBe('pending');
  expect(year.pending).toContainEqual({ entrant: 'a', item: 'quarters', missing: 'result', of: 'projects.quarter.q3' });
});
