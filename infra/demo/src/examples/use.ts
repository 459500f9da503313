// Somebody who holds every office of one organisation, at the public HTTP interface; what has not arrived yet is polled.
import { setTimeout as sleep } from 'node:timers/promises';

type Json = Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: answers of every shape, read by whoever knows it
type Answer = any;

const ATTEMPTS = 600;

export function useOf(url: string, token: string, fetch: typeof globalThis.fetch) {
  async function send(method: string, path: string, body?: Json | string, ifMatch?: string): Promise<Answer> {
    const type = typeof body === 'string' ? 'text/csv' : 'application/json';
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': type }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    };
    const text = typeof body === 'object' ? JSON.stringify(body) : body;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await fetch(url + path, { method, headers, ...(text === undefined ? {} : { body: text }) });
      const said = await answer.text();
      if (answer.ok)
        return answer.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(said) : said;
      if (attempt === ATTEMPTS || (answer.status !== 404 && answer.status !== 409))
        throw new Error(`${method} ${path}: ${answer.status} ${said}`);
      await sleep(50);
    }
  }
  return {
    send,
    get: (path: string) => send('GET', `/api${path}`),
    post: (path: string, body?: Json | string) => send('POST', `/api${path}`, body),
    put: (path: string, body: Json) => send('PUT', `/api${path}`, body, '*'),
    /** Where the body has a revision of its own. */
    putRevision: (path: string, body: Json) => send('PUT', `/api${path}`, body),
    delete: (path: string) => send('DELETE', `/api${path}`),
    /** The first event of a stream that has no end. */
    async events(path: string) {
      const gone = new AbortController();
      const headers = { authorization: `Bearer ${token}` };
      await fetch(`${url}/api${path}`, { headers, signal: gone.signal });
      gone.abort();
    },
  };
}
export type Use = ReturnType<typeof useOf>;
