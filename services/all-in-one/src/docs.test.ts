// What the API's page promises: everything grouped by noun, Chinese first, named schemas, examples, and our own headers.
import { consoleService } from '@jiangong/console';
import { readConfig } from '@jiangong/service-kit/config';
import { start } from '@jiangong/service-kit/start';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { services } from './services.ts';

interface Operation {
  tags: string[];
  summary: string;
  requestBody?: { content: Record<string, { schema: { $ref?: string }; example?: unknown }> };
  responses: Record<string, { content?: Record<string, { example?: unknown }> }>;
}
interface Api {
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}
const config = readConfig({ STORE_URL: 'memory:', LOG_URL: 'memory:', LOG_LEVEL: 'silent' });
let running: Awaited<ReturnType<typeof start>>;
let api: Api;
beforeAll(async () => {
  running = await start([consoleService(() => {}), ...services], config);
  api = (await running.app.inject('/docs/json')).json();
});
afterAll(() => running.stop());

const operations = () =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ key: `${method.toUpperCase()} ${path}`, ...operation })),
  );

test('every operation has one heading and a short summary, Chinese first, and no heading is empty', () => {
  for (const { key, tags, summary } of operations()) {
    expect([key, tags]).toEqual([key, [expect.stringMatching(/^\p{Script=Han}+ · [A-Z]/u)]]);
    expect([key, summary]).toEqual([key, expect.stringMatching(/^[^·]*\p{Script=Han}[^·]{0,25} · [A-Z][^·]{0,70}$/u)]);
  }
  const used = new Set(operations().flatMap(({ tags }) => tags));
  expect(api.tags.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
});
test('every operation shows an answer, and a request where it takes one', () => {
  const answered = ({ responses }: Operation) =>
    Object.values(responses).some(({ content }) => Object.values(content ?? {}).some((of) => of.example !== undefined));
  const hasRequest = ({ requestBody }: Operation) =>
    !requestBody || Object.values(requestBody.content).some((of) => of.example !== undefined);
  expect(
    operations()
      .filter((operation) => !answered(operation))
      .map(({ key }) => key),
  ).toEqual([]);
  expect(
    operations()
      .filter((operation) => !hasRequest(operation))
      .map(({ key }) => key),
  ).toEqual([]);
});
test('a body has the name of its contract, and every schema is referred to', () => {
  const body = api.paths['/api/competitions']!.post!.requestBody!.content['application/json']!;
  expect(body.schema.$ref).toMatch(/^#\/components\/schemas\/AnnounceCompetition/);
  const text = JSON.stringify(api);
  for (const name of Object.keys(api.components.schemas)) expect(text).toContain(`"#/components/schemas/${name}"`);
});
test('the page carries the headers of the first page', async () => {
  const [docs, page] = await Promise.all(['/docs', '/'].map((url) => running.app.inject(url)));
  for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy'])
    expect([name, docs!.headers[name]]).toEqual([name, page!.headers[name]]);
});
