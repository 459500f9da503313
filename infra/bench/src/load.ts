// Requests at a steady rate, whether or not the answers keep up: each is timed from when it was due.
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the caller knows the shape
  body: any;
}
export type Caller = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object | string,
  type?: string,
  more?: Record<string, string>,
) => Promise<Answer>;

/** Throws unless the answer is a success. */
export function callerOf(port: number, token: string): Caller {
  return (method, path, body, type = 'application/json', more = {}) =>
    new Promise((resolve, reject) => {
      const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      const typed = text === undefined ? {} : { 'content-type': type };
      const headers = { authorization: `Bearer ${token}`, ...typed, ...more };
      const outgoing = request({ agent, port, host: '127.0.0.1', method, path, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => {
          const content = Buffer.concat(parts).toString();
          const isJson = answer.headers['content-type']?.includes('json');
          if (answer.statusCode! >= 300) return reject(new Error(`${method} ${path}: ${answer.statusCode} ${content}`));
          resolve({ status: answer.statusCode!, body: isJson && content ? JSON.parse(content) : undefined });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(text);
    });
}

export interface Timing {
  count: number;
  p50: number;
  p99: number;
  max: number;
}

/** Milliseconds. `going` may end it before its time. */
export async function load(
  perSecond: number,
  seconds: number,
  one: (n: number) => Promise<unknown>,
  going: () => boolean = () => true,
): Promise<Timing> {
  const took: number[] = [];
  const open: Promise<void>[] = [];
  const begun = performance.now();
  for (let n = 0; n < perSecond * seconds && going(); n++) {
    const due = begun + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    open.push(one(n).then(() => void took.push(performance.now() - due)));
  }
  await Promise.all(open);
  took.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0) * 10) / 10;
  return { count: took.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

export async function inParallel<T>(width: number, items: readonly T[], work: (item: T) => Promise<unknown>) {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < items.length) await work(items[next++]!);
    }),
  );
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
