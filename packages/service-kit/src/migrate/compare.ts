// Both sides of a move, row by row: what the folder holds is what the servers hold, to the letter.
import { type CloudEvent, eventsFor, eventTopics, eventTopicsOf } from '@jiangong/contracts';
import { HistoryLost } from '../log/history-lost.ts';
import type { EventLog } from '../log/port.ts';
import type { NumberedKey, Store, StoredRow } from '../store/port.ts';
import { eventsOf, type SourceJournal } from './source.ts';
import { same } from './target.ts';

export interface Count {
  service: string;
  what: string;
  /** How many the folder holds, and the servers. */
  here: number;
  there: number;
  /** Whether each is the same on both sides. */
  same: boolean;
}
const PAGE = 500;
const TRIES = 100;
type Some<T> = Iterable<T> | AsyncIterable<T>;

/** Two sequences in the same order. */
async function side<T>(here: Some<T>, there: Some<T>): Promise<Omit<Count, 'service' | 'what'>> {
  const theirs = (async function* () {
    yield* there;
  })();
  const count = { here: 0, there: 0, same: true };
  for await (const ours of here) {
    count.here += 1;
    const { value, done } = await theirs.next();
    if (done) count.same = false;
    else {
      count.there += 1;
      if (!same(ours, value)) count.same = false;
    }
  }
  for await (const _ of theirs) {
    count.there += 1;
    count.same = false;
  }
  return count;
}

async function* rowsOf(store: Store, view: string): AsyncIterable<StoredRow> {
  for (let after: string | undefined; ; ) {
    const page = await store.rows({ view, filter: {}, ...(after === undefined ? {} : { after }), limit: PAGE });
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.key;
  }
}

async function* numbersOf(store: Store, orgs: Iterable<Pick<NumberedKey, 'view' | 'org'>>): AsyncIterable<NumberedKey> {
  for (const { view, org } of orgs)
    for (let after = 0; ; ) {
      const page = await store.numbered({ view, org, after, limit: PAGE });
      for (const { number, row } of page) yield { view, org, number, key: row.key };
      if (page.length < PAGE) break;
      after = page.at(-1)!.number;
    }
}

/** @param records how many events each topic of the log holds, and whether each stream is whole and in order there */
export async function compare(
  journal: SourceJournal,
  store: Store,
  records: ReadonlyMap<string, { count: number; whole: boolean }>,
): Promise<Count[]> {
  const { service } = journal;
  const counts: Count[] = [{ service, what: '提交 commits', ...(await side(journal.byId(), store.journal())) }];
  for (const topic of eventTopicsOf(service)) {
    let here = 0;
    for (const page of eventsOf(journal)) here += eventsFor(topic, page).length;
    const { count: there, whole } = records.get(topic.topic)!;
    counts.push({ service, what: `主题 topic ${topic.topic}`, here, there, same: whole && there === here });
  }
  for (const table of journal.tables()) {
    const theirs = (await store.privateRows(table)).map(({ key, body }) => ({ table, key, body }));
    counts.push({ service, what: `私有 private ${table}`, ...(await side(journal.kept(table), theirs)) });
  }
  const orgs = new Map([...journal.numbers()].map(({ view, org }) => [`${view} ${org}`, { view, org }]));
  if (orgs.size > 0)
    counts.push({ service, what: '编号 numbers', ...(await side(journal.numbers(), numbersOf(store, orgs.values()))) });
  for (const { name } of journal.views)
    counts.push({ service, what: `视图 view ${name}`, ...(await side(journal.rows(name), rowsOf(store, name))) });
  return counts;
}

/** Reads the whole log: of each topic how many events there are, those that came twice counted once. */
export async function readLog(log: EventLog, group: string, generation: string) {
  const last = new Map<string, number>();
  const found = new Map(eventTopics.map((topic) => [topic, { count: 0, whole: true }]));
  const stopping = new AbortController();
  const reading = log.subscribe({
    group,
    generation,
    topics: eventTopics,
    from: [],
    signal: stopping.signal,
    async onRecord({ topic, key, value }) {
      const { sequence } = value as CloudEvent;
      const before = last.get(`${topic} ${key}`) ?? 0;
      if (sequence <= before) return;
      const counted = found.get(topic)!;
      counted.count += 1;
      if (sequence !== before + 1) counted.whole = false;
      last.set(`${topic} ${key}`, sequence);
    },
  });
  try {
    for (let unread = 1, failures = 0; unread > 0; ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      try {
        unread = (await log.lag())[group] ?? 1;
        failures = 0;
      } catch (error) {
        // A new group's coordinator takes a while to know it.
        failures += 1;
        if (failures > TRIES) throw error;
      }
      await log.check().catch((error) => {
        if (error instanceof HistoryLost) throw error;
      });
    }
  } finally {
    stopping.abort();
    await reading;
  }
  return found;
}
