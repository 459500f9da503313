// The single address: each copy in its turn, the next one where one does not answer, streams as they come, figures together.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { resources } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { counter } from '../../testing/counter.fixture.ts';
import { startTesting, type Testing } from '../../testing/index.ts';
import { type Copies, copiesOf, frontedBy } from './copies.ts';
import { mergedMetrics } from './merged-metrics.ts';

const received: { copy: string; key: string | undefined; body: string }[] = [];
const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {};
const servers = ['a', 'b'].map((copy) =>
  createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ copy, key: request.headers['idempotency-key'] as string | undefined, body });
    const answer = answers[copy];
    if (answer) return answer(request, response);
    response.writeHead(200, { 'content-type': 'application/json', etag: '"7"' }).end(JSON.stringify({ copy }));
  }),
);
const organiser = { org: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12', roles: ['organiser' as const] };
let t: Testing;

beforeAll(async () => {
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) =>
          server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
        ),
    ),
  );
  const nobody = 'http://127.0.0.1:9';
  const copies = [nobody, ...ports.map((port) => `http://127.0.0.1:${port}`)].join(',');
  t = await startTesting([counter], { env: { SERVICES: `awards=${copies}` } });
});
afterAll(async () => {
  await t.stop();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

test('an unreachable copy fails no request, and the others take turns', async () => {
  const seen = new Set<string>();
  for (let n = 0; n < 6; n += 1) {
    const { status, body, headers } = await t.call(organiser, 'GET', '/api/grants?limit=3');
    expect([status, headers.etag]).toEqual([200, '"7"']);
    seen.add(body.copy);
  }
  expect([...seen].sort()).toEqual(['a', 'b']);
});

test('a copy that stops hands over; a command keeps its key and its body', async () => {
  answers.a = (_, response) => response.writeHead(503, { 'retry-after': '9', connection: 'close' }).end('stopping');
  for (let n = 0; n < 3; n += 1) {
    received.length = 0;
    const { status, body, headers } = await t.call(organiser, 'POST', '/api/grants', { n });
    expect([status, body.copy, headers['retry-after']]).toEqual([200, 'b', undefined]);
    expect(new Set(received.map(({ key }) => key)).size).toBe(1);
    expect(received[0]!.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(received.map(({ body }) => body))).toEqual(new Set([JSON.stringify({ n })]));
  }
  delete answers.a;
});

test('when no copy answers, the client is told to retry', async () => {
  answers.a = answers.b = (request) => request.socket.destroy();
  const { status, body, headers } = await t.call(organiser, 'GET', '/api/grants');
  expect([status, body.type, headers['retry-after']]).toEqual([503, '/problems/busy', '1']);
  delete answers.a;
  delete answers.b;
});

test('an address without a service is not found, and tokens are required first', async () => {
  expect((await t.call(organiser, 'GET', '/api/nothing')).status).toBe(404);
  expect((await t.call(organiser, 'GET', '/api/entries')).status).toBe(404);
  expect((await t.call(undefined, 'GET', '/api/grants')).status).toBe(401);
});

test('a copy without metrics is named with the reason, and the others still count', async () => {
  const admin = { ...organiser, roles: ['operator' as const] };
  const [a, b] = servers.map((server) => `http://127.0.0.1:${(server.address() as { port: number }).port}`) as [
    string,
    string,
  ];
  answers.a = (_, response) => response.writeHead(401).end('{}');
  answers.b = (_, response) => response.writeHead(200).end('# HELP x X\n# TYPE x gauge\nx 7\n');
  const readings = async () =>
    (await t.call(admin, 'GET', '/metrics')).text.split('\n').filter((line) => /^(jiangong_(up|down)|x)\{/.test(line));
  const own = 'process="console"';
  expect(await readings()).toEqual([
    `jiangong_up{service="awards",copy="http://127.0.0.1:9",${own}} 0`,
    `jiangong_up{service="awards",copy="${a}",${own}} 0`,
    `jiangong_up{service="awards",copy="${b}",${own}} 1`,
    `jiangong_down{service="awards",copy="http://127.0.0.1:9",reason="unreachable",${own}} 1`,
    `jiangong_down{service="awards",copy="${a}",reason="token-refused",${own}} 1`,
    `x{process="${b}"} 7`,
  ]);
  answers.b = (_, response) => response.writeHead(200).end('<html>another program</html>');
  expect((await readings()).at(-1)).toContain(`copy="${b}",reason="unreadable"`);
  delete answers.a;
  delete answers.b;
});

test('health names copies that are another service, services without a copy and those left out, to operators alone why', async () => {
  const operator = { ...organiser, roles: ['operator' as const] };
  const [a, b] = servers.map((server) => `http://127.0.0.1:${(server.address() as { port: number }).port}`);
  const says = (answer: object) => (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  const healthy = (service: string) => says({ status: 'healthy', services: [service], faults: {} });
  const faults = async (who?: typeof operator) => (await t.call(who, 'GET', '/health')).body.faults;
  // The counter is competitions here, and awards has copies.
  const others = Object.keys(resources).filter((name) => name !== 'awards' && name !== 'competitions');
  const left = Object.fromEntries(others.map((name) => [name, '不可用 / away']));

  answers.a = answers.b = healthy('awards');
  expect(await faults()).toEqual(left);
  answers.b = healthy('competitions');
  expect(await faults()).toEqual({ ...left, [`awards ${b}`]: '不可用 / away' });
  expect((await faults(operator))[`awards ${b}`]).toBe('此地址上是 competitions / at this address is competitions');
  answers.a = (_, response) => void response.writeHead(503).end('stopping');
  expect(await faults(operator)).toMatchObject({
    console: '未列入 SERVICES / not named in SERVICES',
    [`awards ${a}`]: 'stopping',
    [`awards ${b}`]: expect.stringContaining('competitions'),
  });
  expect((await t.call(undefined, 'GET', '/ready')).status).toBe(200);
  delete answers.a;
  delete answers.b;
});

test('server-sent events come as they happen, end with their client, and end when the address closes', async () => {
  let open = 0;
  answers.a = answers.b = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: 1\n\n');
    open += 1;
    response.once('close', () => {
      open -= 1;
    });
  };
  const url = await t.app.listen({ port: 0, host: '127.0.0.1' });
  // More streams than a pool of connections usually has: each holds one of its own, until its client goes.
  const held = await Promise.all(
    Array.from({ length: 140 }, async () => {
      const stop = new AbortController();
      const { body } = await fetch(`${url}/api/public/notices/1`, { signal: stop.signal });
      await body!.getReader().read();
      return stop;
    }),
  );
  for (const stop of held) stop.abort();
  await expect.poll(() => open).toBe(0);
  const answer = await fetch(`${url}/api/public/notices/1`);
  const reader = answer.body!.getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: 1\n\n');
  const ended = reader.read().then(
    ({ done }) => done,
    () => true,
  );
  await t.stop();
  expect(await ended).toBe(true);
});

test('a copy that failed comes last for a moment', () => {
  let now = 0;
  const { inTurn, failed } = copiesOf(
    () => ['a', 'b', 'c'],
    () => now,
  );
  failed('b');
  expect([inTurn(), inTurn()]).toEqual([
    ['a', 'c', 'b'],
    ['c', 'a', 'b'],
  ]);
  now = 2000;
  expect(inTurn()).toEqual(['c', 'a', 'b']);
  expect(inTurn()).toEqual(['a', 'b', 'c']);
});

test('a name stands for as many copies as there are: new ones are found, the last found kept while it is unknown', async () => {
  const behind: Record<string, string[]> = { awards: ['10.0.0.2', '10.0.0.1'] };
  const resolve = async (host: string) => behind[host] ?? Promise.reject(new Error('ENOTFOUND'));
  vi.useFakeTimers();
  const { awards, console: none } = Object.fromEntries(
    frontedBy('awards=dns+http://awards:8080,http://c:1;console=dns+http://nobody:80', resolve),
  ) as Record<string, Copies>;
  const urls = async () => {
    await vi.advanceTimersByTimeAsync(2000);
    return awards!.urls;
  };
  expect(await urls()).toEqual(['http://c:1', 'http://10.0.0.1:8080', 'http://10.0.0.2:8080']);
  expect([none!.urls, none!.inTurn()]).toEqual([[], []]);
  behind.awards = ['10.0.0.3'];
  expect(await urls()).toEqual(['http://c:1', 'http://10.0.0.3:8080']);
  delete behind.awards;
  expect(await urls()).toEqual(['http://c:1', 'http://10.0.0.3:8080']);
  awards!.close();
  none!.close();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test('the setting names services and copies, and nothing else', () => {
  const fronted = frontedBy('awards=http://a:1/,http://b:2;competitions=http://c:3');
  expect([...fronted].map(([name, { urls }]) => [name, urls])).toEqual([
    ['awards', ['http://a:1', 'http://b:2']],
    ['competitions', ['http://c:3']],
  ]);
  expect(() => frontedBy('prizes=http://a:1')).toThrow('SERVICES');
});

test('figures of several processes are one text: a family once, each sample with its process', () => {
  const of = (n: number) =>
    `# HELP x_total What\n# TYPE x_total counter\nx_total{route="/a"} ${n}\n\n# HELP y Y\n# TYPE y gauge\ny ${n}\n`;
  expect(
    mergedMetrics([
      { process: 'p', text: of(1) },
      { process: 'q', text: of(2) },
    ]),
  ).toBe(
    [
      '# HELP x_total What\n# TYPE x_total counter\nx_total{route="/a",process="p"} 1\nx_total{route="/a",process="q"} 2',
      '# HELP y Y\n# TYPE y gauge\ny{process="p"} 1\ny{process="q"} 2\n',
    ].join('\n\n'),
  );
});
