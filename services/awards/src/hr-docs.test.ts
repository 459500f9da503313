// What docs/hr.md says of the feed is what the feed answers, and the addresses that it names are there.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hr, startWebhooks } from './background/webhooks/webhooks.fixture.ts';
import { fieldsIn, withFields } from './hr-docs.ts';

const text = readFileSync(new URL('../../../docs/hr.md', import.meta.url), 'utf8');
const fields = fieldsIn(text);
let s: Awaited<ReturnType<typeof startWebhooks>>;
beforeAll(async () => {
  s = await startWebhooks();
  for (const name of ['good', 'corrected', 'revoked']) await s.grant(name);
  await s.correct('corrected', '更名项目部');
  await s.revoke('revoked');
});
afterAll(() => s.stop());

test('docs/hr.md has the fields of the schema, each with its meaning', () => {
  expect(withFields(text), 'run `node services/awards/hr-docs.ts`').toBe(text);
  expect(fields.filter(({ meaning }) => meaning === '')).toEqual([]);
});

test('a real answer has every field that docs/hr.md says is always there, and none that it does not explain', async () => {
  const { items } = (await s.call(hr, 'GET', '/api/hr/feed')).body as { items: Record<string, unknown>[] };
  expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['granted', 'corrected', 'revoked']));
  const always = fields.filter(({ isOptional }) => !isOptional).map(({ field }) => field);
  for (const row of items) {
    expect(Object.keys(row)).toEqual(expect.arrayContaining(always));
    expect(fields.map(({ field }) => field)).toEqual(expect.arrayContaining(Object.keys(row)));
  }
});

test('every address that docs/hr.md names is one of the interface', () => {
  const shape = (path: string) => path.replace(/\{\w+\}/g, '{}');
  const { paths } = s.app.swagger() as { paths: Record<string, object> };
  const served = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${shape(path)}`),
  );
  const named = [...text.matchAll(/`(GET|POST|PUT) (\/api\/[^`\s?]*)/g)]
    .map(([, method, path]) => `${method} ${shape(path!)}`)
    // Machines are the console's.
    .filter((each) => !each.includes('/api/machines'));
  expect(new Set(named).size).toBeGreaterThan(6);
  expect(named.filter((each) => !served.includes(each))).toEqual([]);
});
