// The pass: the one way out of the journal. It applies pending commits to the service's own views, lets the waiting
// requests answer, publishes, and settles; in order per stream, stopping a stream at its first failure and never skipping.
import type { CloudEvent } from '@jiangong/contracts';
import { eventsOfCommit } from './envelope.ts';
import type { Commit, Store } from './store/port.ts';

export interface PassDeps {
  service: string;
  store: Store;
  publish(events: CloudEvent[]): Promise<void>;
  onError(error: unknown, commit?: Commit): void;
}

export interface Pass {
  /** Takes a commit just written along; resolves when this service's views show it. */
  take(commit: Commit): Promise<void>;
  /** Adopts what was already pending at the sweep before; the first call adopts all. */
  sweep(): Promise<void>;
  /** Resolves when nothing taken is under way. */
  idle(): Promise<void>;
  /** Streams that stopped at a failure, with it. */
  stopped(): ReadonlyMap<string, unknown>;
}

const BATCH = 500;

export function passOf({ service, store, publish, onError }: PassDeps): Pass {
  /** Per stream: the last event handled here, the proof that nothing lower is pending. */
  const handled = new Map<string, number>();
  const stopped = new Map<string, unknown>();
  let queue: { commit: Commit; viewed: () => void }[] = [];
  let running: Promise<void> | undefined;
  let pendingBefore: Set<string> | undefined;

  const idOf = (commit: Commit) => `${commit.stream}/${commit.version}`;
  const lastOf = (commit: Commit) => commit.version + commit.events.length - 1;

  /** The commits to handle, by stream, each stream's lower pending ones first. */
  async function inOrder(taken: Commit[]): Promise<Map<string, Commit[]>> {
    const streams = new Map<string, Commit[]>();
    for (const commit of taken) streams.set(commit.stream, [...(streams.get(commit.stream) ?? []), commit]);
    const unsure = [...streams].filter(
      ([stream, commits]) => commits[0]!.version > 1 && handled.get(stream) !== commits[0]!.version - 1,
    );
    for (const [stream, commits] of unsure) {
      const known = new Map([...(await store.pending([stream])), ...commits].map((commit) => [commit.version, commit]));
      streams.set(
        stream,
        [...known.values()].sort((a, b) => a.version - b.version),
      );
    }
    return streams;
  }

  async function apply(streams: Map<string, Commit[]>): Promise<Commit[]> {
    const applied: Commit[] = [];
    for (const [stream, commits] of streams)
      for (const commit of commits) {
        try {
          await store.apply(commit);
          applied.push(commit);
        } catch (error) {
          stopped.set(stream, error);
          onError(error, commit);
          break;
        }
      }
    return applied;
  }

  async function round() {
    const batch = queue.slice(0, BATCH);
    queue = queue.slice(BATCH);
    const applied = await apply(await inOrder(batch.map(({ commit }) => commit)));
    const done = new Set(applied.map(idOf));
    for (const { commit, viewed } of batch) if (done.has(idOf(commit))) viewed();
    await publish(applied.flatMap((commit) => eventsOfCommit(service, commit)));
    await store.settle(applied);
    for (const commit of applied) {
      handled.set(commit.stream, lastOf(commit));
      stopped.delete(commit.stream);
    }
    if (handled.size > 50_000) handled.clear();
  }

  async function run() {
    while (queue.length > 0) {
      try {
        await round();
      } catch (error) {
        // What could not be published is still pending in the journal: a later sweep adopts it.
        onError(error);
      }
    }
    running = undefined;
  }
  function take(commit: Commit) {
    return new Promise<void>((viewed) => {
      queue.push({ commit, viewed });
      running ??= Promise.resolve().then(run);
    });
  }

  return {
    take,
    async sweep() {
      const pending = await store.pending();
      const adopted = pending.filter((commit) => !pendingBefore || pendingBefore.has(idOf(commit)));
      pendingBefore = new Set(pending.map(idOf));
      for (const commit of adopted) void take(commit);
      await running;
    },
    async idle() {
      while (running) await running;
    },
    stopped: () => stopped,
  };
}
