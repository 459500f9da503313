// When rules remind, and that a moment fires once, for what is owed then and nothing else.
import { type ReminderRule, roundId } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, evolve, type State } from './reminder.ts';
import { nextMoment, rulesDue } from './reminder-moments.ts';

const period = { from: '2024-01-01', to: '2024-03-31' };
const round = roundId('8f14e45f-ceea-867a-9c0b-3f2c5a1b6d04', 'projects', 'q1');
const sheets: ReminderRule = { task: 'submit-sheet', whom: 'owner', daysBefore: [7, 1], everyDays: 2 };
const plans: ReminderRule = { task: 'set-plan', whom: 'owner', daysBefore: [3] };
const day = (text: string) => `${text}T01:00:00.000Z`;
const actor = { sub: 'system', org: 'o', roles: [], departments: [], units: [] };
const at = (now: string) => ({ id: round, now, businessDate: now.slice(0, 10), actor });
const about = { competition: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d04', ...period };

test('a rule reminds so many days before the last day, then each so many days after it', () => {
  const moments: string[] = [];
  for (let now = '2024-01-05T00:00:00Z'; moments.length < 5; now = moments.at(-1)!)
    moments.push(nextMoment([sheets, plans], period, now)!);
  expect(moments).toEqual(['2024-03-24', '2024-03-30', '2024-04-02', '2024-04-04', '2024-04-06'].map(day));
  // A plan is due when the period begins.
  expect(nextMoment([plans], period, '2023-12-01T00:00:00Z')).toBe(day('2023-12-29'));
  expect(nextMoment([plans], period, '2023-12-30T00:00:00Z')).toBeUndefined();
});

test('the next moment is always later, and each moment belongs to a rule', () => {
  const rule = fc.record({
    task: fc.constantFrom('set-plan' as const, 'submit-sheet' as const),
    whom: fc.constantFrom('owner' as const, 'organiser' as const),
    daysBefore: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }),
    everyDays: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
  });
  const now = fc.date({ min: new Date('2023-10-01'), max: new Date('2024-08-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 5 }), now, (drawn, from) => {
      const rules = drawn as ReminderRule[];
      const after = from.toISOString();
      const next = nextMoment(rules, period, after);
      if (next === undefined) return rules.every(({ everyDays }) => everyDays === undefined);
      expect(next > after).toBe(true);
      const due = rulesDue(rules, period, after, next);
      expect(due.length).toBeGreaterThan(0);
      expect(rulesDue(rules, period, after, new Date(Date.parse(next) - 1).toISOString())).toEqual([]);
      return true;
    }),
    { numRuns: 1000 },
  );
});

function play(state: State, command: Parameters<typeof decide>[1]) {
  const events = decide(state, command);
  return { events, state: events.reduce<State>(evolve, state) };
}

test('a moment fires once; what was scheduled anew or stopped meanwhile does not fire', () => {
  const schedule = { type: 'schedule' as const, data: { ...about, rules: [sheets] }, ...at('2024-03-20T00:00:00Z') };
  const { state } = play(undefined, schedule);
  const fire = { type: 'fire' as const, data: { at: day('2024-03-24') }, ...at('2024-03-24T01:00:01Z') };
  const fired = play(state, fire);
  expect(fired.events).toMatchObject([{ type: 'reminders-fired', data: { next: day('2024-03-30'), rules: [sheets] } }]);
  expect(play(fired.state, fire).events).toEqual([]);
  const anew = play(state, { ...schedule, data: { ...about, rules: [] } });
  expect(play(anew.state, fire).events).toEqual([]);
  const stopped = play(state, { type: 'stop', data: {}, ...at('2024-03-21T00:00:00Z') });
  expect(play(stopped.state, fire).events).toEqual([]);
});

test('moments that passed while nobody was there remind once, together', () => {
  const schedule = { type: 'schedule' as const, data: { ...about, rules: [sheets] }, ...at('2024-03-20T00:00:00Z') };
  const { state } = play(undefined, schedule);
  const late = play(state, { type: 'fire', data: { at: day('2024-03-24') }, ...at('2024-04-05T12:00:00Z') });
  expect(late.events).toMatchObject([{ type: 'reminders-fired', data: { next: day('2024-04-06') } }]);
});

test('a competition without rules leaves nothing behind', () => {
  const none = { type: 'schedule' as const, data: { ...about, rules: [] }, ...at('2024-03-20T00:00:00Z') };
  expect(play(undefined, none).events).toEqual([]);
  expect(play(undefined, { type: 'stop', data: {}, ...at('2024-03-20T00:00:00Z') }).events).toEqual([]);
});
