// A download is written for whoever reads it, and for nobody else.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { download } from '../define/routes.ts';
import { service } from '../define/service.ts';
import { startTesting, type Testing, tokenOf } from '../testing/index.ts';

const PIECES = 1_000;
let written = 0;
const exporting = service({
  ...{ name: 'competitions', streams: {}, views: [], reactions: [], deadlines: [] },
  routes: [
    download('/numbers', {
      ...{ summary: ['数', 'Numbers'], roles: ['organiser'], produces: ['text/csv'] },
      download: () => ({
        ...{ name: '数.csv', type: 'text/csv' },
        async *chunks() {
          for (let n = 0; n < PIECES; n++) {
            written += 1;
            yield 'x'.repeat(1024);
          }
        },
      }),
    }),
    download('/public/page', {
      ...{ summary: ['页', 'A page'], roles: 'public', produces: ['text/html'] },
      download: () => ({
        ...{ name: '页.html', type: 'text/html; charset=utf-8', inline: true, kept: true },
        async *chunks() {
          yield '<!doctype html><p>有效';
        },
      }),
    }),
  ],
});

let t: Testing;
let url: string;
beforeAll(async () => {
  t = await startTesting([exporting]);
  url = `${await t.app.listen({ port: 0, host: '127.0.0.1' })}/api/numbers`;
});
afterAll(() => t.stop());

test('HEAD answers the headers of a download and writes none of it', async () => {
  const headers = { authorization: `Bearer ${await tokenOf({ org: 'o', sub: 's', roles: ['organiser'] })}` };
  const head = await fetch(url, { method: 'HEAD', headers });
  const names = ['content-type', 'content-disposition', 'cache-control'];
  const shown = names.map((name) => head.headers.get(name));
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, null, '']);
  expect(written).toBe(0);

  const whole = await fetch(url, { headers });
  expect(await whole.text()).toHaveLength(PIECES * 1024);
  expect(names.map((name) => whole.headers.get(name))).toEqual(shown);
  expect(written).toBe(PIECES);
});

test('whoever has a public page already is sent nothing', async () => {
  const page = `${new URL(url).origin}/api/public/page`;
  const first = await fetch(page);
  const etag = first.headers.get('etag')!;
  expect([await first.text(), first.headers.get('cache-control')]).toEqual(['<!doctype html><p>有效', 'no-cache']);
  for (const header of [etag, `"other", W/${etag}`]) {
    const again = await fetch(page, { headers: { 'if-none-match': header } });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
  }
  expect((await fetch(page, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
});

test('a page is shown, runs nothing, and tells nobody its address', async () => {
  const { status, text, headers } = await t.call(undefined, 'GET', '/api/public/page');
  expect([status, text]).toEqual([200, '<!doctype html><p>有效']);
  expect(headers['content-disposition']).toMatch(/^inline;/);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
});
