// What is durable when all is quiet, as the checker reads it from files and servers, without any of the product's code.
export interface JournalCommit {
  stream: string;
  /** Number of its first event in the stream. */
  version: number;
  events: { type: string; version: number; data: unknown }[];
  cause: string;
  org: string;
  actor: string;
  behalf?: string;
  time: string;
  correlation: string;
  causation: string;
  traceparent?: string;
  answer: { status: number; id: string; version: number };
  hash?: string;
}
export interface Row {
  key: string;
  org: string;
  /** The sequence applied last. */
  mark: number;
  /** Undefined: removed. */
  body: unknown;
}
export interface ServiceEvidence {
  service: string;
  commits: JournalCommit[];
  /** By the view's name. */
  rows: Map<string, Row[]>;
  parked: string[];
  /** Commits that are not marked as published. */
  pending: number;
  /** Private rows of state topics, by topic, organisation and key; absent where no service has any. */
  states?: ReadonlyMap<string, StateEvidence>;
  /** States that are owed to their topic. */
  owed?: number;
}
export interface StateEvidence {
  revision: number;
  value?: { name: string; externalId: string };
}
export interface LogRecord {
  topic: string;
  partition: number;
  key: string;
  value: { id?: string; type?: string; subject?: string; sequence?: number; data?: unknown };
}
export interface Evidence {
  services: ServiceEvidence[];
  /** Each partition in its order. */
  log: LogRecord[];
  /** What the HR feed gave, page by page. */
  feed: { grant: string; revision: number; status: string; recordedAt: string; recipientName: string }[];
}
/** What clients know. */
export interface ClientNotes {
  acknowledged: readonly { cause: string; id: string; version: number }[];
  /** Causes of all commands that clients ever sent. */
  sent: ReadonlySet<string>;
}
/** What was found wrong, each with a word on where. */
export type Findings = string[];
