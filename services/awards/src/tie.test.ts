import { isRefusal } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carried, drafted, honour, unit } from './sample.ts';
import { settleTie } from './tie.ts';

const joint = [unit(3, 3, true), unit(4, 3, true)];
const winner = honour('winner', 3, { granted: [unit(1, 1), unit(2, 2)], referred: joint });
const choice = { honour: 'winner', group: null, granted: [] as string[], joint: false, reason: '…' };
const states = (list: ReturnType<typeof drafted>, of: string) =>
  Object.fromEntries(list.candidates.filter((c) => c.honour === of).map((c) => [c.recipient.externalId, c.state]));
const idOf = (list: ReturnType<typeof drafted>, code: string, of = 'winner') =>
  list.candidates.find((c) => c.recipient.externalId === code && c.honour === of)!.candidate;

test('one seat goes to one of the tied; the other gets none', () => {
  const list = drafted(winner);
  const resolved = carried(list, { type: 'resolve-tie', data: { ...choice, granted: [idOf(list, 'XM-4')] } });
  expect(states(resolved, 'winner')).toEqual({
    'XM-1': 'proposed',
    'XM-2': 'proposed',
    'XM-3': 'passed-over',
    'XM-4': 'proposed',
  });
  expect(resolved.candidates.find((c) => c.recipient.externalId === 'XM-4')?.joint).toBe(false);
});

test('two for one seat is refused, unless the third place is joint', () => {
  const list = drafted(winner);
  const both = ['XM-3', 'XM-4'].map((code) => idOf(list, code));
  const refused = settleTie(list, { ...choice, granted: both });
  expect(isRefusal(refused) && refused.refused).toBe('too-many-granted');
  const resolved = carried(list, { type: 'resolve-tie', data: { ...choice, joint: true } });
  expect(resolved.candidates.filter((c) => c.state === 'proposed')).toHaveLength(4);
  expect(resolved.candidates.filter((c) => c.joint).map((c) => c.place)).toEqual([3, 3]);
});

test('only the tied can be chosen, and only while there is a tie', () => {
  const list = drafted(winner);
  const stranger = settleTie(list, { ...choice, granted: [idOf(list, 'XM-1')] });
  expect(isRefusal(stranger) && stranger.refused).toBe('not-among-the-tied');
  const none = settleTie(drafted(honour('winner', 3, { granted: [unit(1, 1)] })), choice);
  expect(isRefusal(none) && none.refused).toBe('no-tie');
});

test('a tied candidate without a seat moves into the waiting lower honour, whose last one drops out', () => {
  const list = drafted(winner, honour('advanced', 2, { provisional: [...joint, unit(5, 5), unit(6, 6)] }));
  const resolved = carried(list, { type: 'resolve-tie', data: { ...choice, granted: [idOf(list, 'XM-4')] } });
  expect(states(resolved, 'advanced')).toEqual({
    'XM-3': 'proposed',
    'XM-4': 'passed-over',
    'XM-5': 'proposed',
    'XM-6': 'passed-over',
  });
});

test('a tie at the lower cut is referred again, and the honour after it waits for that decision', () => {
  const later = [...joint, unit(5, 5, true), unit(6, 5, true)];
  const list = drafted(
    winner,
    honour('advanced', 1, { provisional: later }),
    honour('third', 9, { provisional: later }),
  );
  const first = carried(list, { type: 'resolve-tie', data: { ...choice, joint: true } });
  expect(states(first, 'advanced')).toMatchObject({ 'XM-5': 'referred', 'XM-6': 'referred' });
  expect(states(first, 'third')).toMatchObject({ 'XM-5': 'provisional' });
  const granted = [idOf(first, 'XM-5', 'advanced')];
  const second = carried(first, { type: 'resolve-tie', data: { ...choice, honour: 'advanced', granted } });
  expect(states(second, 'third')).toMatchObject({ 'XM-3': 'passed-over', 'XM-5': 'passed-over', 'XM-6': 'proposed' });
});

test('nobody gets two honours of a group, and no honour exceeds its seats except for joint places', () => {
  const places = fc.array(fc.integer({ min: 3, max: 6 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.nat(), (given, seats, all, pick) => {
      const tied = given.map((_, i) => unit(10 + i, 3, true));
      const below = given.map((place, i) => unit(50 + i, place + 10));
      const list = drafted(
        honour('winner', 3, { granted: [unit(1, 1), unit(2, 2)], referred: tied }),
        honour('advanced', seats, { provisional: [...tied, ...below] }),
      );
      const granted = all ? [] : [idOf(list, tied[pick % tied.length]!.code)];
      const settled = carried(list, { type: 'resolve-tie', data: { ...choice, granted, joint: all } });
      const winners = settled.candidates.filter((c) => c.state === 'proposed');
      expect(new Set(winners.map((c) => c.recipient.id)).size).toBe(winners.length);
      expect(winners.filter((c) => c.honour === 'advanced').length).toBeLessThanOrEqual(seats);
      if (!all) expect(winners.filter((c) => c.honour === 'winner').length).toBeLessThanOrEqual(3);
      expect(settled.candidates.some((c) => c.state === 'provisional')).toBe(false);
    }),
    { numRuns: 60 },
  );
});
