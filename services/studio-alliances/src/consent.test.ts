// Consent: no place of a studio is taken without the word of its own union.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Any, hasty, holdsFor, real, steps, take, worldOf } from './consent.fixture.ts';

/** CONSENT_RUNS draws more orders. */
const RUNS = Number(process.env.CONSENT_RUNS ?? 300);

test('no place is ever taken without a word, and when all is quiet both sides agree', () => {
  fc.assert(holdsFor(real), { numRuns: RUNS, ...(RUNS > 300 ? {} : { seed: 16 }) });
});
test('the model reaches every answer, and every refusal that follows', () => {
  const seen = new Set<string>();
  for (const all of fc.sample(steps, { numRuns: 300, seed: 16 })) {
    const world = worldOf(real);
    for (const step of all) take(world, step);
    for (const { events } of world.lines.values())
      for (const { type, data } of events) seen.add(type).add(`${type} ${(data as Any).reason ?? ''}`);
  }
  for (const type of [
    'member-invited',
    'invitation-accepted',
    'invitation-declined',
    'invitation-lapsed',
    'invitation-withdrawn',
  ])
    expect([type, seen.has(type)]).toEqual([type, true]);
  for (const reason of ['declined', 'lapsed', 'full', 'suspended'])
    expect([reason, seen.has(`reservation-refused ${reason}`)]).toEqual([reason, true]);
});
test('a place that is taken before its union has answered, planted, is noticed', () => {
  const { failed, errorInstance } = fc.check(holdsFor(hasty), { numRuns: 300, seed: 16 });
  expect([failed, `${errorInstance}`]).toEqual([true, expect.stringContaining('without a word')]);
});
