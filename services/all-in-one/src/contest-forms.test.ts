// The table of forms says of each what a test plays: every row with a cell has its test, and every play its row.
import { globSync, readFileSync } from 'node:fs';
import { templates } from '@jiangong/scoring';
import { expect, test } from 'vitest';
import { forms } from './contest-forms.fixture.ts';

const folder = new URL('./', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');

test('each row names a template that ships, and the test that plays it holds the row', () => {
  expect(forms.length).toBeGreaterThan(5);
  for (const { name, template, played, cells } of forms) {
    const [id] = /[a-z]+(-[a-z]+)*/.exec(template) ?? [];
    expect([name, id === undefined || id in templates]).toEqual([name, true]);
    if (played === undefined) expect([name, cells]).toEqual([name, cells.map(() => '—')]);
    else expect(textOf(played.split('/').at(-1)!)).toContain(`play.held('${name}')`);
  }
});

test('each play has its row', () => {
  const files = globSync('*.test.ts', { cwd: folder }).filter((file) => file !== 'contest-forms.test.ts');
  const held = files.flatMap((file) => [...textOf(file).matchAll(/play\.held\('([^']+)'\)/g)].map(([, name]) => name));
  expect(held.sort()).toEqual(forms.flatMap(({ name, played }) => (played ? [name] : [])).sort());
});
