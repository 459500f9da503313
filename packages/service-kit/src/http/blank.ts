// Texts of a body in which nothing can be seen: where a word is meant, they are none.
import { z } from 'zod';
import { bare, isObject, placeAt } from './place.ts';

/** Spaces of every width, marks of direction and joiners: none of them is a word. */
const nothingSeen = /^[\s\p{Z}\p{Cc}\p{Cf}]+$/u;

/** The blank texts of a value, where its schema takes no empty ones either; in a document that another schema reads none. */
export function blanksIn(schema: z.ZodType, value: unknown): z.core.$ZodIssue[] {
  return [...blankPaths(value, [])]
    .filter((path) => {
      const found = bare(placeAt({ schema, value, zh: '', en: '' }, path).schema);
      return found._zod.def.type === 'string' && !z.safeParse(found, '').success;
    })
    .map((path) => ({ code: 'custom', path, input: undefined, message: '不能只是空格 / must not be blank' }));
}

function* blankPaths(value: unknown, path: PropertyKey[]): Generator<PropertyKey[]> {
  if (typeof value === 'string' && nothingSeen.test(value)) yield path;
  else if (Array.isArray(value)) for (const [at, inner] of value.entries()) yield* blankPaths(inner, [...path, at]);
  else if (isObject(value)) for (const [key, inner] of Object.entries(value)) yield* blankPaths(inner, [...path, key]);
}
