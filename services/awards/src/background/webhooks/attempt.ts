// One attempt to deliver a message: signed anew, sent to an allowed address, its answer read in part. 2xx alone is success; a
// redirect is an answer like any other and is not followed.
import { request as overHttp, Agent as PlainAgent } from 'node:http';
import { request as overHttps, Agent as SecureAgent } from 'node:https';
import type { Attempt } from '@jiangong/contracts';
import type { Addresses } from '@jiangong/service-kit/addresses';
import { type Secrets, signed } from './signature.ts';

export interface Message {
  /** The `webhook-id`: the same at every attempt. */
  id: string;
  body: string;
}
export interface Attempted extends Attempt {
  ok: boolean;
  /** How long the receiver wants to be left alone. */
  retryAfterMs?: number;
}
export interface Connection {
  addresses: Addresses;
  plain: PlainAgent;
  secure: SecureAgent;
  timeoutMs: number;
}
export const TIMEOUT_MS = 20_000;
const ANSWER = 200;
const RETRY_AFTER_MOST_MS = 24 * 3600_000;

export function connect(addresses: Addresses, timeoutMs = TIMEOUT_MS): Connection {
  const options = { keepAlive: true, maxSockets: 16 };
  return { addresses, plain: new PlainAgent(options), secure: new SecureAgent(options), timeoutMs };
}
export function disconnect({ plain, secure }: Connection) {
  plain.destroy();
  secure.destroy();
}

export async function attempt(
  { id, body }: Message,
  url: URL,
  secrets: Secrets,
  { connection, now, signal }: { connection: Connection; now: string; signal?: AbortSignal },
): Promise<Attempted> {
  const from = performance.now();
  const done = (rest: Partial<Attempted> & { answer: string }): Attempted => ({
    at: now,
    milliseconds: Math.round(performance.now() - from),
    ok: false,
    ...rest,
  });
  const limit = AbortSignal.timeout(connection.timeoutMs);
  const ends = signal ? AbortSignal.any([limit, signal]) : limit;
  try {
    const target = await before(ends, connection.addresses.target(url));
    const { status, text, retryAfter } = await send(url, body, {
      ...{ connection, target, signal: ends },
      headers: { 'content-type': 'application/json', ...signed(id, body, now, secrets) },
    });
    const ok = status >= 200 && status < 300;
    const wait = ok ? undefined : retryAfterMs(retryAfter, now);
    return done({ ok, status, answer: text.slice(0, ANSWER), ...(wait === undefined ? {} : { retryAfterMs: wait }) });
  } catch (error) {
    const said = limit.aborted ? `${connection.timeoutMs / 1000} 秒内没有答复 / no answer in time` : reason(error);
    return done({ answer: said.slice(0, ANSWER) });
  }
}
const reason = (error: unknown) => {
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || String(error);
};

/** A resolver may be silent, too. */
function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

interface Sending {
  connection: Connection;
  target: { address: string; family: 4 | 6 };
  signal: AbortSignal;
  headers: Record<string, string>;
}
interface Answer {
  status: number;
  text: string;
  retryAfter: string | undefined;
}
function send(url: URL, body: string, sending: Sending): Promise<Answer> {
  const { connection, target, signal, headers } = sending;
  const isSecure = url.protocol === 'https:';
  return new Promise<Answer>((resolve, reject) => {
    const request = (isSecure ? overHttps : overHttp)(url, {
      method: 'POST',
      agent: isSecure ? connection.secure : connection.plain,
      signal,
      headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'jiangong-webhooks' },
      // The address that was looked at, and no other.
      lookup: (_host, options, found) =>
        options.all ? found(null, [target]) : found(null, target.address, target.family),
    });
    request.once('error', (error: NodeJS.ErrnoException) => {
      // A receiver may close a connection that is kept open just when it is used again: that is no answer.
      if (request.reusedSocket && error.code === 'ECONNRESET') resolve(send(url, body, sending));
      else reject(error);
    });
    request.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        if (text.length < ANSWER) text += part;
        // A receiver that goes on and on has answered all the same.
        else if (!response.complete) response.destroy();
      });
      response.once('error', reject);
      response.once('close', () =>
        resolve({ status: response.statusCode ?? 0, text, retryAfter: response.headers['retry-after'] }),
      );
    });
    request.end(body);
  });
}

/** Seconds or a date, as HTTP has it. */
export function retryAfterMs(header: string | undefined, now: string): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.parse(now);
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), RETRY_AFTER_MOST_MS);
}
