// Where in a request something stands, as people call it: 「赛道」第 1 项「开始日期」. Walks a schema by a JSON path.
import { fieldLabel } from '@jiangong/contracts';
import type { z } from 'zod';

type Schema = z.core.$ZodType;
/** The parts of a schema's definition that are walked. */
interface Definition {
  type: string;
  innerType?: Schema;
  in?: Schema;
  getter?: () => Schema;
  shape?: Record<string, Schema>;
  element?: Schema;
  items?: Schema[];
  valueType?: Schema;
  options?: Schema[];
  entries?: Record<string, string>;
  values?: unknown[];
}
export const definitionOf = (schema: Schema) => schema._zod.def as unknown as Definition;

/** A value in a request with its schema, and what people call it in Chinese and English. */
export interface Place {
  schema: Schema;
  value: unknown;
  zh: string;
  en: string;
}

/** The schema that says what a value is, without what says that it may be left out. */
export function bare(schema: Schema): Schema {
  const { innerType, in: from, getter } = definitionOf(schema);
  const inner = innerType ?? from ?? getter?.();
  return inner ? bare(inner) : schema;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The place that a path leads to; through a union it goes by the form that the value comes nearest to. */
export function placeAt(place: Place, path: readonly PropertyKey[]): Place {
  return path.reduce<Place>(step, place);
}

function step({ schema, value, zh, en }: Place, key: PropertyKey): Place {
  const found = bare(schema);
  const { type, shape, element, items, valueType, options } = definitionOf(found);
  if (type === 'union') return step({ schema: options![nearest(options!, value)]!, value, zh, en }, key);
  const inner = isObject(value) || Array.isArray(value) ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  if (type === 'object') {
    const next = shape![key as string] ?? found;
    const name = String(key);
    const [nameZh, nameEn] = fieldLabel(name, definitionOf(bare(next)).type) ?? [name, name];
    return { schema: next, value: inner, zh: `${zh}「${nameZh}」`, en: `${en}${en && ', '}“${nameEn}”` };
  }
  // The members of a record are called by their order too: their keys are codes.
  const order = type === 'record' && isObject(value) ? Object.keys(value).indexOf(String(key)) : Number(key);
  const next = element ?? items?.[Number(key)] ?? valueType ?? found;
  return { schema: next, value: inner, zh: `${zh}第 ${order + 1} 项`, en: `${en}${en && ' '}no. ${order + 1}` };
}

/** Which form of a union a value comes nearest to: the one of its kind with most of its fields, its literals foremost. */
export function nearest(options: readonly Schema[], value: unknown): number {
  const likeness = options.map((option) => {
    const { type, shape } = definitionOf(bare(option));
    if (type === 'union') return 0;
    if (!shape || !isObject(value)) return type === kindOf(value) ? 1 : 0;
    return Object.keys(value).reduce((sum, key) => sum + (shape[key] ? likenessOf(shape[key], value[key]) : 0), 1);
  });
  return likeness.indexOf(Math.max(...likeness));
}
function likenessOf(schema: Schema, value: unknown): number {
  const { type, values } = definitionOf(bare(schema));
  if (type !== 'literal') return 1;
  return values!.includes(value) ? 100 : -100;
}
const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);
