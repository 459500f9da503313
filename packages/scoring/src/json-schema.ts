// The scheme language as JSON Schema, for editors that complete and check while a scheme is written.
import { z } from 'zod';
import { Season } from './input.ts';
import { Scheme } from './schema/scheme.ts';

/**
 * JSON Schema (draft 2020-12) of a scheme as people write it, for editors: defaults may be absent.
 *
 * @example
 * ```ts
 * schemeJsonSchema().$schema; // → 'https://json-schema.org/draft/2020-12/schema'
 * ```
 */
export function schemeJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(Scheme, { io: 'input' }) };
}

/**
 * JSON Schema (draft 2020-12) of the file that the evaluate command reads.
 *
 * @example
 * ```ts
 * seasonJsonSchema().required; // → ['stages']
 * ```
 */
export function seasonJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(Season, { io: 'input' }) };
}
