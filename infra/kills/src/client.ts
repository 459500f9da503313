// A client that keeps its side of the promise: every command has a key, and is repeated with it until it is answered 2xx or
// refused for good. What was acknowledged is noted, for the checker to look up in the journals.
import { setTimeout as sleep } from 'node:timers/promises';
import { between, pick, type Random } from './random.ts';

/** A command that was answered 2xx: the cause that its commit must have, and what was answered. */
export interface Acknowledged {
  cause: string;
  id: string;
  version: number;
}
export interface Notes {
  acknowledged: Acknowledged[];
  /** Causes of all commands that were ever sent: there are no other requests. */
  sent: Set<string>;
  /** Answers that should not have been given. */
  surprises: string[];
  /** Repetitions of what had succeeded. */
  repeated: number;
}
export const newNotes = (): Notes => ({ acknowledged: [], sent: new Set(), surprises: [], repeated: 0 });

export interface Person {
  org: string;
  sub: string;
  token: string;
}
export interface Commanding {
  method?: 'POST' | 'PUT';
  ifMatch?: string;
  /** Refusals that pass by themselves as soon as events have arrived. */
  wait?: readonly string[];
  /** Refusals that may happen, and end it. */
  may?: readonly string[];
  /** The answer shows something once: a repetition is answered without it. */
  shows?: true;
}
export interface ClientOptions {
  /** Addresses, each as good as any other. */
  urls: readonly string[];
  person: Person;
  notes: Notes;
  random: Random;
  /** When nobody waits any longer. */
  giveUp: AbortSignal;
}
const REPEATED = 0.06;
const ANSWER_MS = 12_000;
const json = { 'content-type': 'application/json' };

export class Refused extends Error {}
export type Client = ReturnType<typeof clientOf>;

export function clientOf({ urls, person, notes, random, giveUp }: ClientOptions) {
  const authorization = `Bearer ${person.token}`;

  /** Undefined: no answer, or one that says to retry later. */
  async function once(method: string, path: string, headers: Record<string, string>, body: string | undefined) {
    try {
      const signal = AbortSignal.any([giveUp, AbortSignal.timeout(ANSWER_MS)]);
      const answer = await fetch(pick(random, urls) + path, { method, headers, signal, ...(body ? { body } : {}) });
      const text = await answer.text();
      if (answer.status >= 500 || answer.status === 429) {
        if (answer.status !== 503) notes.surprises.push(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
        return undefined;
      }
      return { status: answer.status, ok: answer.ok, etag: answer.headers.get('etag'), text };
    } catch {
      return undefined;
    }
  }
  async function patiently<T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> {
    let last = '';
    for (let rest = 10; ; rest = Math.min(rest * 1.5, 150)) {
      const found = await attempt();
      if (found !== undefined) return found;
      if (giveUp.aborted) throw new Refused(`waited in vain: ${what} ${last}`);
      last = what;
      await sleep(between(random, rest / 2, rest));
    }
  }
  const codeOf = (text: string) => /"type":"[^"]*\/([a-z0-9-]+)"/.exec(text)?.[1] ?? text.slice(0, 200);

  async function command(key: string, path: string, body?: object, how: Commanding = {}) {
    const { method = 'POST', ifMatch, wait = [], may = [], shows } = how;
    const cause = `${person.org}/${person.sub}/${key}`;
    notes.sent.add(cause);
    const headers = {
      authorization,
      'idempotency-key': key,
      ...(body ? json : {}),
      ...(ifMatch ? { 'if-match': ifMatch } : {}),
    };
    const text = body && JSON.stringify(body);
    const answer = await patiently(`${key} ${path}`, async () => {
      const answer = await once(method, `/api${path}`, headers, text);
      if (answer && !answer.ok && wait.includes(codeOf(answer.text))) return undefined;
      return answer;
    });
    if (!answer.ok) {
      const code = codeOf(answer.text);
      if (!may.includes(code))
        notes.surprises.push(`${key} ${method} ${path}: ${answer.status} ${answer.text.slice(0, 400)}`);
      throw new Refused(code);
    }
    const answered = JSON.parse(answer.text) as { id: string; version: number } & Record<string, unknown>;
    notes.acknowledged.push({ cause, id: answered.id, version: answered.version });
    if (!shows && random() < REPEATED) await repeat();
    return answered;

    async function repeat() {
      const again = await patiently(`${key} again`, () => once(method, `/api${path}`, headers, text));
      notes.repeated += 1;
      if (again.text !== answer.text || again.etag !== answer.etag)
        notes.surprises.push(
          `${key} ${path}: answered ${answer.text}, then ${again.status} ${again.text.slice(0, 300)}`,
        );
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: the caller knows the shape
  async function find(path: string): Promise<{ body: any; etag: string | null } | undefined> {
    const answer = await patiently(`GET ${path}`, () => once('GET', path, { authorization }, undefined));
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Refused(`GET ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return { body: JSON.parse(answer.text), etag: answer.etag };
  }
  return {
    person,
    command,
    find,
    // biome-ignore lint/suspicious/noExplicitAny: the caller knows the shape
    until: (path: string, holds: (body: any) => boolean) =>
      patiently(`until ${path}`, async () => {
        const found = await find(path);
        return found && holds(found.body) ? found.body : undefined;
      }),
  };
}

/** Signs in; repeated until it is answered. */
export async function signIn(
  urls: readonly string[],
  credentials: { userName: string; password: string },
): Promise<Person> {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${urls[tries % urls.length]}/sign-in`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(credentials),
    }).catch(() => undefined);
    if (answer?.ok) {
      const { token, actor } = (await answer.json()) as { token: string; actor: { org: string; sub: string } };
      return { token, org: actor.org, sub: actor.sub };
    }
    if (tries > 100) throw new Error(`nobody could sign in: ${answer?.status} ${await answer?.text()}`);
    await sleep(100);
  }
}
