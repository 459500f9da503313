// Whatever an address or a name says, what the operator did not allow is never reached: a trap listens on every address of this
// machine, one of which is allowed.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressesOf, readUrl } from '@jiangong/service-kit/addresses';
import { expect, onTestFinished, test } from 'vitest';
import { attempt } from './attempt.ts';
import { connect, disconnect } from './exchange.ts';
import { drawSecret } from './signature.ts';

const ALLOWED = '127.0.0.3';
const now = '2025-02-05T09:00:00.000Z';
/** Hosts of this machine and its neighbours, in every spelling. */
const hosts = [
  ...[
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0x7f.1',
    '0',
    '0.0.0.0',
    'localhost',
    '１２７.0.0.1',
  ],
  ...[
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
  ],
  ...[
    '169.254.169.254',
    '[fd00:ec2::254]',
    'inside.example',
    'mapped.example',
    'both.example',
    '127.0.0.3.inside.example',
  ],
];
const credentials = ['hr:secret@127.0.0.3', `127.0.0.3@127.0.0.1`, '127.0.0.3%40@127.0.0.1'];
const names: Record<string, string[]> = {
  localhost: ['127.0.0.1'],
  'inside.example': ['127.0.0.1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'both.example': [ALLOWED, '127.0.0.1'],
  '127.0.0.3.inside.example': ['127.0.0.1'],
};

test('of more than twenty ways to an address that is not allowed none reaches it', async () => {
  let reached = 0;
  const trap = createServer((_, answer) => {
    reached += 1;
    answer.end();
  }).listen(0, '::');
  await once(trap, 'listening');
  onTestFinished(() => void trap.close());
  const { port } = trap.address() as AddressInfo;
  async function call(text: string, answers?: string[]): Promise<boolean | undefined> {
    const resolve = async (host: string) =>
      (answers ? [answers.shift()!] : (names[host] ?? [])).map((address) => ({ address, family: 0 }));
    const connection = connect(addressesOf(ALLOWED, resolve), 2_000);
    const url = readUrl(text);
    const secrets = { current: drawSecret(), before: [] };
    const message = { id: 'award_1', body: '{"type":"t","data":{}}' };
    try {
      const first = url && (await attempt(message, url, secrets, { connection, now }));
      // The name has another address by the next attempt, and the connection is still open.
      const next = answers?.length ? await attempt(message, url!, secrets, { connection, now }) : first;
      return next?.ok;
    } finally {
      disconnect(connection);
    }
  }
  const attempts: [string, boolean | undefined, number][] = [];
  async function attack(
    what: string,
    text: string,
    { answers, allowed = 0 }: { answers?: string[]; allowed?: number } = {},
  ) {
    const before = reached;
    const ok = await call(text, answers);
    attempts.push([what, ok, reached - before - allowed]);
  }
  for (const host of [...hosts, ...credentials]) await attack(host, `http://${host}:${port}/`);
  for (const code of [301, 302, 303, 307, 308]) {
    const redirecting = createServer((_, answer) =>
      answer.writeHead(code, { location: `http://127.0.0.1:${port}/` }).end(),
    ).listen(0, ALLOWED);
    await once(redirecting, 'listening');
    await attack(`redirect ${code}`, `http://${ALLOWED}:${(redirecting.address() as AddressInfo).port}/`);
    redirecting.close();
  }
  // Answers of a resolver, one for each attempt: the first is to the allowed address.
  for (const later of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '0.0.0.0'])
    await attack(`rebinding to ${later}`, `http://rebinding.example:${port}/`, {
      answers: [ALLOWED, later],
      allowed: 1,
    });

  expect(attempts.filter(([, ok, times]) => ok || times > 0)).toEqual([]);
  expect(attempts.length).toBeGreaterThanOrEqual(20);
  // The trap is where it is looked for.
  const before = reached;
  expect(await call(`http://${ALLOWED}:${port}/`)).toBe(true);
  expect(reached).toBe(before + 1);
  console.log(`addresses that are not allowed: ${attempts.length} attempts, 0 reached`);
});
