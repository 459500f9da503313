// What every store promises, as one suite; an engine's own test file only says how to open it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FORGET_PAGE } from '../command/cause.ts';
import type { AnyView } from '../define/any.ts';
import { eventsOfCommit } from '../relay/envelope.ts';
import { changes, units } from '../testing/counter.fixture.ts';
import { readLinks, sealed } from './chain.ts';
import { type Commit, PENDING_PAGE, type Store } from './port.ts';

export interface StoreEngine {
  name: string;
  /** A fresh, empty place. */
  fresh(): Promise<{
    open(views: readonly AnyView[]): Promise<Store>;
    /** Writes a commit over the one in its place, as whoever has the disk can; the store is closed meanwhile. */
    overwrite(commit: Commit): Promise<void>;
    remove(): Promise<void>;
  }>;
}

const SERVICE = 'competitions';
const id = (n: number) => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;

/** A commit of one unit: `names.length` events from `version` on. */
export function commitOf(n: number, version: number, names: string[], more: Partial<Commit> = {}): Commit {
  return {
    stream: `unit/${id(n)}`,
    version,
    events: names.map((name, index) => ({
      type: version + index === 1 ? 'unit-registered' : 'unit-amended',
      version: 1,
      data: { unit: id(n), kind: 'branch', code: `C-${n}`, name, shortName: '单位' },
    })),
    cause: `org/sub/${n}-${version}`,
    org: 'org-1',
    actor: 'sub',
    time: '2024-01-01T00:00:00Z',
    correlation: 'c',
    causation: 'c',
    answer: { status: 201, id: id(n), version: version + names.length - 1 },
    ...more,
  };
}

export function storeConformance(engine: StoreEngine) {
  describe(`a store on ${engine.name}`, () => {
    let place: Awaited<ReturnType<StoreEngine['fresh']>>;
    let store: Store;
    beforeEach(async () => {
      place = await engine.fresh();
      store = await place.open([units]);
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });
    /** Written and applied, as a pass would. */
    async function put(commit: Commit) {
      const outcome = await store.write({ commit });
      if (outcome.kind === 'written') await store.apply(commit);
      return outcome.kind;
    }
    const rowOf = async (n: number) => (await store.row('units', id(n)))?.body as { name: string; changes: number };

    test('counts what was published, and not the commits without events', async () => {
      expect(await store.publishedCount()).toBe(0);
      await put(commitOf(1, 1, ['a', 'b']));
      await put(commitOf(2, 1, ['c']));
      const nothing = { stream: 'noop/org/sub/x', events: [], answer: { status: 200 as const, id: id(1), version: 2 } };
      await put(commitOf(3, 1, [], nothing));
      expect(await store.publishedCount()).toBe(0);
      await store.markPublished(await store.pending([`unit/${id(1)}`]));
      // SQLite settles with the next write.
      await put(commitOf(4, 1, ['d']));
      expect(await store.publishedCount()).toBe(1);
      expect([await store.publishedCount('unit'), await store.publishedCount('uni')]).toEqual([1, 0]);
      expect((await store.backlog()).count).toBe(2);
    });

    test('reads back the commits of a stream in order, after a version', async () => {
      for (let version = 1; version <= 12; version++) await put(commitOf(1, version, [`n${version}`]));
      await put(commitOf(2, 1, ['other']));
      const versions = (await store.read(`unit/${id(1)}`, 8)).map((commit) => commit.version);
      expect(versions).toEqual([9, 10, 11, 12]);
      expect(await store.read(`unit/${id(1)}`, 11)).toEqual([commitOf(1, 12, ['n12'])]);
      expect(await store.read('unit/none', 0)).toEqual([]);
    });

    test('takes one of two commits of the same version', async () => {
      expect(await put(commitOf(1, 1, ['a']))).toBe('written');
      expect(await put(commitOf(1, 1, ['b'], { cause: 'another' }))).toBe('taken');
      const race = await Promise.all(
        [...'cdefgh'].map((name) => put(commitOf(1, 2, [name], { cause: `race/${name}` }))),
      );
      expect(race.filter((kind) => kind === 'written')).toHaveLength(1);
      expect(race.filter((kind) => kind === 'taken')).toHaveLength(5);
    });

    test('knows a cause again, whatever stream it comes for, and even when the version is taken too', async () => {
      const first = commitOf(1, 1, ['a'], { cause: 'once' });
      await put(first);
      const elsewhere = await store.write({ commit: commitOf(2, 1, ['a'], { cause: 'once' }) });
      expect(elsewhere).toEqual({ kind: 'known', commit: first });
      const same = await store.write({ commit: first });
      expect(same).toEqual({ kind: 'known', commit: first });
      expect(await store.byCause('once')).toEqual(first);
      expect(await store.byCause('never')).toBeUndefined();
    });

    test('leaves no trace of a unit that was not written', async () => {
      await put(commitOf(1, 1, ['a']));
      await store.write({
        commit: commitOf(1, 1, ['b'], { cause: 'x' }),
        privateRows: [{ table: 't', key: 'k', body: 1 }],
      });
      expect(await store.privateRow('t', 'k')).toBeUndefined();
      expect((await rowOf(1)).name).toBe('a');
    });

    test('one faulty neighbour spoils nothing for the others written with it', async () => {
      await put(commitOf(1, 1, ['a']));
      const kinds = await Promise.all([
        put(commitOf(2, 1, ['a'])),
        put(commitOf(1, 1, ['b'], { cause: 'x' })),
        put(commitOf(3, 1, ['c'])),
      ]);
      expect(kinds).toEqual(['written', 'taken', 'written']);
    });

    test('lists what is pending by stream and version as numbers, until it is settled', async () => {
      const commits = Array.from({ length: 11 }, (_, index) => commitOf(1, index + 1, [`n${index}`]));
      for (const commit of commits) await put(commit);
      await put(commitOf(2, 1, ['other']));
      const pending = await store.pending([`unit/${id(1)}`]);
      expect(pending.map(({ version }) => version)).toEqual(commits.map(({ version }) => version));
      expect(await store.pendingPage()).toHaveLength(12);
      await store.markPublished(commits.slice(0, 10));
      await store.write({ privateRows: [] });
      expect((await store.pendingPage()).map(({ version }) => version)).toEqual([11, 1]);
    });

    test('lists all that is pending of a stream, however much else is, and all of it page by page', async () => {
      const others = Array.from({ length: 2 * PENDING_PAGE }, (_, n) => commitOf(n + 1, 1, ['a', 'b']));
      const long = Array.from({ length: PENDING_PAGE + 1 }, (_, n) => commitOf(9999, n + 1, ['n']));
      for (const commits of [others, long]) await Promise.all(commits.map((commit) => store.write({ commit })));
      expect(await store.pending([long[0]!.stream])).toEqual(long);
      expect(await store.pending(['unit/none'])).toEqual([]);
      const last = others.at(-1)!;
      expect((await store.pending([last.stream, long[0]!.stream, last.stream])).length).toBe(PENDING_PAGE + 2);
      const paged: Commit[] = [];
      for (let page = await store.pendingPage(); page.length > 0; page = await store.pendingPage(paged.at(-1))) {
        expect(page.length).toBe(Math.min(PENDING_PAGE, others.length + long.length - paged.length));
        paged.push(...page);
        // What a page ended with may be settled by the next.
        await store.markPublished(page.slice(-1));
      }
      expect(new Set(paged.map(({ cause }) => cause)).size).toBe(others.length + long.length);
      expect(paged.filter(({ stream }) => stream === long[0]!.stream)).toEqual(long);
    });

    test('counts what is pending, however much it is, and says since when', async () => {
      expect(await store.backlog()).toEqual({ count: 0 });
      const many = Array.from({ length: 1200 }, (_, n) =>
        commitOf(n, 1, ['a'], { time: `2024-01-01T00:${n === 0 ? '00' : '01'}:00Z` }),
      );
      await Promise.all(many.map((commit) => store.write({ commit })));
      expect(await store.backlog()).toEqual({ count: 1200, oldest: '2024-01-01T00:00:00Z' });
      await store.markPublished([many[0]!]);
      await store.write({ privateRows: [] });
      expect(await store.backlog()).toEqual({ count: 1199, oldest: '2024-01-01T00:01:00Z' });
    });

    test('an empty commit remembers its cause and is never pending', async () => {
      const nothing = commitOf(1, 1, [], { stream: 'noop/x', cause: 'x' });
      expect(await put(nothing)).toBe('written');
      expect(await store.pendingPage()).toEqual([]);
      expect(await store.byCause('x')).toEqual(nothing);
    });

    test('forgets empty commits of requests after thirty days, step by step, and no others', async () => {
      const empty = (cause: string, time: string, actor = 'sub') =>
        commitOf(1, 1, [], { stream: `noop/${cause}`, cause, time, actor });
      const old = '2024-01-01T00:00:00.000Z';
      const requests = Array.from({ length: 2 * FORGET_PAGE }, (_, n) => empty(`org/sub/${n}`, old));
      // A key that looks like a reaction's cause is a request's for all that.
      requests.push(empty('org/sub/competitions/unit/1/1/0', old));
      const staying = [
        commitOf(1, 1, ['a'], { time: old }),
        empty('competitions/unit/1/1/0', old, 'system:competitions'),
        empty('deadline/rename/unit/1', old, 'system:deadline'),
        empty('pairing/1/fail', old, 'system:pairing'),
        empty('org/sub/future', '2034-01-01T00:00:00.000Z'),
      ];
      const young = empty('org/sub/young', '2024-01-02T00:00:00.000Z');
      for (const commits of [staying, requests, [young, commitOf(2, 1, ['last'])]])
        await Promise.all(commits.map((commit) => store.write({ commit })));
      const counted = await store.publishedCount();
      const forget = async (now: string) => {
        let steps = 1;
        while (!(await store.forget(now))) steps += 1;
        return steps;
      };
      const known = async (commits: Commit[]) => {
        const found = await Promise.all(commits.map(({ cause }) => store.byCause(cause)));
        return found.filter((commit) => commit !== undefined).length;
      };
      await forget('2024-01-31T00:00:00.000Z');
      expect(await known(requests)).toBe(requests.length);
      expect(await forget('2024-01-31T00:00:00.001Z')).toBeGreaterThan(2);
      expect([await known(requests), await known(staying), await known([young])]).toEqual([0, staying.length, 1]);
      await forget('2024-02-02T00:00:00.000Z');
      expect([await known(staying), await known([young])]).toEqual([staying.length, 0]);
      expect(await store.publishedCount()).toBe(counted);
      // The key is as good as new.
      expect(await put(requests[0]!)).toBe('written');
      await store.close();
      store = await place.open([units]);
      await forget('2024-02-02T00:00:00.000Z');
      expect(await known(staying)).toBe(staying.length);
    });

    test('applies an event to its row once, whatever is repeated', async () => {
      const commit = commitOf(1, 1, ['a', 'b', 'c']);
      await put(commit);
      await store.apply(commit);
      await store.write({ apply: eventsOfCommit(SERVICE, commit) });
      expect(await rowOf(1)).toMatchObject({ name: 'c', changes: 3 });
    });

    test('applies another service’s events as its own', async () => {
      await store.write({ apply: eventsOfCommit(SERVICE, commitOf(5, 1, ['a'])) });
      await store.write({ apply: eventsOfCommit(SERVICE, commitOf(5, 2, ['b'])) });
      await store.write({ apply: eventsOfCommit(SERVICE, commitOf(5, 1, ['a'])) });
      expect(await rowOf(5)).toMatchObject({ name: 'b', changes: 2 });
    });

    test('a row that was removed stays removed when its past comes again', async () => {
      const gone: AnyView = {
        ...units,
        name: 'gone',
        apply: (row, event) => (event.data.name === 'end' ? undefined : units.apply(row, event)),
      };
      await store.close();
      store = await place.open([gone]);
      const commits = [commitOf(1, 1, ['a']), commitOf(1, 2, ['end'])];
      for (const commit of [...commits, ...commits]) await store.write({ apply: eventsOfCommit(SERVICE, commit) });
      expect(await store.row('gone', id(1))).toBeUndefined();
      expect(await store.rows({ view: 'gone', filter: {}, limit: 10 })).toEqual([]);
      expect(await store.count({ view: 'gone', filter: {} })).toBe(0);
      expect(await store.count({ view: 'gone', filter: { name: undefined } as never })).toBe(0);
      expect(await store.count({ view: 'gone', filter: { name: ['a', 'end'] } })).toBe(0);
    });

    test('answers by indexed fields, organisation and page, in the order of keys', async () => {
      for (let n = 1; n <= 9; n++)
        await put(commitOf(n, 1, [n % 2 ? 'odd' : 'even'], { org: n < 9 ? 'org-1' : 'org-2' }));
      const keys = async (query: Partial<Parameters<Store['rows']>[0]>) =>
        (await store.rows({ view: 'units', filter: {}, limit: 100, ...query })).map(({ key }) => Number(key.slice(-3)));
      expect(await keys({})).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(await keys({ org: 'org-1', filter: { name: 'odd' } })).toEqual([1, 3, 5, 7]);
      expect(await keys({ filter: { name: 'odd' }, after: id(3), limit: 2 })).toEqual([5, 7]);
      expect(await keys({ filter: { name: ['odd', 'even'] }, limit: 3 })).toEqual([1, 2, 3]);
      expect(await keys({ filter: { name: [] } })).toEqual([]);
      expect(await keys({ filter: { name: { upTo: 'f' } } })).toEqual([2, 4, 6, 8]);
      await expect(keys({ filter: { code: 'C-1' } })).rejects.toThrow('index');
      expect(await keys({ filter: { name: 'odd', changes: 1 }, after: id(3), limit: 2 })).toEqual([5, 7]);
      const count = (query: object) => store.count({ view: 'units', filter: {}, ...query });
      expect(await count({})).toBe(9);
      expect(await count({ org: 'org-1', filter: { name: 'odd', changes: 1 } })).toBe(4);
      expect(await count({ filter: { name: 'odd', changes: 2 } })).toBe(0);
      expect(await count({ filter: { name: ['odd', 'even'] } })).toBe(9);
      await expect(count({ filter: { code: 'C-1' } })).rejects.toThrow('index');
    });

    describe('of a numbered view', () => {
      const numbered = async (after: number | { key: string } = 0, org = 'org-1', limit = 100) => {
        const page = await store.numbered({ view: 'changes', org, after, limit });
        return page.map(({ number, row }) => [number, (row.body as { name: string }).name]);
      };
      async function reopen(...views: AnyView[]) {
        await store.close();
        store = await place.open(views);
      }
      beforeEach(() => reopen(changes));

      test('gives each row the next number of its organisation, once, whatever is repeated', async () => {
        await put(commitOf(5, 1, ['a', 'b']));
        await put(commitOf(1, 1, ['c'], { org: 'org-2' }));
        await put(commitOf(2, 1, ['d']));
        await store.apply(commitOf(5, 1, ['a', 'b']));
        await store.write({ apply: eventsOfCommit(SERVICE, commitOf(2, 1, ['d'])) });
        await put(commitOf(5, 3, ['e']));
        expect(await numbered()).toEqual([
          [1, 'a'],
          [2, 'b'],
          [3, 'd'],
          [4, 'e'],
        ]);
        expect(await numbered(0, 'org-2')).toEqual([[1, 'c']]);
        expect(await numbered(1, 'org-1', 2)).toEqual([
          [2, 'b'],
          [3, 'd'],
        ]);
        expect(await numbered(4)).toEqual([]);
      });

      test('leaves no number out when many rows come at once', async () => {
        const commits = Array.from({ length: 60 }, (_, n) => commitOf(n, 1, [`n${n}`, `m${n}`]));
        await Promise.all(commits.map(put));
        const given = await numbered(0, 'org-1', 500);
        expect(given.map(([number]) => number)).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
        expect(new Set(given.map(([, name]) => name)).size).toBe(120);
      });

      test('goes on, from a key, where every row with a greater key is still to come', async () => {
        const keyOf = (n: number) => `unit/${id(n)}/001`;
        for (const n of [2, 7, 4, 9, 5]) await put(commitOf(n, 1, [`n${n}`]));
        const names = async (key: string) => (await numbered({ key })).map(([, name]) => name);
        expect(await names(keyOf(4))).toEqual(['n7', 'n4', 'n9', 'n5']);
        expect(await names(keyOf(7))).toEqual(['n9', 'n5']);
        expect(await names(keyOf(9))).toEqual([]);
        expect(await names('')).toHaveLength(5);
      });

      test('keeps its numbers when the view is made anew', async () => {
        for (const n of [3, 1, 2]) await put(commitOf(n, 1, [`n${n}`]));
        const before = await numbered();
        await reopen({ ...changes, revision: 2 });
        expect(await numbered()).toEqual(before);
        await put(commitOf(0, 1, ['next']));
        expect(await numbered(3)).toEqual([[4, 'next']]);
      });

      test('numbers the rows of a view that had no numbers by key', async () => {
        const { numbered: _, ...before } = { ...changes, name: 'later' };
        await reopen(before);
        for (const n of [3, 1, 2]) await put(commitOf(n, 1, [`n${n}`]));
        await reopen({ ...before, numbered: true });
        const given = await store.numbered({ view: 'later', org: 'org-1', after: 0, limit: 10 });
        expect(given.map(({ row }) => row.key.slice(-7))).toEqual(['001/001', '002/001', '003/001']);
      });

      test('takes the numbers that another store gave', async () => {
        const key = (n: number) => `unit/${id(n)}/001`;
        const numbers = [2, 1, 3].map((n, index) => ({
          view: 'changes',
          org: 'org-1',
          number: index + 1,
          key: key(n),
        }));
        await store.write({ numbers });
        await store.write({ numbers });
        for (const n of [1, 2, 3, 4]) await put(commitOf(n, 1, [`n${n}`]));
        expect((await numbered()).map(([, name]) => name)).toEqual(['n2', 'n1', 'n3', 'n4']);
      });
    });

    test('keeps, replaces, lists and erases private rows', async () => {
      await store.write({
        privateRows: [
          { table: 't', key: 'a/1', body: { v: 1 } },
          { table: 't', key: 'a/2', body: '二' },
        ],
      });
      await store.write({
        privateRows: [
          { table: 't', key: 'b', body: [3] },
          { table: 't', key: 'a/1', body: { v: 2 } },
        ],
      });
      expect(await store.privateRow('t', 'a/1')).toEqual({ v: 2 });
      expect(await store.privateRows('t', 'a/')).toEqual([
        { key: 'a/1', body: { v: 2 } },
        { key: 'a/2', body: '二' },
      ]);
      const page = async (after?: string) =>
        (await store.privateRows('t', 'a/', { after, limit: 1 })).map(({ key }) => key);
      expect([await page(), await page('a/1'), await page('a/2')]).toEqual([['a/1'], ['a/2'], []]);
      await store.write({ privateRows: [{ table: 't', key: 'a/1', body: undefined }] });
      expect((await store.privateRows('t')).map(({ key }) => key)).toEqual(['a/2', 'b']);
      expect(await store.privateRows('u')).toEqual([]);
    });

    test('swaps a private row only for what was read', async () => {
      const row = { table: 't', key: 'k' };
      const swap = (body: unknown, was: unknown) => store.swap({ ...row, body }, was);
      expect(await swap({ v: 1 }, { v: 0 })).toBe(false);
      await store.write({ privateRows: [{ ...row, body: { v: 0, list: ['a'] } }] });
      expect(await swap({ v: 1 }, { v: 0 })).toBe(false);
      const both = await Promise.all([1, 2].map((v) => swap({ v }, { v: 0, list: ['a'] })));
      expect(both.filter((done) => done)).toHaveLength(1);
      const now = await store.privateRow('t', 'k');
      expect(await swap(undefined, now)).toBe(true);
      expect([await store.privateRow('t', 'k'), await swap(undefined, now)]).toEqual([undefined, false]);
    });

    test('of several who keep a row once, the first is kept', async () => {
      const privateRows = (body: number) =>
        store.write({ privateRows: [{ table: 't', key: 'secret', body, once: true }] });
      await Promise.all([1, 2, 3].map(privateRows));
      const first = await store.privateRow('t', 'secret');
      await privateRows(4);
      expect(await store.privateRow('t', 'secret')).toBe(first);
    });

    test('of several who keep a state, the newest is kept, whoever comes last', async () => {
      const keep = (revision: number, value?: string) =>
        store.write({ privateRows: [{ table: 't', key: 's', body: { revision, value }, newer: true }] });
      await Promise.all([2, 3, 1].map((revision) => keep(revision, `v${revision}`)));
      expect(await store.privateRow('t', 's')).toEqual({ revision: 3, value: 'v3' });
      await keep(4);
      await keep(3, 'v3');
      await keep(4, 'other');
      expect(await store.privateRow('t', 's')).toEqual({ revision: 4 });
    });

    test('does not fold a stream whose commit was changed, and says so from then on', async () => {
      const commits: Commit[] = [];
      for (const name of ['a', '一', '\ud83d', '"}'])
        commits.push(sealed(commitOf(1, commits.length + 1, [name]), commits.at(-1)?.hash ?? ''));
      for (const commit of commits) await put(commit);
      const [, second, third, last] = commits as [Commit, Commit, Commit, Commit];
      const links = await readLinks(store, second.stream);
      expect(links).toEqual(commits.map((commit) => ({ commit, hash: commit.hash })));
      expect(await readLinks(store, second.stream, { version: 3, hash: third.hash! })).toEqual([links[3]]);
      await store.close();
      await place.overwrite({ ...second, actor: 'somebody' });
      store = await place.open([units]);
      await expect(readLinks(store, second.stream, { version: 3, hash: third.hash! })).resolves.toHaveLength(1);
      await expect(readLinks(store, second.stream)).rejects.toThrow(`${second.stream} 2 does not follow`);
      await expect(store.check()).rejects.toThrow('does not follow');
      await store.close();
      await place.overwrite(second);
      await place.overwrite(sealed({ ...last, hash: undefined } as unknown as Commit, second.hash!));
      store = await place.open([units]);
      await expect(readLinks(store, second.stream)).rejects.toThrow(`${second.stream} 4 does not follow`);
    });

    test('links commits of a release that wrote no hashes, before and between those that do', async () => {
      const [first, second] = [commitOf(1, 1, ['a']), commitOf(1, 2, ['b'])];
      for (const commit of [first, second]) await put(commit);
      const [, old] = await readLinks(store, first.stream);
      const started = sealed(commitOf(1, 3, ['c']), old!.hash);
      const between = commitOf(1, 4, ['d']);
      for (const commit of [started, between]) await put(commit);
      const links = await readLinks(store, first.stream);
      await put(sealed(commitOf(1, 5, ['e']), links[3]!.hash));
      expect(await readLinks(store, first.stream)).toHaveLength(5);
      for (const changed of [second, between]) {
        await store.close();
        await place.overwrite({ ...changed, actor: 'somebody' });
        store = await place.open([units]);
        await expect(readLinks(store, first.stream)).rejects.toThrow(
          `${first.stream} ${changed.version + 1} does not follow`,
        );
        await store.close();
        await place.overwrite(changed);
        store = await place.open([units]);
      }
    });

    test('shows the whole journal, every stream in its order', async () => {
      for (let version = 1; version <= 3; version++)
        for (let n = 1; n <= 3; n++) await put(commitOf(n, version, [`n${version}`]));
      const seen: Record<string, number[]> = {};
      for await (const { stream, version } of store.journal()) seen[stream] = [...(seen[stream] ?? []), version];
      expect(Object.values(seen)).toEqual([
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ]);
    });

    test('is the same after it was closed and opened again', async () => {
      const commit = commitOf(1, 1, ['一']);
      await store.write({ commit, privateRows: [{ table: 't', key: 'k', body: 1 }] });
      await store.apply(commit);
      await store.close();
      store = await place.open([units]);
      expect(await store.read(commit.stream, 0)).toEqual([commit]);
      expect(await store.pending([commit.stream])).toEqual([commit]);
      expect(await store.pendingPage()).toEqual([commit]);
      expect(await store.privateRow('t', 'k')).toBe(1);
      expect((await rowOf(1)).name).toBe('一');
    });

    test('finds a view that was added later filled from the journal', async () => {
      await put(commitOf(1, 1, ['a', 'b']));
      await store.close();
      store = await place.open([units, { ...units, name: 'later' }]);
      expect((await store.row('later', id(1)))?.body).toMatchObject({ name: 'b', changes: 2 });
    });
  });
}
