import { readdirSync, readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { type CloudEvent, checkWritten, definitionOf, type EventDefinition, eventsOf, readEvent } from './index.ts';
import { asyncApi, jsonSchemaOf } from './schema.ts';

const folder = new URL('../golden/', import.meta.url);
const json = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const names = readdirSync(folder).filter((name) => name !== 'asyncapi.json');
const goldens: { name: string; sample: CloudEvent; schema: object }[] = names.map((name) => ({ name, ...json(name) }));
const definitions = Object.values(eventsOf).flat() as EventDefinition[];
const currentOf = (name: string) => definitions.find(({ type, version }) => name === `${type}.${version}.json`);

test('every event version has its golden sample', () => {
  const expected = definitions.map(({ type, version }) => `${type}.${version}.json`);
  expect(names).toEqual(expect.arrayContaining(expected));
});

test.each(goldens)('$name reads, and with fields that a later version adds', ({ sample }) => {
  expect(readEvent(sample)).toBeDefined();
  const added = { ...sample, later: 1, data: { ...(sample.data as object), later: { nested: true } } };
  expect(readEvent(added)).toEqual(readEvent(sample));
});

test.each(goldens)('$name: the schema is what it was when the version was released', ({ name, schema }) => {
  const current = currentOf(name);
  // An older version has no declaration any more; its sample still has to read.
  if (current) expect(jsonSchemaOf(current)).toEqual(schema);
  else expect(definitionOf(name.split('.')[0]!)).toBeDefined();
});

test('a written event may have no unknown field, at any depth', () => {
  for (const { type, example } of definitions) {
    checkWritten({ type, data: example });
    expect(() => checkWritten({ type, data: { ...example, unknown: 1 } })).toThrow('breaks its contract');
    for (const [field, value] of Object.entries(example))
      if (value && typeof value === 'object' && !Array.isArray(value) && !acceptsAnything(type, field))
        expect(() => checkWritten({ type, data: { ...example, [field]: { ...value, unknown: 1 } } })).toThrow();
  }
});
/** A scheme's text is checked by the scheme language, not by the event that carries it. */
const acceptsAnything = (type: string, field: string) =>
  definitionOf(type)!.data.safeParse({ ...definitionOf(type)!.example, [field]: { anything: 1 } }).success;

test('the JSON Schemas accept the samples', () => {
  const ajv = addFormats.default(new Ajv2020({ strict: false }));
  for (const { name, sample, schema } of goldens)
    expect([name, ajv.validate(schema, sample.data)]).toEqual([name, true]);
});

test('the AsyncAPI document is valid and the committed one is today’s', async () => {
  expect(json('asyncapi.json')).toEqual(JSON.parse(JSON.stringify(asyncApi())));
  const { diagnostics } = await new Parser().parse(JSON.stringify(asyncApi('https://jiangong.example.cn')));
  expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
}, 240_000);
