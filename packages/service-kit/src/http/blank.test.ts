// Where a word is meant, a text in which nothing can be seen is none.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { blanksIn } from './blank.ts';

const schema = z.strictObject({
  reason: z.string().min(1).max(200),
  note: z.string().max(200).optional(),
  lines: z.array(z.union([z.strictObject({ text: z.string().min(1) }), z.strictObject({ id: z.uuid() })])),
  document: z.json(),
});
const whole = { reason: '公函', note: '', lines: [{ text: '一' }], document: { title: ' ' } };
const pathsOf = (value: unknown) => blanksIn(schema, value).map(({ path }) => path.join('/'));

test('spaces of any width are refused where an empty text would be, however deep', () => {
  expect(pathsOf(whole)).toEqual([]);
  for (const text of [' ', '\t\n', '\u00a0', '\u3000', '\u200b', '\ufeff', '\u202e'])
    expect(pathsOf({ ...whole, reason: text, lines: [{ text: '一' }, { text }] })).toEqual(['reason', 'lines/1/text']);
});

test('a text that may be empty may be blank, and so is whatever a document of another schema says', () => {
  expect(pathsOf({ ...whole, note: '  ' })).toEqual([]);
});
