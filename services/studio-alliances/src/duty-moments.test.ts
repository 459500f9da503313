// A calendar's moments: each comes once, in order, however late the clock looks; what was set anew is another calendar's.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, evolve, type State } from './duty-calendar.ts';
import { momentsBetween, nextMoment } from './duty-moments.ts';

const calendar = { closeAfterDays: 15, daysBefore: [60, 14] };
const actor = { sub: 'li', org: 'union', roles: ['organiser' as const], departments: [], units: [] };
const at = (now: string) => ({ id: 'c', now, businessDate: now.slice(0, 10), actor });

test('a year is reminded of before its end, at nine in the morning, and closes so many days after it', () => {
  const moments: string[] = [];
  for (let now = '2024-03-01T00:00:00Z'; moments.length < 4; now = moments.at(-1)!)
    moments.push(nextMoment(calendar, now)!);
  expect(moments).toEqual([
    '2024-11-01T01:00:00.000Z',
    '2024-12-17T01:00:00.000Z',
    '2025-01-15T16:00:00.000Z',
    '2025-11-01T01:00:00.000Z',
  ]);
  expect(momentsBetween(calendar, moments[0]!, moments[1]!)).toEqual({ reminds: [2024], closes: [] });
  expect(momentsBetween(calendar, moments[1]!, moments[2]!)).toEqual({ reminds: [], closes: [2024] });
  expect(nextMoment({ daysBefore: [] }, '2024-03-01T00:00:00Z')).toBeUndefined();
  expect(nextMoment({ daysBefore: [], closeAfterDays: 0 }, '2024-03-01T00:00:00Z')).toBe('2024-12-31T16:00:00.000Z');
});

test('whatever the calendar and however late it is looked at, no closing is passed over and none comes twice', () => {
  const drawn = fc.record({
    closeAfterDays: fc.option(fc.integer({ min: 0, max: 180 }), { nil: undefined }),
    daysBefore: fc.array(fc.integer({ min: 0, max: 180 }), { maxLength: 3 }),
  });
  const gaps = fc.array(fc.integer({ min: 1, max: 800 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(drawn, gaps, (rules, days) => {
      let ms = Date.parse('2020-02-03T04:05:06Z');
      const closed: number[] = [];
      for (const gap of days) {
        const [from, to] = [new Date(ms).toISOString(), new Date(ms + gap * 86_400_000).toISOString()];
        const next = nextMoment(rules, from);
        const { reminds, closes } = momentsBetween(rules, from, to);
        if (next === undefined || next > to) expect([...reminds, ...closes]).toEqual([]);
        closed.push(...closes);
        ms += gap * 86_400_000;
      }
      const last = new Date(ms);
      const expected: number[] = [];
      for (let year = 2018; year <= last.getUTCFullYear(); year++) {
        if (rules.closeAfterDays === undefined) continue;
        const moment = Date.parse(`${year + 1}-01-01T00:00:00+08:00`) + rules.closeAfterDays * 86_400_000;
        if (moment > Date.parse('2020-02-03T04:05:06Z') && moment <= ms) expected.push(year);
      }
      expect(closed).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('a moment passes once; the calendar that was set anew meanwhile keeps its own', () => {
  const play = (state: State, command: Parameters<typeof decide>[1]) => {
    const events = decide(state, command);
    return { events, state: events.reduce<State>(evolve, state) };
  };
  const set = play(undefined, { type: 'set', data: calendar, ...at('2024-03-01T00:00:00Z') });
  const pass = { type: 'pass' as const, data: { at: '2024-11-01T01:00:00.000Z' }, ...at('2024-11-01T01:00:01Z') };
  const passed = play(set.state, pass);
  expect(passed.events).toMatchObject([
    { type: 'duty-moment-passed', data: { reminds: [2024], closes: [], next: '2024-12-17T01:00:00.000Z' } },
  ]);
  expect(play(passed.state, pass).events).toEqual([]);
  const anew = play(set.state, { type: 'set', data: { daysBefore: [14] }, ...at('2024-10-01T00:00:00Z') });
  expect(play(anew.state, pass).events).toEqual([]);
  expect(play(set.state, { type: 'set', data: calendar, ...at('2024-10-01T00:00:00Z') }).events).toEqual([]);
  // Nobody was there for two months: what fell due meanwhile comes together, and a year that is over is reminded of no more.
  const late = play(set.state, { ...pass, ...at('2025-01-20T00:00:00Z') });
  expect(late.events).toMatchObject([{ data: { reminds: [], closes: [2024], next: '2025-11-01T01:00:00.000Z' } }]);
});
