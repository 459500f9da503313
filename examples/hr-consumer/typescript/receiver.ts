// An HR system's receiver of award webhooks, on Node 22.18 or later without packages:
//   WEBHOOK_SECRET=whsec_… PORT=8090 DATABASE=honours.db node receiver.ts
// It verifies each message (Standard Webhooks 1.0), stores a grant's newest revision, and answers 2xx once that is on disk.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { store } from './honours.ts';

const { WEBHOOK_SECRET = '', PORT = '8090' } = process.env;
const key = Buffer.from(WEBHOOK_SECRET.replace(/^whsec_/, ''), 'base64');
if (key.length < 24) throw new Error('WEBHOOK_SECRET: the secret that was shown once, whsec_…');
/** Older messages are refused, so that a copy of one is no use later. */
const TOLERANCE_SECONDS = 300;
const LARGEST = 64 * 1024;

/** Whether one of the signatures is that of the secret; several are sent while the secret is rotated. */
function isGenuine(headers: IncomingHttpHeaders, body: string): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signatures } = headers;
  if (typeof id !== 'string' || typeof time !== 'string' || typeof signatures !== 'string') return false;
  if (!(Math.abs(Date.now() / 1000 - Number(time)) <= TOLERANCE_SECONDS)) return false;
  const expected = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest();
  return signatures.split(' ').some((signature) => {
    const [version, value = ''] = signature.split(',');
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request.setEncoding('utf8')) {
    body += part;
    if (body.length > LARGEST) return void response.writeHead(413).end();
  }
  if (!isGenuine(request.headers, body)) return void response.writeHead(401).end();
  const { type, data } = JSON.parse(body);
  // A test message, and what a later release adds, is accepted and left alone.
  if (type === 'award-granted' || type === 'award-corrected' || type === 'award-revoked')
    // The employee number is absent once a person is erased.
    store({ ...data, recipient: data.externalId ?? data.recipientId, honour: data.honourName });
  response.writeHead(204).end();
});
server.listen(Number(PORT), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`listening on ${port}`);
});
