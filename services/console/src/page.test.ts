import { startTesting } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { places } from '../web/app/places.ts';
import { pageFiles } from './page.ts';
import { consoleService } from './service.ts';

type Running = Awaited<ReturnType<typeof startTesting>>;
let running: Running;
beforeAll(async () => {
  running = await startTesting([consoleService(() => {})]);
}, 240_000);
afterAll(() => running.stop());
const get = (url: string, headers = {}) => running.app.inject({ url, headers });
const assets = async () => [...(await pageFiles()).assets.keys()].map((name) => `/assets/${name}`);

test('every place and every file answers without a token, under a policy that runs nothing inline', async () => {
  const urls = [...places.map(({ path }) => path.replace(/:\w+/g, 'x')), ...(await assets())];
  for (const url of urls) {
    const { statusCode, headers } = await get(url);
    expect([url, statusCode]).toEqual([url, 200]);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe(
      url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
  }
  const html = (await get('/')).body;
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
  for (const [, url] of html.matchAll(/(?:src|href)="([^"]+)"/g)) expect((await get(url!)).statusCode).toBe(200);
});

/** A script with all that it imports at once. */
async function withImports(name: string, found = new Set<string>()): Promise<Set<string>> {
  const text = (await pageFiles()).assets.get(name)?.body.toString() ?? '';
  found.add(name);
  for (const [, other] of text.matchAll(/(?:from|import)"\.\/([\w.-]+\.js)"/g))
    if (!found.has(other!)) await withImports(other!, found);
  return found;
}

test('no place loads more than 60 kB of script', async () => {
  const names = [...(await pageFiles()).assets.keys()].filter((name) => name.endsWith('.js'));
  const page = names.find((name) => name.startsWith('page-'))!;
  const kilobytes = async (place: string) => {
    const all = [...new Set([...(await withImports(page)), ...(await withImports(place))])];
    const sizes = all.map(async (name) => {
      const { rawPayload } = await get(`/assets/${name}`, { 'accept-encoding': 'gzip' });
      return rawPayload.length / 1000;
    });
    return (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0);
  };
  for (const name of names) expect([name, (await kilobytes(name)) <= 60]).toEqual([name, true]);
});

test('an unchanged page is not sent again, a missing file is a problem, compressed files are the same', async () => {
  const { headers, body } = await get('/');
  const again = await get('/', { 'if-none-match': headers.etag });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect((await get('/', { 'accept-encoding': 'br' })).headers['content-encoding']).toBe('br');
  expect(body).toContain('<div id="page">');
  expect((await get('/assets/none.js')).json().type).toBe('/problems/not-found');
  expect((await get('/assets/..%2Fissuer.ts')).statusCode).toBe(404);
});

test('each place comes with its own script, who is signed in and its first questions', async () => {
  for (const { path } of places) {
    const links = [...String((await get(path.replace(/:\w+/g, 'x'))).headers.link).matchAll(/<([^>]+)>; rel=(\w+)/g)];
    const scripts = links.filter(([, , rel]) => rel === 'modulepreload').map(([, url]) => url!);
    expect([path, scripts.length > 0]).toEqual([path, true]);
    for (const url of scripts) expect((await get(url)).headers['content-type']).toMatch(/javascript/);
    expect(links.map(([, url]) => url)).toContain('/api/me');
  }
  expect((await get('/sheets')).headers.link).toContain('</api/rounds?status=open&limit=200>; rel=preload; as=fetch');
});

test('the API pages do not list the page', async () => {
  const paths = Object.keys((await get('/docs/json')).json().paths);
  expect(paths).toContain('/sign-in');
  expect(paths.filter((path) => path === '/' || path.startsWith('/assets') || path === '/session')).toEqual([]);
});
