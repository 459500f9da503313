// A store as a document database is one: single-document writes that are durable or not, answers that get lost, several
// processes at once. It shares no code with the engines.
import { isDeepStrictEqual } from 'node:util';
import type { CloudEvent } from '@jiangong/contracts';
import { forgottenBefore, isForgettable } from '../../command/cause.ts';
import type { AnyView } from '../../define/any.ts';
import { eventsOfCommit } from '../../relay/envelope.ts';
import type { Commit, CommitId, Outcome, PrivateRow, Store, Unit } from '../../store/port.ts';
import type { Process, World } from './world.ts';

/** What is durable, whoever dies. */
export interface Disk {
  commits: Commit[];
  /** Inserted, but not by a majority yet: may still vanish. */
  provisional: Set<string>;
  pending: Set<string>;
  rows: Map<string, { org: string; mark: number; body: object | undefined }>;
  kept: Map<string, unknown>;
  /** Private rows of pending commits, stored with them. */
  keeps: Map<string, PrivateRow[]>;
  /** Of each numbered view and organisation: the row of each number. */
  numbers: Map<string, Map<number, string>>;
  /** Rows whose number readers do not see yet; only a planted bug has any. */
  unseen: Set<string>;
}
export const emptyDisk = (): Disk => ({
  commits: [],
  provisional: new Set(),
  pending: new Set(),
  rows: new Map(),
  kept: new Map(),
  keeps: new Map(),
  numbers: new Map(),
  unseen: new Set(),
});
export const numbersOf = (disk: Disk, view: string, org: string) => {
  const place = `${view}/${org}`;
  const numbers = disk.numbers.get(place) ?? new Map<number, string>();
  disk.numbers.set(place, numbers);
  return numbers;
};

export class Fault extends Error {}
const compare = (a: CommitId, b: CommitId) =>
  a.stream === b.stream ? a.version - b.version : a.stream < b.stream ? -1 : 1;
export const idOf = ({ stream, version }: CommitId) => `${stream}/${version}`;

/** What a store must not do; planted by tests to see that it is noticed. */
export type Flaw =
  | 'no-unique-cause'
  | 'no-mark'
  | 'volatile-rows'
  | 'dirty-reads'
  | 'early-answer'
  | 'early-number'
  | 'forgets-reactions';

const FORGOTTEN = 'forgotten';

/** A page of whatever is read page by page: as much smaller than that of an engine as a history is smaller than a year. */
export const PAGE = 2;

/** How often an answer is lost although the write was durable, or nothing was written at all. */
const FAULTS = 0.01;
/** How often a commit is seen by some and then vanishes, because its primary did. */
const VANISHING = 0.02;

export interface StoreOn {
  disk: Disk;
  world: World;
  process: Process;
  service: string;
  views: readonly AnyView[];
  flaws: readonly Flaw[];
}

export function storeOn({ disk, world, process, service, views, flaws }: StoreOn): Store {
  const has = (flaw: Flaw) => flaws.includes(flaw);
  /** What a reader sees. */
  const visible = () =>
    has('dirty-reads') ? disk.commits : disk.commits.filter((commit) => !disk.provisional.has(idOf(commit)));
  const turn = () => world.turn(process);
  /** A write with everything that can happen around it. */
  async function durable<T>(work: () => T): Promise<T> {
    await turn();
    if (world.chance(FAULTS)) throw new Fault('not reached');
    const result = work();
    await turn();
    if (world.chance(FAULTS)) throw new Fault('answer lost');
    return result;
  }
  const clone = <T>(value: T): T => structuredClone(value);

  async function applyRow(view: AnyView, key: string, event: CloudEvent): Promise<void> {
    const place = `${view.name}/${key}`;
    for (;;) {
      await turn();
      const before = disk.rows.get(place);
      if (before && before.mark >= event.sequence && !has('no-mark')) return;
      const body = view.apply(clone(before?.body), event);
      const replaced = await durable(() => {
        if (disk.rows.get(place)?.mark !== before?.mark) return false;
        if (has('volatile-rows') && world.chance(0.05)) return true;
        disk.rows.set(place, { org: event.org, mark: event.sequence, body: clone(body) });
        return true;
      });
      if (replaced) return;
    }
  }
  /** Inserts the number after the last one seen, unless another process was faster with it, or the row has one. */
  async function numberRow(view: AnyView, org: string, key: string): Promise<void> {
    const numbers = numbersOf(disk, view.name, org);
    const isNumbered = () => [...numbers.values()].includes(key);
    for (;;) {
      await turn();
      const number = numbers.size + 1;
      if (has('early-number') && !isNumbered()) {
        // Visible to readers a little later, whatever came after it meanwhile.
        numbers.set(number, key);
        disk.unseen.add(key);
        for (let wait = 0; wait < 30; wait += 1) await world.turn();
        disk.unseen.delete(key);
        return;
      }
      const done = await durable(() => {
        if (isNumbered()) return true;
        if (numbers.has(number)) return false;
        numbers.set(number, key);
        return true;
      });
      if (done) return;
    }
  }
  async function applyEvents(events: CloudEvent[]) {
    for (const event of events)
      for (const view of views) {
        const key = view.events.includes(event.type) ? view.key(event) : undefined;
        if (key === undefined) continue;
        await applyRow(view, key, event);
        if (view.numbered) await numberRow(view, event.org, key);
      }
  }
  const insert = (commit: Commit): Outcome => {
    const known = disk.commits.find(({ cause }) => cause === commit.cause);
    if (known && !has('no-unique-cause'))
      // A cause that a majority does not know yet cannot be answered with; nor can its place be taken.
      return disk.provisional.has(idOf(known)) ? { kind: 'taken' } : { kind: 'known', commit: clone(known) };
    if (disk.commits.some((other) => idOf(other) === idOf(commit))) return { kind: 'taken' };
    disk.commits.push(clone(commit));
    if (commit.events.length > 0) disk.pending.add(idOf(commit));
    return { kind: 'written' };
  };
  /** Inserted at a primary that is lost before a majority has it. */
  async function vanish(commit: Commit): Promise<void> {
    await turn();
    if (insert(commit).kind !== 'written') return;
    const id = idOf(commit);
    disk.provisional.add(id);
    // The servers' doing, not the process's: it happens even if that dies.
    for (let wait = 0; wait < 10; wait += 1) await world.turn();
    disk.commits.splice(
      disk.commits.findIndex((other) => idOf(other) === id),
      1,
    );
    disk.pending.delete(id);
    disk.provisional.delete(id);
    throw new Fault('no majority');
  }
  const pendingOnes = () =>
    visible()
      .filter((commit) => disk.pending.has(idOf(commit)))
      .sort(compare);
  const revisionOf = (body: unknown) => (body as { revision?: number } | undefined)?.revision ?? 0;
  const put = ({ table, key, body, once, newer }: PrivateRow) => {
    const place = `${table}\n${key}`;
    if (newer && revisionOf(disk.kept.get(place)) >= revisionOf(body)) return;
    if (body === undefined) disk.kept.delete(place);
    else if (!once || !disk.kept.has(place)) disk.kept.set(place, clone(body));
  };

  /** Writes the private rows of pending commits, whose process may have ended before it did. */
  async function resume() {
    await turn();
    const ids = new Set(visible().map(idOf));
    for (const [id, rows] of [...disk.keeps]) if (ids.has(id)) for (const row of rows) await durable(() => put(row));
  }

  return {
    shared: true,
    async write({ apply, commit, privateRows }: Unit) {
      if (apply) await applyEvents(apply);
      if (commit && has('early-answer')) {
        void (async () => {
          for (let wait = 0; wait < 5; wait += 1) await turn();
          insert(commit);
        })();
        return { kind: 'written' };
      }
      if (commit && world.chance(VANISHING)) await vanish(commit);
      const inserted = (commit: Commit) => {
        const outcome = insert(commit);
        if (outcome.kind === 'written' && privateRows && commit.events.length > 0)
          disk.keeps.set(idOf(commit), clone(privateRows));
        return outcome;
      };
      const outcome: Outcome = commit ? await durable(() => inserted(commit)) : { kind: 'written' };
      if (outcome.kind === 'written') for (const row of privateRows ?? []) await durable(() => put(row));
      return outcome;
    },
    async read(stream, after) {
      await turn();
      return clone(
        visible()
          .filter((commit) => commit.stream === stream && commit.version > after)
          .sort((a, b) => a.version - b.version),
      );
    },
    async byCause(cause) {
      await turn();
      return clone(visible().find((commit) => commit.cause === cause));
    },
    async pending(streams) {
      await resume();
      return clone(pendingOnes().filter(({ stream }) => streams.includes(stream)));
    },
    async pendingPage(after) {
      await resume();
      return clone(
        pendingOnes()
          .filter((commit) => !after || compare(commit, after) > 0)
          .slice(0, PAGE),
      );
    },
    async backlog() {
      await turn();
      return { count: disk.pending.size };
    },
    apply: (commit) => applyEvents(eventsOfCommit(service, commit)),
    async publishedCount(noun = '') {
      await turn();
      const happened = visible().filter(({ events, stream }) => events.length > 0 && stream.startsWith(noun));
      return happened.filter((commit) => !disk.pending.has(idOf(commit))).length;
    },
    async forget(now) {
      await turn();
      const from = String(disk.kept.get(FORGOTTEN) ?? '');
      const page = visible()
        .filter(({ events }) => events.length === 0)
        .sort(compare)
        .filter(({ stream }) => stream > from)
        .slice(0, PAGE);
      const old = page.filter((commit) => isForgettable(commit) || has('forgets-reactions'));
      const ids = old.filter(({ time }) => time < forgottenBefore(now)).map(idOf);
      await durable(() => {
        disk.commits = disk.commits.filter((commit) => !ids.includes(idOf(commit)));
      });
      const isEnd = page.length < PAGE;
      await durable(() => {
        if (isEnd) disk.kept.delete(FORGOTTEN);
        else disk.kept.set(FORGOTTEN, page.at(-1)!.stream);
      });
      return isEnd;
    },
    async markPublished(commits) {
      await durable(() => {
        for (const commit of commits) {
          disk.pending.delete(idOf(commit));
          disk.keeps.delete(idOf(commit));
        }
      });
    },
    async row(view, key) {
      await turn();
      const row = disk.rows.get(`${view}/${key}`);
      return row?.body && { key, org: row.org, body: clone(row.body) };
    },
    async rows({ view, filter, after = '', limit }) {
      await turn();
      const { upTo } = filter.at as { upTo: string };
      return [...disk.rows]
        .filter(([place, { body }]) => place.startsWith(`${view}/`) && body && (body as { at: string }).at <= upTo)
        .map(([place, { org, body }]) => ({ key: place.slice(view.length + 1), org, body: clone(body!) }))
        .filter(({ key }) => key > after)
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .slice(0, limit);
    },
    async count({ view }) {
      await turn();
      return [...disk.rows].filter(([place, { body }]) => place.startsWith(`${view}/`) && body).length;
    },
    async numbered({ view, org, after, limit }) {
      await turn();
      const given = [...numbersOf(disk, view, org)].sort(([a], [b]) => a - b);
      const page = given.filter(([number, key]) => !disk.unseen.has(key) && number > Number(after)).slice(0, limit);
      return page.map(([number, key]) => {
        const row = disk.rows.get(`${view}/${key}`);
        if (!row?.body) throw new Error(`row ${number} of ${view} is missing`);
        return { number, row: { key, org, body: clone(row.body) } };
      });
    },
    async privateRow(table, key) {
      await turn();
      return clone(disk.kept.get(`${table}\n${key}`));
    },
    async privateRows(table, prefix = '', page) {
      await turn();
      const found = [...disk.kept].filter(([place]) => place.startsWith(`${table}\n${prefix}`));
      const all = found.sort().map(([place, body]) => ({ key: place.slice(table.length + 1), body: clone(body) }));
      return all.filter(({ key }) => key > (page?.after ?? '')).slice(0, page?.limit);
    },
    swap: ({ table, key, body }, was) =>
      durable(() => {
        const place = `${table}\n${key}`;
        if (!isDeepStrictEqual(disk.kept.get(place), was)) return false;
        put({ table, key, body });
        return true;
      }),
    async *journal() {
      yield* clone(disk.commits);
    },
    isFault: (error) => error instanceof Fault,
    damaged: (reason) => new Error(reason),
    check: turn,
    async close() {},
  };
}
