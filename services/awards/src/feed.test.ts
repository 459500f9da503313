// Whoever follows the cursor of the HR feed is given every revision once, in whatever order commands began and ended.
import { awardGranted, type CommandRequest, derivedId, isRefusal } from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantCommand } from './grant.ts';
import { awards } from './service.ts';

const hr = { org: 'union', sub: 'hr', roles: ['hr' as const] };
const actor = { org: 'union', sub: 'zhao', roles: ['committee' as const], departments: [], units: [] };
const { grant: _, revision: __, status: ___, ...data } = awardGranted.example;

let t: Testing;
beforeAll(async () => {
  t = await startTesting([awards]);
});
afterAll(() => t.stop());

/** A command that began at `now`, and is carried out at this moment. */
async function carriedOut(request: CommandRequest, now: string) {
  const cause = `test/${request.id}/${request.type}/${JSON.stringify(request.data)}`;
  const context = { cause, actor, now, businessDate: now.slice(0, 10), correlation: cause, causation: cause };
  expect(isRefusal(await t.runtimes[0]!.handle(request, context))).toBe(false);
}
const granted = (name: string, now: string) => carriedOut(grantCommand(derivedId('feed', name), 'grant', data), now);
interface Page {
  items: { grant: string; revision: number; recordedAt: string }[];
  next?: string;
  cursor?: string;
}
async function read(query: string): Promise<Page> {
  const { status, body } = await t.call(hr, 'GET', `/api/hr/feed?${query}`);
  expect([query, status]).toEqual([query, 200]);
  return body;
}
const after = (cursor: string | undefined) => `cursor=${encodeURIComponent(cursor!)}`;
const namesOf = ({ items }: Page) =>
  items.map(({ grant }) => 'abcdefg'.split('').find((name) => derivedId('feed', name) === grant));

test('a revision whose command began earlier and ended later is not skipped', async () => {
  expect(await read('limit=10')).toEqual({ items: [] });
  await granted('a', '2025-02-05T09:00:00.500Z');
  const first = await read('limit=10');
  expect(namesOf(first)).toEqual(['a']);
  await granted('b', '2025-02-05T09:00:00.100Z');
  const second = await read(after(first.cursor));
  expect(namesOf(second)).toEqual(['b']);
  const nothing = await read(after(second.cursor));
  expect(nothing).toEqual({ items: [], cursor: second.cursor });
});

test('pages, csv and xlsx follow one order, and the Link header leads to the next page', async () => {
  for (const name of 'cdefg') await granted(name, '2025-02-05T08:00:00Z');
  const paged: (string | undefined)[] = [];
  for (let url = '/api/hr/feed?limit=3'; url; ) {
    const { body, headers } = await t.call(hr, 'GET', url);
    paged.push(...namesOf(body));
    url = /<(.*)>; rel="next"/.exec(String(headers.link ?? ''))?.[1] ?? '';
  }
  expect(paged).toEqual([...'abcdefg']);
  const csv = await t.call(hr, 'GET', '/api/hr/feed?format=csv');
  const rows = csv.text.trim().split('\n').slice(1);
  expect(rows.map((row) => row.split(',')[0])).toEqual([...'abcdefg'].map((name) => derivedId('feed', name)));
});

test('a cursor of an earlier release continues without missing a revision', async () => {
  const { items } = await read('limit=10');
  const [{ grant, recordedAt }] = items as [Page['items'][number]];
  const before = `${recordedAt}/${grant}/000001`;
  // A little before where it stood: what such a release had passed over is given now.
  const page = await read(after(before));
  expect(namesOf(page)).toEqual([...'abcdefg']);
  expect((await read(after(page.cursor))).items).toEqual([]);
  for (const never of [before.replace('2025-02', '2025-13'), `${recordedAt}/${grant}`, recordedAt])
    expect((await t.call(hr, 'GET', `/api/hr/feed?${after(never)}`)).body.type).toBe('/problems/unknown-cursor');
});

test('`since` returns everything recorded from then on, and its cursor continues without it', async () => {
  const page = await read('since=2025-02-05T17:00:00%2B08:00&limit=1');
  expect(namesOf(page)).toEqual(['a']);
  expect(namesOf(await read(after(page.cursor)))).toEqual([...'bcdefg']);
  expect(await read('since=2025-02-06T00:00:00Z')).toEqual({ items: [] });
});

test('the state leaves out what a later revision replaced, and its cursor continues with the changes', async () => {
  const before = await read('limit=200');
  const first = before.items[0]!;
  await carriedOut(
    grantCommand(first.grant, 'correct', { recipientName: '更正', reason: '…' }),
    '2025-02-06T09:00:00Z',
  );
  const state = await read('view=state&limit=200');
  expect(state.items).toHaveLength(before.items.length);
  expect(new Set(state.items.map(({ grant }) => grant)).size).toBe(before.items.length);
  expect(state.items.at(-1)).toMatchObject({ grant: first.grant, revision: 2 });
  await carriedOut(grantCommand(first.grant, 'revoke', { reason: '…' }), '2025-02-07T09:00:00Z');
  expect((await read(after(state.cursor))).items).toMatchObject([{ grant: first.grant, status: 'revoked' }]);
});

/** Reads on, one page at a time, until every revision is there. */
async function follow(query: string, isComplete: (read: string[]) => boolean): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | undefined; !isComplete(found); ) {
    const { text, body, headers } = await t.call(
      hr,
      'GET',
      `/api/hr/feed?${query}${cursor ? `&${after(cursor)}` : ''}`,
    );
    const rows: [string, number][] = query.includes('csv')
      ? text
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => [line.split(',')[0]!, Number(line.split(',')[1])])
      : body.items.map(({ grant, revision }: { grant: string; revision: number }) => [grant, revision]);
    found.push(...rows.map(([grant, revision]) => `${grant}/${revision}`));
    cursor = (headers.cursor as string | undefined) ?? cursor;
  }
  return found;
}

test('while many write at once, every way of reading gives each revision once, and the state none that is replaced in the end', async () => {
  const known = (await read('limit=200')).items.map(({ grant, revision }) => `${grant}/${revision}`);
  const ids = Array.from({ length: 40 }, (_, n) => derivedId('feed', 'race', n));
  const all = [...known, ...ids.flatMap((id) => [`${id}/1`, `${id}/2`])].sort();
  const last = [...ids.map((id) => `${id}/2`)];
  const isWhole = (found: string[]) => found.length >= all.length;
  const readers = [
    follow('limit=7', isWhole),
    follow('limit=7&format=csv', isWhole),
    follow('limit=7&wait=5', isWhole),
    follow('limit=7&view=state&wait=5', (found) => last.every((each) => found.includes(each))),
  ];
  await Promise.all(
    ids.map(async (id, n) => {
      // The later it is begun, the earlier it says to have been.
      const now = new Date(Date.UTC(2025, 2, 1) - n * 1000).toISOString();
      await carriedOut(grantCommand(id, 'grant', data), now);
      await carriedOut(grantCommand(id, 'correct', { recipientName: `更正${n}`, reason: '…' }), now);
    }),
  );
  const [changes, csv, polled, state] = await Promise.all(readers);
  for (const found of [changes, csv, polled]) expect([...found!].sort()).toEqual(all);
  // Rows in one order for all; of the state nothing twice, and of each grant the last revision last.
  expect(csv).toEqual(changes);
  expect(polled).toEqual(changes);
  expect(state).toEqual(changes!.filter((each) => state!.includes(each)));
  expect(new Set(state).size).toBe(state!.length);
});

test('a long poll is answered by the next revision, and after its time with nothing, by 304 to who knows that', async () => {
  const { cursor } = await read('limit=200');
  const waiting = t.call(hr, 'GET', `/api/hr/feed?wait=20&${after(cursor)}`);
  await granted('late', '2025-03-01T09:00:00Z');
  const { body } = await waiting;
  expect(body.items).toMatchObject([{ grant: derivedId('feed', 'late'), revision: 1 }]);
  const url = `/api/hr/feed?wait=1&${after(body.cursor)}`;
  const nothing = await t.call(hr, 'GET', url);
  expect(nothing.body).toEqual({ items: [], cursor: body.cursor });
  const again = await t.call(hr, 'GET', url, undefined, { 'if-none-match': String(nothing.headers.etag) });
  expect(again.status).toBe(304);
  expect((await t.call(hr, 'GET', '/api/hr/feed?wait=26')).status).toBe(400);
});
