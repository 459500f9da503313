// What commands would do if they were given one after the other: decided on what is there and on what those before would have
// written. Nothing is written, and no reaction follows.
import {
  type CloudEvent,
  type CommandRequest,
  type Filter,
  isRefusal,
  type Match,
  type NewEvent,
  type Read,
  type Refusal,
} from '@jiangong/contracts';
import type { Manifest } from '../define/service.ts';
import { eventsOfCommit } from '../relay/envelope.ts';
import type { Store } from '../store/port.ts';
import { allRows, readOf } from '../store/read.ts';
import { type CommandContext, commitOf, decide, guard } from './handle.ts';
import { serial } from './serial.ts';
import type { Loaded, Streams } from './streams.ts';

/** Whether the thing is not there yet, would be changed, or is as the command says. */
export type Foreseen = 'new' | 'changed' | 'same';
export interface Preview {
  /** The rows that are there, with those that would be. */
  read: Read;
  handle(request: CommandRequest | Refusal, context: CommandContext): Promise<Foreseen | Refusal>;
}

export interface PreviewDeps {
  manifest: Manifest;
  streams: Streams;
  store: Store;
  org: string;
}

type Rows = Map<string, object | undefined>;

export function previewOf({ manifest, streams, store, org }: PreviewDeps): Preview {
  const read = readOf(store, org);
  const inOrder = serial();
  const loaded = new Map<string, Loaded>();
  const written = new Map<string, Rows>();
  const rowsOf = (view: string): Rows => {
    const rows = written.get(view) ?? new Map();
    written.set(view, rows);
    return rows;
  };

  async function show(events: readonly CloudEvent[]) {
    for (const view of manifest.views)
      for (const event of events) {
        if (!view.events.includes(event.type)) continue;
        const key = view.key(event);
        if (key === undefined) continue;
        const rows = rowsOf(view.name);
        const before = rows.has(key) ? rows.get(key) : await read.get(view, key);
        rows.set(key, view.apply(before as never, event) as object | undefined);
      }
  }

  return {
    read: withRows(store, org, rowsOf),
    async handle(request, context) {
      if (isRefusal(request)) return request;
      const stream = `${request.stream}/${request.id}`;
      return inOrder(stream, () => foresee(stream, request, context));
    },
  };

  async function foresee(
    stream: string,
    request: CommandRequest,
    context: CommandContext,
  ): Promise<Foreseen | Refusal> {
    const rule = manifest.streams[request.stream];
    if (!rule) throw new Error(`there is no stream called ${request.stream}`);
    const before = loaded.get(stream) ?? (await streams.load(stream, rule, true));
    const decision = guard(before, rule, request, context) ?? decide(rule, before, request, context);
    if (isRefusal(decision)) return decision;
    if (decision.length === 0) return 'same';
    const commit = commitOf(stream, before, decision as NewEvent[], request, context);
    if (isRefusal(commit)) return commit;
    loaded.set(stream, streams.fold(rule, before, commit));
    await show(eventsOfCommit(manifest.name, commit) as CloudEvent[]);
    return before.version === 0 ? 'new' : 'changed';
  }
}

function withRows(store: Store, org: string | undefined, rowsOf: (view: string) => Rows): Read {
  const read = readOf(store, org);
  return {
    ...read,
    async get(view, key) {
      const rows = rowsOf(view.name);
      return rows.has(key) ? (rows.get(key) as never) : read.get(view, key);
    },
    async all(view, filter = {}) {
      const rows = rowsOf(view.name);
      if (rows.size === 0) return read.all(view, filter);
      const query = { view: view.name, ...(org === undefined ? {} : { org }), filter: filter as Record<string, Match> };
      const found = new Map<string, object | undefined>();
      for await (const { key, body } of allRows(store, query)) found.set(key, body as object);
      for (const [key, row] of rows) found.set(key, row && fits(row, filter) ? row : undefined);
      return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, row]) => row ?? []) as never;
    },
    everywhere: () => withRows(store, undefined, rowsOf),
  };
}

const fits = (row: object, filter: Filter<object>) =>
  Object.entries(filter as Record<string, Match>).every(([field, match]) => {
    const value = (row as Record<string, string | number>)[field]!;
    if (typeof match !== 'object') return value === match;
    return 'upTo' in match ? value <= match.upTo : match.includes(value);
  });
