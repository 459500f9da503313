// Killed once while a committee votes, each vote counts once; every place, the count and certificates are killed in the long form.
import { expect, test } from 'vitest';
import { voted, whole } from './killed-steps.fixture.ts';

test('killed after a vote was recorded, a committee’s votes count once each', async () => {
  const { deaths, result } = await voted({ b: 'after-commit:1' });
  expect(result).toMatchObject(whole);
  expect(deaths).toBe(1);
}, 240_000);
