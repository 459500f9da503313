// What the API does not know is refused by name, on every route: whoever sends it expects it to count.
import { consoleService } from '@jiangong/console';
import { problem, roles } from '@jiangong/contracts';
import { startTesting, tokenOf } from '@jiangong/service-kit/testing';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { services } from './services.ts';
import { bare, partsOf, sampleOf } from './wrong-bodies.fixture.ts';

interface Parameter {
  name: string;
  in: string;
  schema: { format?: string; enum?: string[] };
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, object> };
}
const own = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';
const manifests = [consoleService(() => {}), ...services];
/** The JSON bodies that commands and questions take, by method and path. */
const bodies = new Map<string, z.ZodType>();
for (const route of manifests.flatMap(({ routes }) => routes))
  if ('body' in route && route.body)
    bodies.set(`${route.method.toLowerCase()} /api${route.path.replace(/:(\w+)/g, '{$1}')}`, route.body);

test('an unknown parameter is refused on every route, and the known ones are named', async () => {
  const t = await startTesting(manifests);
  const { paths } = (await t.app.inject({ method: 'GET', url: '/docs/json' })).json();
  const everybody = { org: own, sub: 'everybody', roles: [...roles], departments: [], units: [own] };
  const authorization = `Bearer ${await tokenOf(everybody)}`;
  let [all, refused] = [0, 0];
  for (const [path, operations] of Object.entries(paths as Record<string, Record<string, Operation>>))
    for (const [method, { parameters = [], requestBody }] of Object.entries(operations)) {
      all += 1;
      const [type] = Object.keys(requestBody?.content ?? {});
      const body = bodies.get(`${method} ${path}`);
      // A body that breaks a rule of its own, of which a sample knows nothing, is refused before the query.
      if (type && !type.includes('csv') && !body?.safeParse(sampleOf(body)).success) continue;
      const url = `${filled(path, parameters)}?colour=red`;
      const response = await t.app.inject({
        method: method.toUpperCase() as 'GET',
        url,
        headers: { authorization, ...(type ? { 'content-type': type } : {}) },
        ...(type ? { payload: body ? JSON.stringify(sampleOf(body)) : '' } : {}),
      });
      const { errors = [] } = response.statusCode < 400 ? {} : problem.parse(response.json());
      const said = errors.filter(({ zh }) => zh.includes('「colour」'));
      const answer = [method, url, response.statusCode, said.map(({ at }) => at)];
      expect(answer).toEqual([method, url, 400, ['/querystring']]);
      const known = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
      expect(known.filter((name) => !said[0]!.zh.includes(name) || !said[0]!.en.includes(name))).toEqual([]);
      refused += 1;
    }
  expect(refused).toBeGreaterThan(all * 0.8);
  await t.stop();
});

function filled(path: string, parameters: Parameter[]) {
  return path.replace(/\{(\w+)\}/g, (_, name) => {
    const { schema } = parameters.find((parameter) => parameter.name === name)!;
    return schema.enum?.[0] ?? (schema.format === 'uuid' ? own : '2024');
  });
}

test('an unknown field is refused in every body, however deep', () => {
  const open: string[] = [];
  const seen = new Set<unknown>();
  const walk = (schema: z.ZodType, at: string) => {
    const found = bare(schema);
    if (seen.has(found)) return;
    seen.add(found);
    const { type, catchall } = found._zod.def as { type: string; catchall?: z.ZodType };
    if (type === 'object' && catchall?._zod.def.type !== 'never') open.push(at);
    for (const [name, part] of partsOf(found)) walk(part, `${at}/${name}`);
  };
  for (const [route, body] of bodies) walk(body, route);
  expect(bodies.size).toBeGreaterThan(80);
  expect(open).toEqual([]);
});
