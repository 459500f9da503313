// `node packages/contracts/golden.ts`: writes the golden sample and schema of every event version that has none yet, and the
// AsyncAPI document. What is there already is never rewritten: readers must understand it for ever.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { type EventDefinition, eventsOf, type ServiceName } from './src/index.ts';
import { asyncApi, jsonSchemaOf, sampleOf } from './src/schema.ts';

const folder = new URL('./golden/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const service of Object.keys(eventsOf) as ServiceName[])
  for (const definition of eventsOf[service] as readonly EventDefinition[]) {
    const file = new URL(`${definition.type}.${definition.version}.json`, folder);
    if (existsSync(file)) continue;
    const golden = { sample: sampleOf(service, definition), schema: jsonSchemaOf(definition) };
    writeFileSync(file, `${JSON.stringify(golden, null, 2)}\n`);
  }
writeFileSync(new URL('./golden/asyncapi.json', import.meta.url), `${JSON.stringify(asyncApi(), null, 2)}\n`);
