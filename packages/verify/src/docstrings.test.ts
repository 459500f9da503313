// Every export says what it is for, and the example of every function runs as written.
import { expect, test } from 'vitest';
import { docstringsOf, runExample } from '../../scoring/kit/examples.ts';
import * as exported from './index.ts';

const docs = docstringsOf(new URL('index.ts', import.meta.url), exported);
const functions = docs.filter((doc) => doc.isFunction);

test('every export has a docstring, every function an example', () => {
  expect(docs.filter((doc) => !doc.text).map((doc) => doc.name)).toEqual([]);
  expect(functions.filter((doc) => !doc.example).map((doc) => doc.name)).toEqual([]);
  expect(Object.keys(exported).filter((name) => !docs.some((doc) => doc.name === name))).toEqual([]);
});

test.each(functions.filter((doc) => doc.example))('the example of $name runs', async ({ example }) => {
  const checked = await runExample(example!, exported, (actual, expected) => expect(actual).toEqual(expected));
  expect(checked).toBeGreaterThan(0);
});
