// Texts that show something else than is stored, and objects of which two readers would take two values.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasHidden, hasHiddenIn, repeatedName, repeatedNameIn } from './hidden-text.ts';

test('null characters, halves of characters and turned directions are found in names and values, however deep', () => {
  for (const text of ['a\0', '\ud842', '\udfb7a', 'photo\u202egpj.exe', '\u2066a\u2069'])
    for (const value of [text, [1, [text]], { a: { b: text } }, { [text]: 1 }]) {
      expect(hasHidden(value)).toBe(true);
      // Written as it is, or as an escape.
      expect(hasHiddenIn(JSON.stringify(value), value)).toBe(true);
      expect(hasHiddenIn(`{"a":"${text}"}`, { a: text })).toBe(true);
    }
  for (const text of ['', '𠮷野家', '👩‍🔧', 'a\tb\nc', 'שלום', '\u200eA'])
    expect(hasHidden([text, { [text]: text }])).toBe(false);
  expect(hasHidden([null, 1, true, {}, []])).toBe(false);
});

test('what JSON writes has no name twice, and a name that is written twice is found, however it is escaped', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), fc.boolean(), (value, name, isEscaped) => {
      const json = JSON.stringify(value, undefined, 1);
      expect(repeatedName(json)).toBeUndefined();
      const escaped = [...name].map((each) => (/[a-z]/.test(each) ? `\\u00${each.charCodeAt(0).toString(16)}` : each));
      const again = isEscaped && !/["\\\p{Cc}]/u.test(name) ? `"${escaped.join('')}"` : JSON.stringify(name);
      const written = JSON.stringify(name);
      const found = (text: string) => [repeatedName(text), repeatedNameIn(text, JSON.parse(text))];
      expect(found(`{${written}:${json},${again} : 1}`)).toEqual([name, name]);
      expect(found(`[{${written}:${json}},{${again}:{${again}:[1]}}]`)).toEqual([undefined, undefined]);
    }),
  );
});
