// The schemes that ship, by id: documents to start from, as plain data.
import type { SchemeInput } from '../schema/scheme.ts';
import sevenSevens from './qi-bi-qi-sai.json' with { type: 'json' };

/** Shipped schemes by id, as a union writes them; `parseScheme(templates['qi-bi-qi-sai'])` fills in the defaults. */
export const templates: Readonly<Record<string, SchemeInput>> = {
  // Validated by a test for every template; the JSON import is typed too widely for literals.
  'qi-bi-qi-sai': sevenSevens as SchemeInput,
};
