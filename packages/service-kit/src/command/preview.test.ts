// A preview decides on what is there and on what it has decided before, and leaves no trace.
import { expect, test } from 'vitest';
import { counter, unitCommand, units } from '../testing/counter.fixture.ts';
import { startTesting } from '../testing/index.ts';

test('commands build on each other, views show what they would, and nothing is written', async () => {
  const { call, runtimes, quiet, stop } = await startTesting([counter]);
  const actor = { sub: 'somebody', org: 'o', roles: ['organiser' as const], departments: [], units: [] };
  const [there, new1, new2] = [1, 2, 3].map((n) => `8f14e45f-ceea-867a-9c0b-3f2c5a1b6d0${n}`) as [
    string,
    string,
    string,
  ];
  expect((await call(actor, 'POST', `/api/units/${there}`, { name: '甲' })).status).toBe(201);
  await quiet();
  const [runtime] = runtimes;
  const journal = async () => (await Array.fromAsync(runtime!.store.journal())).length;
  const before = await journal();

  const preview = runtime!.preview('o');
  const context = {
    cause: 'c',
    actor,
    now: '2024-01-05T01:00:00Z',
    businessDate: '2024-01-05',
    correlation: 'c',
    causation: 'c',
  };
  const give = (id: string, type: 'register' | 'amend', name: string) =>
    preview.handle(unitCommand(id, type, { name }), context);
  expect(
    await Promise.all([give(new1, 'register', '乙'), give(new1, 'amend', '乙一'), give(new1, 'amend', '乙一')]),
  ).toEqual(['new', 'changed', 'same']);
  expect(await give(new1, 'register', '乙')).toMatchObject({ refused: 'already-exists' });
  expect(await give(there, 'amend', '甲一')).toBe('changed');
  expect(await give(new2, 'register', '丙')).toBe('new');
  const names = async (filter = {}) => (await preview.read.all(units, filter)).map(({ name }) => name);
  expect(await names()).toEqual(['甲一', '乙一', '丙']);
  expect([await names({ name: '甲' }), await names({ name: ['甲一', '丙'] })]).toEqual([[], ['甲一', '丙']]);
  expect((await preview.read.get(units, new1))?.changes).toBe(2);

  await quiet();
  expect(await journal()).toBe(before);
  expect((await runtime!.read('o').all(units)).map(({ name }) => name)).toEqual(['甲']);
  expect(await runtime!.preview('o').handle(unitCommand(new1, 'amend', { name: '乙' }), context)).toBe('new');
  // Another organisation's record is none.
  const foreign = { ...context, actor: { ...actor, org: 'p' } };
  expect(await runtime!.preview('p').handle(unitCommand(there, 'amend', { name: '丁' }), foreign)).toMatchObject({
    refused: 'not-found',
  });
  await stop();
});
