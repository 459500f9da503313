import { derivedId, isRefusal } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, type State } from './award-list.ts';
import {
  carried,
  decided,
  drafted,
  failure,
  frame,
  type Given,
  honour,
  issue,
  listId,
  object,
  publish,
  review,
  unit,
} from './sample.ts';

const three = () => drafted(honour('winner', 3, { granted: [unit(1, 1), unit(2, 2), unit(3, 3)] }));
const published = () => carried(three(), review, publish);
const refusal = (list: State, command: Given) => {
  const outcome = decided(list, command);
  return isRefusal(outcome) ? outcome.refused : undefined;
};
const states = (list: State) => list?.candidates.map((c) => c.state);

test('an evaluation delivered twice drafts one list', () => {
  const list = three();
  expect(decide(list, { id: listId, ...frame, type: 'draft', data: { ...list, candidates: [] } })).toEqual([]);
});

test('a list with an open tie is not reviewed', () => {
  const list = drafted(honour('winner', 1, { referred: [unit(1, 1, true), unit(2, 1, true)] }));
  expect(refusal(list, review)).toBe('tie-open');
});

test('nobody gets the same honour twice in a year; seats and quotas hold', () => {
  const list = three();
  const [first] = list.candidates;
  const failures = [failure(first!.recipient.id, 'honour-held', 'grant/1')];
  expect(refusal(list, { type: 'review', data: { ...review.data, failures } })).toBe('honour-already-held');
  const bars = [{ candidate: first!.candidate, reason: '拖欠工资' }];
  expect(states(carried(list, { type: 'review', data: { ...review.data, bars, failures } }))).toContain('barred');
  const quotas = [{ label: '一线职工', atLeast: 0.5, counted: [first!.candidate] }];
  expect(refusal(list, { type: 'review', data: { ...review.data, quotas } })).toBe('quota-not-met');
  const crowded = { ...list, honours: list.honours.map((h) => ({ ...h, seats: 2 })) };
  expect(refusal(crowded, review)).toBe('over-seats');
});

test('a joint last place may exceed the seats, if it began within them', () => {
  const joint = [unit(2, 2, true), unit(3, 2, true)];
  expect(refusal(drafted(honour('winner', 2, { granted: [unit(1, 1), ...joint] })), review)).toBeUndefined();
  expect(refusal(drafted(honour('winner', 1, { granted: [unit(1, 1), ...joint] })), review)).toBe('over-seats');
});

test('a reviewed list no longer changes', () => {
  const [first] = published().candidates;
  const remove = { type: 'remove' as const, data: { candidate: first!.candidate, reason: '…' } };
  expect(refusal(published(), remove)).toBe('list-reviewed');
});

test('a decision needs a review, a notice and a date after its last day', () => {
  expect(refusal(three(), issue('1'))).toBe('list-not-reviewed');
  expect(refusal(carried(three(), review), issue('1'))).toBe('no-notice');
  expect(refusal(published(), issue('1', '2025-01-10'))).toBe('notice-running');
  expect(refusal(published(), issue('1', '2025-01-21'))).toBe('date-in-future');
  expect(states(carried(published(), issue('1')))).toEqual(['granted', 'granted', 'granted']);
});

test('an objection counts by its postmark within the days of the notice', () => {
  const [first] = published().candidates;
  const { data } = object(first!.candidate, derivedId('o'));
  const letter = (postmarkedOn: string) => ({
    type: 'object' as const,
    data: { ...data, channel: 'letter' as const, receivedOn: '2025-01-14', postmarkedOn },
  });
  expect(refusal(published(), letter('2025-01-10'))).toBeUndefined();
  expect(refusal(published(), letter('2025-01-11'))).toBe('objection-out-of-time');
  expect(refusal(published(), { type: 'object', data: { ...data, receivedOn: '2025-01-13' } })).toBe(
    'objection-out-of-time',
  );
  expect(refusal(carried(published(), issue('1')), { type: 'object', data })).toBe('candidate-settled');
});

test('an objection holds back its candidate alone, who is granted if it is dismissed and never if it is upheld', () => {
  const objection = derivedId('o');
  const held = published().candidates[1]!.candidate;
  const decided = carried(published(), object(held, objection), issue('1'));
  expect(states(decided)).toEqual(['granted', 'proposed', 'granted']);
  expect(refusal(decided, issue('2'))).toBe('no-candidates');
  const settle = (outcome: 'dismissed' | 'upheld') => ({
    type: 'settle' as const,
    data: { candidate: held, objection, outcome, finding: '…' },
  });
  expect(states(carried(decided, settle('dismissed'), issue('2')))).toEqual(['granted', 'granted', 'granted']);
  expect(refusal(carried(decided, settle('upheld')), issue('2'))).toBe('no-candidates');
});

test('in any order of events nobody held back is granted and nobody is granted twice', () => {
  const list = published();
  const command = fc.record({
    kind: fc.constantFrom('object', 'dismissed', 'upheld', 'issue'),
    candidate: fc.constantFrom(...list.candidates.map((c) => c.candidate)),
    objection: fc.constantFrom(...[1, 2, 3, 4].map((n) => derivedId('objection', n))),
    number: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      let state: NonNullable<State> = list;
      const granted: string[] = [];
      for (const { kind, candidate, objection, number } of commands) {
        const settle = (outcome: 'dismissed' | 'upheld') =>
          ({ type: 'settle', data: { candidate, objection, outcome, finding: '…' } }) satisfies Given;
        const given =
          kind === 'object' ? object(candidate, objection) : kind === 'issue' ? issue(`${number}`) : settle(kind);
        const events = decided(state, given);
        if (isRefusal(events)) continue;
        for (const event of events)
          if (event.type === 'awards-decided')
            for (const award of event.data.awards) {
              expect(state.candidates.find((c) => c.candidate === award.candidate)?.holds).toEqual([]);
              granted.push(award.candidate);
            }
        state = carried(state, given);
      }
      expect(new Set(granted).size).toBe(granted.length);
    }),
    { numRuns: 200 },
  );
});
