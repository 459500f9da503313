// Requests drawn from a seed: those of the year and of the OpenAPI documents, with something wrong in most of them.
import { apiExamples } from '@jiangong/contracts/examples';
import fc from 'fast-check';
import type { Ground, KnownRequest } from './ground.ts';

export interface Request {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string;
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '𠮷野家',
    '../../etc/passwd',
    "'; DROP TABLE commits; --",
    '=1+1',
    '万'.repeat(300),
  ),
  fc.constantFrom('__proto__', 'constructor', 'toString', '2024-02-30', '2024-13-01', 'NaN', '1e400', '-0', '九十九'),
);
const nasty = fc.oneof(
  { weight: 3, arbitrary: text as fc.Arbitrary<unknown> },
  { weight: 2, arbitrary: fc.constantFrom(0, -0, -1, 1.5, 1e15, 2 ** 53, 1e308, null, true, [], {}, [[]], [null]) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);
/** One time in so many. */
const once = <T>(arbitrary: fc.Arbitrary<T>, { in: times }: { in: number }) =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
/** What happens to a request; most suffer one thing. */
const wrongs = fc.record({
  which: fc.nat(),
  path: once(fc.oneof(text, fc.constantFrom('id', 'id', 'id', 'unknown')), { in: 3 }),
  query: once(
    fc.oneof(
      fc.record({
        name: fc.constantFrom('limit', 'cursor', 'on', 'format', 'round', 'kind', 'q', 'after'),
        value: text,
      }),
      fc.constantFrom(
        { name: 'limit', value: '0' },
        { name: 'limit', value: '1e9' },
        { name: 'on', value: '2024-07-01' },
        { name: 'on', value: '9999-12-31' },
        { name: 'format', value: 'xlsx' },
        { name: 'format', value: 'csv' },
      ),
    ),
    { in: 3 },
  ),
  body: once(fc.record({ at: fc.nat(), how: fc.constantFrom('set', 'drop', 'add', 'whole', 'twice'), value: nasty }), {
    in: 2,
  }),
  raw: once(
    fc.constantFrom(
      '{',
      '',
      '[]',
      'null',
      '"x"',
      '{"a":1,"a":2}',
      '['.repeat(5000),
      '\ufeff{}',
      '{"__proto__":{"x":1}}',
    ),
    {
      in: 24,
    },
  ),
  contentType: once(
    fc.constantFrom(
      'text/plain',
      'application/xml',
      'text/csv',
      'application/json; charset=latin1',
      'multipart/form-data',
      '',
    ),
    { in: 20 },
  ),
  key: once(fc.oneof(text, fc.constant('k'.repeat(256))), { in: 12 }),
  ifMatch: once(
    fc.constantFrom('*', '"1"', '"2"', 'W/"1"', '"0"', '1', '""', '"x"', '"9".."9"', `"${'9'.repeat(40)}"`),
    {
      in: 3,
    },
  ),
  who: fc.constantFrom('own', 'own', 'own', 'own', 'own', 'own', 'foreign', 'foreign', 'nobody', 'garbage'),
});
type Wrongs = typeof wrongs extends fc.Arbitrary<infer T> ? T : never;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const UNKNOWN = '00000000-0000-8000-8000-000000000000';
/** Of headers only what can travel in one. */
const travels = (value: string) => value.replace(/[^\x20-\x7e]/g, '?');

/** @param routes of the OpenAPI document, as `GET /api/units/{id}` */
export function drawn(ground: Ground, routes: readonly string[], seed: number, count: number): Request[] {
  const known: KnownRequest[] = [
    ...ground.known,
    ...routes.map((route) => {
      const [method, path] = route.split(' ') as [string, string];
      const body = apiExamples()[route]?.request?.body ?? {};
      return { method, ...filled(path, ground), ...(method === 'GET' ? {} : { body }) };
    }),
  ];
  // Each route as often as the others, however often the year used it.
  const byRoute = new Map<string, KnownRequest[]>();
  for (const original of known) {
    const route = `${original.method} ${original.path.split('?')[0]!.replace(new RegExp(UUID, 'g'), ':')}`;
    byRoute.set(route, [...(byRoute.get(route) ?? []), original]);
  }
  const kinds = [...byRoute.values()];
  return fc.sample(wrongs, { seed, numRuns: count }).map((wrong) => {
    const kind = kinds[wrong.which % kinds.length]!;
    return requestOf(ground, kind[Math.floor(wrong.which / kinds.length) % kind.length]!, wrong);
  });
}

/** A template with what the year has at its place: an id that follows the same words, a year, a first number; and whose it is. */
function filled(template: string, { known, ids }: Ground): Pick<KnownRequest, 'path' | 'organisation'> {
  let whose: Pick<KnownRequest, 'organisation'> = {};
  const path = template.replace(/\{(\w+)\}/g, (_, name: string, at: number) => {
    if (name === 'year') return '2024';
    if (name === 'number' || name === 'version') return '1';
    const before = template.slice(0, at);
    const found = known.find(
      ({ path }) => path.startsWith(before) && UUID.test(path.slice(before.length, before.length + 36)),
    );
    if (found?.organisation) whose = { organisation: found.organisation };
    return found?.path.slice(before.length, before.length + 36) ?? ids[0]!;
  });
  return { path, ...whose };
}

function requestOf({ ownOf, foreign, ids }: Ground, original: KnownRequest, wrong: Wrongs): Request {
  let url = original.path;
  if (wrong.path !== undefined) {
    const id = wrong.path === 'id' ? ids[wrong.which % ids.length]! : wrong.path === 'unknown' ? UNKNOWN : wrong.path;
    url = url.replace(UUID, () => encodeURIComponent(id.toWellFormed()));
  }
  if (wrong.query) {
    const { name, value } = wrong.query;
    url += `${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value.toWellFormed())}`;
  }
  const headers: Record<string, string> = {};
  if (wrong.who === 'own') headers.authorization = ownOf(original.organisation);
  if (wrong.who === 'foreign') headers.authorization = foreign;
  if (wrong.who === 'garbage') headers.authorization = `Bearer ${travels(JSON.stringify(wrong))}`;
  if (wrong.key !== undefined) headers['idempotency-key'] = travels(wrong.key);
  if (wrong.ifMatch !== undefined) headers['if-match'] = wrong.ifMatch;
  else if (original.method === 'PUT') headers['if-match'] = '*';
  const payload =
    original.method === 'GET'
      ? undefined
      : (wrong.raw ?? original.text ?? bodyOf(structuredClone(original.body), wrong.body));
  if (payload !== undefined) headers['content-type'] = wrong.contentType ?? original.contentType ?? 'application/json';
  return { method: original.method, url, headers, ...(payload === undefined ? {} : { payload }) };
}

/** A body with one thing wrong in it, somewhere. */
function bodyOf(body: unknown, wrong: Wrongs['body']): string | undefined {
  if (body === undefined) return undefined;
  if (!wrong) return JSON.stringify(body);
  const { at, how, value } = wrong;
  if (how === 'whole') return JSON.stringify(value) ?? 'null';
  const places = placesOf(body);
  const place = places[at % places.length];
  if (!place) return JSON.stringify(how === 'add' ? { extra: value } : value);
  const [owner, key] = place;
  if (how === 'set') owner[key] = value;
  else if (how === 'drop') delete owner[key];
  else if (how === 'twice') owner[key] = [owner[key], owner[key]];
  else owner[`${key}2`] = value;
  return JSON.stringify(body);
}

type Owner = Record<string, unknown>;
const placesOf = (value: unknown): [Owner, string][] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.keys(value).flatMap((key) => [
        [value as Owner, key] as [Owner, string],
        ...placesOf((value as Owner)[key]),
      ]);
