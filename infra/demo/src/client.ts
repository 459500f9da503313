// People at the public HTTP interface. Every command carries the key of its step, so a year that was interrupted anywhere
// is played again from the start without doing anything twice; what takes a moment is polled until it holds.
import { problem, session } from '@jiangong/contracts';

/** A reader of answers: the contract's schema of the requested view. */
export interface Reader<T> {
  parse(value: unknown): T;
}
export interface ClientOptions {
  url: string;
  fetch?: typeof fetch;
  /** Called for each command that was answered. */
  onStep?: () => void;
  /** How long a condition, or an installation that does not answer, is waited for. */
  patienceMs?: number;
}
interface Waiting {
  /** Refusals that pass by themselves, as soon as events have arrived. */
  wait?: readonly string[];
}
/** Somebody who is signed in. */
export interface Person {
  /** The organisation the person acts for. */
  org: string;
  get<T>(reader: Reader<T>, path: string): Promise<T>;
  /** Undefined while there is no such thing. */
  find<T>(reader: Reader<T>, path: string): Promise<T | undefined>;
  /** A whole list, page by page. */
  all<T>(reader: Reader<T>, path: string): Promise<T[]>;
  /** Asks until it holds. */
  until<T>(what: string, reader: Reader<T>, path: string, holds: (answer: T) => boolean): Promise<T>;
  /** @returns the id of what was commanded */
  post(step: string, path: string, body?: object, waiting?: Waiting): Promise<string>;
  put(step: string, path: string, body: object): Promise<string>;
  importCsv(step: string, path: string, text: string): Promise<void>;
}
interface Answer {
  status: number;
  ok: boolean;
  text: string;
}
type Attempt<T> = { answer: T } | { notYet: string };
export type Client = ReturnType<typeof openClient>;

export class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export function openClient({ url, fetch = globalThis.fetch, onStep = () => {}, patienceMs = 60_000 }: ClientOptions) {
  const base = url.replace(/\/+$/, '');

  /** Tries again, with ever longer rests, until there is an answer; when patience ends the last answer is reported. */
  async function patiently<T>(what: string, attempt: () => Promise<Attempt<T>>): Promise<T> {
    const end = Date.now() + patienceMs;
    for (let rest = 4; ; rest = Math.min(rest * 1.5, 250)) {
      const outcome = await attempt();
      if (!('notYet' in outcome)) return outcome.answer;
      if (Date.now() > end)
        throw new Error(`等待超时 / waited ${patienceMs / 1000} s in vain: ${what}: ${outcome.notYet}`);
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
  }

  /** One request; repeated as it is while the installation is busy, starting, or gone before the whole answer was read. */
  function send(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    return patiently<Answer>(`${method} ${path}`, async () => {
      try {
        const answer = await fetch(base + path, { method, headers, ...(body === undefined ? {} : { body }) });
        const text = await answer.text();
        return answer.status === 503 ? { notYet: text } : { answer: { status: answer.status, ok: answer.ok, text } };
      } catch (error) {
        const { message, cause } = error as Error;
        return { notYet: `${message} ${(cause as Error | undefined)?.message ?? ''}` };
      }
    });
  }

  function refusalOf({ status, text }: Answer, what: string): Refused {
    const details = text.startsWith('{') ? problem.safeParse(JSON.parse(text)).data : undefined;
    if (!details) return new Refused(`http-${status}`, `${what}: ${status} ${text}`);
    const errors = (details.errors ?? []).map(({ at, zh }) => `\n  ${at}: ${zh}`).join('');
    return new Refused(details.type.split('/').at(-1)!, `${what}: ${details.detail} / ${details.detailEn}${errors}`);
  }

  async function signIn(userName: string, password: string): Promise<Person> {
    const credentials = JSON.stringify({ userName, password });
    const answer = await send('POST', '/sign-in', { 'content-type': 'application/json' }, credentials);
    if (!answer.ok) throw refusalOf(answer, userName);
    const { token, actor } = session.parse(JSON.parse(answer.text));
    return personOf(actor.org, `Bearer ${token}`);
  }

  function personOf(org: string, authorization: string): Person {
    async function find<T>(reader: Reader<T>, path: string): Promise<T | undefined> {
      const answer = await send('GET', `/api${path}`, { authorization });
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw refusalOf(answer, `GET ${path}`);
      return reader.parse(JSON.parse(answer.text));
    }
    async function get<T>(reader: Reader<T>, path: string): Promise<T> {
      const found = await find(reader, path);
      if (found === undefined) throw new Error(`GET ${path}: 404`);
      return found;
    }
    async function command(method: string, step: string, path: string, body: string | undefined, type: string) {
      const headers = {
        authorization,
        'idempotency-key': step,
        ...(body === undefined ? {} : { 'content-type': type }),
      };
      // Nobody else works on what the demonstration makes, so whichever version there is may be replaced.
      const answer = await send(
        method,
        `/api${path}`,
        method === 'PUT' ? { ...headers, 'if-match': '*' } : headers,
        body,
      );
      if (!answer.ok) throw refusalOf(answer, `${step}: ${method} ${path}`);
      return JSON.parse(answer.text) as { id: string; faults?: { row: number; zh: string }[] };
    }
    const json = 'application/json';
    return {
      org,
      get,
      find,
      async all<T>(reader: Reader<T>, path: string) {
        const items: T[] = [];
        const page: Reader<{ items: unknown[]; next?: string }> = { parse: (value) => value as never };
        for (let cursor = ''; ; ) {
          const query = `limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
          const { items: more, next } = await get(page, `${path}${path.includes('?') ? '&' : '?'}${query}`);
          items.push(...more.map((item) => reader.parse(item)));
          if (next === undefined) return items;
          cursor = next;
        }
      },
      until<T>(what: string, reader: Reader<T>, path: string, holds: (answer: T) => boolean) {
        return patiently<T>(what, async () => {
          const answer = await find(reader, path);
          if (answer !== undefined && holds(answer)) return { answer };
          return { notYet: `GET ${path}: ${JSON.stringify(answer)?.slice(0, 400) ?? '404'}` };
        });
      },
      async post(step, path, body, { wait = [] } = {}) {
        const text = body && JSON.stringify(body);
        const { id } = await patiently<{ id: string }>(step, async () => {
          try {
            return { answer: await command('POST', step, path, text, json) };
          } catch (error) {
            if (error instanceof Refused && wait.includes(error.code)) return { notYet: error.message };
            throw error;
          }
        });
        onStep();
        return id;
      },
      async put(step, path, body) {
        const { id } = await command('PUT', step, path, JSON.stringify(body), json);
        onStep();
        return id;
      },
      async importCsv(step, path, text) {
        const { faults = [] } = await command('POST', step, path, text, 'text/csv');
        if (faults.length > 0)
          throw new Error(`${step}: ${faults.map(({ row, zh }) => `第 ${row} 行 / row ${row}: ${zh}`).join('\n')}`);
        onStep();
      },
    };
  }
  return { signIn };
}
