// Every export says what it is for, the example of every function runs as written, and every schema reads a sample: a
// golden one, one of the API page, or that of its docstring.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { docstringsOf, runExample } from '../../scoring/kit/examples.ts';
import * as examples from './examples.ts';
import * as contracts from './index.ts';

const of = (file: string, scope: object) =>
  docstringsOf(new URL(file, import.meta.url), scope).map((doc) => ({ ...doc, scope }));
const docs = [...of('index.ts', contracts), ...of('examples.ts', examples)];
const functions = docs.filter((doc) => doc.isFunction);
const exported: Record<string, unknown> = { ...contracts, ...examples };
const load = (module: string) => import(module);

test('every export has a docstring, every function an example', () => {
  const described = docs.filter((doc) => doc.text).length;
  const shown = functions.filter((doc) => doc.example).length;
  console.log(`docstrings ${described} of ${docs.length}, examples ${shown} of ${functions.length}`);
  expect(docs.filter((doc) => !doc.text).map((doc) => doc.name)).toEqual([]);
  expect(functions.filter((doc) => !doc.example).map((doc) => doc.name)).toEqual([]);
  expect(Object.keys(exported).filter((name) => !docs.some((doc) => doc.name === name))).toEqual([]);
});

test.each(docs.filter((doc) => doc.example))('the example of $name runs', async ({ example, scope }) => {
  const checked = await runExample(example!, scope, (actual, expected) => expect(actual).toEqual(expected), load);
  expect(checked).toBeGreaterThan(0);
});

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);
/** Every value within the samples; of objects with the same fields a few. */
function valuesOf(samples: unknown[]): unknown[] {
  const found = new Map<string, unknown[]>();
  function visit(value: unknown) {
    const isObject = typeof value === 'object' && value !== null;
    const fields = isObject ? Object.entries(value).map(([name, field]) => `${name}:${kindOf(field)}`) : [];
    const key = !isObject ? JSON.stringify(value) : Array.isArray(value) ? 'list' : fields.sort().join();
    const alike = found.get(key) ?? [];
    if (alike.length < (isObject ? 5 : 1)) found.set(key, [...alike, value]);
    if (isObject) for (const within of Object.values(value)) visit(within);
  }
  for (const sample of samples) visit(sample);
  return [...found.values()].flat();
}
/** A schema that takes everything proves nothing: unknown fields are refused where that can be said. */
function exactly(schema: z.ZodType): z.ZodType {
  try {
    return contracts.strict(schema);
  } catch {
    return schema;
  }
}

test('every command, event and view reads a sample', () => {
  const read = (file: string) => JSON.parse(readFileSync(`${import.meta.dirname}/../golden/${file}`, 'utf8'));
  const golden = globSync('*.[0-9]*.json', { cwd: `${import.meta.dirname}/../golden` }).map(
    (file) => read(file).sample,
  );
  const values = valuesOf([...golden, ...Object.values(examples.apiExamples())]);
  const events = Object.values(contracts.eventsOf).flat() as readonly contracts.EventDefinition[];
  const unread = events.filter(
    ({ type, data }) => !golden.some((sample) => sample.type === type && data.safeParse(sample.data).success),
  );
  expect(unread.map(({ type }) => type)).toEqual([]);
  const schemas = Object.entries(exported).filter(([, value]) => value instanceof z.ZodType) as [string, z.ZodType][];
  const shown = new Set(docs.filter((doc) => doc.example).map((doc) => doc.name));
  const without = schemas.filter(([name, schema]) => {
    if (shown.has(name)) return false;
    const exact = exactly(schema);
    return !values.some((value) => exact.safeParse(value).success);
  });
  console.log(`samples: ${events.length} events, ${schemas.length} other schemas, ${values.length} values`);
  expect(without.map(([name]) => name)).toEqual([]);
});
