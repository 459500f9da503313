// Every installed package is under a licence of the list in docs/dependencies.md.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { file } from './dependencies.ts';

interface Installed {
  name: string;
  version: string;
  license?: string;
  /** As packages of long ago say it. */
  licenses?: { type: string }[];
}
const store = fileURLToPath(new URL('../../../node_modules/.pnpm/', import.meta.url));
const section = /## Licences\n([\s\S]*?)(?=\n## |$)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
const rows = [...section.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)];
/** Each licence, with the names of the packages alone that may be under it; an empty list is every package. */
const listed = new Map(
  rows.map(([, licence, packages]) => [licence!, [...packages!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)]),
);

/** What a package says of itself, or else the text that lies with it. */
function licenceOf({ license, licenses }: Installed, folder: string): string {
  if (license) return license;
  if (Array.isArray(licenses)) return licenses.map(({ type }) => type).join(' AND ');
  const text = `${folder}/LICENSE`;
  return existsSync(text) && readFileSync(text, 'utf8').startsWith('MIT License') ? 'MIT' : 'none';
}
function isListed(licence: string, name: string): boolean {
  const packages = listed.get(licence);
  return packages !== undefined && (packages.length === 0 || packages.some((each) => name.startsWith(each)));
}
/** An expression of SPDX: one of several, or all of them. */
const isTaken = (expression: string, name: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => isListed(licence, name)));

test('every installed package is under a licence that is listed', () => {
  const packages = new Map<string, string>();
  for (const path of globSync('*/node_modules/{*,@*/*}/package.json', { cwd: store })) {
    const installed = JSON.parse(readFileSync(store + path, 'utf8')) as Partial<Installed>;
    const { name, version } = installed;
    if (!name || !version) continue;
    packages.set(
      `${name}@${version}`,
      licenceOf({ ...installed, name, version }, store + path.replace(/\/[^/]+$/, '')),
    );
  }
  process.stderr.write(`licences: ${packages.size} packages\n`);
  expect(packages.size).toBeGreaterThan(400);
  expect([...packages].filter(([name, licence]) => !isTaken(licence, name))).toEqual([]);
});

test('a licence that is not listed, or only for another package, is not taken', () => {
  expect(isTaken('GPL-3.0-only', 'x')).toBe(false);
  expect(isTaken('MIT AND GPL-3.0-only', 'x')).toBe(false);
  expect(isTaken('(GPL-3.0-only OR MIT)', 'x')).toBe(true);
  expect(isTaken('LGPL-3.0-or-later', 'x')).toBe(false);
  expect(isTaken('none', 'x')).toBe(false);
});
