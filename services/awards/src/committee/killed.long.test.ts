// Killed while a committee votes and while certificates are issued: whoever had no answer sends again, and in the end each vote is
// counted once, no number is given twice, and none is lost. Two planted bugs show that the same test would notice.
import { expect, test } from 'vitest';
import { issued, voted, whole } from './killed-steps.fixture.ts';

const votingPlaces = {
  a: 'before-commit:1',
  b: 'after-commit:1',
  c: 'group-before-commit:1',
  d: 'group-after-commit:1',
  e: 'before-views:1',
} as const;

test('killed at five places while it votes and once while it counts, a committee’s votes count once each', async () => {
  const { deaths, result } = await voted(votingPlaces, 'ballot-counted:1');
  expect(result).toMatchObject(whole);
  expect(deaths).toBe(6);
});

test('a vote that is counted twice is noticed', async () => {
  const { deaths, result } = await voted({ b: votingPlaces.b }, undefined, 'a vote is counted twice');
  expect(deaths).toBe(1);
  expect(result).not.toMatchObject(whole);
});

const issuingPlaces = ['before-commit:1', 'after-commit:1', 'group-before-commit:1', 'before-views:1'] as const;

test('killed at four places while certificates are issued, no number is given twice and no grant is without one', async () => {
  const { deaths, certificates } = await issued(issuingPlaces);
  const numbers = certificates.map(({ number }) => number!);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(new Set(certificates.map(({ grant, revision }) => `${grant}/${revision}`)).size).toBe(numbers.length);
  // Two at first, and one more after each further correction; counted on without a gap.
  expect(numbers.map((number) => Number(number.slice(-4))).sort()).toEqual(numbers.map((_, at) => at + 1));
  expect(numbers).toHaveLength(1 + issuingPlaces.length);
  expect(deaths).toBe(issuingPlaces.length);
});

test('a number that is given twice is noticed', async () => {
  const { certificates } = await issued(['after-commit:1', 'after-commit:1'], 'a number is given twice');
  const numbers = certificates.map(({ number }) => number);
  expect(new Set(numbers).size).toBeLessThan(numbers.length);
});
