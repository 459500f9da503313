// One service at work: its store, its command handling, its pass, its subscriber and its deadlines, wired by hand.
import { randomBytes } from 'node:crypto';
import { type CommandRequest, eventTopicsOf, isRefusal, stateTopicsOf } from '@jiangong/contracts';
import type { Logger } from 'pino';
import { type Handle, handleOf, ownerOf } from '../command/handle.ts';
import { type Preview, previewOf } from '../command/preview.ts';
import { serial } from '../command/serial.ts';
import { streamsOf } from '../command/streams.ts';
import { firing } from '../consume/deadline.ts';
import { forgetting } from '../consume/forget.ts';
import { type Parking, parkingOf } from '../consume/park.ts';
import { subscriberOf } from '../consume/subscribe.ts';
import { businessDateOf } from '../define/calendar.ts';
import type { Companion, CompanionDeclaration, Host } from '../define/companion.ts';
import type { Manifest } from '../define/service.ts';
import { viewsOf } from '../define/views.ts';
import type { Scanner } from '../files/content/scanner.ts';
import { deskOf, type FileDesk } from '../files/desk.ts';
import type { OpenFiles } from '../files/port.ts';
import type { EventLog } from '../log/port.ts';
import { refuseHalfMoved } from '../migrate/mark.ts';
import { eventsOfCommit } from '../relay/envelope.ts';
import { fillNewTopics } from '../relay/fill.ts';
import { publisherOf } from '../relay/log-guard.ts';
import { relayOf } from '../relay/relay.ts';
import { stateRelayOf } from '../relay/states.ts';
import { readLinks } from '../store/chain.ts';
import type { OpenStore, Store } from '../store/port.ts';
import { readOf } from '../store/read.ts';

/** What a process gives to each service in it. */
export interface RuntimeDeps {
  openStore: OpenStore;
  storeUrl: string;
  /** For services whose records name files. */
  openFiles?: OpenFiles;
  scanner?: Scanner | undefined;
  /** Days after which a file that nothing names is removed. */
  fileRetentionDays?: number;
  log: EventLog;
  logger: Logger;
  /** The instant it is, RFC 3339. */
  now(): string;
}

/** One service at work. */
export interface Runtime extends Host {
  manifest: Manifest;
  /** Known to this store alone. */
  secret: string;
  parking: Parking;
  /** What commands would do, within one organisation; nothing is written. */
  preview(org: string): Preview;
  /** Present where records name files. */
  files?: FileDesk;
  /** Throws if the log is not the one published to before. */
  checkLog(): Promise<void>;
  /** Streams whose way out stopped at a failure. */
  stopped(): ReadonlyMap<string, unknown>;
  /** Takes what the journal still owes, subscribes, and sweeps each second until stopped. */
  begin(): Promise<void>;
  /** One sweep now: pending commits, deadlines, redriven keys. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

const SWEEP_MS = 1000;

/**
 * Wires one service to its store and the log; it answers commands at once, and relays and subscribes once it has begun.
 * @example
 * ```ts
 * import { counter } from '@jiangong/service-kit/counter';
 * import { openEngine } from '@jiangong/service-kit/engine';
 * import { pino } from 'pino';
 * const [logger, now] = [pino({ level: 'silent' }), () => '2024-05-06T08:00:00Z'];
 * const memory = { STORE_URL: 'memory:', LOG_URL: 'memory:' };
 * const { openStore, log } = await openEngine(memory, { options: {}, logger, now: now() });
 * const runtime = await runtimeOf(counter, { openStore, storeUrl: 'memory:', log, logger, now });
 * await runtime.versionOf('unit/u1'); // → 0
 * await runtime.stop();
 * ```
 */
export async function runtimeOf(manifest: Manifest, deps: RuntimeDeps): Promise<Runtime> {
  const { log, now } = deps;
  const logger = deps.logger.child({ service: manifest.name });
  const views = viewsOf(manifest);
  const store = await deps.openStore(deps.storeUrl, manifest.name, views);
  const secret = await secretOf(store);
  await refuseHalfMoved(manifest.name, store);
  const clock = { now, today: () => businessDateOf(now()) };
  const topics = eventTopicsOf(manifest.name);
  const guard = publisherOf(topics, store, log);
  const relay = relayOf({
    service: manifest.name,
    store,
    publish: guard.publish,
    onError: (error, commit) =>
      logger.error({ err: error, stream: commit?.stream }, 'the pass stopped; the next sweep goes on'),
  });
  const states = stateRelayOf({
    store,
    async publish(records) {
      await guard.check();
      await log.publishStates(records);
    },
    onError: (error) => logger.error({ err: error }, 'states could not be published; the next sweep goes on'),
  });
  const publishStates = async () => {
    if (stateTopicsOf(manifest.name).length > 0) await states.run();
  };
  const streams = streamsOf(manifest.name, store);
  const carryOut = handleOf({
    rules: manifest.streams,
    store,
    streams,
    relay,
    serial: serial(),
  });
  const listeners: ((request: CommandRequest) => void)[] = [];
  const handle: Handle = async (request, context) => {
    const result = await carryOut(request, context);
    if (!isRefusal(result) && result.owesStates) void states.run();
    if (!isRefusal(result) && !isRefusal(request)) for (const listener of listeners) listener(request);
    return result;
  };
  const companions = new Map<CompanionDeclaration<Companion>, Companion>();
  const parking = parkingOf(store);
  const subscriber = subscriberOf({
    manifest,
    views,
    store,
    log,
    handle,
    parking,
    read: readOf(store, undefined),
    serial: serial(),
    clock,
    onParked: (record, reason) => logger.error({ err: reason, key: record.key }, 'an event parked its key'),
  });
  const fire = firing(manifest.deadlines, store, handle, clock, (id, refusal) =>
    logger.warn({ id, refusal }, 'a deadline was refused'),
  );
  const files = await filesOf(manifest, store, deps);
  const forget = forgetting(store, now);
  const stopping = new AbortController();
  let subscribed: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> | undefined;

  async function sweep() {
    try {
      await relay.sweep();
      await publishStates();
      await fire();
      await subscriber.redriven();
      await forget();
      await files?.sweep();
    } catch (error) {
      logger.error({ err: error }, 'a sweep failed; the next goes on');
    }
  }
  function rulesOf(stream: string) {
    const rules = manifest.streams[stream.split('/')[0]!];
    if (!rules) throw new Error(`there is no stream called ${stream}`);
    return rules;
  }
  function tick() {
    sweeping = sweep().then(() => {
      if (!stopping.signal.aborted) timer = setTimeout(tick, SWEEP_MS);
    });
  }

  const runtime: Runtime = {
    manifest,
    store,
    now,
    logger,
    secret,
    handle,
    parking,
    ...(files ? { files } : {}),
    read: (org) => readOf(store, org),
    preview: (org) => previewOf({ manifest, streams, store, org }),
    versionOf: async (stream) => (await streams.load(stream, rulesOf(stream), true)).version,
    ownerOf: async (stream) => ownerOf(rulesOf(stream), await streams.load(stream, rulesOf(stream), true)),
    async rowAt(view, stream, version) {
      let row: never | undefined;
      for (const { commit } of await readLinks(store, stream))
        for (const event of eventsOfCommit(manifest.name, commit))
          if (event.sequence <= version && view.events.includes(event.type)) row = view.apply(row, event) as never;
      return row;
    },
    onHandled: (listener) => void listeners.push(listener),
    companion<T extends Companion>(companion: CompanionDeclaration<T>) {
      const made = (companions.get(companion) as T | undefined) ?? companion.make(runtime);
      companions.set(companion, made);
      return made;
    },
    checkLog: guard.check,
    stopped: relay.stopped,
    async begin() {
      await fillNewTopics({ service: manifest.name, store, log, rules: manifest.streams, topics });
      await relay.sweep();
      await publishStates();
      if (subscriber.topics.length > 0) subscribed = subscriber.run(stopping.signal);
      tick();
    },
    sweep,
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await sweeping;
      await subscribed;
      for (const companion of companions.values()) await companion.stop?.();
      await relay.idle();
      await files?.close();
      await publishStates();
      await store.close();
    },
  };
  return runtime;
}

async function filesOf(
  { name, files: rules }: Manifest,
  store: Store,
  deps: RuntimeDeps,
): Promise<FileDesk | undefined> {
  if (!rules || !deps.openFiles) return undefined;
  const files = await deps.openFiles(deps.storeUrl, name);
  const { now, scanner, fileRetentionDays: retentionDays = 30 } = deps;
  return deskOf({ rules, store, files, now, scanner, retentionDays });
}

const SECRET = { table: 'secret', key: 'fingerprint' };

/** Drawn once per store, by whichever copy is first. */
async function secretOf(store: Store): Promise<string> {
  await store.write({ privateRows: [{ ...SECRET, body: randomBytes(32).toString('base64'), once: true }] });
  return String(await store.privateRow(SECRET.table, SECRET.key));
}
