// One request to an HR system and its answer: to an allowed address, within its time, the answer read in part. A redirect is an
// answer like any other and is not followed.
import { request as overHttp, Agent as PlainAgent } from 'node:http';
import { request as overHttps, Agent as SecureAgent } from 'node:https';
import type { Addresses } from '@jiangong/service-kit/addresses';

export interface Connection {
  addresses: Addresses;
  plain: PlainAgent;
  secure: SecureAgent;
  timeoutMs: number;
}
export const TIMEOUT_MS = 20_000;
const RETRY_AFTER_MOST_MS = 24 * 3600_000;

export function connect(addresses: Addresses, timeoutMs = TIMEOUT_MS): Connection {
  const options = { keepAlive: true, maxSockets: 16 };
  return { addresses, plain: new PlainAgent(options), secure: new SecureAgent(options), timeoutMs };
}
export function disconnect({ plain, secure }: Connection) {
  plain.destroy();
  secure.destroy();
}

export interface Outgoing {
  method: 'GET' | 'POST' | 'DELETE';
  headers: Record<string, string>;
  body?: string;
  /** Characters of the answer that are read. */
  most: number;
  /** Whether it may be sent once more where a connection that was kept open turns out to be closed. */
  repeatable: boolean;
}
export interface Answer {
  status: number;
  text: string;
  retryAfter: string | undefined;
}

/** @throws where there is no answer, with what people read of it */
export async function exchange(
  url: URL,
  outgoing: Outgoing,
  { connection, signal }: { connection: Connection; signal?: AbortSignal | undefined },
): Promise<Answer> {
  const limit = AbortSignal.timeout(connection.timeoutMs);
  const ends = signal ? AbortSignal.any([limit, signal]) : limit;
  try {
    const target = await before(ends, connection.addresses.target(url));
    return await send(url, outgoing, { connection, target, signal: ends });
  } catch (cause) {
    const said = limit.aborted ? `${connection.timeoutMs / 1000} 秒内没有答复 / no answer in time` : reason(cause);
    throw new Error(said, { cause });
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
}
function send(url: URL, outgoing: Outgoing, sending: Sending): Promise<Answer> {
  const { connection, target, signal } = sending;
  const { method, headers, body, most, repeatable } = outgoing;
  const isSecure = url.protocol === 'https:';
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  return new Promise<Answer>((resolve, reject) => {
    const request = (isSecure ? overHttps : overHttp)(url, {
      method,
      agent: isSecure ? connection.secure : connection.plain,
      signal,
      headers: { ...headers, ...length, 'user-agent': 'jiangong-webhooks' },
      // The address that was looked at, and no other.
      lookup: (_host, options, found) =>
        options.all ? found(null, [target]) : found(null, target.address, target.family),
    });
    request.once('error', (error: NodeJS.ErrnoException) => {
      // A receiver may close a connection that is kept open just when it is used again: that is no answer.
      if (repeatable && request.reusedSocket && error.code === 'ECONNRESET') resolve(send(url, outgoing, sending));
      else reject(error);
    });
    request.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        if (text.length < most) text += part;
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
