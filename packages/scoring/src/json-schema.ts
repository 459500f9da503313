// The scheme language as JSON Schema, for editors that complete and check while a scheme is written.
import { z } from 'zod';
import { Season } from './input.ts';
import { Scheme } from './schema/scheme.ts';

/** JSON Schema (draft 2020-12) of a scheme as people write it: defaults may be left out. */
export function schemeJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(Scheme, { io: 'input' }) };
}

/** JSON Schema of the file that the evaluate command reads. */
export function seasonJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(Season, { io: 'input' }) };
}
