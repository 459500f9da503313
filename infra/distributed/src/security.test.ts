// docs/security.md answers every requirement of OWASP ASVS 5.0, levels 1 and 2, once, and names tests that exist.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const rows = [
  ...readFileSync(`${root}docs/security.md`, 'utf8').matchAll(/^\| (\d[^|]*) \| ([^|]+) \| ([^|]+) \| ([^|]*)\|$/gm),
].map(([, numbers, state, how, tests]) => ({
  numbers: numbers!.trim(),
  state: state!.trim(),
  how: how!.trim(),
  tests: [...tests!.matchAll(/`([^`]+)`/g)].map(([, file]) => file!),
}));

/** Requirements of levels 1 and 2 per section: `1.2:9` has nine. */
const sections =
  '1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3 ' +
  '6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 ' +
  '10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 ' +
  '13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2';
const from = (section: string, first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => `${section}.${first + i}`);

/** `1.2.5–1.2.8, 1.3.8` as single numbers. */
const spread = (numbers: string) =>
  numbers.split(', ').flatMap((each) => {
    const [first = '', last = first] = each.split('–');
    const section = first.slice(0, first.lastIndexOf('.'));
    return from(section, Number(first.split('.')[2]), Number(last.split('.')[2]));
  });

test('each of the 253 requirements is answered once', () => {
  const all = sections.split(' ').flatMap((each) => {
    const [section = '', count] = each.split(':');
    return from(section, 1, Number(count));
  });
  expect(all).toHaveLength(253);
  expect(rows.flatMap(({ numbers }) => spread(numbers)).sort()).toEqual(all.sort());
});

test('what is met names tests that exist, and nothing is in another state than those explained', () => {
  const states = new Set(['met', 'in part', 'no', 'operator', 'none here']);
  expect(rows.filter(({ state }) => !states.has(state))).toEqual([]);
  expect(
    rows.filter(({ state, tests }) => state === 'met' && tests.length === 0).map(({ numbers }) => numbers),
  ).toEqual([
    // What somebody promises to do is in a document alone.
    '15.1.1',
  ]);
  expect(rows.flatMap(({ tests }) => tests).filter((file) => !existsSync(root + file))).toEqual([]);
});
