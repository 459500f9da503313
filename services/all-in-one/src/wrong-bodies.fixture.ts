// Values that a schema refuses, drawn from the schema itself: missing, null, of another type, too long, too short, unknown.
import type { z } from 'zod';

interface Definition {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  items?: z.ZodType[];
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
  entries?: Record<string, string>;
  values?: unknown[];
}
const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Definition;
/** Without what says that it may be left out; what refers to itself (any JSON) stays closed. */
export function bare(schema: z.ZodType): z.ZodType {
  const { innerType, in: from } = defOf(schema);
  const inner = innerType ?? from;
  return inner ? bare(inner) : schema;
}
/** The schemas that a schema is made of. */
export function partsOf(schema: z.ZodType): [name: string, part: z.ZodType][] {
  const { shape = {}, element, items = [], valueType, options = [] } = defOf(schema);
  const unnamed = [element, valueType, ...items, ...options].flatMap((part): [string, z.ZodType][] =>
    part ? [['', part]] : [],
  );
  return [...Object.entries(shape), ...unnamed];
}

const leaves = ['甲', '2024-04-10', '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12', '17:00', '10', '2024-04-10T09:00:00+08:00'];
const longer = ['0123456789', 5, 2024, true];

/** A value that the schema takes. */
export function sampleOf(schema: z.ZodType): unknown {
  const found = bare(schema);
  const { type, shape, element, items, keyType, valueType, options, entries, values } = defOf(found);
  if (shape) return Object.fromEntries(Object.entries(shape).map(([name, part]) => [name, sampleOf(part)]));
  if (items) {
    const drawn = items.map(sampleOf);
    // A pair that is to fall, such as a score of which the first wins.
    return found.safeParse(drawn).success ? drawn : items.map((_, at) => items.length - at);
  }
  if (keyType) return { [String(sampleOf(keyType))]: sampleOf(valueType!) };
  if (type === 'array')
    return [1, 2].map(() => sampleOf(element!)).slice(0, found.safeParse([sampleOf(element!)]).success ? 1 : 2);
  if (options) return sampleOf(options[0]!);
  if (entries) return Object.values(entries)[0];
  if (values) return values[0];
  return [...leaves, ...longer].find((value) => found.safeParse(value).success);
}

const anything = [
  undefined,
  null,
  '',
  '!!',
  '字'.repeat(5000),
  7,
  -1,
  1.23456,
  1e15,
  true,
  [],
  {},
  [7],
  { colour: '红' },
];

/** Values that the schema refuses, with one fault or several. */
export function wrongsOf(schema: z.ZodType): unknown[] {
  return [...anything, ...nearlyRight(bare(schema))].filter((value) => !schema.safeParse(value).success);
}
function nearlyRight(schema: z.ZodType): unknown[] {
  const { type, shape, element, items, keyType, valueType, options } = defOf(schema);
  if (shape) {
    const whole = sampleOf(schema) as object;
    const faulty = Object.entries(shape).flatMap(([name, part]) =>
      wrongsOf(part).map((value) => ({ ...whole, [name]: value })),
    );
    return [{ ...whole, collective: true, ['x'.repeat(500)]: 1 }, ...faulty];
  }
  if (items) return [[sampleOf(items[0]!)], ...wrongsOf(items[0]!).map((value) => [value, sampleOf(items[0]!)])];
  if (type === 'array') {
    const { maximum = Infinity } = schema._zod.bag as { maximum?: number };
    const many = maximum <= 1000 ? [Array.from({ length: maximum + 1 }, () => sampleOf(element!))] : [];
    return [...many, ...wrongsOf(element!).map((value) => [sampleOf(element!), value])];
  }
  if (keyType)
    return [
      ...['', '键'.repeat(70)].map((key) => ({ [key]: sampleOf(valueType!) })),
      ...wrongsOf(valueType!).map((value) => ({ 'safety.events': value })),
    ];
  return (options ?? []).flatMap((option) => nearlyRight(bare(option)));
}
