import { readFileSync } from 'node:fs';
import { startTesting } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consoleService } from './service.ts';

type Running = Awaited<ReturnType<typeof startTesting>>;
let running: Running;
beforeAll(async () => {
  running = await startTesting([consoleService(() => {})]);
}, 60_000);
afterAll(() => running.stop());
const get = (url: string, headers = {}) => running.app.inject({ url, headers });

/** The page and every file it leads to, found as a browser finds them. */
async function everything(): Promise<Map<string, Awaited<ReturnType<typeof get>>>> {
  const found = new Map<string, Awaited<ReturnType<typeof get>>>();
  const waiting = ['/'];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (found.has(url)) continue;
    const answer = await get(url);
    found.set(url, answer);
    for (const [, , path] of answer.body.matchAll(/(src|href|from) ?=? ?["']([^"'#]+)["']/g)) {
      const next = new URL(path!, `http://jiangong${url}`);
      if (next.pathname.startsWith('/page/')) waiting.push(next.pathname);
    }
  }
  return found;
}

test('the page and all its files answer without a token, under a policy that runs nothing inline', async () => {
  const found = await everything();
  expect(found.size).toBeGreaterThan(10);
  for (const [url, { statusCode, headers }] of found) {
    expect([url, statusCode]).toEqual([url, 200]);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
  const typeOf = (url: string) => found.get(url)?.headers['content-type'];
  expect(typeOf('/')).toBe('text/html; charset=utf-8');
  expect(typeOf('/page/main.js')).toBe('text/javascript; charset=utf-8');
  expect(typeOf('/page/page.css')).toBe('text/css; charset=utf-8');
  expect(typeOf('/page/icon.svg')).toBe('image/svg+xml');
});

test('the page holds no data, nothing inline, and loads nothing from elsewhere', async () => {
  for (const [url, { body }] of await everything()) {
    const addresses = [...body.matchAll(/(?:https?:)?\/\/[\w.-]+\.\w+[^\s"'`)]*/g)].map(([address]) => address);
    expect([url, addresses.filter((address) => !address.startsWith('http://www.w3.org/'))]).toEqual([url, []]);
    expect([url, body]).not.toEqual([
      url,
      expect.stringMatching(/innerHTML|insertAdjacentHTML|document\.write|\beval\(/),
    ]);
  }
  const html = (await get('/')).body;
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
});

test('an unchanged file is not sent again, a missing one is a problem, and only files of the page are served', async () => {
  const { headers } = await get('/page/main.js');
  const again = await get('/page/main.js', { 'if-none-match': headers.etag });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect((await get('/page/none.js')).json().type).toBe('/problems/not-found');
  expect((await get('/page/..%2Fissuer.ts')).statusCode).toBe(404);
  expect((await get('/')).body).toBe(readFileSync(new URL('./page/index.html', import.meta.url), 'utf8'));
});

test('the API pages do not list the page', async () => {
  const paths = Object.keys((await get('/docs/json')).json().paths);
  expect(paths).toContain('/sign-in');
  expect(paths.filter((path) => path === '/' || path.startsWith('/page'))).toEqual([]);
});
