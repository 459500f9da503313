// A text of spaces is no word: in every body it is refused under its label, wherever an empty one would be.
import { consoleService } from '@jiangong/console';
import { problem, roles } from '@jiangong/contracts';
import { startTesting, tokenOf } from '@jiangong/service-kit/testing';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { services } from './services.ts';
import { bare, partsOf, sampleOf } from './wrong-bodies.fixture.ts';

const own = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';
const manifests = [consoleService(() => {}), ...services];
const routes = manifests
  .flatMap(({ routes }) => routes)
  .flatMap((route) => ('body' in route && route.body ? [{ ...route, body: route.body }] : []));
/** What people may leave empty: a way to reach somebody, and what a mark says of where it comes from. */
const ofMark = ['at', 'by', 'events/0/ref', 'events/0/subject'];
const ofMarks = ['marks/a', 'sheets/0/marks/a'].flatMap((marks) => ofMark.map((part) => `${marks}/${part}`));
const mayBeBlank = ['contact', ...ofMarks];

interface Blanked {
  at: string;
  value: unknown;
}
/** The schema's sample, once for each of its texts, with spaces in the place of the text: ASCII's, one of full width, one of none. */
function blanked(schema: z.ZodType): Blanked[] {
  const found = bare(schema);
  const { type, format } = found._zod.def as { type: string; format?: string };
  if (type === 'string') return format === undefined ? [{ at: '', value: ' \u3000\u200b' }] : [];
  if (type === 'union') return partsOf(found).flatMap(([, option]) => blanked(option));
  const whole = sampleOf(found);
  return partsOf(found).flatMap(([name, part]) =>
    blanked(part).map(({ at, value }) => {
      if (name) return { at: `/${name}${at}`, value: { ...(whole as object), [name]: value } };
      if (type === 'record') return { at: `/a${at}`, value: { a: value } };
      return { at: `/0${at}`, value: [value, ...(whole as unknown[]).slice(1)] };
    }),
  );
}

test('a text of spaces is refused in every body under its label, but for texts that may be empty', async () => {
  const t = await startTesting(manifests);
  const everybody = { org: own, sub: 'everybody', roles: [...roles], departments: [], units: [own] };
  const authorization = `Bearer ${await tokenOf(everybody)}`;
  const [taken, unreached] = [new Set<string>(), new Set<string>()];
  let refused = 0;
  for (const { method, path, params, body } of routes) {
    const places = { ...(params && (sampleOf(params) as object)), year: 2024 } as Record<string, unknown>;
    const url = `/api${path.replace(/:(\w+)/g, (_, name) => String(places[name]))}`;
    for (const { at, value } of blanked(body)) {
      const response = await t.app.inject({
        method: method as 'POST',
        url,
        headers: { authorization, 'content-type': 'application/json' },
        payload: JSON.stringify(value),
      });
      const { errors = [] } = response.statusCode < 400 ? {} : problem.parse(response.json());
      const said = errors.find((error) => error.at === `/body${at}`);
      // A rule of the whole body, of which a sample knows nothing, speaks first.
      if (!said && errors.length > 0) unreached.add(`${path} ${at}`);
      else if (!said) taken.add(at.slice(1));
      else {
        expect([response.statusCode, said.zh.startsWith('「'), said.en.startsWith('“')]).toEqual([400, true, true]);
        refused += 1;
      }
    }
  }
  process.stderr.write(`texts of bodies that take no spaces alone: ${refused}\n`);
  expect([...taken].sort()).toEqual(mayBeBlank);
  expect(unreached.size).toBeLessThan(refused / 30);
  expect(refused).toBeGreaterThan(350);
  await t.stop();
});
