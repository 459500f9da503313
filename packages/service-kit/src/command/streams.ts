// The state of a stream is the fold of its commits, kept in a bounded cache; the optimistic lock proves it fresh when
// something is written, and whoever is about to refuse refreshes it first.
import type { CloudEvent } from '@jiangong/contracts';
import { LRUCache } from 'lru-cache';
import type { AnyStream } from '../define/any.ts';
import { eventsOfCommit } from '../relay/envelope.ts';
import { type Head, readLinks, START } from '../store/chain.ts';
import type { Commit, Store } from '../store/port.ts';

export interface Loaded extends Head {
  state: unknown;
  /** The organisation whose record it is; undefined while there is no event. */
  org: string | undefined;
}

export const CACHED_STREAMS = 10_000;

export interface Streams {
  /** The stream's state: from the cache, or with what was written since (`refresh`). */
  load(stream: string, rules: AnyStream, refresh: boolean): Promise<Loaded & { refreshed: boolean }>;
  /** The state after a commit, which need not be written. */
  fold(rules: AnyStream, before: Loaded, commit: Commit): Loaded;
  /** The state after a commit that was just written on top of `before`. */
  advance(rules: AnyStream, before: Loaded, commit: Commit): void;
  forget(stream: string): void;
}

/** @param kept how many streams stay in memory */
export function streamsOf(service: string, store: Store, kept = CACHED_STREAMS): Streams {
  const cache = new LRUCache<string, Loaded>({ max: kept });

  function fold(rules: AnyStream, before: Loaded, commit: Commit): Loaded {
    let { state, version } = before;
    for (const event of eventsOfCommit(service, commit) as CloudEvent[]) {
      state = rules.evolve(state, event);
      version = event.sequence;
    }
    return { state, version, hash: commit.hash ?? before.hash, org: before.org ?? commit.org };
  }

  return {
    fold,
    async load(stream, rules, refresh) {
      const cached = cache.get(stream);
      if (cached && !refresh) return { ...cached, refreshed: false };
      let loaded: Loaded = cached ?? { state: rules.initial, ...START, org: undefined };
      for (const { commit, hash } of await readLinks(store, stream, loaded))
        loaded = { ...fold(rules, loaded, commit), hash };
      cache.set(stream, loaded);
      return { ...loaded, refreshed: true };
    },
    advance(rules, before, commit) {
      cache.set(commit.stream, fold(rules, before, commit));
    },
    forget(stream) {
      cache.delete(stream);
    },
  };
}
