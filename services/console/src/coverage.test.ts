// Every command that a person may give has its place on the page, or stands in the list of those that have none yet.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const web = new URL('../web/', import.meta.url);
const api = new URL('../../../packages/client/src/api.ts', import.meta.url);
/** Work that asks something and changes nothing. */
const questions = ['POST /explanations/{result}/what-if', 'POST /schemes/impact', 'POST /behalf'];

/** Given by machines: HR systems write persons by their staff numbers. */
const machines = ['PUT /people/{externalId}'];

/** Given without an account, by a page of the service's own. */
const withoutAccount = ['POST /public/suggestion-links/{key}', 'POST /public/points-partners/{key}'];

/** No page offers these yet. */
const notYet: string[] = [
  'POST /contest-stages/{id}/appeals',
  'POST /contest-appeals/{id}/answer',
  'POST /contest-appeals/{id}/decide',
  'POST /contest-stages/{id}/fixtures',
  'POST /checks/remind',
  'POST /fixtures/{id}/games/{game}/enter',
  'POST /fixtures/{id}/games/{game}/confirm',
  'POST /fixtures/{id}/games/{game}/dispute',
  'POST /fixtures/{id}/games/{game}/settle',
  'POST /points-campaigns',
  'POST /points-campaigns/{id}/close',
  'POST /points-campaigns/{id}/partners',
  'POST /points-campaigns/{id}/claims',
  'POST /points-partners/{id}/revoke',
  'POST /points-claims/{id}/approve',
  'POST /points-claims/approve',
  'POST /points-claims/{id}/reject',
  'POST /points-claims/{id}/take-back',
  'POST /points-ledgers/{id}/vouchers',
  'POST /points-vouchers/{id}/return',
  'PUT /certificate-layouts/{id}',
  'POST /decisions/{id}/certificates',
  'PUT /award-rules',
  'POST /files/dossier',
  'POST /award-lists/{id}/papers',
  'POST /award-lists/{id}/dossiers/{candidate}/hand-in',
  'POST /award-lists/{id}/dossiers/{candidate}/waive',
  'POST /award-lists/{id}/dossiers/{candidate}/erase-texts',
  'POST /publication-consents/{id}/give',
  'POST /publication-consents/{id}/withdraw',
  'PUT /award-committees/{id}',
  'POST /ballots',
  'POST /ballots/{id}/votes',
  'POST /ballots/{id}/recuse',
  'POST /ballots/{id}/close',
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
    .filter(({ name }) => ![...questions, ...machines, ...withoutAccount].includes(name));
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
      ...[...text.matchAll(/client\.uploadFile\('([^']+)'/g)].map(([, path]) => `POST ${path}`),
      ...[...text.matchAll(/client\.importFile\('([^']+)'/g)].map(([, path]) => `POST ${path}`),
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
  expect(missing.sort()).toEqual(notYet.sort());
  const byRole: Record<string, [offered: number, existing: number]> = {};
  for (const { name, roles } of commands())
    for (const role of roles) {
      const [has, of] = byRole[role] ?? [0, 0];
      byRole[role] = [has + (pages.has(name) ? 1 : 0), of + 1];
    }
  for (const [role, [has, of]] of Object.entries(byRole)) console.log(`${role}: ${has} / ${of}`);
});
