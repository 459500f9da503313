import { type Actor, type DataOf, isRefusal, jsonObject, type Mark } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, evolve, initial, type State } from './check.ts';
import type { Check } from './check-state.ts';
import { criteriaOf, departmentsOf, vetoesOf } from './criteria.ts';
import { inputsOf, missingOf } from './seal.ts';
import { body, competition, departments, entrantOf, goodMarks, quarters } from './year.fixture.ts';

const id = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d11';
const who = (role: Actor['roles'][number], rest: Partial<Actor> = {}): Actor => ({
  ...{ sub: role, org: 'o', roles: [role], departments: [], units: [] },
  ...rest,
});
const organiser = who('organiser');
const checker = (...own: string[]) => who('checker', { sub: `checker-${own[0]}`, departments: own });
const entrant = entrantOf(11, 'projects');
const own = who('entrant', { units: [entrant.unit] });
const now = '2024-04-05T09:00:00+08:00';

type CheckCommand = Parameters<typeof decide>[1];
type Given = {
  [T in CheckCommand['type']]: [type: T, data: DataOf<CheckCommand, T>, actor?: Actor];
}[CheckCommand['type']];

/** What a command makes of a check: its new state, or the code of the refusal. */
function give(state: State, ...[type, data, actor = organiser]: Given): { state: State; refused?: string } {
  const decision = decide(state, { id, type, data, actor, businessDate: '2024-04-05', now } as CheckCommand);
  if (isRefusal(decision)) return { state, refused: decision.refused };
  return { state: decision.reduce(evolve, state) };
}
const makeData = {
  ...{ round: id, competition, entrant, track: 'projects', stage: 'quarter', period: quarters[0]!, scheme: id },
  schemeVersion: 1,
  departments: departmentsOf(body),
  criteria: criteriaOf(body, 'projects', 'quarter', 'q1'),
  vetoes: vetoesOf(body, 'projects', 'quarter'),
  siteDays: { plan: 60, done: 60 },
  open: false,
};
const made = give(initial, 'make', makeData).state;
const open = give(made, 'open', {}).state;
const items = {
  progress: {
    parts: [
      { id: 'm1', label: '封顶', weight: 60, plan: 100 },
      { id: 'm2', label: '砌筑', weight: 40, plan: 50 },
    ],
  },
  output: { plan: 1000 },
};
const planned = give(made, 'set-plan', { items }, own).state;
const opened = give(planned, 'open', {}).state;
const done = {
  progress: {
    parts: [
      { id: 'm1', done: 100, accepted: 90 },
      { id: 'm2', done: 50, accepted: 50 },
    ],
  },
  output: { done: 1040, accepted: 1030 },
};
const verified = give(opened, 'verify-progress', { items: done }, checker('engineering')).state;
const complete = Object.entries(goodMarks).reduce((state, [department, marks]) => {
  const saved = give(state, 'save-sheet', { department, marks }, checker(department)).state;
  return give(saved, 'submit-sheet', { department }, checker(department)).state;
}, verified);
const sealed = give(complete, 'seal', { attempt: 1, page: 1, body }).state as Check;

test('a plan is free before the round opens and takes a reason afterwards', () => {
  expect(planned?.plan?.revision).toBe(1);
  const other = { items: { output: { plan: 900 } } };
  expect(give(opened, 'set-plan', other).refused).toBe('plan-reason-required');
  expect(give(opened, 'set-plan', { ...other, reason: '业主变更' }).state?.plan?.revision).toBe(2);
  expect(give(opened, 'set-plan', { items }).state).toBe(opened);
  expect(give(made, 'set-plan', { items }, who('entrant')).refused).toBe('not-yours');
  expect(give(made, 'set-plan', { items: { safety: { plan: 1 } } }, own).refused).toBe('unknown-criterion');
});

test('no entrant changes its plan once the round is open, however small the change', () => {
  const lower = { items: { ...items, output: { plan: 1 } }, reason: '调整' };
  for (const state of [open, opened, verified, complete])
    expect(give(state, 'set-plan', lower, own).refused).toBe('plan-fixed');
});

test('work that was verified against another plan is void and missing until it is verified again', () => {
  const [m1, m2] = items.progress.parts as [(typeof items.progress.parts)[0], (typeof items.progress.parts)[0]];
  const revised = { ...items, progress: { parts: [m1, { ...m2, plan: 40 }] } };
  const voided = give(complete, 'set-plan', { items: revised, reason: '业主变更' }).state as Check;
  expect(voided.voided).toEqual(['progress']);
  expect(missingOf(voided, body)).toMatchObject([{ what: 'progress', criteria: ['progress'] }]);
  const again = give(voided, 'verify-progress', { items: { progress: done.progress } }, checker('engineering')).state;
  expect(missingOf(again as Check, body)).toEqual([]);
  const renamed = { ...items, progress: { parts: [m1, { ...m2, label: '二次砌筑' }] } };
  const sameMeasure = give(complete, 'set-plan', { items: renamed, reason: '更正名称' }).state as Check;
  expect(missingOf(sameMeasure, body)).toEqual([]);
});

test('what was verified stays in the plan under its id, also when the verification is void', () => {
  const revise = (state: State, progress: object) => {
    const data = { items: { ...items, progress }, reason: '调整' } as DataOf<CheckCommand, 'set-plan'>;
    return give(state, 'set-plan', data);
  };
  const [m1, m2] = items.progress.parts as [(typeof items.progress.parts)[0], (typeof items.progress.parts)[0]];
  const dropped = [{ parts: [m1] }, { parts: [m1, { ...m2, id: 'm3' }] }, { plan: 100 }];
  const voided = revise(complete, { parts: [m1, { ...m2, plan: 40 }] }).state;
  for (const progress of dropped)
    for (const state of [complete, voided]) expect(revise(state, progress).refused).toBe('plan-part-verified');
  expect(revise(opened, { parts: [m1] }).refused).toBeUndefined();
});

test('parts weigh something, and a plan has only what applies to the unit’s group', () => {
  const weightless = { progress: { parts: [{ ...items.progress.parts[0]!, weight: 0 }] } };
  expect(give(made, 'set-plan', { items: weightless }, own).refused).toBe('plan-weight');
  const criteria = made!.criteria.map((each) => (each.id === 'output' ? { ...each, only: ['civil'] } : each));
  const grouped = (group: string) => ({ ...made!, criteria, entrant: { ...entrant, group } });
  expect(give(grouped('electrical'), 'set-plan', { items }, own).refused).toBe('unknown-criterion');
  expect(give(grouped('civil'), 'set-plan', { items }, own).refused).toBeUndefined();
});

test('progress is reported by the entrant, verified by its owner, in the parts that were planned', () => {
  const report = { items: { progress: { parts: [{ id: 'm1', done: 100 }] } } };
  expect(give(planned, 'report-progress', report, own).refused).toBe('check-not-open');
  expect(give(opened, 'report-progress', report, own).state?.reported).toEqual(report.items);
  expect(give(open, 'report-progress', report, own).refused).toBe('plan-missing');
  expect(give(opened, 'verify-progress', { items: done }, checker('safety')).refused).toBe('not-yours');
  const verify = (parts: { id: string; done: number; accepted: number }[]) =>
    give(opened, 'verify-progress', { items: { progress: { parts } } }, checker('engineering')).refused;
  expect(verify([{ id: 'm9', done: 1, accepted: 1 }])).toBe('unknown-part');
  expect(verify([{ id: 'm1', done: 1, accepted: 2 }])).toBe('accepted-exceeds-done');
});

test('a department scores its own criteria only, and submits when all that is due is there', () => {
  const safety = checker('safety');
  const save = (marks: Record<string, Mark>, actor = safety) =>
    give(opened, 'save-sheet', { department: 'safety', marks }, actor);
  expect(give(made, 'save-sheet', { department: 'safety', marks: {} }, safety).refused).toBe('check-not-open');
  expect(save({}, checker('quality')).refused).toBe('not-yours');
  expect(save({ quality: { events: [] } }).refused).toBe('unknown-criterion');
  expect(save({ safety: { value: 14 } }).refused).toBe('mark-misfit');
  expect(save({ safety: { events: [{ code: 'flood' }] } }).refused).toBe('mark-misfit');
  const half = save({ safety: { events: [] } }).state;
  expect(give(half, 'submit-sheet', { department: 'safety' }, safety).refused).toBe('sheet-incomplete');
  const full = give(half, 'enter-mark', { criterion: 'civilised', mark: { na: '现场移交' } }, safety).state;
  const submitted = give(full, 'submit-sheet', { department: 'safety' }, safety).state;
  expect(submitted?.sheets.safety).toMatchObject({ status: 'submitted' });
  expect(give(submitted, 'save-sheet', { department: 'safety', marks: {} }, safety).refused).toBe('sheet-is-submitted');
  const returned = give(submitted, 'return-sheet', { department: 'safety', reason: '依据不全' }).state;
  expect(returned?.sheets.safety).toMatchObject({ status: 'returned', reason: '依据不全' });
  expect(give(returned, 'return-sheet', { department: 'safety', reason: '再退' }).refused).toBe('sheet-not-submitted');
});

test('what is missing is named by department, drafts do not count, and a suspended quarter owes nothing', () => {
  const owed = missingOf(open as Check, body).map(({ what, department }) => [what, department]);
  expect(owed).toEqual([
    ['plan', undefined],
    ...departments.filter((each) => each !== 'engineering').map((each) => ['sheet', each]),
  ]);
  const draft = give(
    open,
    'save-sheet',
    { department: 'quality', marks: goodMarks.quality! },
    checker('quality'),
  ).state;
  expect(missingOf(draft as Check, body)).toHaveLength(owed.length);
  expect(missingOf(opened as Check, body)[0]).toMatchObject({ what: 'progress', department: 'engineering' });
  const suspended = give(open, 'note-entry', { seen: 3, siteDays: { plan: 60, done: 0 } }).state as Check;
  expect(missingOf(suspended, body)).toEqual([]);
  expect((give(suspended, 'seal', { attempt: 1, page: 1, body }).state as Check).sealed?.result.status).toBe('invalid');
});

test('criteria of another group are not due, and nobody is said to lack them', () => {
  const grouped = structuredClone(body) as { tracks: { id: string; groups?: object[] }[]; sheets: Sheet[] };
  type Sheet = { id: string; criteria: { id: string; only?: string[] }[] };
  grouped.tracks.find(({ id }) => id === 'projects')!.groups = ['civil', 'electrical'].map((id) => ({ id, label: id }));
  const { criteria } = grouped.sheets.find(({ id }) => id === 'quarter')!;
  Object.assign(criteria.find(({ id }) => id === 'cost')!, { only: ['civil'] });
  const scheme = jsonObject.parse(grouped);
  const checkOf = (group: string) => {
    const data = {
      ...makeData,
      criteria: criteriaOf(scheme, 'projects', 'quarter', 'q1'),
      entrant: { ...entrant, group },
    };
    const opened = give(give(give(initial, 'make', data).state, 'set-plan', { items }, own).state, 'open', {}).state;
    const verified = give(opened, 'verify-progress', { items: done }, checker('engineering')).state;
    return Object.entries(goodMarks).reduce((state, [department, marks]) => {
      if (department === 'finance') return state;
      const saved = give(state, 'save-sheet', { department, marks }, checker(department)).state;
      return give(saved, 'submit-sheet', { department }, checker(department)).state;
    }, verified);
  };
  const lacks = (group: string) => missingOf(checkOf(group)!, scheme).map(({ criteria }) => criteria);
  expect(lacks('civil')).toEqual([['cost']]);
  expect(lacks('electrical')).toEqual([]);
  const marks = { cost: { value: 5 } };
  const entered = give(checkOf('electrical'), 'save-sheet', { department: 'finance', marks }, checker('finance'));
  expect(entered.refused).toBe('unknown-criterion');
  const sealedWithout = give(checkOf('electrical'), 'seal', { attempt: 1, page: 1, body: scheme }).state!;
  expect(sealedWithout).toMatchObject({ status: 'sealed', sealed: { result: { status: 'scored' } } });
});

test('sealing scores accepted work; a plan of zero is not assessable and needs no verification', () => {
  // 50 × (60 × 90 % + 40 × 100 %) + 14 + 13 + 5 + 5.5 + 4 + 4; output above plan earns nothing, as there is a defect.
  expect(sealed.sealed?.result).toMatchObject({ status: 'scored', score: 47 + 14 + 13 + 5 + 5.5 + 4 + 4 });
  expect(sealed.sealed?.scoredBy).toEqual(departments.map((each) => `checker-${each}`).sort());
  expect(give(sealed, 'seal', { attempt: 1, page: 1, body }).state).toBe(sealed);
  expect(give(sealed, 'save-sheet', { department: 'safety', marks: {} }, checker('safety')).refused).toBe(
    'check-closed',
  );
  const parts = items.progress.parts.map((part) => ({ ...part, plan: 0 }));
  const nothing = { items: { progress: { parts }, output: { plan: 0 } }, reason: '停工待料' };
  const zero = give(complete, 'set-plan', nothing).state as Check;
  expect(missingOf(zero, body)).toEqual([]);
  expect((give(zero, 'seal', { attempt: 1, page: 1, body }).state as Check).sealed?.result.status).toBe(
    'not-assessable',
  );
});

test('a veto costs the place and never the number; lifted, it costs nothing', () => {
  const veto = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';
  const raise = { veto, kind: 'casualty', evidence: ['12号通报'] };
  const raised = give(complete, 'raise-veto', raise, checker('safety')).state;
  expect(give(raised, 'raise-veto', { ...raise, veto: id }).refused).toBe('already-exists');
  expect(give(complete, 'raise-veto', { ...raise, kind: 'flood' }).refused).toBe('unknown-veto');
  const { result } = (give(raised, 'seal', { attempt: 1, page: 1, body }).state as Check).sealed!;
  expect(result).toMatchObject({ score: sealed.sealed?.result.score, bars: [{ cause: 'casualty', level: 'year' }] });
  const lifted = give(raised, 'lift-veto', { veto, reason: '非责任事故' }).state as Check;
  expect((give(lifted, 'seal', { attempt: 1, page: 1, body }).state as Check).sealed?.result.bars).toEqual([]);
  expect(give(complete, 'lift-veto', { veto, reason: '误报' }).refused).toBe('veto-not-standing');
});

test('a veto is raised by the departments that the scheme names for it, or by the organiser', () => {
  const rules = makeData.vetoes.map((rule) => (rule.id === 'casualty' ? { ...rule, raisedBy: ['safety'] } : rule));
  const named = give(initial, 'make', { ...makeData, vetoes: rules, open: true }).state;
  const raise = (kind: string, actor: Actor) =>
    give(named, 'raise-veto', { veto: id, kind, evidence: ['12号通报'] }, actor).refused;
  expect(raise('casualty', checker('safety'))).toBeUndefined();
  expect(raise('casualty', organiser)).toBeUndefined();
  expect(raise('casualty', checker('quality'))).toBe('not-yours');
  expect(raise('falsified', checker('quality'))).toBeUndefined();
  expect(raise('falsified', checker('catering'))).toBe('not-yours');
});

test('a veto is raised and lifted once, however late the request comes again', () => {
  const veto = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';
  const raise = { veto, kind: 'casualty', evidence: ['12号通报'] };
  const raised = give(complete, 'raise-veto', raise).state;
  expect(give(raised, 'raise-veto', raise)).toEqual({ state: raised });
  const lifted = give(raised, 'lift-veto', { veto, reason: '非责任事故' }).state as Check;
  expect(give(lifted, 'raise-veto', raise)).toEqual({ state: lifted });
  const withdrawn = give(lifted, 'withdraw', {}).state as Check;
  expect(give(withdrawn, 'raise-veto', raise)).toEqual({ state: withdrawn });
  expect(give(withdrawn, 'lift-veto', { veto, reason: '非责任事故' })).toEqual({ state: withdrawn });
  const anew = give(lifted, 'raise-veto', { ...raise, veto: id }).state as Check;
  expect(give(anew, 'lift-veto', { veto, reason: '非责任事故' })).toEqual({ state: anew });
  expect(anew.vetoes.map((each) => each.veto)).toEqual([id]);
});

test('whoever leaves and comes back finds the plan, the marks and the vetoes as they were', () => {
  const veto = { veto: id, kind: 'casualty', evidence: ['12号通报'] };
  const before = give(complete, 'raise-veto', veto).state as Check;
  const left = give(before, 'withdraw', {}).state;
  const back = give(left, 'make', { ...makeData, open: true }).state as Check;
  const { plan, verified, sheets, vetoes } = before;
  expect(back).toMatchObject({ status: 'open', plan, verified, sheets, vetoes });
});

test('a correction is a new revision with a reason; one that changes nothing, or leaves something missing, is refused', () => {
  const nothing = { body, reason: '复核', marks: {}, raise: [], lift: [] };
  expect(give(complete, 'correct', nothing).refused).toBe('not-sealed');
  expect(give(sealed, 'correct', nothing).refused).toBe('nothing-to-correct');
  const marks = { safety: { events: [{ code: 'hazard' }] } };
  const corrected = give(sealed, 'correct', { ...nothing, marks }).state as Check;
  expect(corrected.sealed).toMatchObject({ revision: 2, reason: '复核' });
  expect(corrected.sealed?.result.score).toBe(sealed.sealed!.result.score! - 1);
  expect(give(sealed, 'correct', { ...nothing, lift: ['casualty'] }).refused).toBe('veto-not-standing');

  // A status recorded late: the quarter was not valid after all, and then it was.
  const late = give(sealed, 'note-entry', { seen: 9, siteDays: { plan: 60, done: 10 } }).state as Check;
  expect(late.correctionDue).toBe(true);
  const invalid = give(late, 'correct', nothing).state as Check;
  expect(invalid).toMatchObject({ correctionDue: false, sealed: { result: { status: 'invalid' } } });
  const empty = give(open, 'note-entry', { seen: 3, siteDays: { plan: 60, done: 0 } }).state;
  const owed = give(give(empty, 'seal', { attempt: 1, page: 1, body }).state, 'note-entry', {
    seen: 4,
    siteDays: { plan: 60, done: 60 },
  });
  expect(give(owed.state, 'correct', nothing).refused).toBe('result-incomplete');
});

test('whatever fits its criterion can be scored, and what cannot be scored is named as missing', () => {
  const amount = fc.oneof(fc.nat(2000), fc.constantFrom(0, 0.0001, 1e11));
  fc.assert(
    fc.property(amount, amount, (plan, accepted) => {
      const revised = give(complete, 'set-plan', { items: { ...items, output: { plan } }, reason: '调整' }).state;
      const output = { done: accepted, accepted };
      const check = give(revised, 'verify-progress', { items: { output } }, checker('engineering')).state as Check;
      const missing = missingOf(check, body);
      const { status } = give(check, 'seal', { attempt: 1, page: 1, body }).state as Check;
      expect(status).toBe(missing.length === 0 ? 'sealed' : 'open');
      expect(Object.keys(inputsOf(check))).toContain('output');
    }),
    { numRuns: 300 },
  );
});
