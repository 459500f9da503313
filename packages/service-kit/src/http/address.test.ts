// Whatever is sent, it is answered by a problem: an address written another way, one that cannot be read, and what is no HTTP.
import { connect } from 'node:net';
import { problem, problems } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counter } from '../testing/counter.fixture.ts';
import { startTesting, type Testing, tokenOf } from '../testing/index.ts';

const organiser = { org: 'org-1', sub: 'li', roles: ['organiser' as const] };
let t: Testing;
let port: number;
beforeAll(async () => {
  t = await startTesting([counter], { env: { PORT: '0', HOST: '127.0.0.1' } });
  port = Number(new URL(await t.listen()).port);
});
afterAll(() => t.stop());

/** Everything that is answered until the connection ends. */
const sent = (request: string | Buffer) =>
  new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', reject).on('close', () => {
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      const type = /content-type: ([^;\r]*)/i.exec(head)?.[1] ?? '';
      resolve({ status: Number(head.split(' ')[1]), type, body });
    });
  });
const rest = (more = '') => `Host: h\r\nConnection: close\r\n${more}\r\n`;

test.each(['/%61pi/units', '/ap%69/units', 'http://elsewhere/api/units'])(
  'however an address is written, it asks for a token: %s',
  async (address) => {
    const bare = await sent(`GET ${address} HTTP/1.1\r\n${rest()}`);
    expect([bare.status, JSON.parse(bare.body).type]).toEqual([401, '/problems/unauthenticated']);
    const admitted = rest(`Authorization: Bearer ${await tokenOf(organiser)}\r\n`);
    expect((await sent(`GET ${address} HTTP/1.1\r\n${admitted}`)).status).toBe(200);
  },
);

const long = 'x'.repeat(20_000);
test.each<[what: string, request: string | Buffer, status: number]>([
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['the beginning of TLS', Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]), 400],
  ['a version that is none', `GET /live HTTP/9.9\r\n${rest()}`, 400],
  ['a NUL in a header', `GET /live HTTP/1.1\r\n${rest('X: a\0b\r\n')}`, 400],
  ['two lengths', `POST /api/units HTTP/1.1\r\n${rest('Content-Length: 1\r\nContent-Length: 2\r\n')}ab`, 400],
  ['a length and chunks', `POST / HTTP/1.1\r\n${rest('Content-Length: 3\r\nTransfer-Encoding: chunked\r\n')}abc`, 400],
  [
    'a chunk without a length',
    `POST /ops/parked/redrive HTTP/1.1\r\n${rest('Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n')}zz\r\n`,
    400,
  ],
  ['escapes that are none', `GET /api/units/%zz HTTP/1.1\r\n${rest()}`, 400],
  ['escapes that are no UTF-8', `GET /api/units/%ff HTTP/1.1\r\n${rest()}`, 400],
  ['a header that is too long', `GET /live HTTP/1.1\r\n${rest(`X: ${long}\r\n`)}`, 431],
  ['an address that is too long', `GET /${long} HTTP/1.1\r\n${rest()}`, 431],
])('what cannot be read is a problem: %s', async (_, request, status) => {
  const answer = await sent(request);
  expect([answer.status, answer.type]).toEqual([status, 'application/problem+json']);
  const { type, ...details } = problem.parse(JSON.parse(answer.body));
  expect(type.replace('/problems/', '')).toSatisfy((code: string) => Object.hasOwn(problems, code));
  expect(details.status).toBe(status);
  for (const { zh } of details.errors ?? []) expect(zh).toMatch(/[\u4e00-\u9fff]/);
});

test.each(['__proto__', 'constructor', 'toString', 'nothing'])('no problem is called %s', async (code) => {
  const answer = await t.call(undefined, 'GET', `/problems/${code}`);
  expect([answer.status, answer.body.type]).toEqual([404, '/problems/not-found']);
});
