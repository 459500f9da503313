// A command's way: load the stream, decide, write one commit, wait until the views show it, answer.
// The insert is the optimistic lock and, by its cause, the inbox.
import {
  type Actor,
  type CommandRequest,
  checkWritten,
  definitionOf,
  isRefusal,
  type NamedFile,
  type NewEvent,
  type Refusal,
  refuse,
  type StateChange,
} from '@jiangong/contracts';
import type { AnyStream } from '../define/any.ts';
import { failpoint } from '../failpoint.ts';
import { claim } from '../files/claim.ts';
import { namedRows } from '../files/rows.ts';
import type { Relay } from '../relay/relay.ts';
import { rowsOfStates } from '../relay/states.ts';
import { sealed } from '../store/chain.ts';
import type { Answer, Commit, PrivateRow, Store } from '../store/port.ts';
import { isSystem } from './cause.ts';
import type { Serial } from './serial.ts';
import type { Loaded, Streams } from './streams.ts';

/** Who asks, when, and what this is the outcome of. */
export interface CommandContext {
  cause: string;
  fingerprint?: string | undefined;
  actor: Actor;
  now: string;
  businessDate: string;
  /** The system's own commands (reactions, deadlines) cross organisations. */
  system?: boolean;
  /** The version the client read; `*`: any that exists. */
  ifMatch?: number | '*' | undefined;
  /** A replacing command must say which version it replaces. */
  replaces?: boolean;
  correlation: string;
  causation: string;
  traceparent?: string | undefined;
  privateRows?: PrivateRow[];
  /** What the command's events mean for state topics. */
  states?: StateChange[];
  /** The files that its events name: claimed before the commit, and marked as named with it. */
  files?: readonly NamedFile[];
}
export interface Handled {
  answer: Answer;
  /** False if the durable outcome is not in the views yet: answered 202. */
  viewed: boolean;
  /** Carried out before, by a request with the same key. */
  repeated?: true;
  /** Whether states wait to be published since then. */
  owesStates?: boolean;
}
/** Durable, and on its way into the views. */
interface Written {
  answer: Answer;
  repeated?: true;
  view: Promise<void>;
  owesStates?: boolean;
}
/** Carries a command out; one that a view already refuses is only looked up, in case it was carried out before. */
export type Handle = (request: CommandRequest | Refusal, context: CommandContext) => Promise<Handled | Refusal>;

export interface HandleDeps {
  rules: Record<string, AnyStream>;
  store: Store;
  streams: Streams;
  relay: Relay;
  serial: Serial;
}

const ATTEMPTS = 4;
const VIEW_WAIT_MS = 2000;
export const EVENT_LIMIT = 256 * 1024;

export function handleOf({ rules, store, streams, relay, serial }: HandleDeps): Handle {
  async function attempt(request: CommandRequest, context: CommandContext): Promise<Handled | Written | Refusal> {
    const stream = `${request.stream}/${request.id}`;
    const rule = rules[request.stream];
    if (!rule) throw new Error(`there is no stream called ${request.stream}`);
    let refresh = false;
    for (let attempts = 0; attempts < ATTEMPTS; ) {
      const loaded = await streams.load(stream, rule, refresh);
      const decision = guard(loaded, rule, request, context) ?? decide(rule, loaded, request, context);
      const nothing = isRefusal(decision) || decision.length === 0;
      if (nothing) {
        // Before saying no, or that nothing changes: this very request may have succeeded before, or others since.
        const known = await store.byCause(context.cause);
        if (known) return again(known, context);
        if (!loaded.refreshed) {
          refresh = true;
          continue;
        }
        if (isRefusal(decision)) return decision;
      }
      const commit = nothing
        ? noop(loaded, request, context)
        : commitOf(stream, loaded, decision as NewEvent[], request, context);
      if (isRefusal(commit)) return commit;
      const files = nothing ? [] : await claim(store, context.files ?? [], { ...context, stream });
      if (isRefusal(files)) return refused(files, context);
      // Where nothing changes, neither does a state.
      const states = nothing ? [] : [...(context.states ?? []), ...statesAfter(rule, decision as NewEvent[])];
      const privateRows = [
        ...(context.privateRows ?? []),
        ...rowsOfStates(states, commit),
        ...namedRows(files, stream),
      ];
      const outcome = await written(stream, commit, privateRows);
      if (outcome.kind === 'known') return again(outcome.commit, context);
      if (outcome.kind === 'written') {
        if (nothing) return { answer: commit.answer, viewed: true };
        streams.advance(rule, loaded, commit);
        return { answer: commit.answer, view: relay.enqueue(commit), owesStates: states.length > 0 };
      }
      refresh = true;
      attempts += 1;
    }
    return refuse('busy');
  }

  /** A view may refuse only what has not happened: this very request may have succeeded before. */
  async function refused(refusal: Refusal, context: CommandContext): Promise<Handled | Written | Refusal> {
    const known = await store.byCause(context.cause);
    return known ? again(known, context) : refusal;
  }

  /** Answers what was done before. Whoever did it may have ended before the views showed it, so people wait for them here. */
  async function again(commit: Commit, context: CommandContext): Promise<Handled | Written | Refusal> {
    const known = answered(commit, context);
    if (isRefusal(known) || context.system || commit.events.length === 0) return known;
    const pending = await store.pending([commit.stream]);
    const isPending = pending.some(({ version }) => version === commit.version);
    return isPending ? { answer: commit.answer, repeated: true, view: relay.enqueue(commit) } : known;
  }

  async function written(stream: string, commit: Commit, privateRows: PrivateRow[]) {
    try {
      failpoint('before-commit');
      const outcome = await store.write(privateRows.length > 0 ? { commit, privateRows } : { commit });
      failpoint('after-commit');
      return outcome;
    } catch (error) {
      streams.forget(stream);
      throw error;
    }
  }

  return async (request, context) => {
    if (context.system && !isSystem(context.actor.sub))
      throw new Error(`${context.actor.sub} does not sign as the system`);
    const done = isRefusal(request)
      ? await refused(request, context)
      : await serial(`${request.stream}/${request.id}`, () => attempt(request, context));
    // The stream's next command need not wait for the views.
    if (!('view' in done)) return done;
    const { view, ...rest } = done;
    return { ...rest, viewed: await soon(view) };
  };
}

/** Borders and versions, which hold for every stream alike. */
export function guard(
  loaded: Loaded,
  rule: AnyStream & Admits,
  request: CommandRequest,
  context: CommandContext,
): Refusal | undefined {
  const { version, state } = loaded;
  const owner = ownerOf(rule, loaded);
  if (!context.system && owner !== undefined && owner !== context.actor.org && !rule.admits?.(state, context.actor))
    return refuse('not-found', { what: request.id });
  if (context.ifMatch === '*' ? version === 0 : context.ifMatch !== undefined && context.ifMatch !== version)
    return refuse('stale-version', { expected: context.ifMatch, actual: version });
  if (context.replaces && version > 0 && context.ifMatch === undefined) return refuse('precondition-required');
  return undefined;
}
/** A noun whose records people of other organisations may act on says whom it admits. */
interface Admits {
  admits?(state: unknown, actor: Actor): boolean;
}
/** A noun whose events are states of a topic, too, says which. */
interface Stated {
  states?(event: NewEvent): StateChange[];
}
/** The states that events mean. */
export const statesAfter = (rule: AnyStream & Stated, events: readonly NewEvent[]): StateChange[] =>
  rule.states ? events.flatMap(rule.states) : [];

/** A noun whose records belong to another organisation than the one that wrote them first says which. */
interface Owned {
  owner?(state: unknown): string | undefined;
}
/** The organisation whose record a stream is; undefined if there is none. */
export const ownerOf = (rule: AnyStream & Owned, { org, state }: Pick<Loaded, 'org' | 'state'>): string | undefined =>
  rule.owner?.(state) ?? org;

export function decide(
  rule: AnyStream,
  loaded: Loaded,
  request: CommandRequest,
  context: CommandContext,
): NewEvent[] | Refusal {
  const { type, id, data } = request;
  return rule.decide(loaded.state, {
    type,
    id,
    data,
    businessDate: request.businessDate ?? context.businessDate,
    now: context.now,
    actor: context.actor,
  });
}

export function commitOf(
  stream: string,
  loaded: Loaded,
  events: NewEvent[],
  request: CommandRequest,
  context: CommandContext,
): Commit | Refusal {
  for (const event of events) checkWritten(event);
  const version = loaded.version + 1;
  const status = loaded.version === 0 ? 201 : 200;
  const commit: Commit = {
    stream,
    version,
    events: events.map(({ type, data }) => ({ type, version: definitionOf(type)!.version, data })),
    ...outcomeOf(context),
    org: loaded.org ?? context.actor.org,
    answer: { status, id: request.id, version: loaded.version + events.length },
  };
  if (events.some(({ data }) => JSON.stringify(data).length * 3 > EVENT_LIMIT && byteLength(data) > EVENT_LIMIT))
    return refuse('event-too-large', { limit: EVENT_LIMIT });
  return sealed(commit, loaded.hash);
}
const byteLength = (data: unknown) => Buffer.byteLength(JSON.stringify(data));

/** That nothing was to be done is an outcome too: repeated later, it must not do something after all. */
function noop(loaded: Loaded, request: CommandRequest, context: CommandContext): Commit {
  const answer = { status: 200 as const, id: request.id, version: loaded.version };
  return {
    stream: `noop/${context.cause}`,
    version: 1,
    events: [],
    ...outcomeOf(context),
    org: context.actor.org,
    answer,
  };
}

function outcomeOf(context: CommandContext) {
  const { cause, fingerprint, actor, now, correlation, causation, traceparent } = context;
  return {
    cause,
    ...(fingerprint ? { fingerprint } : {}),
    actor: actor.sub,
    ...(actor.behalf === undefined ? {} : { behalf: actor.behalf }),
    time: now,
    correlation,
    causation,
    ...(traceparent ? { traceparent } : {}),
  };
}

function answered(commit: Commit, context: CommandContext): Handled | Refusal {
  if (commit.fingerprint !== context.fingerprint) return refuse('key-reused');
  return { answer: commit.answer, viewed: true, repeated: true };
}

async function soon(viewed: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), VIEW_WAIT_MS);
  });
  const result = await Promise.race([viewed.then(() => true), late]);
  clearTimeout(timer);
  return result;
}
