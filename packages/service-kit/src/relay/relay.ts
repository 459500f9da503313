// The pass: the one way out of the journal. It applies pending commits to the service's own views, lets the waiting
// requests answer, publishes, and settles. Any number of processes may run it, because nobody handles a version of a
// stream before every lower commit that is still pending; a stream stops at its first failure, and nothing is skipped.
import type { CloudEvent } from '@jiangong/contracts';
import { failpoint } from '../failpoint.ts';
import { type Commit, PENDING_PAGE, type Store } from '../store/port.ts';
import { eventsOfCommit } from './envelope.ts';

/** What a relay reads from, publishes by, and reports failures to. */
export interface RelayDeps {
  service: string;
  store: Store;
  publish(events: CloudEvent[]): Promise<void>;
  onError(error: unknown, commit?: Commit): void;
  limits?: Limits;
}

/** How much a relay does together and remembers. */
export interface Limits {
  /** Commits applied, and published, together. */
  batch: number;
  /** Streams whose last handled event is remembered. */
  remembered: number;
  /** Commits that {@link Store.pendingPage} reads. */
  page: number;
}

/** The way of commits out of one service's journal. */
export interface Relay {
  /** Takes a commit just written along; resolves when this service's views show it. */
  enqueue(commit: Commit): Promise<void>;
  /**
   * Adopts pending commits that are not under way here: a page of the backlog at each call, so that none waits behind
   * others that stay pending. Only what was pending at the call before is adopted, except in the first round through the
   * backlog, when a process has just started.
   */
  sweep(): Promise<void>;
  /** Resolves when nothing taken is under way. */
  idle(): Promise<void>;
  /** Streams that stopped at a failure, with it. */
  stopped(): ReadonlyMap<string, unknown>;
}

/** The limits of a relay in service. */
export const LIMITS: Limits = { batch: 500, remembered: 50_000, page: PENDING_PAGE };

/**
 * Makes the relay of one service's journal: pending commits go to the service's views and then to `publish`, each stream
 * in order and stopped at its first failure.
 * @example
 * ```ts
 * import { openSqliteStore } from '@jiangong/service-kit/store/sqlite';
 * const store = await openSqliteStore('memory:', 'awards', []);
 * const relay = relayOf({ service: 'awards', store, publish: async () => {}, onError: console.error });
 * await relay.sweep();
 * await relay.idle();
 * relay.stopped().size; // → 0
 * ```
 */
export function relayOf({ service, store, publish, onError, limits = LIMITS }: RelayDeps): Relay {
  /**
   * Per stream: the last event that was applied here and is published, or queued for it. It proves that nothing lower
   * is to be handled before the next; without it the relay reads the journal.
   */
  const handled = new Map<string, number>();
  const stopped = new Map<string, unknown>();
  let queue: { commit: Commit; viewed: () => void }[] = [];
  let unpublished: Commit[] = [];
  /** What is being applied, and what is being published. */
  let inView: Commit[] = [];
  let inPublish: Commit[] = [];
  /** Counts failures to publish: what was applied before one is no longer in line. */
  let failures = 0;
  let viewing: Promise<void> | undefined;
  let publishing: Promise<void> | undefined;
  /** Where the sweep stands in the backlog, and what was pending from there on at the sweep before. */
  let swept: Commit | undefined;
  let pendingBefore: Set<string> | undefined;

  const idOf = (commit: Commit) => `${commit.stream}/${commit.version}`;
  const lastOf = (commit: Commit) => commit.version + commit.events.length - 1;

  /** Whether commits in their order leave no gap after what was handled here. */
  function isSure(stream: string, commits: Commit[]): boolean {
    let last = commits[0]!.version === 1 ? 0 : handled.get(stream);
    for (const commit of commits) {
      if (commit.version - 1 !== last) return false;
      last = lastOf(commit);
    }
    return true;
  }

  /** The commits to handle, by stream and in order, each stream's lower pending ones among them. */
  async function inOrder(taken: Commit[]): Promise<Map<string, Commit[]>> {
    const streams = new Map<string, Map<number, Commit>>();
    const add = (commit: Commit) =>
      streams.set(commit.stream, (streams.get(commit.stream) ?? new Map()).set(commit.version, commit));
    const sorted = (stream: string) => [...streams.get(stream)!.values()].sort((a, b) => a.version - b.version);
    for (const commit of taken) add(commit);
    const unsure = [...streams.keys()].filter((stream) => !isSure(stream, sorted(stream)));
    if (unsure.length > 0) for (const commit of await store.pending(unsure)) add(commit);
    return new Map([...streams.keys()].map((stream) => [stream, sorted(stream)]));
  }

  /** Applies a stream's commits up to the first failure. */
  async function applyStream(stream: string, commits: Commit[]): Promise<Commit[]> {
    const applied: Commit[] = [];
    for (const commit of commits)
      try {
        failpoint('before-views');
        await store.apply(commit);
        failpoint('after-views');
        applied.push(commit);
      } catch (error) {
        handled.delete(stream);
        stopped.set(stream, error);
        onError(error, commit);
        return applied;
      }
    stopped.delete(stream);
    handled.set(stream, lastOf(commits.at(-1)!));
    return applied;
  }

  async function viewRound() {
    const batch = queue.slice(0, limits.batch);
    queue = queue.slice(limits.batch);
    inView = batch.map(({ commit }) => commit);
    const before = failures;
    const streams = await inOrder(inView);
    const applied = (await Promise.all([...streams].map((entry) => applyStream(...entry)))).flat();
    const done = new Set(applied.map(idOf));
    for (const { commit, viewed } of batch) if (done.has(idOf(commit))) viewed();
    // Lower commits may have left the line while these were applied: then a later sweep publishes them together.
    if (before !== failures) handled.clear();
    else unpublished.push(...applied);
    if (handled.size > limits.remembered) handled.clear();
  }

  async function view() {
    while (queue.length > 0) {
      try {
        await viewRound();
      } catch (error) {
        onError(error);
      }
      inView = [];
      if (unpublished.length > 0) publishing ??= publishQueued();
    }
    viewing = undefined;
  }

  async function publishQueued() {
    while (unpublished.length > 0) {
      inPublish = unpublished.slice(0, limits.batch);
      unpublished = unpublished.slice(limits.batch);
      try {
        failpoint('before-publish');
        await publish(inPublish.flatMap((commit) => eventsOfCommit(service, commit)));
        failpoint('after-publish');
        await store.markPublished(inPublish);
        failpoint('after-settle');
      } catch (error) {
        // All that stands in line is still pending in the journal: a later sweep adopts it, each stream's lowest first.
        failures += 1;
        unpublished = [];
        handled.clear();
        onError(error);
      }
      inPublish = [];
    }
    publishing = undefined;
  }

  function enqueue(commit: Commit) {
    return new Promise<void>((viewed) => {
      queue.push({ commit, viewed });
      viewing ??= Promise.resolve().then(view);
    });
  }

  return {
    enqueue,
    async sweep() {
      const page = await store.pendingPage(swept);
      const mine = new Set([...queue.map(({ commit }) => commit), ...inView, ...unpublished, ...inPublish].map(idOf));
      for (const commit of page)
        if (!mine.has(idOf(commit)) && (pendingBefore?.has(idOf(commit)) ?? true)) void enqueue(commit);
      const end = page.length < limits.page ? undefined : page.at(-1);
      const isFirstRound = pendingBefore === undefined && end !== undefined;
      // What the next sweep begins with: this very page, or that after it.
      const next = isFirstRound || end === swept ? page : await store.pendingPage(end);
      pendingBefore = isFirstRound ? undefined : new Set(next.map(idOf));
      swept = end;
    },
    async idle() {
      while (viewing || publishing) {
        await viewing;
        await publishing;
      }
    },
    stopped: () => stopped,
  };
}
