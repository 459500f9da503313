// What an entrant may still come to: missing points as full points or as none are what entering them so would give.
import { expect, test } from 'vitest';
import { type Entrant, type Entry, evaluateStage, examples, parseScheme, type Scheme, templates } from '../index.ts';

const scheme = parseScheme(templates['qi-bi-qi-sai']!);
const { entrants, ...ref } = examples['qi-bi-qi-sai']!.stages[0]!;
const scoreOf = (scheme: Scheme, one: Entrant, assume?: 'full' | 'nothing') => {
  const { entrants, pending } = evaluateStage(scheme, ref, [one], [], { assume });
  return { score: entrants[0]!.score, missing: pending.map(({ item }) => item).sort() };
};
const without = (one: Entrant, ...items: string[]): Entrant => ({
  ...one,
  inputs: Object.fromEntries(Object.entries(one.inputs ?? {}).filter(([id]) => !items.includes(id))),
});
const withMark = (one: Entrant, id: string, mark: Entry): Entrant => ({
  ...one,
  inputs: { ...one.inputs, [id]: mark },
});
/** The marks that full points and none come of. */
const ends: Record<string, [full: Entry, nothing: Entry]> = {
  output: [
    { plan: 10, done: 10, accepted: 10 },
    { plan: 10, done: 0, accepted: 0 },
  ],
  technology: [{ value: 6 }, { value: 0 }],
};

test('nothing is assumed of an entrant that lacks nothing', () => {
  for (const one of entrants) {
    const plain = scoreOf(scheme, one);
    expect(scoreOf(scheme, one, 'full')).toEqual(plain);
    expect(scoreOf(scheme, one, 'nothing')).toEqual(plain);
  }
});

test('missing points count as they would if they were entered, and are named all the same', () => {
  for (const [item, [full, nothing]] of Object.entries(ends))
    for (const one of entrants) {
      const lacking = without(one, item);
      expect(scoreOf(scheme, lacking)).toEqual({ score: null, missing: [item] });
      for (const [assume, mark] of [
        ['full', full],
        ['nothing', nothing],
      ] as const) {
        const { score } = scoreOf(scheme, withMark(one, item, mark));
        expect(scoreOf(scheme, lacking, assume), `${item} ${assume}`).toEqual({ score, missing: [item] });
      }
    }
});

test('of events and levels, no points is none, without anything that events would do besides', () => {
  for (const one of entrants) {
    const full = scoreOf(scheme, withMark(one, 'safety', { events: [] })).score;
    const lacking = without(one, 'safety');
    expect(scoreOf(scheme, lacking, 'full').score).toBe(full);
    expect(scoreOf(scheme, lacking, 'nothing').score).toBe(full === null ? null : full - 14);
  }
});
