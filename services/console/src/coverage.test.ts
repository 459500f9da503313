// Every command that a person may give has its place on the page, or stands in the list of those that have none yet.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const web = new URL('../web/', import.meta.url);
const api = new URL('../../../packages/client/src/api.ts', import.meta.url);
/** Work that asks something and changes nothing. */
const questions = ['POST /explanations/{result}/what-if', 'POST /schemes/impact'];

/** No page offers these yet. The list only shrinks. */
const notYet = [
  'POST /alliances',
  'POST /alliances/{id}/approve',
  'POST /alliances/{id}/dissolve',
  'POST /alliances/{id}/duties/{year}/close',
  'POST /alliances/{id}/join',
  'POST /alliances/{id}/leave',
  'POST /joint-projects',
  'POST /joint-projects/{id}/close',
  'POST /joint-projects/{id}/report',
  'POST /pairings',
  'POST /pairings/{id}/again',
  'POST /pairings/{id}/cancel',
  'POST /pairings/{id}/proposals/{number}/accept',
  'POST /pairings/{id}/proposals/{number}/drop',
  'POST /pairings/{id}/repeat',
  'POST /people',
  'POST /people/import',
  'POST /people/{id}/amend',
  'POST /people/{id}/erase',
  'POST /people/{id}/leave',
  'POST /people/{id}/move',
  'POST /schemes',
  'POST /schemes/{id}/publish',
  'POST /studios',
  'POST /studios/import',
  'POST /studios/{id}/amend',
  'POST /studios/{id}/change-leader',
  'POST /studios/{id}/recognise',
  'POST /studios/{id}/suspend',
  'POST /teams',
  'POST /teams/import',
  'POST /teams/{id}/amend',
  'POST /teams/{id}/dissolve',
  'POST /teams/{id}/join',
  'POST /teams/{id}/leave',
  'PUT /people/{externalId}',
  'PUT /schemes/{id}',
];

interface Command {
  name: string;
  roles: string[];
}
/** The commands of the interface with the roles that may give them, from the client's generated types. */
function commands(): Command[] {
  const text = readFileSync(api, 'utf8');
  return [...text.matchAll(/\/\*\* .*?(?: · roles: ([\w, -]+))? \*\/\n {2}'(POST|PUT|DELETE) \/api([^']+)'/g)]
    .map(([, roles = '', method, path]) => ({ name: `${method} ${path}`, roles: roles.split(', ').filter(Boolean) }))
    .filter(({ name }) => !questions.includes(name));
}

/** What the page's source gives: by a hook, by the client itself, or as a file. */
function offered(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of globSync('**/*.{ts,tsx}', { cwd: web })) {
    const text = readFileSync(new URL(file, web), 'utf8');
    const calls = [
      ...[...text.matchAll(/useCommand\(\s*'(\w+)',\s*'([^']+)'/g)].map(([, method, path]) => `${method} ${path}`),
      ...[...text.matchAll(/client\.(post|put|delete)\(\s*'([^']+)'/g)].map(
        ([, method, path]) => `${method!.toUpperCase()} ${path}`,
      ),
      ...[...text.matchAll(/<ImportFile\s+path="([^"]+)"/g)].map(([, path]) => `POST ${path}`),
    ];
    for (const call of calls) found.set(call, [...(found.get(call) ?? []), file.split('/')[0]!]);
  }
  return found;
}

test('every command has its place on the page, but for those that are named', () => {
  const pages = offered();
  const missing = commands()
    .map(({ name }) => name)
    .filter((name) => !pages.has(name));
  expect(missing.sort()).toEqual([...notYet].sort());
});

test('offered of existing, by role', () => {
  const pages = offered();
  const byRole: Record<string, [offered: number, existing: number]> = {};
  for (const { name, roles } of commands())
    for (const role of roles) {
      const [has, of] = byRole[role] ?? [0, 0];
      byRole[role] = [has + (pages.has(name) ? 1 : 0), of + 1];
    }
  for (const [role, [has, of]] of Object.entries(byRole)) console.log(`${role}: ${has} / ${of}`);
  // A figure that falls has lost a page.
  expect(byRole.checker![0]).toBeGreaterThanOrEqual(6);
  expect(byRole.finance).toEqual([2, 2]);
});
