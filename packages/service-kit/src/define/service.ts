// The declaration of a service: its streams, views, reactions, deadlines and routes, which the kit runs.
import type {
  CommandRequest,
  EventNamed,
  EventType,
  JiangongEvent,
  Read,
  Recorded,
  ServiceName,
  StateTopicName,
} from '@jiangong/contracts';
import type { FastifyInstance } from 'fastify';
import type { JWTVerifyGetKey } from 'jose';
import type { Config } from '../run/config.ts';
import type { AnyStream, AnyView } from './any.ts';
import type { Host } from './companion.ts';
import type { FileRules } from './files.ts';
import type { Route } from './route.ts';
import type { ToDo } from './tasks.ts';

/** What {@link on} declares: the commands that follow from an event. */
export interface Reaction {
  event: EventType;
  /** Commands that follow from the event, in a fixed order. `read` sees all organisations. */
  react(event: Recorded<JiangongEvent>, read: Read): CommandRequest[] | Promise<CommandRequest[]>;
}
/**
 * Declares the commands that follow from an event of this or another service.
 * @example
 * ```ts
 * on('unit-registered', () => []).event; // → 'unit-registered'
 * ```
 */
export function on<T extends EventType>(
  type: T,
  react: (event: Recorded<EventNamed<T>>, read: Read) => CommandRequest[] | Promise<CommandRequest[]>,
): Reaction {
  return { event: type, react: react as Reaction['react'] };
}

/** A moment that an event sets and another may clear; when it has passed, the command is given once. */
export interface Deadline {
  name: string;
  events: readonly EventType[];
  /** When it is due and the command it then gives; undefined clears the stream's deadline of this name. */
  due(event: Recorded<JiangongEvent>): { at: string; request: CommandRequest } | undefined;
}
/**
 * Declares a deadline, named uniquely in its service; the last event of `types` sets or clears it.
 * @example
 * ```ts
 * deadline('none', ['unit-registered'], () => undefined).name; // → 'none'
 * ```
 */
export function deadline<T extends EventType>(
  name: string,
  types: readonly T[],
  due: (event: Recorded<EventNamed<T>>) => { at: string; request: CommandRequest } | undefined,
): Deadline {
  return { name, events: types, due: due as unknown as Deadline['due'] };
}

/** What a service is. Nothing in it runs before {@link start} is given it. */
export interface Manifest {
  name: ServiceName;
  streams: Record<string, AnyStream>;
  views: readonly AnyView[];
  reactions: readonly Reaction[];
  deadlines: readonly Deadline[];
  routes: readonly Route[];
  /** What people have to do, as `GET /api/tasks` lists it. */
  tasks?: readonly ToDo[];
  /** State topics that it publishes or follows into private rows. */
  states?: readonly StateTopicName[];
  /** The nouns whose records name files, each with its rules. */
  files?: Readonly<Record<string, FileRules>>;
  /** Adds hooks that run before tokens are checked, such as one that turns a session's cookie into its token. */
  prepare?(app: FastifyInstance): void;
  /** Adds pages that live outside `/api` and need no token; the issuer gives its keys. */
  open?(app: FastifyInstance, host: Host, config: Config): Promise<Opened>;
}
/** What {@link Manifest.open} gives to the process. */
export interface Opened {
  /** The keys by which bearer tokens are checked, if this service issues them. */
  keys?: JWTVerifyGetKey;
}
/**
 * Declares a service for `start` and `run`; its fields are checked by their types alone.
 * @example
 * ```ts
 * const empty = { streams: {}, views: [], reactions: [], deadlines: [], routes: [] };
 * service({ name: 'awards', ...empty }).name; // → 'awards'
 * ```
 */
export const service = (manifest: Manifest): Manifest => manifest;
