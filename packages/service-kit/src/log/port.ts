// What services publish to each other: an append-only log of events, in order per stream, at least once.
import type { CloudEvent, StateRecord } from '@jiangong/contracts';

/** Where a record stands: what a subscriber keeps to go on after it. */
export interface Position {
  partition: string;
  offset: string;
}
/** A record of a topic as a subscriber gets it. */
export interface LogRecord {
  topic: string;
  /** The envelope as it came, or the state: reading it is the subscriber's business, since reading may fail. */
  value: unknown;
  /** The stream, or the state's key: records of one key come one at a time, in order. */
  key: string;
  /** Set when everything up to here has been handed out, so that going on after it loses nothing. */
  position?: Position;
}

/** What a topic holds, to tell a log that lost records from one that never had them. */
export interface Held {
  /** How many records it was ever given. */
  records: number;
  /** How many of the first it no longer has: none, where it keeps what it promised to. */
  lost: number;
}

/** What a subscriber wants, and what it does with each record. */
export interface Subscription {
  group: string;
  /** Changes when the subscriber wants everything from the start again; for engines with cursors of their own. */
  generation?: string;
  topics: readonly string[];
  /** Positions kept by the subscriber; an engine with cursors of its own ignores them. */
  from: Position[];
  /** Resolves when the record's effect is durable; a rejection has the record handed out again. */
  onRecord(record: LogRecord): Promise<void>;
  /** Called before the first record when keys may have come here from another process. */
  onAssigned?(): Promise<void>;
  signal: AbortSignal;
}

/** An append-only log: topics of events in order per stream, topics of states by key, each record at least once. */
export interface EventLog {
  /** Resolves when every event is durable on all in-sync replicas. */
  publish(topic: string, events: CloudEvent[]): Promise<void>;
  /** Resolves when every state is durable on all in-sync replicas; of each key the topic keeps the last for ever. */
  publishStates(records: StateRecord[]): Promise<void>;
  /** Runs until the signal; rejects only for what no retry mends. */
  subscribe(subscription: Subscription): Promise<void>;
  /** What a topic was given. */
  held(topic: string): Promise<Held>;
  /** Records that a group has not yet been handed, per group seen here. */
  lag(): Promise<Record<string, number>>;
  /** As the store's. */
  backup?(folder: string): void;
  check(): Promise<void>;
  close(): Promise<void>;
}
