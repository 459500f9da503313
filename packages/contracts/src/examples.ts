// Requests and answers of the demonstration year, one of each operation of the API. `pnpm examples` writes them.
import { readFileSync } from 'node:fs';

/** One operation's request and answer, each with its media type. */
export interface ApiExample {
  request?: { type: string; body: unknown };
  answer?: { status: string; type: string; body: unknown };
}
let examples: Record<string, ApiExample> | undefined;

/**
 * Requests and answers by method and path template, such as `GET /api/units/{id}`; read once, on first use.
 * @example
 * ```ts
 * apiExamples()['GET /api/alliances']!.answer!.status; // → '200'
 * ```
 */
export function apiExamples(): Record<string, ApiExample> {
  examples ??= JSON.parse(readFileSync(new URL('./api-examples.json', import.meta.url), 'utf8'));
  return examples!;
}
