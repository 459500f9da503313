// Whatever a union or a person is called, their keys are theirs: they are neither others' nor the system's.
import { expect, test } from 'vitest';
import { causeOfRequest } from './cause.ts';

test('an ordinary cause is read as it is written', () => {
  expect(causeOfRequest({ org: '3f0c', sub: 'auth0|li@example.org' }, 'a b/1')).toBe('3f0c/auth0|li@example.org/a b/1');
});

test.each(['competitions', 'awards', 'deadline', 'pairing', 'first-start', 'unit'])(
  'an organisation called %s does not give the causes of the system',
  (org) => {
    expect(causeOfRequest({ org, sub: 'unit' }, '1/1/0')).not.toMatch(new RegExp(`^${org}/`));
  },
);

test('different causes have different keys', () => {
  const names = ['a', 'a/b', 'b', 'b/c', '%', '%2F', '%competitions', 'competitions', '25', ''];
  const given = names.flatMap((org) => names.map((sub) => causeOfRequest({ org, sub }, 'k')));
  expect(new Set(given).size).toBe(given.length);
});
