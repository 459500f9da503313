// The checker can fail: each way in which a good state is damaged is counted, and where it belongs.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { embedded } from '../embedded.ts';
import { type Round, round } from '../round.ts';
import { check, isClean, type Verdict } from './check.ts';
import type { ClientNotes, Evidence, JournalCommit } from './evidence.ts';
import { readSqlite } from './sqlite.ts';

let good: Round;
let place: string;
let close: (keep: boolean) => Promise<void>;

beforeAll(async () => {
  const installation = await embedded();
  ({ place, close } = installation);
  good = await round(installation, { kills: 0, seed: 11, atLeast: 250 });
});
afterAll(() => close?.(false));

const serviceIn = ({ services }: Evidence, name: string) => services.find(({ service }) => service === name)!;
type Damage = (evidence: Evidence, notes: { acknowledged: ClientNotes['acknowledged'][number][] }) => void;

/** What the checker says of the good state after it was damaged: counts of the kinds that are not zero. */
async function after(damage: Damage): Promise<Partial<Record<keyof Verdict, number>>> {
  const evidence = structuredClone(good.evidence);
  const notes = { sent: good.notes.sent, acknowledged: structuredClone([...good.notes.acknowledged]) };
  damage(evidence, notes);
  return counts(await check(evidence, notes, good.at));
}
const counts = (verdict: Verdict) =>
  Object.fromEntries(
    Object.entries(verdict).flatMap(([name, { length }]) => (length > 0 ? [[name, length]] : [])),
  ) as Partial<Record<keyof Verdict, number>>;

const amended = ({ events }: JournalCommit) => events[0]?.type === 'unit-amended';
const withoutCommit = (from: Evidence, service: string, which: (commit: JournalCommit) => boolean) => {
  const { commits } = serviceIn(from, service);
  const index = commits.findLastIndex(which);
  expect(index).toBeGreaterThanOrEqual(0);
  return commits.splice(index, 1)[0]!;
};

test('a good state passes every check, and is not empty', () => {
  expect(counts(good.verdict)).toEqual({});
  expect(good.surprises).toEqual([]);
  expect(isClean(good.verdict)).toBe(true);
  expect(good.evidence.feed.length).toBeGreaterThan(2);
  expect(good.evidence.log.length).toBeGreaterThan(200);
  for (const { service, commits } of good.evidence.services)
    expect([service, commits.length > 0]).toEqual([service, true]);
});

test('a name that stays after its erasure, an older one that came back and one in an event are found', async () => {
  const states = (evidence: Evidence, service: string) =>
    serviceIn(evidence, service).states as Map<
      string,
      { revision: number; value?: { name: string; externalId: string } }
    >;
  const erased = (evidence: Evidence) =>
    [...states(evidence, 'awards')].find(([key, { value }]) => key.startsWith('people.') && value === undefined)![1];
  /** Chance may have erased everybody. */
  const living = (evidence: Evidence) => {
    for (const service of ['competitions', 'awards', 'contests'])
      states(evidence, service).set('people.state.v1/org/living', {
        revision: 1,
        value: { name: '在册', externalId: 'YG-1' },
      });
    return states(evidence, 'awards').get('people.state.v1/org/living')!;
  };
  const gone = { name: '人员', externalId: 'YG' };
  expect(await after((evidence) => void Object.assign(erased(evidence), { value: gone }))).toEqual({ states: 1 });
  expect(await after((evidence) => void Object.assign(living(evidence), { revision: 1000 }))).toEqual({ states: 1 });
  expect(await after((evidence) => void states(evidence, 'awards').clear())).toMatchObject({
    states: expect.any(Number),
  });
  const named = await after((evidence) => {
    const { name } = living(evidence).value!;
    serviceIn(evidence, 'awards').commits[0]!.actor = name;
  });
  expect(named.states).toBe(1);
  expect(await after(({ services }) => void Object.assign(services[0]!, { owed: 1 }))).toEqual({ unfinished: 1 });
});

test('a grant that its state topic has in an older revision, and one that is missing there, are found', async () => {
  const grants = (evidence: Evidence) =>
    serviceIn(evidence, 'awards').states as Map<string, { revision: number; value?: object }>;
  const first = (evidence: Evidence) => [...grants(evidence)].find(([key]) => key.startsWith('awards.'))!;
  expect(await after((evidence) => void Object.assign(first(evidence)[1], { revision: 9 }))).toEqual({ states: 1 });
  expect(await after((evidence) => void Object.assign(first(evidence)[1], { value: {} }))).toEqual({ states: 1 });
  expect(await after((evidence) => void grants(evidence).delete(first(evidence)[0]))).toEqual({ states: 1 });
});
test('a grant that is published on one topic only is found', async () => {
  const one = await after((evidence) => {
    evidence.log = evidence.log.filter(({ topic }) => !topic.endsWith('awards.grants.v1'));
  });
  expect(one.log).toBeGreaterThan(10);
});

test('an acknowledged commit that is gone is lost', async () => {
  const found = await after((evidence) => void withoutCommit(evidence, 'competitions', amended));
  expect(found.lost).toBe(1);
  // Its event was published, and rows were made of it.
  expect(found.viewsWrong).toBeGreaterThan(0);
  expect(found.log).toBeGreaterThan(0);
});
test('an acknowledged outcome that differs from the journal is lost', async () => {
  expect(await after((_, { acknowledged }) => void Object.assign(acknowledged[7]!, { version: 99 }))).toEqual({
    lost: 1,
  });
});
test('a command with two commits was done twice', async () => {
  const found = await after((evidence) => {
    const { commits } = serviceIn(evidence, 'competitions');
    const commit = commits.findLast(amended)!;
    commits.push({ ...commit, version: commit.version + 1 });
  });
  expect(found.twice).toBe(1);
});
test('a commit without a request was done twice under another name', async () => {
  const found = await after((evidence) => {
    const { commits } = serviceIn(evidence, 'competitions');
    const commit = commits.findLast(amended)!;
    commits.push({ ...commit, version: commit.version + 1, cause: `${commit.cause}-2` });
  });
  expect(found.twice).toBe(1);
});
test('a commit amid its stream that is gone leaves a gap', async () => {
  // A competition goes on after it was announced.
  const amid = ({ stream, version }: JournalCommit) => stream.startsWith('competition/') && version === 1;
  const found = await after((evidence) => void withoutCommit(evidence, 'competitions', amid));
  expect(found.gaps).toBe(1);
});
test('a commit that was changed, or carries no hash any more, is a broken chain', async () => {
  // A competition goes on after it was announced: its first commit is amid its stream.
  const changed = (version: number, damage: Partial<JournalCommit> | undefined) =>
    after((evidence) => {
      const { commits } = serviceIn(evidence, 'competitions');
      const commit = commits.find((each) => each.stream.startsWith('competition/') && each.version === version)!;
      expect(commit.hash).toBeDefined();
      if (damage) Object.assign(commit, damage);
      else delete commit.hash;
    });
  for (const version of [1, 2]) {
    // What was published says so, too.
    expect(await changed(version, { correlation: 'another' })).toEqual({ broken: 1, log: 1 });
    expect(await changed(version, { hash: '0'.repeat(64) })).toEqual({ broken: 1 });
  }
  expect(await changed(2, undefined)).toEqual({ broken: 1 });
});
test('two commits with one version are a gap', async () => {
  const found = await after((evidence) => {
    const { commits } = serviceIn(evidence, 'competitions');
    commits.push({ ...commits.findLast(amended)!, cause: 'deadline/x' });
  });
  expect(found.gaps).toBe(1);
});

const damagedRow = (
  damage: (row: { body: unknown; mark: number; org: string; key: string }, rows: unknown[]) => void,
) =>
  after((evidence) => {
    const rows = serviceIn(evidence, 'competitions').rows.get('units')!;
    damage(rows.at(-1)!, rows);
  });
test('a row that is not the fold is wrong: its body, its mark, its organisation; missing, or one too many', async () => {
  expect(await damagedRow((row) => Object.assign(row.body as object, { name: 'another' }))).toEqual({ viewsWrong: 1 });
  expect(await damagedRow((row) => (row.mark += 1))).toEqual({ viewsWrong: 1 });
  expect(await damagedRow((row) => (row.org = 'x'))).toEqual({ viewsWrong: 1 });
  expect(await damagedRow((row) => (row.body = undefined))).toEqual({ viewsWrong: 1 });
  expect(await damagedRow((_, rows) => rows.pop())).toEqual({ viewsWrong: 1 });
  expect(await damagedRow((row, rows) => rows.push({ ...row, key: 'x' }))).toEqual({ viewsWrong: 1 });
});
test('a row of another service’s events that is stale is wrong', async () => {
  const found = await after((evidence) => {
    const row = serviceIn(evidence, 'awards').rows.get('recipients')!.at(-1)!;
    row.mark -= 1;
  });
  expect(found).toEqual({ viewsWrong: 1 });
});

test('an event that was not published, published twice out of order, published wrongly, or never happened, is a fault of the log', async () => {
  const second = (evidence: Evidence) => evidence.log.findIndex(({ value }) => value.sequence === 2);
  expect(await after(({ log }) => void log.pop())).toEqual({ log: 1 });
  // Its successors came before it: the first of them is out of order, and it came late.
  const swapped = await after((evidence) => {
    const at = second(evidence);
    const [record] = evidence.log.splice(at, 1);
    const before = evidence.log.findIndex(({ key }) => key === record!.key);
    evidence.log.splice(before, 0, record!);
  });
  expect(swapped).toEqual({ log: 1 });
  expect(await after(({ log }) => void Object.assign(log[9]!.value, { data: {} }))).toEqual({ log: 1 });
  expect(await after(({ log }) => void log.push({ ...log[9]!, value: { ...log[9]!.value, id: 'unit/x/1' } }))).toEqual({
    log: 1,
  });
});
test('a repetition that follows is no fault', async () => {
  expect(await after(({ log }) => void log.push(structuredClone(log[9]!)))).toEqual({});
});

test('a reaction that did not come about is missing, and so is one of several', async () => {
  const by = (service: string, ordinal: number) => (evidence: Evidence) =>
    void withoutCommit(evidence, service, ({ cause }) => cause.startsWith(service) && cause.endsWith(`/${ordinal}`));
  expect((await after(by('studio-alliances', 0))).reactions).toBe(1);
  expect((await after(by('studio-alliances', 1))).reactions).toBe(1);
  expect((await after(by('awards', 0))).reactions).toBe(1);
});
test('a deadline that did not fire is missing', async () => {
  const found = await after((evidence) => {
    const { rows } = serviceIn(evidence, 'competitions');
    rows.get('deadline registration')![0]!.body = {
      id: 'registration/competition/x/2024',
      at: '2024-01-01T00:00:00.000Z',
    };
  });
  expect(found.reactions).toBe(1);
});
test('a grant that is missing from the HR feed, or twice in it, is a fault', async () => {
  expect(await after(({ feed }) => void feed.pop())).toEqual({ feed: 1 });
  expect(await after(({ feed }) => void feed.push(feed[0]!))).toEqual({ feed: 1 });
  expect(await after(({ feed }) => void Object.assign(feed[0]!, { recipientName: 'another' }))).toEqual({ feed: 2 });
});
test('what is parked or still pending is unfinished', async () => {
  expect(await after(({ services }) => void services[0]!.parked.push('unit/x#1: refused'))).toEqual({ unfinished: 1 });
  expect(await after(({ services }) => void Object.assign(services[0]!, { pending: 1 }))).toEqual({ unfinished: 1 });
});

test('damage is read from the files themselves', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-damaged-'));
  try {
    cpSync(place, folder, { recursive: true });
    const sql = new DatabaseSync(join(folder, 'competitions.db'));
    sql.exec(
      `DELETE FROM commits WHERE place = (SELECT max(place) FROM commits WHERE body LIKE '%"unit-registered"%'
        AND stream IN (SELECT stream FROM commits GROUP BY stream HAVING count(*) = 1))`,
    );
    sql.exec(
      `UPDATE "view units" SET body = json_set(body, '$.name', 'another') WHERE key = (SELECT min(key) FROM "view units")`,
    );
    sql.exec(`INSERT INTO kept VALUES ('parked', 'unit/x#1', '{"reason": "refused"}')`);
    sql.close();
    const log = new DatabaseSync(join(folder, 'log.db'));
    log.exec('DELETE FROM events WHERE place = (SELECT max(place) FROM events)');
    log.close();
    const found = counts(await check({ ...readSqlite(folder), feed: good.evidence.feed }, good.notes, good.at));
    expect(found.lost).toBe(1);
    expect(found.viewsWrong).toBeGreaterThanOrEqual(2);
    expect(found.log).toBeGreaterThanOrEqual(2);
    expect(found.unfinished).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
