// A store as a document database is one: single-document writes that are durable or not, answers that get lost, several
// processes at once. It shares no code with the engines.
import type { CloudEvent } from '@jiangong/contracts';
import { eventsOfCommit } from '../envelope.ts';
import type { AnyView } from '../service.ts';
import type { Commit, Keep, Outcome, Store, Unit } from '../store/port.ts';
import type { Process, World } from './world.ts';

/** What is durable, whoever dies. */
export interface Disk {
  commits: Commit[];
  pending: Set<string>;
  rows: Map<string, { org: string; mark: number; body: object | undefined }>;
  kept: Map<string, unknown>;
}
export const emptyDisk = (): Disk => ({ commits: [], pending: new Set(), rows: new Map(), kept: new Map() });

export class Fault extends Error {}
export const idOf = ({ stream, version }: Pick<Commit, 'stream' | 'version'>) => `${stream}/${version}`;

/** How often an answer is lost although the write was durable, or nothing was written at all. */
const FAULTS = 0.01;

export function storeOn(disk: Disk, world: World, process: Process, service: string, views: readonly AnyView[]): Store {
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
      if (before && before.mark >= event.sequence) return;
      const body = view.apply(clone(before?.body), event);
      const replaced = await durable(() => {
        if (disk.rows.get(place)?.mark !== before?.mark) return false;
        disk.rows.set(place, { org: event.org, mark: event.sequence, body: clone(body) });
        return true;
      });
      if (replaced) return;
    }
  }
  async function applyEvents(events: CloudEvent[]) {
    for (const event of events)
      for (const view of views) {
        const key = view.on.includes(event.type) ? view.key(event) : undefined;
        if (key !== undefined) await applyRow(view, key, event);
      }
  }
  const insert = (commit: Commit): Outcome => {
    const known = disk.commits.find(({ cause }) => cause === commit.cause);
    if (known) return { kind: 'known', commit: clone(known) };
    if (disk.commits.some((other) => idOf(other) === idOf(commit))) return { kind: 'taken' };
    disk.commits.push(clone(commit));
    if (commit.events.length > 0) disk.pending.add(idOf(commit));
    return { kind: 'written' };
  };
  const put = ({ table, key, body, once }: Keep) => {
    const place = `${table}\n${key}`;
    if (body === undefined) disk.kept.delete(place);
    else if (!once || !disk.kept.has(place)) disk.kept.set(place, clone(body));
  };

  return {
    async write({ apply, commit, keep }: Unit) {
      if (apply) await applyEvents(apply);
      const outcome: Outcome = commit ? await durable(() => insert(commit)) : { kind: 'written' };
      if (outcome.kind === 'written') for (const row of keep ?? []) await durable(() => put(row));
      return outcome;
    },
    async read(stream, after) {
      await turn();
      return clone(
        disk.commits
          .filter((commit) => commit.stream === stream && commit.version > after)
          .sort((a, b) => a.version - b.version),
      );
    },
    async byCause(cause) {
      await turn();
      return clone(disk.commits.find((commit) => commit.cause === cause));
    },
    async pending(streams) {
      await turn();
      const wanted = disk.commits.filter(
        (commit) => disk.pending.has(idOf(commit)) && (!streams || streams.includes(commit.stream)),
      );
      return clone(
        wanted.sort((a, b) => (a.stream === b.stream ? a.version - b.version : a.stream < b.stream ? -1 : 1)),
      );
    },
    apply: (commit) => applyEvents(eventsOfCommit(service, commit)),
    async settle(commits) {
      await durable(() => {
        for (const commit of commits) disk.pending.delete(idOf(commit));
      });
    },
    async row(view, key) {
      await turn();
      const row = disk.rows.get(`${view}/${key}`);
      return row?.body && { key, org: row.org, body: clone(row.body) };
    },
    rows: async () => [],
    async kept(table, key) {
      await turn();
      return clone(disk.kept.get(`${table}\n${key}`));
    },
    async keptAll(table, prefix = '') {
      await turn();
      const found = [...disk.kept].filter(([place]) => place.startsWith(`${table}\n${prefix}`));
      return found.sort().map(([place, body]) => ({ key: place.slice(table.length + 1), body: clone(body) }));
    },
    async *journal() {
      yield* clone(disk.commits);
    },
    isFault: (error) => error instanceof Fault,
    check: turn,
    async close() {},
  };
}
