// One spelling for one value: JSON with sorted keys and no spaces, the text that digests are made of.

/**
 * Canonical JSON of plain data, the text that digests are computed from: keys in code-unit order and numbers as in RFC 8785
 * (JCS), no spaces, absent members left out. Never throws on JSON data.
 *
 * @example
 * ```ts
 * canonical({ b: 1, a: [2, undefined], c: undefined }); // → '{"a":[2,null],"b":1}'
 * ```
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`;
}
