// One request, repeated unchanged (same key, same body) while the installation is busy, starting or out of reach.
import { type ProblemDetails, Refused, unreachable } from './refused.ts';

export interface SendRequest {
  method: string;
  /** From the root, with its query: `/api/checks?limit=200`. */
  path: string;
  body?: string | Blob | FormData | undefined;
  /** Media type of the body. */
  type?: string | undefined;
  headers?: Record<string, string> | undefined;
  signal?: AbortSignal | undefined;
}
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}
export interface SenderOptions {
  /** Address of the installation; empty in a page that the installation serves. */
  url?: string;
  fetch?: typeof globalThis.fetch;
  /** Sent with every request, such as `authorization`. */
  headers?: Record<string, string>;
  /** How long 503 and a missing answer are retried, in milliseconds. */
  patienceMs?: number;
}

const FIRST_REST_MS = 4;
const LONGEST_REST_MS = 250;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function restOf(headers: Headers | undefined, rest: number): number {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.max(rest, seconds * 1000) : rest;
}

export function problemOf({ status, text }: Answer): ProblemDetails {
  try {
    const details = JSON.parse(text) as ProblemDetails;
    if (typeof details.title === 'string' && typeof details.type === 'string') return details;
  } catch {
    // A page of a proxy, or nothing.
  }
  return unreachable(status);
}

/** @returns a function that sends a request and throws {@link Refused} unless it succeeded (or is 304) */
export function sender({ url = '', fetch = globalThis.fetch, headers = {}, patienceMs = 60_000 }: SenderOptions) {
  const base = url.replace(/\/+$/, '');
  return async function send({ method, path, body, type, headers: own, signal }: SendRequest): Promise<Answer> {
    const end = Date.now() + patienceMs;
    const what = `${method} ${path}`;
    for (let rest = FIRST_REST_MS; ; rest = Math.min(rest * 1.5, LONGEST_REST_MS)) {
      let answer: Answer | undefined;
      try {
        const response = await fetch(base + path, {
          method,
          headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }), ...own },
          ...(body === undefined ? {} : { body }),
          ...(signal ? { signal } : {}),
        });
        answer = { status: response.status, headers: response.headers, text: await response.text() };
      } catch (error) {
        if (signal?.aborted) throw error;
      }
      if (answer && (answer.status < 300 || answer.status === 304)) return answer;
      const mayPass = answer === undefined || answer.status === 503;
      const pauseMs = restOf(answer?.headers, rest);
      if (!mayPass || Date.now() + pauseMs > end) throw new Refused(answer ? problemOf(answer) : unreachable(0), what);
      await pause(pauseMs);
    }
  };
}
