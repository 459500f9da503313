import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { isRefused, openClient } from './index.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;
async function serving(handler: Handler) {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    request.resume();
    handler(request, response, seen.push(request));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  return { seen, client: openClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }) };
}
const problem = (status: number, code: string) =>
  JSON.stringify({ type: `/problems/${code}`, title: 't', titleEn: 't', status, detail: 'd', detailEn: 'd' });

test('a command is repeated with the same key and body while the installation is busy or gone', async () => {
  const { seen, client } = await serving((request, response, count) => {
    if (count === 1) return void request.socket.destroy();
    if (count === 2) return void response.writeHead(503, { 'retry-after': '0' }).end(problem(503, 'busy'));
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"a","version":1}');
  });
  const done = await client.post('/entries/{id}/accept', { id: 'e 1' }, undefined);
  expect(done).toEqual({ id: 'a', version: 1 });
  expect(seen.map(({ url }) => url)).toEqual(Array(3).fill('/api/entries/e%201/accept'));
  const keys = new Set(seen.map(({ headers }) => headers['idempotency-key']));
  expect([...keys]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
});

test('a refusal is thrown once, as a problem with its code; a version is read and given back', async () => {
  const { seen, client } = await serving(({ method }, response) => {
    if (method === 'GET') return void response.writeHead(200, { etag: '"7"' }).end('{"check":"c"}');
    response.writeHead(412).end(problem(412, 'stale'));
  });
  const { etag } = await client.read('/checks/{id}', { id: 'c' });
  const plan = client.put('/checks/{id}/plan', { id: 'c' }, { items: {} }, { ifMatch: etag! });
  const error = await plan.catch((thrown: unknown) => thrown);
  expect(isRefused(error, 'stale') && error.problem.status).toBe(412);
  expect(seen.map(({ headers }) => headers['if-match'])).toEqual([undefined, '"7"']);
});

test('a list is read page by page', async () => {
  const { seen, client } = await serving(({ url }, response) => {
    response.end(url!.includes('cursor') ? '{"items":[{"check":"b"}]}' : '{"items":[{"check":"a"}],"next":"n/1"}');
  });
  expect(await client.all('/checks', { status: 'open' })).toEqual([{ check: 'a' }, { check: 'b' }]);
  expect(seen[1]!.url).toBe('/api/checks?status=open&limit=200&cursor=n%2F1');
});

test('events go on after a broken connection, from the last that was received', async () => {
  const { seen, client } = await serving((_, response, count) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`: hello\n\nid: ${count}\ndata: {"n":${count}}\n\n`);
    if (count === 1) setTimeout(() => response.destroy(), 10);
  });
  const ended = new AbortController();
  const numbers: number[] = [];
  for await (const { data } of client.events<{ n: number }>('/standings/c/live', ended.signal)) {
    numbers.push(data.n);
    if (numbers.length === 2) ended.abort();
  }
  expect(numbers).toEqual([1, 2]);
  expect(seen[1]!.headers['last-event-id']).toBe('1');
});

test('an answer that is no problem, such as a proxy’s page, is told in plain words', async () => {
  const { client } = await serving((_, response) => void response.writeHead(502).end('<html>Bad gateway</html>'));
  const error = await client.get('/me' as never, {} as never).catch((thrown: unknown) => thrown);
  expect(isRefused(error, 'unreachable') && error.problem.detail).toContain('502');
});
