// Every event there is, by type; and how one is written and read.
import { z } from 'zod';
import { awardsEvents } from './awards/events.ts';
import { competitionsEvents } from './competitions/events.ts';
import { consoleEvents } from './console/events.ts';
import { type CloudEvent, cloudEvent, type EventDefinition, type EventOf, type NewEvent, strict } from './event.ts';
import { quarterlyChecksEvents } from './quarterly-checks/events.ts';
import { studioAlliancesEvents } from './studio-alliances/events.ts';

/** Topic of each publishing service: one per service, so that order holds across its event types. */
export const topics = {
  competitions: 'competitions.v1',
  'quarterly-checks': 'quarterly-checks.v1',
  'studio-alliances': 'studio-alliances.v1',
  awards: 'awards.v1',
  console: 'console.v1',
} as const;
export type ServiceName = keyof typeof topics;

export const eventsOf = {
  competitions: competitionsEvents,
  'quarterly-checks': quarterlyChecksEvents,
  'studio-alliances': studioAlliancesEvents,
  awards: awardsEvents,
  console: consoleEvents,
} as const satisfies Record<ServiceName, readonly EventDefinition[]>;

type Definition = (typeof eventsOf)[ServiceName][number];
/** Any event of the system; narrow it by `type`. */
export type JiangongEvent = EventOf<Definition>;
export type EventType = JiangongEvent['type'];
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
/** Every topic to which a service publishes its events. */
export const eventTopicsOf = (service: ServiceName): EventTopic[] => [
  { topic: topics[service] },
  ...Object.entries(nounTopics).flatMap(([topic, { service: owner, noun }]) =>
    owner === service ? [{ topic, noun }] : [],
  ),
];
/** The events that a topic carries of those that its service publishes. */
export const eventsFor = ({ noun }: EventTopic, events: CloudEvent[]): CloudEvent[] =>
  noun === undefined ? events : events.filter(({ subject }) => subject.startsWith(`${noun}/`));
/** Names of all topics of events. */
export const eventTopics: readonly string[] = [...Object.values(topics), ...Object.keys(nounTopics)];

interface Entry {
  service: ServiceName;
  definition: EventDefinition;
  write: z.ZodType;
}
const entries = new Map<string, Entry>();
for (const service of Object.keys(eventsOf) as ServiceName[])
  for (const definition of eventsOf[service] as readonly EventDefinition[]) {
    if (entries.has(definition.type)) throw new Error(`two events are called ${definition.type}`);
    entries.set(definition.type, { service, definition, write: z.compile(strict(definition.data)) });
  }

export const definitionOf = (type: string): EventDefinition | undefined => entries.get(type)?.definition;
export const serviceOf = (type: string): ServiceName | undefined => entries.get(type)?.service;
export const dataschema = (type: string, version: number) => `urn:jiangong:${type}:${version}`;

/** Refuses (by exception: it is a bug of the writer) data that its own declaration does not describe to the letter. */
export function checkWritten(event: NewEvent): void {
  const entry = entries.get(event.type);
  if (!entry) throw new Error(`event ${event.type} is not declared`);
  const result = entry.write.safeParse(event.data);
  if (!result.success) throw new Error(`event ${event.type} breaks its contract: ${result.error.message}`);
}

/**
 * Reads an envelope from the wire: added fields are dropped, older versions lifted to today's.
 * @returns undefined for a type nobody here knows
 * @throws if the type is known and the event cannot be read
 */
export function readEvent(wire: unknown): CloudEvent | undefined {
  const envelope = cloudEvent.parse(wire);
  const known = entries.get(envelope.type)?.definition;
  if (!known) return undefined;
  return { ...envelope, data: readData(known, Number(envelope.dataschema.split(':').at(-1)), envelope.data) };
}

/** Today's shape of data that was written as `version` of an event. */
export function readData(definition: EventDefinition, version: number, data: unknown): unknown {
  if (version > definition.version)
    throw new Error(`${definition.type} version ${version} is newer than this program (${definition.version})`);
  const lifted =
    version < definition.version ? (definition.upcast?.(data as Record<string, unknown>, version) ?? data) : data;
  return definition.data.parse(lifted);
}
