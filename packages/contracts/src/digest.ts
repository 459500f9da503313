// One short text that stands for a value: equal values have equal digests on every machine.
import { createHash } from 'node:crypto';

/**
 * SHA-256 of the value's canonical JSON (keys in code-unit order, no spaces, absent fields left out), as 64 hex digits.
 * @example
 * ```ts
 * digestOf({ a: 1, b: undefined }); // → digestOf({ a: 1 })
 * digestOf({ a: 1 }).length; // → 64
 * ```
 */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/**
 * JSON with one way to write each value: keys in code-unit order, no spaces, absent fields left out.
 * @example
 * ```ts
 * canonical({ b: [1, undefined], a: '一' }); // → '{"a":"一","b":[1,null]}'
 * ```
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}
