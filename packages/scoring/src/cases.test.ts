// Every published rule of `cases/` gives the value that is worked out by hand, without a finding, and explains each entrant.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { found, load, RIGHT } from '../kit/cases.ts';
import { evaluateSeason, parseScheme, render, validate } from './index.ts';

const files = readdirSync(new URL('../cases/', import.meta.url)).map((file) => file.replace('.json', ''));

test('every case has its right value', () => {
  expect(files.toSorted()).toEqual([...Object.keys(RIGHT), 'member-twice'].toSorted());
});

describe('a published rule gives what it says', () => {
  for (const name of Object.keys(RIGHT)) {
    test(name, () => {
      expect(found(name)).toEqual(RIGHT[name]);
      const { scheme, inputs } = load(name);
      expect(validate(scheme).filter((f) => f.severity === 'error')).toEqual([]);
      for (const [entrant] of RIGHT[name]!.rows) {
        const { explain } = evaluateSeason(parseScheme(scheme), inputs, entrant);
        expect(render(explain!, 'zh')).not.toMatch(/undefined|NaN|null/);
        expect(render(explain!, 'en')).not.toMatch(/undefined|NaN|null/);
      }
    });
  }
});

test('a member listed twice is refused', () => {
  const { scheme, inputs } = load('member-twice');
  expect(() => evaluateSeason(parseScheme(scheme), inputs)).toThrow(expect.objectContaining({ code: 'member-twice' }));
});

/** The explanation of one entrant of a case, in English. */
function told(name: string, entrant: string): string {
  const { scheme, inputs } = load(name);
  return render(evaluateSeason(parseScheme(scheme), inputs, entrant).explain!, 'en');
}

test('the explanation says the words of language 2', () => {
  expect(told('coefficient', 'a')).toContain('× size 1.15 = 92');
  expect(told('round-each', 'a')).toContain('rounded to 1 decimals = 8.3');
  expect(told('relative', 'b')).toContain('against the best, 200: 60 × 150 ÷ 200 = 45');
  expect(told('shared-place', 'T-b')).toContain('place 2 (shared by 2) gives 5.5');
  expect(told('loss-plan', 'x')).toContain('100 + 100 × (50 − -100) ÷ |-100|');
  expect(told('capped-grade', 'c')).toContain('at most this band because of fraud; the number stands');
  expect(told('level-range', 'b')).toContain('this level leaves 21–25, marked 23.5');
  expect(told('three-flags', 'a')).toContain('honour flag of q');
});
