// A digest: a line comes once, one message a day, and nothing that is added while a message is on its way is lost.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, evolve, type State } from './digest.ts';

const at = '2024-03-24T01:30:00.000Z';
const digest = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d42';
const actor = { sub: 'system:console', org: 'o', roles: [], departments: [], units: [] };
const meta = { id: digest, now: at, businessDate: '2024-03-24', actor };
const to = { kind: 'user' as const, user: digest };
const text = { zh: '计划未填报', en: 'the plan is missing' };
const item = (reminder: string) => ({ reminder, text, about: '项目', due: '2024-03-31', link: '/own' });
const sent = { outcome: 'sent' as const, channel: 'mail' as const, message: '<m>' };
const add = (reminder: string) => ({
  ...meta,
  type: 'add' as const,
  data: { organisation: digest, to, at, item: item(reminder) },
});
const settle = (part: number, lines: number) => ({ ...meta, type: 'settle' as const, data: { part, lines, ...sent } });
const play = (state: State, command: Parameters<typeof decide>[1]) =>
  decide(state, command).reduce<State>(evolve, state);

test('a line that came between reading and sending goes out the next day', () => {
  const two = play(play(undefined, add('a')), add('b'));
  const after = play(two, settle(1, 1));
  expect(after).toMatchObject({ state: 'waiting', part: 2, at: '2024-03-25T01:30:00.000Z', items: [item('b')] });
  expect(play(after, settle(1, 2))).toBe(after);
  expect(play(after, settle(2, 1))).toMatchObject({ state: 'settled', items: [] });
});

test('whatever comes in whichever order, each line goes out once, and no two messages on one day', () => {
  const step = fc.oneof(
    fc.constantFrom('a', 'b', 'c', 'd').map((reminder) => ({ add: reminder })),
    fc.integer({ min: 0, max: 3 }).map((unread) => ({ unread })),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let state: State;
      const gone: string[] = [];
      const days: string[] = [];
      for (const each of steps) {
        if ('add' in each) state = play(state, add(each.add));
        else if (state?.state === 'waiting' && state.items.length > 0) {
          const lines = Math.max(1, state.items.length - each.unread);
          gone.push(...state.items.slice(0, lines).map(({ reminder }) => reminder));
          days.push(state.at);
          state = play(state, settle(state.part, lines));
        }
      }
      expect(new Set(gone).size).toBe(gone.length);
      expect(new Set(days).size).toBe(days.length);
      const waits = state?.items.map(({ reminder }) => reminder) ?? [];
      const added = new Set(steps.flatMap((each) => ('add' in each ? [each.add] : [])));
      expect([...gone, ...waits].sort()).toEqual([...added].sort());
    }),
    { numRuns: 2000 },
  );
});
