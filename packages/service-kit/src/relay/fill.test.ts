// A topic that an earlier release did not have is given everything that the journal holds, also if the first start was interrupted.
import { type CloudEvent, definitionOf, grantExample, type StateChange } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import type { Commit } from '../store/port.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { fillNewTopics } from './fill.ts';
import { OWED } from './states.ts';

const current = (type: string) => ({ type, version: definitionOf(type)!.version });
const grantCommit = (n: number, version: number): Commit => ({
  stream: `grant/${n}`,
  version,
  events: [{ ...current(version === 1 ? 'award-granted' : 'award-revoked'), data: { ...grantExample, grant: `${n}` } }],
  cause: `c/${n}/${version}`,
  org: 'o',
  actor: 'a',
  time: '2025-01-20T09:00:00Z',
  correlation: 'c',
  causation: 'c',
  answer: { status: 200, id: `${n}`, version },
});
const grant = {
  initial: undefined,
  decide: () => [],
  evolve: () => undefined,
  states: (): StateChange[] => [{ topic: 'awards.state.v1', key: 'g', value: grantExample }],
};
const topics = [{ topic: 'awards.v1' }, { topic: 'awards.grants.v1', noun: 'grant' }];

test('a new topic is filled from the journal once, and again after an interruption', async () => {
  const store = await openSqliteStore('memory:', 'awards', []);
  const commits = [grantCommit(1, 1), grantCommit(2, 1), grantCommit(1, 2)];
  const notice: Commit = { ...grantCommit(3, 1), stream: 'notice/3', events: [] };
  for (const commit of [...commits, notice]) await store.write({ commit });
  await store.markPublished(commits);
  const published: [string, string[]][] = [];
  let up = false;
  const log = {
    async publish(topic: string, events: CloudEvent[]) {
      if (!up) throw new Error('no broker');
      published.push([topic, events.map(({ id }) => id)]);
    },
  };
  const fill = () => fillNewTopics({ service: 'awards', store, log, rules: { grant }, topics });
  await expect(fill()).rejects.toThrow('no broker');
  up = true;
  await fill();
  await fill();
  expect(published).toEqual([['awards.grants.v1', ['grant/1/1', 'grant/2/1', 'grant/1/2']]]);
  expect(await store.privateRow('awards.state.v1', 'o/g')).toMatchObject({ revision: 2 });
  expect((await store.privateRows(OWED)).length).toBeGreaterThan(0);
  await store.close();
});

test('what a topic of one noun must hold is counted by its noun', async () => {
  const store = await openSqliteStore('memory:', 'awards', []);
  const [first, other] = [grantCommit(1, 1), { ...grantCommit(1, 1), stream: 'decision/1', cause: 'd' }];
  for (const commit of [first, other]) await store.write({ commit });
  expect([await store.publishedCount(), await store.publishedCount('grant')]).toEqual([0, 0]);
  await store.markPublished([first]);
  await store.write({});
  expect([await store.publishedCount(), await store.publishedCount('grant')]).toEqual([1, 1]);
  await store.markPublished([other]);
  await store.write({});
  expect([await store.publishedCount(), await store.publishedCount('grant')]).toEqual([2, 1]);
  await store.close();
});
