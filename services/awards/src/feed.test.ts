// Whoever follows the cursor of the HR feed is given every revision once, in whatever order commands began and ended.
import { awardGranted, derivedId, isRefusal } from '@jiangong/contracts';
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

/** A grant whose command began at `now`, and is carried out at this moment. */
async function granted(name: string, now: string) {
  const cause = `test/${name}`;
  const context = { cause, actor, now, businessDate: now.slice(0, 10), correlation: cause, causation: cause };
  const ask = grantCommand(derivedId('feed', name), 'grant', data);
  expect(isRefusal(await t.runtimes[0]!.handle(ask, context))).toBe(false);
}
interface Page {
  items: { grant: string; recordedAt: string }[];
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
