// A service's subscriber: every event once, in order per stream, its rows and reactions durable before its position is.
// What cannot be applied parks its key; what the store cannot take just now is handed out again.
import {
  type CloudEvent,
  type CommandRequest,
  isRefusal,
  isStateTopic,
  type JiangongEvent,
  type Read,
  type Recorded,
  readEvent,
  serviceOf,
  topics,
} from '@jiangong/contracts';
import type { CommandContext, Handle } from '../command/handle.ts';
import type { Serial } from '../command/serial.ts';
import { traceparentOf } from '../command/trace.ts';
import type { AnyView } from '../define/any.ts';
import type { Manifest } from '../define/service.ts';
import { failpoint } from '../failpoint.ts';
import type { EventLog, LogRecord, Position } from '../log/port.ts';
import type { Commit, PrivateRow, Store } from '../store/port.ts';
import { shapeOf } from '../store/shape.ts';
import { type Parking, WAITS } from './park.ts';
import { follow } from './states.ts';

export interface SubscriberDeps {
  manifest: Manifest;
  views: readonly AnyView[];
  store: Store;
  log: EventLog;
  handle: Handle;
  parking: Parking;
  read: Read;
  serial: Serial;
  clock: { now(): string; today(): string };
  onParked(record: LogRecord, reason: unknown): void;
}

/** Uninteresting records after which the position is kept all the same. */
const SKIP = 200;
const POSITIONS = 'positions';

export class Unavailable extends Error {}

export function subscriberOf(deps: SubscriberDeps) {
  const { manifest, views, store, log, handle, parking, read, serial, clock } = deps;
  const group = manifest.name;
  const foreign = new Set<string>(
    views.flatMap((view) => view.events as string[]).filter((type) => serviceOf(type) !== group),
  );
  const reactions = new Map<string, Manifest['reactions'][number]['react'][]>();
  for (const { event, react } of manifest.reactions) reactions.set(event, [...(reactions.get(event) ?? []), react]);
  const ofEvents = [...foreign, ...reactions.keys()].map((type) => topics[serviceOf(type)!]);
  const subscribed = [...new Set<string>([...ofEvents, ...(manifest.states ?? [])])];
  // Another number reads the log from its start: for rows of others' events there is no journal here to fill them from.
  const fed = views.filter((view) => view.events.some((type: string) => foreign.has(type)));
  const generation = fed.length > 0 ? { generation: shapeOf(...fed) } : {};
  let skipped = 0;

  const positionRows = (position: Position | undefined): PrivateRow[] =>
    position ? [{ table: POSITIONS, key: position.partition, body: position.offset }] : [];

  /** Everything that follows from an event here; durable, with the position, when it resolves. */
  async function effect(event: CloudEvent, privateRows: PrivateRow[]): Promise<void> {
    const reacts = reactions.get(event.type) ?? [];
    const rows = foreign.has(event.type) ? [event] : [];
    if (reacts.length === 0) {
      if (rows.length > 0) await store.write({ apply: rows, privateRows });
      else await skip(privateRows);
      return;
    }
    const causeOf = (place: number | string) => `${group}/${event.id}/${place}`;
    // Rows first, so that a reaction sees them; a repetition finds them applied.
    if (rows.length > 0) await store.write({ apply: rows });
    failpoint('after-foreign-rows');
    const before = await store.byCause(causeOf(0));
    if (before && before.events.length === 0 && before.answer.id === '') return;
    const requests: CommandRequest[] = [];
    for (const react of reacts) requests.push(...(await react(event as Recorded<JiangongEvent>, read)));
    if (requests.length === 0) {
      const outcome = await store.write({ commit: nothingToDo(event, causeOf(0)), privateRows });
      // By another copy, and not by a majority yet: it may still vanish with its primary, and the record with the position.
      if (outcome.kind === 'taken') throw new Unavailable('busy');
      return;
    }
    const command = async (request: CommandRequest, ordinal: number, positionRow?: PrivateRow[]) => {
      const result = await handle(request, contextOf(event, causeOf(request.key ?? ordinal), positionRow));
      failpoint('after-reaction');
      if (!isRefusal(result)) return;
      if (result.refused === 'busy') throw new Unavailable('busy');
      throw new Error(`reaction ${request.stream}/${request.id} ${request.type} refused: ${JSON.stringify(result)}`);
    };
    const last = requests.length - 1;
    await Promise.all(requests.slice(0, last).map((request, ordinal) => command(request, ordinal)));
    // The position travels with the last effect, in one write.
    await command(requests[last]!, last, privateRows);
  }

  async function skip(privateRows: PrivateRow[]) {
    skipped += 1;
    if (skipped % SKIP === 0 && privateRows.length > 0) await store.write({ privateRows });
  }

  function contextOf(event: CloudEvent, cause: string, privateRows?: PrivateRow[]): CommandContext {
    return {
      cause,
      actor: { sub: `system:${group}`, org: event.org, roles: [], departments: [], units: [] },
      now: clock.now(),
      businessDate: clock.today(),
      system: true,
      correlation: event.correlationid,
      causation: event.id,
      traceparent: traceparentOf(event.traceparent),
      ...(privateRows ? { privateRows } : {}),
    };
  }

  function nothingToDo(event: CloudEvent, cause: string): Commit {
    return {
      stream: `noop/${cause}`,
      version: 1,
      events: [],
      cause,
      org: event.org,
      actor: `system:${group}`,
      time: clock.now(),
      correlation: event.correlationid,
      causation: event.id,
      answer: { status: 200, id: '', version: 0 },
    };
  }

  const mayMend = (error: unknown) => error instanceof Unavailable || store.isFault(error);

  async function apply(record: LogRecord, privateRows: PrivateRow[]) {
    const event = readEvent(record.value);
    failpoint('before-effect');
    if (event) await effect(event, privateRows);
    else await skip(privateRows);
    failpoint('after-effect');
  }

  async function onRecord(record: LogRecord) {
    const privateRows = positionRows(record.position);
    // A state is whole in itself: none waits behind another, and none is kept aside with what may be erased meanwhile.
    if (isStateTopic(record.topic)) return follow(group, store, record, privateRows);
    if (!parking.isParked(record.key)) {
      try {
        return await apply(record, privateRows);
      } catch (error) {
        if (mayMend(error)) throw error;
        deps.onParked(record, error);
        return await park(record, String(error), privateRows);
      }
    }
    await park(record, WAITS, privateRows);
  }
  async function park(record: LogRecord, reason: string, privateRows: PrivateRow[]) {
    const row = await parking.park(record, reason, clock.now());
    failpoint('before-park');
    await store.write({ privateRows: row ? [row, ...privateRows] : privateRows });
    failpoint('after-park');
  }

  /** Applies a parked line in order, up to its first failure. */
  async function drain(key: string) {
    for (const row of await parking.line(key)) {
      try {
        await apply(row.record as LogRecord, []);
      } catch (error) {
        if (mayMend(error)) throw error;
        await store.write({
          privateRows: [parking.privateRowOf(row, { ...row, reason: String(error), redrive: false })],
        });
        return;
      }
      failpoint('before-unpark');
      await store.write({ privateRows: [parking.privateRowOf(row, undefined)] });
      failpoint('after-unpark');
    }
    // Another copy may have parked more meanwhile; only a line seen empty lets later events pass.
    if ((await parking.line(key)).length === 0) parking.unpark(key);
  }

  return {
    topics: subscribed,
    async run(signal: AbortSignal) {
      await parking.load();
      const from = (await store.privateRows(POSITIONS)).map(({ key, body }) => ({
        partition: key,
        offset: String(body),
      }));
      await log.subscribe({
        group,
        ...generation,
        topics: subscribed,
        from,
        onAssigned: parking.load,
        onRecord: (record) => serial(record.key, () => onRecord(record)),
        signal,
      });
    },
    /** Retries what operators requested. */
    async redriven() {
      for (const key of await parking.flagged()) await serial(key, () => drain(key));
    },
  };
}
