import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWire, type Wire } from './wire.ts';

let echo: Server;
let wire: Wire;
beforeEach(async () => {
  echo = createServer((socket) => socket.pipe(socket).on('error', () => {})).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  wire = await openWire();
  wire.leadsTo((echo.address() as AddressInfo).port);
});
afterEach(async () => {
  await wire.close();
  echo.close();
});

/** A client that keeps what it hears. */
async function client() {
  const socket = connect(wire.port, '127.0.0.1');
  const heard = { text: '', closed: false };
  socket.on('data', (piece) => {
    heard.text += piece;
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    heard.closed = true;
  });
  await once(socket, 'connect');
  return { heard, say: (text: string) => socket.write(text), end: () => socket.destroy() };
}

test('forwards both ways', async () => {
  const one = await client();
  one.say('你好');
  await expect.poll(() => one.heard.text).toBe('你好');
  one.end();
});

test('cut, it ends and refuses connections; healed, it forwards again', async () => {
  const one = await client();
  const heal = wire.suffer({ kind: 'cut' });
  await expect.poll(() => one.heard.closed).toBe(true);
  const two = await client();
  await expect.poll(() => two.heard.closed).toBe(true);
  heal();
  const three = await client();
  three.say('x');
  await expect.poll(() => three.heard.text).toBe('x');
  three.end();
});

test.each(['up', 'down', 'both'] as const)(
  'half-open (%s), it is silent but not closed, and loses nothing',
  async (silent) => {
    const one = await client();
    const heal = wire.suffer({ kind: 'half-open', silent });
    for (const piece of ['a', 'b', 'c']) one.say(piece);
    await sleep(100);
    expect(one.heard).toEqual({ text: '', closed: false });
    heal();
    await expect.poll(() => one.heard.text).toBe('abc');
    one.end();
  },
);

test('slow, it forwards with delay', async () => {
  const one = await client();
  wire.suffer({ kind: 'slow', ms: 60 });
  const since = performance.now();
  one.say('x');
  await expect.poll(() => one.heard.text).toBe('x');
  expect(performance.now() - since).toBeGreaterThan(100);
  one.end();
});

test('affects a part of the connections', async () => {
  const all = await Promise.all(Array.from({ length: 40 }, client));
  wire.suffer({ kind: 'cut' }, 0.5);
  const closed = () => all.filter(({ heard }) => heard.closed).length;
  await expect.poll(closed).toBeGreaterThan(15);
  expect(closed()).toBeLessThan(25);
  for (const one of all) one.end();
});
