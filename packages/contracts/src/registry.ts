// Every event there is, by type; and how one is written and read.
import { z } from 'zod';
import { awardsEvents } from './awards/events.ts';
import { competitionsEvents } from './competitions/events.ts';
import { consoleEvents } from './console/events.ts';
import { contestsEvents } from './contests/events.ts';
import { type CloudEvent, cloudEvent, type EventDefinition, type EventOf, type NewEvent, strict } from './event.ts';
import { quarterlyChecksEvents } from './quarterly-checks/events.ts';
import { studioAlliancesEvents } from './studio-alliances/events.ts';

/** Topic of each publishing service: one per service, so that order holds across its event types. */
export const topics = {
  competitions: 'competitions.v1',
  'quarterly-checks': 'quarterly-checks.v1',
  contests: 'contests.v1',
  'studio-alliances': 'studio-alliances.v1',
  awards: 'awards.v1',
  console: 'console.v1',
} as const;
/** A service that publishes events. */
export type ServiceName = keyof typeof topics;

/** Every event type by the service that publishes it. */
export const eventsOf = {
  competitions: competitionsEvents,
  'quarterly-checks': quarterlyChecksEvents,
  contests: contestsEvents,
  'studio-alliances': studioAlliancesEvents,
  awards: awardsEvents,
  console: consoleEvents,
} as const satisfies Record<ServiceName, readonly EventDefinition[]>;

type Definition = (typeof eventsOf)[ServiceName][number];
/** Any event of the system; narrow it by `type`. */
export type JiangongEvent = EventOf<Definition>;
/** The name of an event type. */
export type EventType = JiangongEvent['type'];
/** The event of a type. */
export type EventNamed<T extends EventType> = Extract<JiangongEvent, { type: T }>;

/** Topics that carry the events of one noun once more, for readers who may see nothing else of the service. */
export const nounTopics = {
  'awards.grants.v1': {
    service: 'awards',
    noun: 'grant',
    types: ['award-granted', 'award-corrected', 'award-revoked'],
  },
} as const satisfies Record<string, { service: ServiceName; noun: string; types: readonly EventType[] }>;

/** A topic of events; of one noun alone, if it names one. */
export interface EventTopic {
  topic: string;
  noun?: string;
}
/**
 * Every topic to which a service publishes its events.
 * @example
 * ```ts
 * eventTopicsOf('awards'); // → [{ topic: 'awards.v1' }, { topic: 'awards.grants.v1', noun: 'grant' }]
 * ```
 */
export const eventTopicsOf = (service: ServiceName): EventTopic[] => [
  { topic: topics[service] },
  ...Object.entries(nounTopics).flatMap(([topic, { service: owner, noun }]) =>
    owner === service ? [{ topic, noun }] : [],
  ),
];
/**
 * The events that a topic carries of those that its service publishes.
 * @example
 * ```ts
 * const events = [{ subject: 'grant/g1' }, { subject: 'notice/n1' }] as CloudEvent[];
 * eventsFor({ topic: 'awards.grants.v1', noun: 'grant' }, events); // → [{ subject: 'grant/g1' }]
 * ```
 */
export const eventsFor = ({ noun }: EventTopic, events: CloudEvent[]): CloudEvent[] =>
  noun === undefined ? events : events.filter(({ subject }) => subject.startsWith(`${noun}/`));
/** Names of all topics of events. */
export const eventTopics: readonly string[] = [...Object.values(topics), ...Object.keys(nounTopics)];

interface Entry {
  service: ServiceName;
  definition: EventDefinition;
  /** What a writer is held to; compiled when the first such event is written, as most processes write few of them. */
  write?: z.ZodType;
}
const entries = new Map<string, Entry>();
for (const service of Object.keys(eventsOf) as ServiceName[])
  for (const definition of eventsOf[service] as readonly EventDefinition[]) {
    if (entries.has(definition.type)) throw new Error(`two events are called ${definition.type}`);
    entries.set(definition.type, { service, definition });
  }

/**
 * The declaration of an event type; undefined for a type nobody here knows.
 * @example
 * ```ts
 * definitionOf('user-registered')!.version; // → 2
 * definitionOf('nothing'); // → undefined
 * ```
 */
export const definitionOf = (type: string): EventDefinition | undefined => entries.get(type)?.definition;
/**
 * The service that publishes an event type; undefined for a type nobody here knows.
 * @example
 * ```ts
 * serviceOf('award-granted'); // → 'awards'
 * ```
 */
export const serviceOf = (type: string): ServiceName | undefined => entries.get(type)?.service;
/**
 * The URN of an event version's schema, as envelopes carry it.
 * @example
 * ```ts
 * dataschema('award-granted', 1); // → 'urn:jiangong:award-granted:1'
 * ```
 */
export const dataschema = (type: string, version: number) => `urn:jiangong:${type}:${version}`;

/**
 * Refuses (by exception: it is a bug of the writer) data that its own declaration does not describe to the letter.
 * @example
 * ```ts
 * const { example } = definitionOf('competition-closed')!;
 * checkWritten({ type: 'competition-closed', data: example }); // → undefined
 * ```
 */
export function checkWritten(event: NewEvent): void {
  const entry = entries.get(event.type);
  if (!entry) throw new Error(`event ${event.type} is not declared`);
  entry.write ??= z.compile(strict(entry.definition.data));
  const result = entry.write.safeParse(event.data);
  if (!result.success) throw new Error(`event ${event.type} breaks its contract: ${result.error.message}`);
}

/**
 * Reads an envelope from the wire: added fields are dropped, older versions lifted to today's.
 * @returns undefined for a type nobody here knows
 * @throws if the type is known and the event cannot be read
 * @example
 * ```ts
 * const envelope = {
 *   ...{ specversion: '1.0', id: 'future/1/1', source: '/awards', type: 'unheard-of', subject: 'future/1' },
 *   ...{ time: '2024-01-05T09:00:00+08:00', datacontenttype: 'application/json', dataschema: 'urn:jiangong:unheard-of:1' },
 *   ...{ sequence: 1, org: 'union', actor: 'u1', correlationid: 'r1', causationid: 'r1', data: {} },
 * };
 * readEvent(envelope); // → undefined
 * ```
 */
export function readEvent(wire: unknown): CloudEvent | undefined {
  const envelope = cloudEvent.parse(wire);
  const known = entries.get(envelope.type)?.definition;
  if (!known) return undefined;
  return { ...envelope, data: readData(known, Number(envelope.dataschema.split(':').at(-1)), envelope.data) };
}

/**
 * Today's shape of data that was written as `version` of an event; throws if that is newer than this program.
 * @example
 * ```ts
 * const definition = definitionOf('competition-closed')!;
 * readData(definition, 1, { ...definition.example, added: 'later' }); // → definition.example
 * ```
 */
export function readData(definition: EventDefinition, version: number, data: unknown): unknown {
  if (version > definition.version)
    throw new Error(`${definition.type} version ${version} is newer than this program (${definition.version})`);
  const lifted =
    version < definition.version ? (definition.upcast?.(data as Record<string, unknown>, version) ?? data) : data;
  return definition.data.parse(lifted);
}
