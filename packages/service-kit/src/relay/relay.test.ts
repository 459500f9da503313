import { describe, expect, test } from 'vitest';
import type { Commit, CommitId, Store } from '../store/port.ts';
import { LIMITS, type Limits, type Relay, relayOf } from './relay.ts';

const commitOf = (stream: string, version: number): Commit => ({
  stream,
  version,
  events: [
    { type: 'unit-amended', version: 1, data: { unit: stream, kind: 'branch', code: 'c', name: 'n', shortName: 's' } },
  ],
  cause: `${stream}/${version}`,
  org: 'o',
  actor: 'a',
  time: '2024-01-01T00:00:00Z',
  correlation: 'c',
  causation: 'c',
  answer: { status: 200, id: stream, version },
});

/** A journal that several copies share, and what each of them did, in order. */
function world(limits: Limits = LIMITS) {
  const pending = new Map<string, Commit>();
  const done: string[] = [];
  const broken = { apply: new Set<string>(), publish: false };
  const id = ({ stream, version }: Commit) => `${stream}/${version}`;
  const compare = (a: CommitId, b: CommitId) => a.stream.localeCompare(b.stream) || a.version - b.version;
  const listed = () => [...pending.values()].sort(compare);
  const store = {
    pending: async (streams: string[]) => listed().filter(({ stream }) => streams.includes(stream)),
    pendingPage: async (after?: CommitId) =>
      listed()
        .filter((commit) => !after || compare(commit, after) > 0)
        .slice(0, limits.page),
    async apply(commit: Commit) {
      if (broken.apply.has(id(commit))) throw new Error('cannot be applied');
      done.push(`view ${id(commit)}`);
    },
    async markPublished(commits: Commit[]) {
      for (const commit of commits) pending.delete(id(commit));
    },
  } as unknown as Store;
  const copy = (): Relay =>
    relayOf({
      service: 'competitions',
      store,
      async publish(events) {
        if (broken.publish) throw new Error('no broker');
        done.push(...events.map((event) => `publish ${event.id}`));
      },
      onError() {},
      limits,
    });
  return {
    done,
    broken,
    pending,
    copy,
    write(stream: string, version: number) {
      const commit = commitOf(stream, version);
      pending.set(id(commit), commit);
      return commit;
    },
    published: () => done.filter((line) => line.startsWith('publish')).map((line) => line.slice('publish '.length)),
  };
}

const narrow: Limits = { batch: 2, remembered: 1, page: 2 };
describe.each([LIMITS, narrow])('nobody handles a version before every lower one that is pending, by %o', (limits) => {
  test('of another copy, between two of its own that it takes together', async () => {
    const { copy, write, published } = world(limits);
    const relay = copy();
    void relay.enqueue(write('s', 1));
    await relay.idle();
    void relay.enqueue(write('s', 2));
    write('s', 3);
    void relay.enqueue(write('s', 4));
    await relay.idle();
    expect(published()).toEqual(['s/1', 's/2', 's/3', 's/4']);
  });

  test('after it could not be published', async () => {
    const { copy, write, published, broken, pending } = world(limits);
    const relay = copy();
    void relay.enqueue(write('s', 1));
    await relay.idle();
    broken.publish = true;
    await relay.enqueue(write('s', 2));
    await relay.idle();
    broken.publish = false;
    void relay.enqueue(write('s', 3));
    await relay.idle();
    expect(published()).toEqual(['s/1', 's/2', 's/3']);
    expect(pending.size).toBe(0);
  });

  test('after it could not be published while the next was being applied', async () => {
    const { copy, write, published, broken, pending } = world(limits);
    const relay = copy();
    broken.publish = true;
    for (let version = 1; version <= 20; version++) {
      void relay.enqueue(write('s', version));
      await new Promise((resolve) => setTimeout(resolve, version % 3));
      if (version === 12) broken.publish = false;
    }
    await relay.idle();
    while (pending.size > 0) {
      await relay.sweep();
      await relay.idle();
    }
    const firsts = [...new Set(published())];
    expect(firsts).toEqual(Array.from({ length: 20 }, (_, n) => `s/${n + 1}`));
    expect(pending.size).toBe(0);
  });

  test('after it could not be applied; other streams go on', async () => {
    const { copy, write, published, broken } = world(limits);
    const relay = copy();
    broken.apply.add('s/2');
    for (const version of [1, 2, 3]) void relay.enqueue(write('s', version));
    void relay.enqueue(write('t', 1));
    await relay.idle();
    void relay.enqueue(write('s', 4));
    await relay.idle();
    expect([...new Set(published())].toSorted()).toEqual(['s/1', 't/1']);
    expect([...relay.stopped().keys()]).toEqual(['s']);
    broken.apply.clear();
    await relay.sweep();
    await relay.idle();
    expect([...new Set(published())].filter((id) => id.startsWith('s'))).toEqual(['s/1', 's/2', 's/3', 's/4']);
    expect(relay.stopped().size).toBe(0);
  });
});

test('a sweep adopts the pending commits of an ended copy, not those another has just written', async () => {
  const { copy, write, published } = world();
  const relay = copy();
  await relay.sweep();
  write('s', 1);
  await relay.sweep();
  await relay.idle();
  expect(published()).toEqual([]);
  await relay.sweep();
  await relay.idle();
  expect(published()).toEqual(['s/1']);
});

test('a sweep reaches pending commits behind others that stay pending', async () => {
  const { copy, write, published, broken, pending } = world(narrow);
  const relay = copy();
  for (const stream of [...'abcdef']) write(stream, 1);
  for (const id of ['a/1', 'b/1', 'c/1']) broken.apply.add(id);
  for (let sweeps = 0; sweeps < 3; sweeps++) await relay.sweep();
  await relay.idle();
  expect(published()).toEqual(['d/1', 'e/1', 'f/1']);
  // In every later round, too.
  write('g', 1);
  for (let sweeps = 0; sweeps < 6; sweeps++) await relay.sweep();
  await relay.idle();
  expect(published()).toContain('g/1');
  broken.apply.clear();
  for (let sweeps = 0; sweeps < 6; sweeps++) await relay.sweep();
  await relay.idle();
  expect(pending.size).toBe(0);
});
