// The contracts as others read them: JSON Schema of every event, and one AsyncAPI 3 document of all topics.
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { cloudEvent, type EventDefinition } from './event.ts';
import { dataschema, definitionOf, eventsOf, nounTopics, type ServiceName, topics } from './registry.ts';
import { stateTopics } from './states.ts';

/** JSON Schema (2020-12) of an event's data, as a reader may rely on it: added fields are allowed. */
export function jsonSchemaOf(definition: EventDefinition): object {
  return { $id: dataschema(definition.type, definition.version), ...z.toJSONSchema(definition.data, { io: 'input' }) };
}

const golden = new URL('../golden/', import.meta.url);
/** JSON Schema of an event's data in any version that was ever released, by what its `dataschema` names; else undefined. */
export function releasedSchemaOf(type: string, version: number): object | undefined {
  const definition = definitionOf(type);
  if (!definition || version > definition.version) return undefined;
  if (version === definition.version) return jsonSchemaOf(definition);
  const file = new URL(`${type}.${version}.json`, golden);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { schema: object }).schema : undefined;
}
/** Below an installation's address: where it answers the schema that `dataschema` names. */
const schemaPath = (type: string, version: number) => `/schemas/${type}/${version}`;

/** The definition's example in an envelope: the documentation's sample, and the first golden one. */
export function sampleOf(service: ServiceName, { type, version, example }: EventDefinition): unknown {
  return {
    specversion: '1.0',
    id: 'sample/00000000-0000-8000-8000-000000000001/1',
    source: `/${service}`,
    type,
    subject: 'sample/00000000-0000-8000-8000-000000000001',
    time: '2024-01-05T09:00:00+08:00',
    datacontenttype: 'application/json',
    dataschema: dataschema(type, version),
    sequence: 1,
    org: '00000000-0000-8000-8000-000000000002',
    actor: '00000000-0000-8000-8000-000000000003',
    correlationid: '00000000-0000-7000-8000-000000000004',
    causationid: '00000000-0000-7000-8000-000000000004',
    data: example,
  };
}

/**
 * Every topic with its events, for whoever consumes them.
 * @param address of the installation: each message then says where its schema is
 */
export function asyncApi(address?: string): object {
  const services = Object.keys(topics) as ServiceName[];
  const messages: Record<string, object> = {};
  for (const service of services)
    for (const definition of eventsOf[service] as readonly EventDefinition[])
      messages[definition.type] = {
        name: definition.type,
        contentType: 'application/cloudevents+json',
        payload: {
          allOf: [
            { $ref: '#/components/schemas/envelope' },
            {
              type: 'object',
              properties: { type: { const: definition.type }, data: withoutDialect(jsonSchemaOf(definition)) },
            },
          ],
        },
        examples: [{ payload: sampleOf(service, definition) }],
        ...(address === undefined
          ? {}
          : { externalDocs: { url: address + schemaPath(definition.type, definition.version) } }),
      };
  for (const [topic, { value, example }] of Object.entries(stateTopics))
    messages[topic] = {
      name: topic,
      contentType: 'application/json',
      headers: stateHeaders,
      payload: withoutDialect(z.toJSONSchema(value, { io: 'input' })),
      examples: [{ headers: { state_org: exampleOrg, state_revision: '1' }, payload: example }],
    };
  const channelOf = (address: string, types: readonly string[]) => ({
    address,
    messages: Object.fromEntries(types.map((type) => [type, { $ref: `#/components/messages/${type}` }])),
  });
  const typesOf = (service: ServiceName) => eventsOf[service].map(({ type }) => type);
  const channels: Record<string, object> = Object.fromEntries([
    ...services.map((service) => [service, channelOf(topics[service], typesOf(service))]),
    ...Object.entries(nounTopics).map(([topic, { types }]) => [channelName(topic), channelOf(topic, types)]),
    ...Object.keys(stateTopics).map((topic) => [channelName(topic), channelOf(topic, [topic])]),
  ]);
  return {
    asyncapi: '3.0.0',
    info: {
      title: '建功 Jiangong events',
      version: '1.0.0',
      description:
        'CloudEvents 1.0, structured JSON; keyed by `subject`, in order per subject, delivered at least once: ignore what is not ' +
        'newer than what you hold. State topics keep the last value of each key; a record without a value is an erasure.',
    },
    channels,
    operations: Object.fromEntries(
      Object.keys(channels).map((name) => [name, { action: 'send', channel: { $ref: `#/channels/${name}` } }]),
    ),
    components: { schemas: { envelope: withoutDialect(z.toJSONSchema(cloudEvent, { io: 'input' })) }, messages },
  };
}

const exampleOrg = '00000000-0000-8000-8000-000000000002';
const stateHeaders = {
  type: 'object',
  properties: {
    state_org: { type: 'string', description: 'the union whose record it is' },
    state_revision: { type: 'string', description: 'a whole number; a higher one replaces a lower one' },
  },
};
/** A topic without its version, as one word. */
const channelName = (topic: string) => topic.replace(/\.v\d+$/, '').replaceAll('.', '-');

/** AsyncAPI names its dialect once, and a reference would start at its root: the only one, any JSON, is written as such. */
function withoutDialect(schema: object): object {
  const { $schema: _, $id: __, $defs: ___, ...rest } = schema as Record<string, unknown>;
  return JSON.parse(JSON.stringify(rest, (_key, value) => (value?.$ref?.startsWith('#/$defs/') ? {} : value)));
}
