import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { file, reasonsIn, used, written } from './dependencies.ts';

const text = readFileSync(file, 'utf8');

test('every dependency of every package has exactly one row, with a reason', () => {
  const rows = reasonsIn(text);
  expect(rows.map(([name]) => name).sort()).toEqual([...used().keys()].sort());
  expect(rows.filter(([, reason]) => reason === '')).toEqual([]);
});

test('the tables are what `node infra/distributed/src/dependencies.ts` writes', () => {
  expect(text).toBe(written(text));
});
