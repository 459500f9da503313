// docs/promises.md names a test for each promise: every one of them is there, under its name.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const rows = [...read('docs/promises.md').matchAll(/^\| (?!promise |---)(.+?) \| `(.+?)` \| (.+?) \|$/gm)];

test('every promise has the test that docs/promises.md names', () => {
  const declared = (file: string) => {
    const titles = [...read(file).matchAll(/^ *test(?:\.each\(.*?\))?\(\s*'(.+?)',\s/gms)].map(([, title]) => title);
    return new Set(titles);
  };
  const missing = rows.filter(([, , file, title]) => !declared(file!).has(title)).map(([line]) => line);
  expect(missing).toEqual([]);
  expect(new Set(rows.map(([, promise]) => promise)).size).toBe(rows.length);
  console.log(`promises ${rows.length}`);
  expect(rows.length).toBeGreaterThan(50);
});
