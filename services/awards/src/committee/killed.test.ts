// Killed once while a committee votes and once while it counts, each vote counts once; every place is killed in the long form.
import { expect, test } from 'vitest';
import { voted, whole } from './killed-steps.fixture.ts';

test('killed after a vote was recorded and while votes are counted, a committee’s votes count once each', async () => {
  const { deaths, result } = await voted({ b: 'after-commit:1' }, 'ballot-counted:1');
  expect(result).toMatchObject(whole);
  expect(deaths).toBe(2);
}, 240_000);
