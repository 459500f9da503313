// The shapes in which every service writes its rules: commands in, events or a refusal out, rows for readers.
import type { CloudEvent, NewEvent } from './event.ts';
import type { Actor } from './roles.ts';
import type { BusinessDate, Instant } from './values.ts';

/**
 * A command to one thing. `businessDate` (`YYYY-MM-DD`) is the date the rules judge by, `now` the instant of the request;
 * both are given, so that rules need no clock.
 */
export interface Command<T extends string = string, D = unknown> {
  type: T;
  /** Id of the thing: the stream is `noun/id`. */
  id: string;
  data: D;
  businessDate: BusinessDate;
  now: Instant;
  actor: Actor;
}

declare const made: unique symbol;
/**
 * A command addressed by a reaction, a deadline or a route; the kit adds the business date, `now` and the actor.
 * Only {@link requestsOf} makes one: a literal, whose type nothing compares with the noun's commands, does not compile.
 */
export interface CommandRequest<D = unknown> {
  readonly [made]: true;
  stream: string;
  id: string;
  type: string;
  data: D;
  /** Business date, where it is not today's: a reaction hands on the date its event was judged by. */
  businessDate?: BusinessDate;
  /** Names it among a reaction's commands, in place of its ordinal: see {@link byTarget}. */
  key?: string;
}

/**
 * Names each of a reaction's commands by its target. Needed where the list depends on rows: a crash may have the event
 * handled again when the rows are others, and ordinals that shift would pass over a command that was never given.
 * @example
 * ```ts
 * const unitCommand = requestsOf<Command<'amend', { name: string }>>('unit');
 * byTarget([unitCommand('u1', 'amend', { name: 'A' })])[0]!.key; // → 'unit/u1/amend'
 * ```
 */
export const byTarget = (requests: readonly CommandRequest[]): CommandRequest[] =>
  requests.map((request) => ({ ...request, key: `${request.stream}/${request.id}/${request.type}` }));

/** The nouns of all services: a stream is `noun/id`. */
export type StreamName =
  | 'alliance'
  | 'award-bar'
  | 'award-committee'
  | 'award-list'
  | 'award-return'
  | 'award-rules'
  | 'ballot'
  | 'calendar'
  | 'certificate'
  | 'certificate-layout'
  | 'check'
  | 'competition'
  | 'contest'
  | 'contest-appeal'
  | 'contest-stage'
  | 'decision'
  | 'digest'
  | 'dossier'
  | 'duty'
  | 'duty-calendar'
  | 'duty-closing'
  | 'entry'
  | 'evaluation'
  | 'publication'
  | 'fixture'
  | 'grant'
  | 'joint-project'
  | 'judging-panel'
  | 'need'
  | 'machine'
  | 'output-rules'
  | 'invitation'
  | 'notice'
  | 'objection'
  | 'organisation'
  | 'output'
  | 'pairing'
  | 'performance'
  | 'person'
  | 'plaque-removal'
  | 'points-campaign'
  | 'points-ledger'
  | 'points-partner'
  | 'publication-consent'
  | 'reminder'
  | 'reminder-rules'
  | 'review'
  | 'robot'
  | 'round'
  | 'round-page'
  | 'scheme'
  | 'scorecard'
  | 'squad'
  | 'studio'
  | 'suggestion'
  | 'suggestion-link'
  | 'team'
  | 'unit'
  | 'user'
  | 'webhook';

/** The data of a noun's command of one type. */
export type DataOf<C extends Command, T extends C['type']> = C extends { type: infer U; data: infer D }
  ? T extends U
    ? D
    : never
  : never;

const branded = <D>(request: Omit<CommandRequest<D>, typeof made>) => request as CommandRequest<D>;

/**
 * Types a noun's requests by its commands.
 * @example
 * ```ts
 * const unitCommand = requestsOf<Command<'amend', { name: string }>>('unit');
 * unitCommand('u1', 'amend', { name: 'A' }); // → { stream: 'unit', id: 'u1', type: 'amend', data: { name: 'A' } }
 * ```
 */
export const requestsOf =
  <C extends Command>(stream: StreamName) =>
  <T extends C['type']>(
    id: string,
    type: T,
    data: DataOf<C, T>,
    businessDate?: BusinessDate,
  ): CommandRequest<DataOf<C, T>> =>
    branded({ stream, id, type, data, ...(businessDate === undefined ? {} : { businessDate }) });

/** A refusal is a value: nothing happened, and this is why. `params` fill the problem's sentences. */
export interface Refusal {
  refused: string;
  params: Record<string, unknown>;
}
/**
 * Tells a refusal from what was wanted.
 * @example
 * ```ts
 * isRefusal(refuse('not-found')); // → true
 * isRefusal({ id: 'u1' }); // → false
 * ```
 */
export const isRefusal = (x: unknown): x is Refusal => typeof x === 'object' && x !== null && 'refused' in x;

/** One noun's pure rules. A noun's file exports these three; its name in the service is the stream's name. */
export interface Stream<S, C extends Command, E extends NewEvent> {
  initial: S;
  /** What happens, or why not. An empty list means that nothing changes. */
  decide(state: S, command: C): E[] | Refusal;
  evolve(state: S, event: E & CloudEvent): S;
}

/**
 * A table for readers. Each row is fed by one stream, so that order and duplicates are decided by one number;
 * what spans streams is summed by queries.
 */
export interface View<R extends object, E extends NewEvent = NewEvent> {
  name: string;
  /** The event types that feed it, from whichever service. */
  events: readonly E['type'][];
  /** The row an event belongs to; undefined: none. */
  key(event: E & CloudEvent): string | undefined;
  /** The row after the event; undefined removes it. */
  apply(row: R | undefined, event: E & CloudEvent): R | undefined;
  /** Raise it when `key` or `apply` changes: the rows are then made anew from the events. Default 1. */
  revision?: number;
  /** Fields by which rows can be queried; several in a list are one index, for queries that name all of them. */
  index?: readonly ((keyof R & string) | readonly (keyof R & string)[])[];
  /** Each row, written once and never removed, gets the next number of its organisation: see {@link Read.follow}. */
  numbered?: true;
}

/** The value to look for in an indexed field: equal to it, one of them, or up to and including it. */
export type Match = string | number | readonly (string | number)[] | { upTo: string };
/** What rows must have in their indexed fields. */
export type Filter<R> = { [K in keyof R]?: Match };

/** Rows to ask questions of, within one organisation (or all, for the system's own work). */
export interface Read {
  get<R extends object, E extends NewEvent>(view: View<R, E>, key: string): Promise<R | undefined>;
  /** All rows that match, by key. */
  all<R extends object, E extends NewEvent>(view: View<R, E>, filter?: Filter<R>): Promise<R[]>;
  /** One page by key; `next` is the key to go on after. */
  page<R extends object, E extends NewEvent>(
    view: View<R, E>,
    filter: Filter<R>,
    page: { after?: string | undefined; limit: number },
  ): Promise<{ items: R[]; next?: string }>;
  /** How many rows match. */
  count<R extends object, E extends NewEvent>(view: View<R, E>, filter?: Filter<R>): Promise<number>;
  /**
   * Rows of a numbered view in the order of their numbers. A number is never visible before those below it, and stays when
   * the view is made anew: whoever goes on after the last number misses no row and is given none twice.
   * @param page.after the last number read; or a key, for a place that holds every row whose key is greater after it
   */
  follow<R extends object, E extends NewEvent>(
    view: View<R, E>,
    page: { after: number | { key: string }; limit: number },
  ): Promise<{ items: { number: number; row: R }[]; more: boolean }>;
  /** The same questions across organisations: for alliances, whose members come from several. */
  everywhere(): Read;
}

/** An answer as a table, for csv and xlsx. */
export interface Table {
  name: string;
  /** Of a `date`, texts that begin with YYYY-MM-DD: spreadsheets are given a real date. A `score` is shown with two decimals. */
  columns: readonly { title: string; width?: number; kind?: 'date' | 'score' }[];
  rows: readonly (readonly (string | number | null | undefined)[])[];
}
