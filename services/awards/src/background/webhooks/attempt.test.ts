// One attempt: to the address that was checked, without following anything, within its time.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { addressesOf, type Resolve } from '@jiangong/service-kit/addresses';
import { afterEach, expect, test } from 'vitest';
import { attempt } from './attempt.ts';
import { type Connection, connect, disconnect, retryAfterMs } from './exchange.ts';
import { openReceiver, status } from './receiver.fixture.ts';
import { drawSecret } from './signature.ts';

const secrets = { current: drawSecret(), before: [] };
const now = '2025-02-05T09:00:00.000Z';
const local: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});
function open(resolve: Resolve = local, timeoutMs?: number): Connection {
  const connection = connect(addressesOf('127.0.0.1', resolve), timeoutMs);
  closing.push(() => disconnect(connection));
  return connection;
}
async function receiver(...given: Parameters<typeof openReceiver>) {
  const opened = await openReceiver(...given);
  closing.push(opened.close);
  return opened;
}
const send = (url: string, connection = open()) =>
  attempt({ id: 'award_1', body: '{"type":"t","data":{}}' }, new URL(url), secrets, { connection, now });

test('it calls the address that was checked under the name of the receiver', async () => {
  const { port, received } = await receiver();
  expect(await send(`http://hr.union.example:${port}/hooks`)).toMatchObject({ ok: true, status: 200 });
  expect(received[0]!.headers.host).toBe(`hr.union.example:${port}`);
});

test('a name whose address has become another is not called, even on a connection that is kept open', async () => {
  const { port, received } = await receiver();
  const answers = ['127.0.0.1', '127.0.0.2'];
  const connection = open(async () => [{ address: answers.shift()!, family: 4 }]);
  expect((await send(`http://hr.union.example:${port}/`, connection)).ok).toBe(true);
  const second = await send(`http://hr.union.example:${port}/`, connection);
  expect(second).toMatchObject({ ok: false, answer: expect.stringContaining('127.0.0.2') });
  expect(received).toHaveLength(1);
});

test.each([301, 302, 303, 307, 308])('a redirect (%i) is a failure and is not followed', async (code) => {
  const other = await receiver();
  const { url } = await receiver(status(code, { location: other.url }));
  expect(await send(url)).toMatchObject({ ok: false, status: code });
  expect(other.received).toEqual([]);
});

test('a receiver that does not answer, and a resolver that does not, are left after the time-out', async () => {
  const { url } = await receiver(() => {});
  const silent = { ok: false, answer: expect.stringContaining('no answer in time') };
  expect(await send(url, open(local, 50))).toMatchObject(silent);
  const never: Resolve = () => new Promise(() => {});
  expect(await send('http://hr.union.example/', open(never, 50))).toMatchObject(silent);
});

test('of an endless answer only the beginning is read', async () => {
  const { url } = await receiver((_, response) => {
    const timer = setInterval(() => response.write('endless '.repeat(1000)), 1);
    response.once('close', () => clearInterval(timer));
  });
  const { ok, answer } = await send(url);
  expect([ok, answer.length]).toEqual([true, 200]);
});

test('a connection that the receiver closed meanwhile is opened again', async () => {
  let requests = 0;
  // Answers the first request of a connection, and ends it at the second.
  const server = createServer((socket) => {
    let first = true;
    socket.on('error', () => {});
    socket.on('data', () => {
      requests += 1;
      if (first) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
      else socket.resetAndDestroy();
      first = false;
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
  const connection = open();
  for (let n = 0; n < 3; n += 1) expect((await send(url, connection)).ok).toBe(true);
  expect(requests).toBeGreaterThan(3);
});

test.each([
  [undefined, undefined],
  ['120', 120_000],
  ['Wed, 05 Feb 2025 09:01:00 GMT', 60_000],
  ['Wed, 05 Feb 2025 08:00:00 GMT', 0],
  ['999999999', 24 * 3600_000],
  ['soon', undefined],
])('retry-after %s means %s ms', (header, ms) => expect(retryAfterMs(header, now)).toBe(ms));
