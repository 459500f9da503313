// Server-sent events by fetch, since EventSource cannot carry a bearer token: reconnects from the last event it has.
import { Refused } from './refused.ts';
import { problemOf, type SenderOptions } from './send.ts';

export interface ServerEvent<T = unknown> {
  id?: string;
  data: T;
}
const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 30_000;

/** Events of one stream until `signal` aborts; a broken connection is opened again with `Last-Event-ID`. */
export async function* serverEvents<T>(
  path: string,
  { url = '', fetch = globalThis.fetch, headers = {}, signal }: SenderOptions & { signal: AbortSignal },
): AsyncGenerator<ServerEvent<T>> {
  let last: string | undefined;
  for (let rest = FIRST_REST_MS; !signal.aborted; rest = Math.min(rest * 2, LONGEST_REST_MS)) {
    try {
      const known: Record<string, string> = last === undefined ? {} : { 'last-event-id': last };
      const response = await fetch(url.replace(/\/+$/, '') + path, {
        headers: { accept: 'text/event-stream', ...headers, ...known },
        signal,
      });
      if (!response.ok && response.status !== 503) {
        const answer = { status: response.status, headers: response.headers, text: await response.text() };
        throw new Refused(problemOf(answer), `GET ${path}`);
      }
      if (response.ok && response.body)
        for await (const event of parsed<T>(response.body)) {
          rest = FIRST_REST_MS;
          last = event.id ?? last;
          yield event;
        }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Refused) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
}

async function* parsed<T>(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent<T>> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = eventOf<T>(text.slice(0, end));
      text = text.slice(end + 2);
      if (event) yield event;
    }
  }
}

function eventOf<T>(block: string): ServerEvent<T> | undefined {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
    }),
  );
  const data = fields.get('data');
  if (data === undefined) return undefined;
  const id = fields.get('id');
  return { data: JSON.parse(data) as T, ...(id === undefined ? {} : { id }) };
}
