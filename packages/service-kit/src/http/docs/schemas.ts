// The named schemas of the API's description: each view and each body by the name it has in contracts, so that generated
// clients get types with names.
import * as contracts from '@jiangong/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;
export type Components = Record<string, Json>;

const isNamed = (value: unknown): value is z.ZodType =>
  value instanceof z.ZodObject || value instanceof z.ZodUnion || value === contracts.json;
const nameOf = (key: string) => key[0]!.toUpperCase() + key.slice(1);

export const schemaRegistry = z.registry<{ id: string }>();
for (const [key, value] of Object.entries(contracts))
  if (isNamed(value) && !schemaRegistry.has(value)) schemaRegistry.add(value, { id: nameOf(key) });

/** Answers may gain fields, so a description does not forbid them, unless the schema itself does. */
export const zodToJsonConfig = {
  override({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }) {
    if (zodSchema._zod.def.type === 'object' && !zodSchema._zod.def.catchall) delete jsonSchema.additionalProperties;
  },
};

const REF = /"#\/components\/schemas\/(\w+)"/g;
const refsOf = (value: unknown) => [...JSON.stringify(value).matchAll(REF)].map(([, name]) => name!);

/** Drops the schemas that nothing refers to, and says once what is the same for requests and answers. */
export function tidied<T extends { components: { schemas: Components } }>(api: T): T {
  const { schemas } = api.components;
  const outputOf = (name: string) => name.replace(/Input$/, '');
  const asOutput = (text: string) => text.replace(REF, (_, name) => `"#/components/schemas/${outputOf(name)}"`);
  const inputs = new Set(Object.keys(schemas).filter((name) => name.endsWith('Input') && outputOf(name) in schemas));
  for (let before = -1; before !== inputs.size; ) {
    before = inputs.size;
    for (const name of inputs) {
      const isSame = asOutput(JSON.stringify(schemas[name])) === JSON.stringify(schemas[outputOf(name)]);
      const leansOnOther = refsOf(schemas[name]).some((ref) => ref.endsWith('Input') && !inputs.has(ref));
      if (!isSame || leansOnOther) inputs.delete(name);
    }
  }
  const merged = JSON.parse(
    JSON.stringify(api).replace(REF, (whole, name) =>
      inputs.has(name) ? `"#/components/schemas/${outputOf(name)}"` : whole,
    ),
  ) as T;
  const { schemas: all, ...components } = merged.components;
  const used = new Set<string>();
  const queue = refsOf({ ...merged, components });
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    queue.push(...refsOf(all[name]));
  }
  const kept = Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)));
  return { ...merged, components: { ...components, schemas: kept } };
}
