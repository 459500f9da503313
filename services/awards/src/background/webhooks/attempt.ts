// One attempt to deliver a message, signed anew. 2xx alone is success.
import type { Attempt } from '@jiangong/contracts';
import { type Connection, exchange, retryAfterMs } from './exchange.ts';
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
/** Characters of an answer that are kept. */
export const ANSWER = 200;

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
  try {
    const headers = { 'content-type': 'application/json', ...signed(id, body, now, secrets) };
    const outgoing = { method: 'POST', headers, body, most: ANSWER, repeatable: true } as const;
    const { status, text, retryAfter } = await exchange(url, outgoing, { connection, signal });
    const ok = status >= 200 && status < 300;
    const wait = ok ? undefined : retryAfterMs(retryAfter, now);
    return done({ ok, status, answer: text.slice(0, ANSWER), ...(wait === undefined ? {} : { retryAfterMs: wait }) });
  } catch (error) {
    return done({ answer: (error as Error).message.slice(0, ANSWER) });
  }
}
