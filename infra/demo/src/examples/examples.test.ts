// The API's page shows an example of every operation, and each is one that the API takes and gives today. Every list that was read
// on the way is taken out as files too.
import { apiExamples } from '@jiangong/contracts/examples';
import { beforeAll, expect, test } from 'vitest';
import { playExamples } from './play.ts';
import { repeatingOf } from './repeating.fixture.ts';

/** Names of fields at any depth: values such as ids and times are drawn anew each time. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.keys(value).sort();
}

interface Taken {
  path: string;
  statuses: number[];
  csv: string;
  xlsx: Buffer;
}
/** By its path, each list that had items when it was read, as its files. */
const taken = new Map<string, Taken>();
const isList = (body: unknown) => ((body as { items?: unknown[] }).items ?? []).length > 0;
function taking(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const answer = await send(input, init);
    const address = new URL(String(input));
    const path = address.pathname.replace(/[0-9a-f-]{36}/g, ':id');
    const isJson = answer.headers.get('content-type')?.startsWith('application/json');
    if ((init?.method ?? 'GET') !== 'GET' || !answer.ok || !isJson || taken.has(path)) return answer;
    if (!isList(await answer.clone().json())) return answer;
    async function as(format: string) {
      address.searchParams.set('format', format);
      return send(String(address), init);
    }
    const [csv, xlsx] = [await as('csv'), await as('xlsx')];
    // A list without a table takes no such parameter.
    if (csv.status !== 400)
      taken.set(path, {
        path,
        statuses: [csv.status, xlsx.status],
        csv: await csv.text(),
        xlsx: Buffer.from(await xlsx.arrayBuffer()),
      });
    return answer;
  };
}

/** Each public address that was read: what came of reading it again with its ETag. */
const known = new Map<string, { etag: string | null; again: number; length: number }>();
const publicPath = (pathname: string) =>
  Object.keys(apiExamples()).find((key) =>
    new RegExp(`^GET ${key.slice('GET '.length).replace(/\{\w+\}/g, '[^/]+')}$`).test(`GET ${pathname}`),
  );
function visiting(send: typeof fetch): typeof fetch {
  async function visit(address: string) {
    const path = publicPath(new URL(address).pathname)!;
    const answer = await send(address);
    const etag = answer.headers.get('etag');
    const again = await send(address, { headers: { 'if-none-match': etag ?? '' } });
    known.set(path, { etag, again: again.status, length: (await again.text()).length });
    await answer.text();
  }
  return async (input, init) => {
    const answer = await send(input, init);
    const { origin, pathname } = new URL(String(input));
    if (init?.method && init.method !== 'GET') return answer;
    if (!pathname.startsWith('/api/public/') || !answer.ok) return answer;
    await visit(String(input));
    if (!pathname.startsWith('/api/public/notices/')) return answer;
    await visit(`${origin}${pathname}/page`);
    await visit(`${origin}/api/public/certificates/2024-000001?code=x`);
    return answer;
  };
}
const repeating = repeatingOf();
let played: Awaited<ReturnType<typeof playExamples>>;
beforeAll(async () => {
  played = await playExamples((send, running) => visiting(taking(repeating.through(send, running))));
}, 240_000);

test('every operation has an example, with the fields that it has today', () => {
  const { examples, missing } = played;
  expect(missing).toEqual([]);
  const committed = apiExamples();
  expect(Object.keys(committed).sort(), 'pnpm examples').toEqual(Object.keys(examples).sort());
  for (const [key, { request, answer }] of Object.entries(examples)) {
    expect([key, shapeOf(committed[key]!.request?.body)]).toEqual([key, shapeOf(request?.body)]);
    expect([key, shapeOf(committed[key]!.answer?.body)]).toEqual([key, shapeOf(answer?.body)]);
  }
});

test('lists are taken out as csv and xlsx under Chinese headings, without ids', () => {
  process.stderr.write(`lists taken out: ${taken.size}\n`);
  expect(taken.size).toBeGreaterThanOrEqual(45);
  // Whom the feed is for knows its grants by their ids.
  taken.delete('/api/hr/feed');
  for (const { path, statuses, csv, xlsx } of taken.values()) {
    expect([path, ...statuses]).toEqual([path, 200, 200]);
    const [headings, ...rows] = csv.trim().split('\n');
    expect([path, headings!.split(',').filter((heading) => !/\p{Script=Han}/u.test(heading))]).toEqual([path, []]);
    expect([path, rows.length > 0, xlsx.toString('latin1', 0, 2)]).toEqual([path, true, 'PK']);
    expect([path, csv.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|undefined|\[object|NaN/g)]).toEqual([path, null]);
  }
});

test('every public answer has an ETag, and whoever has it already is sent nothing', () => {
  const all = Object.keys(apiExamples()).filter((key) => key.startsWith('GET /api/public/'));
  expect([...known.keys()].sort()).toEqual(all.sort());
  for (const [path, { etag, again, length }] of known)
    expect([path, etag, again, length]).toEqual([path, expect.stringMatching(/^(W\/)?"[\w+/=-]+"$/), 304, 0]);
});

test('a command repeated late by the client’s id is answered as done and not done again, whatever has followed', () => {
  const { repeated, changes, making } = repeating;
  const operations = new Set(repeated.map(({ operation }) => operation));
  process.stderr.write(`late repetitions: ${repeated.length} commands of ${operations.size} operations, twice each\n`);
  for (const { operation, first, again } of repeated)
    for (const { status, answer } of again)
      expect([operation, status, answer]).toMatchObject([
        operation,
        expect.toBeOneOf([200, 201, 202]),
        { id: first.id },
      ]);
  expect(changes.after).toBe(changes.before);
  // A ballot is repeated in the committee's own test.
  expect(making().filter((path) => !operations.has(path))).toEqual(['/api/ballots']);
});
