// People of the demonstration, on the client: every command carries the key of its step, so a year that was interrupted
// anywhere is played again from the start without doing anything twice; what takes a moment is polled until it holds.
import { isRefused, openClient, sender } from '@jiangong/client';
import { session } from '@jiangong/contracts';

/** A reader of answers: the contract's schema of the requested view. */
export interface Reader<T> {
  parse(value: unknown): T;
}
export interface PeopleOptions {
  url: string;
  fetch?: typeof fetch;
  /** Called for each command that was answered. */
  onStep?: () => void;
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
  /** Polls until it holds. */
  until<T>(what: string, reader: Reader<T>, path: string, holds: (answer: T) => boolean): Promise<T>;
  /** @returns the id of what was commanded */
  post(step: string, path: string, body?: object, waiting?: Waiting): Promise<string>;
  /** @returns what only this answer shows, or what a request computes */
  postFor<T>(reader: Reader<T>, step: string, path: string, body: object): Promise<T>;
  put(step: string, path: string, body: object): Promise<string>;
  importCsv(step: string, path: string, text: string): Promise<void>;
  /** @returns the id by which a record names the file */
  upload(step: string, path: `/files/${'output'}`, file: File): Promise<string>;
}
type Attempt<T> = { answer: T } | { notYet: string };
export type People = ReturnType<typeof peopleOf>;

const PATIENCE_MS = 60_000;
const JSON_TYPE = 'application/json';

/** Tries again, with ever longer rests, until there is an answer; when patience ends the last answer is reported. */
export async function patiently<T>(what: string, attempt: () => Promise<Attempt<T>>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (let rest = 4; ; rest = Math.min(rest * 1.5, 250)) {
    const outcome = await attempt();
    if (!('notYet' in outcome)) return outcome.answer;
    if (Date.now() > end)
      throw new Error(`等待超时 / waited ${PATIENCE_MS / 1000} s in vain: ${what}: ${outcome.notYet}`);
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
}

export function peopleOf({ url, fetch, onStep = () => {} }: PeopleOptions) {
  const options = { url, patienceMs: PATIENCE_MS, ...(fetch ? { fetch } : {}) };

  async function signIn(userName: string, password: string): Promise<Person> {
    const body = JSON.stringify({ userName, password });
    const { text } = await sender(options)({ method: 'POST', path: '/sign-in', type: JSON_TYPE, body });
    const { token, actor } = session.parse(JSON.parse(text));
    return personOf(actor.org, { authorization: `Bearer ${token}` });
  }

  function personOf(org: string, headers: Record<string, string>): Person {
    const client = openClient({ ...options, headers });

    async function get<T>(reader: Reader<T>, path: string): Promise<T> {
      return reader.parse(JSON.parse((await client.send({ method: 'GET', path: `/api${path}` })).text));
    }
    async function find<T>(reader: Reader<T>, path: string): Promise<T | undefined> {
      try {
        return await get(reader, path);
      } catch (error) {
        if (isRefused(error, 'not-found')) return undefined;
        throw error;
      }
    }
    async function command(method: string, step: string, path: string, body: object | undefined): Promise<unknown> {
      // Nobody else works on what the demonstration makes, so whichever version there is may be replaced.
      const headers = { 'idempotency-key': step, ...(method === 'PUT' ? { 'if-match': '*' } : {}) };
      const { text } = await client.send({
        ...{ method, path: `/api${path}`, headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body), type: JSON_TYPE }),
      });
      return JSON.parse(text);
    }
    const idFrom = (answer: unknown) => (answer as { id: string }).id;
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
        const id = await patiently<string>(step, async () => {
          try {
            return { answer: idFrom(await command('POST', step, path, body)) };
          } catch (error) {
            if (wait.length > 0 && isRefused(error, ...wait)) return { notYet: error.message };
            throw error;
          }
        });
        onStep();
        return id;
      },
      async postFor(reader, step, path, body) {
        const answer = reader.parse(await command('POST', step, path, body));
        onStep();
        return answer;
      },
      async put(step, path, body) {
        const id = idFrom(await command('PUT', step, path, body));
        onStep();
        return id;
      },
      async importCsv(step, path, text) {
        const { faults } = await client.importFile(path, text, { key: step });
        if (faults.length > 0)
          throw new Error(`${step}: ${faults.map(({ row, zh }) => `第 ${row} 行 / row ${row}: ${zh}`).join('\n')}`);
        onStep();
      },
      async upload(step, path, file) {
        const { id } = await client.uploadFile(path, file, step);
        onStep();
        return id;
      },
    };
  }
  return {
    signIn,
    /** Somebody without an account. */
    visitor: personOf('', {}),
    /** Whether the installation is on this machine, and could call it back. */
    isHere: ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(url).hostname),
  };
}
