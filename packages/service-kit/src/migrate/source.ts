// The data folder that is moved: opened for reading alone, locked, and looked over whole before anything is written elsewhere.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type CloudEvent, type ServiceName, serviceOf, topics } from '@jiangong/contracts';
import type { AnyView } from '../define/any.ts';
import type { Manifest } from '../define/service.ts';
import { viewsOf } from '../define/views.ts';
import { PARTITION } from '../log/sqlite.ts';
import { eventsOfCommit } from '../relay/envelope.ts';
import { OWED } from '../relay/states.ts';
import { damaged, watched } from '../sqlite/disk.ts';
import { lockFolder } from '../sqlite/lock.ts';
import { bodyOf, type Summed, verifyIntegrity } from '../sqlite/sqlite.ts';
import { brokenIn } from '../store/chain.ts';
import type { Commit, NumberedKey, PrivateRow, StoredRow } from '../store/port.ts';
import { partsOf } from '../store/shape.ts';
import { MARK } from './mark.ts';

/** Where consumers stood in the old log; in the new one everything is read, and what has been done is known by its cause. */
const OF_THE_OLD_LOG = 'positions';
const AT_ONCE = 500;
const ALL = Object.keys(topics) as ServiceName[];

export interface SourceJournal {
  service: ServiceName;
  /** Its own and those of its deadlines. */
  views: AnyView[];
  /** Every commit, each stream in its order. */
  commits(): Iterable<Commit[]>;
  /** Every commit, in the order in which a MongoDB store gives them. */
  byId(): Iterable<Commit>;
  commit(stream: string, version: number): Commit | undefined;
  tables(): string[];
  /** Private rows, of one table or all; by table and key. */
  kept(table?: string): Iterable<PrivateRow>;
  keptRow(table: string, key: string): unknown;
  rows(view: string): Iterable<StoredRow>;
  /** The numbers of rows that readers go on from, by view, organisation and number. */
  numbers(): Iterable<NumberedKey>;
}
export interface Source {
  /** The same for every copy of this installation, and for no other. */
  id: string;
  journals: SourceJournal[];
  close(): void;
}

const notThere = (folder: string) => new Error(`${folder}: 不是数据目录 / not a data folder`);
const notAtRest = (folder: string, why: string) =>
  new Error(
    `${folder}：该安装停止时尚有未完成之事（${why}）。请用本版本启动一次，待 /ops/status 中待发布与落后均为 0，再正常停止并迁移 / ` +
      `${folder}: the installation was stopped with work left (${why}); start it once with this release, wait until /ops/status shows pending and lag 0, stop it in good order, then move`,
  );

/** @throws if somebody serves the folder, if a file is damaged, or if work was left when it was stopped */
export function openSource(from: string, now: string, manifests: readonly Manifest[]): Source {
  if (!existsSync(from)) throw notThere(from);
  const release = lockFolder(from, now);
  const opened: DatabaseSync[] = [];
  const close = () => {
    for (const db of opened) db.close();
    release();
  };
  const open = (name: string) => {
    const file = join(from, `${name}.db`);
    const db = watched(new DatabaseSync(file, { readOnly: true }), file, () => {});
    opened.push(db);
    return { db, file };
  };
  try {
    const names = ALL.filter((service) => existsSync(join(from, `${service}.db`)));
    if (names.length === 0) throw notThere(from);
    const files = names.map((service) => ({ service, ...open(service) }));
    for (const { db, file } of files) verifyIntegrity(db, file);
    const log = existsSync(join(from, 'log.db')) ? open('log').db : undefined;
    const journals = files.map(({ service, db, file }) => {
      const manifest = manifests.find(({ name }) => name === service);
      if (!manifest) throw new Error(`${service}: 缺少该服务的定义 / the service is not among those that move`);
      const why = leftIn(db, manifest, log);
      if (why) throw notAtRest(from, `${service}: ${why}`);
      return journalOf(service, viewsOf(manifest), db, file);
    });
    // Each text is compared with its sum, and each commit with the one before it.
    for (const { service, byId } of journals) {
      const broken = brokenIn(byId());
      if (broken) throw damaged(join(from, `${service}.db`), broken);
    }
    const id = createHash('sha256')
      .update(JSON.stringify(journals.map(({ kept }) => [...kept('secret')])))
      .digest('hex');
    return { id, journals, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** What a service had still to do when it was stopped; what is counted afterwards could not be compared otherwise. */
function leftIn(db: DatabaseSync, manifest: Manifest, log: DatabaseSync | undefined): string | undefined {
  const has = (table: string) => db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
  const summed =
    has('commits') &&
    db
      .prepare('PRAGMA table_info(commits)')
      .all()
      .some(({ name }) => name === 'sum');
  if (!summed || !has('views') || !has('kept') || !has('pending')) return '旧版文件 / files of an older release';
  if (!db.prepare(`SELECT 1 FROM kept WHERE tab = 'secret'`).get()) return '从未启动完成 / it was never started whole';
  const { pending } = db.prepare('SELECT count(*) AS pending FROM pending').get()!;
  if (pending) return `${pending} 次提交待发布 / commits pending`;
  const { owed } = db.prepare('SELECT count(*) AS owed FROM kept WHERE tab = ?').get(OWED)!;
  if (owed) return `${owed} 项状态待发布 / states to be published`;
  const shapes = new Map(
    db
      .prepare('SELECT name, shape FROM views')
      .all()
      .map(({ name, shape }) => [name, shape]),
  );
  for (const view of viewsOf(manifest))
    if (shapes.get(view.name) !== JSON.stringify(partsOf(view))) return `视图待重建 / view to be rebuilt: ${view.name}`;
  const types = new Set([
    ...viewsOf(manifest)
      .flatMap(({ events }) => events as string[])
      .filter((type) => serviceOf(type) !== manifest.name),
    ...manifest.reactions.map(({ event }) => event as string),
  ]);
  if (types.size === 0) return undefined;
  if (!log) return 'log.db 不在 / log.db is not there';
  // Beside it lie the places that were reached on state topics.
  const position = db.prepare('SELECT body FROM kept WHERE tab = ? AND key = ?').get(OF_THE_OLD_LOG, PARTITION);
  const after = Number(position ? JSON.parse(String(position.body)) : 0);
  const { unread } = log
    .prepare(
      `SELECT count(*) AS unread FROM events WHERE place > ? AND topic IN (SELECT value FROM json_each(?))
        AND json_extract(body, '$.type') IN (SELECT value FROM json_each(?))`,
    )
    // Services read each other's own topics; what a noun's topic holds besides is for others.
    .get(after, JSON.stringify(Object.values(topics)), JSON.stringify([...types]))!;
  return unread ? `${unread} 条事件未读 / events unread` : undefined;
}

type Row = Record<string, unknown>;

function journalOf(service: ServiceName, views: AnyView[], db: DatabaseSync, file: string): SourceJournal {
  const read = (row: unknown) => bodyOf<Commit>(row as Summed, file);
  const one = db.prepare('SELECT body, sum FROM commits WHERE stream = ? AND version = ?');
  const oneKept = db.prepare('SELECT body FROM kept WHERE tab = ? AND key = ?');
  const tables = db.prepare('SELECT DISTINCT tab FROM kept WHERE tab NOT IN (?, ?) ORDER BY tab');
  return {
    service,
    views,
    *commits() {
      for (const page of pages(db.prepare('SELECT body, sum FROM commits ORDER BY place').iterate() as Iterable<Row>))
        yield page.map(read);
    },
    *byId() {
      const sorted = `SELECT body, sum FROM commits ORDER BY stream || '/' || printf('%010d', version)`;
      for (const row of db.prepare(sorted).iterate()) yield read(row);
    },
    commit(stream, version) {
      const row = one.get(stream, version);
      return row && read(row);
    },
    tables: () => tables.all(OF_THE_OLD_LOG, MARK.table).map(({ tab }) => String(tab)),
    *kept(table) {
      const chosen = db.prepare(
        'SELECT tab, key, body FROM kept WHERE tab NOT IN (?, ?) AND tab = coalesce(?, tab) ORDER BY tab, key',
      );
      for (const { tab, key, body } of chosen.iterate(OF_THE_OLD_LOG, MARK.table, table ?? null))
        yield { table: String(tab), key: String(key), body: JSON.parse(String(body)) };
    },
    keptRow(table, key) {
      const row = oneKept.get(table, key);
      return row && JSON.parse(String(row.body));
    },
    *rows(view) {
      const all = `SELECT key, org, body FROM "view ${view}" WHERE body IS NOT NULL ORDER BY key`;
      for (const { key, org, body } of db.prepare(all).iterate())
        yield { key: String(key), org: String(org), body: JSON.parse(String(body)) };
    },
    *numbers() {
      for (const row of db.prepare('SELECT view, org, number, key FROM numbers ORDER BY view, org, number').iterate())
        yield { ...row } as unknown as NumberedKey;
    },
  };
}

export function* pages<T>(rows: Iterable<T>): Iterable<T[]> {
  let page: T[] = [];
  for (const row of rows) {
    page.push(row);
    if (page.length === AT_ONCE) {
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}

/** The events of a journal, page by page, each stream in its order. */
export function* eventsOf({ service, commits }: SourceJournal): Iterable<CloudEvent[]> {
  for (const page of commits()) yield page.flatMap((commit) => eventsOfCommit(service, commit));
}
