// Bugs that the protocol was made against, each planted in one part of an otherwise sound process.
import type { EventLog } from '../../log/port.ts';
import type { StateRow } from '../../relay/states.ts';
import type { Bug } from './copy.ts';
import { STATES, UNITS } from './mirror.ts';
import { GRANTS } from './states.ts';

let drawn = 0;
/** Every second time is slow, so that few histories suffice. */
const slowStates = (log: EventLog, topic: string): EventLog => ({
  ...log,
  async publishStates(records) {
    const isSlow = records.some((record) => record.topic === topic) && drawn++ % 2 === 0;
    for (let turns = isSlow ? 300 : 0; turns > 0; turns -= 1) await log.check();
    await log.publishStates(records);
  },
});

export const bugs: Record<string, Bug> = {
  'unset before acknowledgement': {
    log: (log) => ({
      ...log,
      async publish(topic, events) {
        void log.publish(topic, events).catch(() => {});
      },
    }),
  },
  'published on one topic only': {
    log: (log) => ({
      ...log,
      async publish(topic, events) {
        if (topic !== UNITS) await log.publish(topic, events);
      },
      held: async (topic) => (topic === UNITS ? { records: Number.MAX_SAFE_INTEGER, lost: 0 } : log.held(topic)),
    }),
  },
  'older revision after newer': {
    log: (log) => ({
      ...log,
      subscribe: (subscription) =>
        log.subscribe({ ...subscription, topics: subscription.topics.filter((topic) => topic !== STATES) }),
      publishStates: slowStates(log, STATES).publishStates,
    }),
  },
  'a name after its erasure': {
    // One's own states that come back are not looked at.
    follow: (follow) => async (service, store, record, positions) =>
      record.topic === GRANTS ? undefined : follow(service, store, record, positions),
    log: (log) => slowStates(log, GRANTS),
  },
  'erased while a copy was down': {
    // What a copy began and did not end is taken for done.
    follow: (follow) => async (service, store, record, positions) => {
      const { org, key, revision } = record.value as StateRow;
      const known = (await store.privateRow(record.topic, `${org}/${key}`)) as StateRow | undefined;
      if (known?.revision !== revision) await follow(service, store, record, positions);
    },
  },
  'offset before effect': {
    log: (log) => ({
      ...log,
      subscribe: (subscription) =>
        log.subscribe({
          ...subscription,
          onRecord: async (record) => void subscription.onRecord(record).catch(() => {}),
        }),
    }),
  },
  'no unique cause': { flaws: ['no-unique-cause'] },
  'skip after a failure': {
    log: (log) => ({
      ...log,
      subscribe: (subscription) =>
        log.subscribe({ ...subscription, onRecord: (record) => subscription.onRecord(record).catch(() => {}) }),
    }),
  },
  'row without mark': { flaws: ['no-mark'] },
  'a higher version handled before a lower pending one': {
    store: (store) => ({ ...store, pending: async () => [] }),
  },
  'pending cut at a limit': {
    store: (store) => ({
      ...store,
      pending: async (streams) => (await store.pendingPage()).filter(({ stream }) => streams.includes(stream)),
    }),
  },
  'view write without majority': { flaws: ['volatile-rows'] },
  'read without majority': { flaws: ['dirty-reads'] },
  'refusal from a stale cache': {
    streams: (streams) => ({
      ...streams,
      load: async (stream, rules) => ({ ...(await streams.load(stream, rules, false)), refreshed: true }),
    }),
  },
  'wrong predecessor after a lost race': {
    streams(streams) {
      const before = new Map<string, string>();
      return {
        ...streams,
        async load(stream, rules, refresh) {
          const loaded = await streams.load(stream, rules, refresh);
          if (!refresh) before.set(stream, loaded.hash);
          return { ...loaded, hash: before.get(stream)! };
        },
      };
    },
  },
  'parked key overtaken': { parking: (parking) => ({ ...parking, isParked: () => false }) },
  'deadline fired by two copies': {
    firing: (handle) => (request, context) => handle(request, { ...context, cause: `${context.cause}#${drawn++}` }),
  },
  'a number given before its predecessor is visible': { flaws: ['early-number'] },
  'keys of reactions forgotten, too': { flaws: ['forgets-reactions'] },
  'tombstone lost': {
    log: (log) => ({ ...log, publishStates: (records) => log.publishStates(records.filter(({ value }) => value)) }),
  },
  'older state after newer in private rows': {
    store: (store) => ({
      ...store,
      write: ({ privateRows, ...unit }) =>
        store.write({ ...unit, ...(privateRows ? { privateRows: privateRows.map(({ newer, ...row }) => row) } : {}) }),
    }),
  },
  'group commit answering before COMMIT': { flaws: ['early-answer'] },
};
