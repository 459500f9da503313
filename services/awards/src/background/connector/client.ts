// Requests to SAP SuccessFactors under an account, each with its answer or why there is none.
import type { Attempt } from '@jiangong/contracts';
import { ANSWER } from '../webhooks/attempt.ts';
import { type Connection, exchange, type Outgoing, retryAfterMs } from '../webhooks/exchange.ts';
import type { Account } from './rows.ts';
import { anyPath, rowPath, rowsPath, upsertPath } from './successfactors.ts';

/** Characters of an answer that are read: 200 records have less. */
const MOST = 4 * 1024 * 1024;
const THROTTLED_MS = 60_000;

export interface Called {
  made: Attempt;
  ok: boolean;
  text: string;
  /** It has too much to do: how long it is left alone. */
  throttledMs?: number;
}
export type Client = ReturnType<typeof clientOf>;

export interface ClientDeps {
  url: string;
  account: Account;
  connection: Connection;
  now(): string;
  signal?: AbortSignal;
}
export function clientOf({ url, account, connection, now, signal }: ClientDeps) {
  const { user, password } = account;
  const headers = {
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
    accept: 'application/json',
    'content-type': 'application/json; charset=utf-8',
  };
  async function call(method: Outgoing['method'], path: string, body?: string): Promise<Called> {
    const at = now();
    const from = performance.now();
    const done = (answer: string, rest: Omit<Partial<Called>, 'made'> & { status?: number } = {}): Called => {
      const { status, ...others } = rest;
      const milliseconds = Math.round(performance.now() - from);
      const made = { at, answer: answer.slice(0, ANSWER), milliseconds, ...(status === undefined ? {} : { status }) };
      return { made, ok: false, text: '', ...others };
    };
    try {
      // An upsert whose answer was lost may have been carried out: whether it was is looked up before another.
      const outgoing = { method, headers, most: MOST, repeatable: method !== 'POST', ...(body ? { body } : {}) };
      const target = new URL(`${url.replace(/\/$/, '')}/${path}`);
      const { status, text, retryAfter } = await exchange(target, outgoing, { connection, signal });
      const wait = retryAfterMs(retryAfter, at);
      const isBusy = status === 429 || (status === 503 && wait !== undefined);
      const ok = status >= 200 && status < 300;
      return done(text, { status, ok, text, ...(isBusy ? { throttledMs: wait ?? THROTTLED_MS } : {}) });
    } catch (error) {
      return done((error as Error).message);
    }
  }
  return {
    upsert: (body: string) => call('POST', upsertPath, body),
    /** A row that is not there any more is removed, too. */
    async remove(key: string, userId: string): Promise<Called> {
      const called = await call('DELETE', rowPath(key, userId));
      return called.made.status === 404 ? { ...called, ok: true } : called;
    },
    rowsOf: (userId: string) => call('GET', rowsPath(userId)),
    /** Whether it is there and lets this account in. */
    test: () => call('GET', anyPath),
  };
}
