// Moves an installation from its data folder to MongoDB and Kafka: both sides are looked at before anything is written;
// journals and private rows are copied, the log is written anew from the journals, every view is filled, and at last both sides
// are compared row by row. Nothing of the folder is changed, and a move that was interrupted goes on when it is repeated.
import { randomUUID } from 'node:crypto';
import { eventsFor, eventTopicsOf, type ServiceName, topics } from '@jiangong/contracts';
import type { ParkedRow } from '../consume/park.ts';
import type { Manifest } from '../define/service.ts';
import { failpoint } from '../failpoint.ts';
import type { EventLog } from '../log/port.ts';
import { eventsOfCommit } from '../relay/envelope.ts';
import { publishAllStates } from '../relay/states.ts';
import type { Commit, OpenStore, Store } from '../store/port.ts';
import { type Count, compare, readLog } from './compare.ts';
import { moveFiles } from './files.ts';
import { type Mark, markOf } from './mark.ts';
import { eventsOf, openSource, pages, type Source, type SourceJournal } from './source.ts';
import { forgetGroup, lookAtLog, lookAtStore, same } from './target.ts';

interface MigrateOptions {
  /** The data folder of an installation that has stopped. */
  from: string;
  storeUrl: string;
  logUrl: string;
  now: string;
  /** Every service that the folder may hold. */
  manifests: readonly Manifest[];
  /** Tests: a store that does not do what it promises. */
  openStore?: OpenStore;
}
interface Migrated {
  counts: Count[];
  /** Whether both sides hold the same; only then services start there. */
  same: boolean;
  /** Whether an earlier move was whole: then it was only compared. */
  before: boolean;
}
const GROUP = 'move';

/**
 * Moves the data folder of a stopped installation to MongoDB and Kafka and compares both sides; the folder stays as it is,
 * and a move that was interrupted goes on when it is repeated. Throws if the target holds anything else, or is served.
 * @example
 * ```ts no_run
 * const { same, counts } = await migrate({
 *   from: './data',
 *   storeUrl: 'mongodb://localhost:27017/jiangong',
 *   logUrl: 'kafka://localhost:9092',
 *   now: new Date().toISOString(),
 *   manifests: [],
 * });
 * if (!same) console.table(counts);
 * ```
 */
export async function migrate(options: MigrateOptions): Promise<Migrated> {
  const { from, storeUrl, logUrl, now, manifests } = options;
  const source = openSource(from, now, manifests);
  let log: EventLog | undefined;
  const stores = new Map<ServiceName, Store>();
  try {
    const marks = await lookAtAll(source, storeUrl, logUrl);
    const { openKafkaLog } = await import('../log/kafka.ts');
    const openStore = options.openStore ?? (await import('../store/mongo.ts')).openMongoStore;
    log = await openKafkaLog(logUrl);
    failpoint('move-topics');
    for (const { service, views } of source.journals) stores.set(service, await openStore(storeUrl, service, views));
    const before = marks.length === source.journals.length && marks.every(({ state }) => state === 'moved');
    if (!before) {
      for (const store of stores.values())
        await store.write({ privateRows: [markOf({ source: source.id, state: 'moving', at: now })] });
      failpoint('move-marked');
      // Whoever started a service meanwhile has left a trace, or will meet the mark.
      await lookAtAll(source, storeUrl, logUrl);
      for (const journal of source.journals) await copy(journal, stores.get(journal.service)!, log);
      for (const journal of source.journals) await fill(journal, source, stores.get(journal.service)!);
    }
    const counts = await compareAll(source, stores, log, logUrl);
    const { openGridFs: openFiles } = await import('../files/gridfs.ts');
    for (const journal of source.journals)
      counts.push(...(await moveFiles(journal, { from, storeUrl, openFiles, before })));
    const isSame = counts.every(({ same }) => same);
    failpoint('move-compared');
    if (isSame && !before)
      for (const store of stores.values())
        await store.write({ privateRows: [markOf({ source: source.id, state: 'moved', at: now })] });
    return { counts, same: isSame, before };
  } finally {
    for (const store of stores.values()) await store.close();
    await log?.close();
    source.close();
  }
}

/** Writes nothing. @returns the marks of this folder's own move. @throws if the target holds anything else, or is served */
async function lookAtAll({ id, journals }: Source, storeUrl: string, logUrl: string): Promise<Mark[]> {
  const marks: Mark[] = [];
  for (const service of Object.keys(topics)) {
    const journal = journals.find((one) => one.service === service);
    const mark = await lookAtStore(storeUrl, service, { id, journal });
    if (mark) marks.push(mark);
  }
  // Marks come before records: where a database has none yet, nothing was published.
  await lookAtLog(logUrl, marks.length === journals.length);
  return marks;
}

async function copy({ service, commits, kept: stored, numbers: given }: SourceJournal, store: Store, log: EventLog) {
  for (const page of commits()) {
    await Promise.all(page.map((commit) => copyCommit(commit, store)));
    failpoint('move-commits');
  }
  for (const privateRows of pages(stored())) await store.write({ privateRows });
  for (const numbers of pages(given())) await store.write({ numbers });
  failpoint('move-kept');
  // Copied commits wait to be published, like any that was just written; in the order of their streams.
  for (;;) {
    const pending = await store.pendingPage();
    if (pending.length === 0) break;
    const events = pending.flatMap((commit) => eventsOfCommit(service, commit));
    for (const topic of eventTopicsOf(service)) await log.publish(topic.topic, eventsFor(topic, events));
    failpoint('move-published');
    await store.markPublished(pending);
  }
  await publishAllStates(service, store, log);
}

async function copyCommit(commit: Commit, store: Store) {
  const outcome = await store.write({ commit });
  const found = outcome.kind === 'known' ? outcome.commit : outcome.kind === 'written' ? commit : undefined;
  if (!same(found, commit))
    throw new Error(`目标已有其他数据 / the target holds something else: ${commit.stream} ${commit.version}`);
}

/** Rows of its own events and of all others', as far as the service had applied them: what is parked stays so. */
async function fill({ views, kept: privateRows }: SourceJournal, { journals }: Source, store: Store) {
  const parked = new Map<string, number>();
  for (const { body } of privateRows('parked')) {
    const { record, place } = body as ParkedRow;
    parked.set(record.key, Math.min(place, parked.get(record.key) ?? Number.POSITIVE_INFINITY));
  }
  const wanted = new Set<string>(views.flatMap(({ events }) => events as string[]));
  for (const journal of journals)
    for (const events of eventsOf(journal)) {
      const apply = events.filter(
        ({ type, subject, sequence }) =>
          wanted.has(type) && sequence < (parked.get(subject) ?? Number.POSITIVE_INFINITY),
      );
      if (apply.length > 0) await store.write({ apply });
      failpoint('move-views');
    }
}

async function compareAll({ journals }: Source, stores: Map<ServiceName, Store>, log: EventLog, logUrl: string) {
  const generation = randomUUID();
  const found = await readLog(log, GROUP, generation);
  await forgetGroup(logUrl, `${GROUP}.${generation}`);
  const counts: Count[] = [];
  for (const journal of journals) counts.push(...(await compare(journal, stores.get(journal.service)!, found)));
  return counts;
}
