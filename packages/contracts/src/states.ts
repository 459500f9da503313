// States travel outside the journal: the latest value of a key and its revision, or a tombstone once it is erased. What is
// personal travels so, since a journal never forgets.
import { z } from 'zod';
import { grant, grantExample } from './awards/grant.ts';
import { namedGrant, personsIn } from './awards/grant-names.ts';
import { personState, personStateExample } from './competitions/person-events.ts';
import type { ServiceName } from './registry.ts';

/** Each state topic: the service that publishes it, and the value of a key. */
export const stateTopics = {
  'people.state.v1': { service: 'competitions', value: personState, example: personStateExample },
  /** Every grant as it stands, with what its person is called: a revocation is a value, a tombstone an erasure. */
  'awards.state.v1': { service: 'awards', value: grant, example: grantExample },
} as const satisfies Record<string, { service: ServiceName; value: z.ZodObject; example: object }>;
/** The name of a state topic. */
export type StateTopicName = keyof typeof stateTopics;
/** The value that a state topic has of a key. */
export type StateValue<T extends StateTopicName> = z.infer<(typeof stateTopics)[T]['value']>;

/** The state that an event or a command gives a key; without a value the key is erased. */
export type StateChange = {
  [T in StateTopicName]: { topic: T; key: string; value: StateValue<T> | undefined };
}[StateTopicName];

interface StateNaming<T extends StateTopicName, From extends StateTopicName> {
  /** The topic whose states hold the names; its publisher's follower fills them in. */
  from: From;
  /** The keys there of whom a value names. */
  keysOf(value: StateValue<T>): string[];
  /** The value as it is published; nothing once it is erased with whom it names. */
  fill(value: StateValue<T>, states: ReadonlyMap<string, StateValue<From> | 'erased'>): StateValue<T> | undefined;
}
/** State topics whose values name others: rows hold keys alone, and names are filled in when a state is published. */
export const stateNamings = {
  'awards.state.v1': { from: 'people.state.v1', keysOf: personsIn, fill: namedGrant },
} as const satisfies { 'awards.state.v1': StateNaming<'awards.state.v1', 'people.state.v1'> };

/**
 * Whether a topic carries states, and not events.
 * @example
 * ```ts
 * isStateTopic('people.state.v1'); // → true
 * isStateTopic('awards.v1'); // → false
 * ```
 */
export const isStateTopic = (topic: string): topic is StateTopicName => Object.hasOwn(stateTopics, topic);

/**
 * The state topics that a service publishes.
 * @example
 * ```ts
 * stateTopicsOf('competitions'); // → ['people.state.v1']
 * ```
 */
export const stateTopicsOf = (service: string): StateTopicName[] =>
  (Object.keys(stateTopics) as StateTopicName[]).filter((topic) => stateTopics[topic].service === service);

/**
 * One state of one key; without a value it is a tombstone.
 * @example
 * ```ts
 * const tombstone = { topic: 'people.state.v1', key: 'person-1', org: 'union', revision: 2 };
 * stateRecord.parse(tombstone); // → tombstone
 * ```
 */
export const stateRecord = z.object({
  topic: z.string(),
  key: z.string(),
  /** The union whose record it is. */
  org: z.string(),
  /** A higher one replaces a lower one; an equal or lower one changes nothing. */
  revision: z.int().min(1),
  value: z.record(z.string(), z.json()).optional(),
});
/** One state as it is published. */
export type StateRecord = z.infer<typeof stateRecord>;
