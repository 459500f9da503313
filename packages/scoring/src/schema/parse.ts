// Reading a scheme: bounded before it is parsed, defaults filled in, frozen so that what was compiled stays true.
import type { z } from 'zod';
import { Scheme } from './scheme.ts';

/** More nesting or more values than any scheme needs; checked without recursion, before anything recurses. */
export const MAX_DEPTH = 64;
export const MAX_VALUES = 200_000;

export type Bound = { code: 'too-deep' | 'too-large' };

/** What makes a document too big to be looked at, or undefined. */
export function bounds(document: unknown): Bound | undefined {
  const stack: { value: unknown; depth: number }[] = [{ value: document, depth: 0 }];
  let seen = 0;
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.depth > MAX_DEPTH) return { code: 'too-deep' };
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const value of Object.values(next.value)) {
      if (++seen > MAX_VALUES) return { code: 'too-large' };
      stack.push({ value, depth: next.depth + 1 });
    }
  }
  return undefined;
}

/** The parsed scheme, or zod's issues; never throws, whatever the document. */
export function readScheme(document: unknown): { scheme: Scheme } | { bound: Bound } | { issues: z.core.$ZodIssue[] } {
  const bound = bounds(document);
  if (bound) return { bound };
  const parsed = Scheme.safeParse(document);
  return parsed.success ? { scheme: freeze(parsed.data) } : { issues: parsed.error.issues };
}

/**
 * Parses a scheme, fills in the defaults and freezes it. Throws an error with `code` (`shape`, `too-deep`, `too-large`) and
 * `at`, the JSON pointer to the first fault; `validate` lists all of them.
 *
 * @example
 * ```ts
 * const scheme = parseScheme(templates['wu-bi-wu-sai']!);
 * scheme.language; // → 1
 * Object.isFrozen(scheme); // → true
 * ```
 */
export function parseScheme(document: unknown): Scheme {
  const read = readScheme(document);
  if ('scheme' in read) return read.scheme;
  if ('bound' in read)
    throw Object.assign(new Error(`the scheme is ${read.bound.code}`), { code: read.bound.code, at: '' });
  const [issue] = read.issues;
  const at = (issue?.path ?? []).map((p) => `/${String(p)}`).join('');
  throw Object.assign(new Error(`not a scheme: ${issue?.message} at ${at || '/'}`), { code: 'shape', at });
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}
