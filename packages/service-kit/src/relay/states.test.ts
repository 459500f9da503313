// What is owed to a state topic is published before that is forgotten, and an older state never stays in a newer one's place.
import { expect, test } from 'vitest';
import { follow } from '../consume/states.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { OWED, owedRowOf, type StateRow, stateRelayOf, stateRowOf } from './states.ts';

const topic = 'people.state.v1';
const person = (revision: number, name?: string): StateRow => ({
  key: 'p',
  org: 'o',
  revision,
  ...(name ? { value: { externalId: '1', name } } : {}),
});
const written = (row: StateRow) => ({ privateRows: [stateRowOf(topic, row), owedRowOf(topic, row)] });
const recordOf = (row: StateRow) => ({ topic, key: row.key, value: { topic, ...row } });

test('a state stays owed until its topic has it; of several revisions the newest is published', async () => {
  const store = await openSqliteStore('memory:', 'competitions', []);
  await store.write(written(person(1, '甲')));
  await store.write(written(person(2)));
  const published: unknown[] = [];
  const errors: unknown[] = [];
  let up = false;
  const relay = stateRelayOf({
    store,
    async publish(records) {
      if (!up) throw new Error('no broker');
      published.push(...records);
    },
    onError: (error) => errors.push(error),
  });
  await relay.run();
  expect([errors.length, (await store.privateRows(OWED)).length]).toEqual([1, 2]);
  up = true;
  await relay.run();
  expect(published).toEqual([{ topic, key: 'p', org: 'o', revision: 2 }]);
  expect(await store.privateRows(OWED)).toEqual([]);
  await store.close();
});

test('a publisher that reads an older state last owes the newest again', async () => {
  const store = await openSqliteStore('memory:', 'competitions', []);
  await store.write({ privateRows: [stateRowOf(topic, person(6))] });
  // Another copy was frozen while it published the fifth.
  await follow('competitions', store, recordOf(person(5, '甲')), []);
  const [owed] = await store.privateRows(OWED);
  expect(owed?.body).toMatchObject({ revision: 6 });
  await store.write({ privateRows: [{ table: OWED, key: owed!.key, body: undefined }] });
  await follow('competitions', store, recordOf(person(6)), []);
  expect(await store.privateRows(OWED)).toEqual([]);
  await store.close();
});

test('a follower keeps the newest state, and brings nothing back that was erased', async () => {
  const store = await openSqliteStore('memory:', 'awards', []);
  const row = async () => store.privateRow(topic, 'o/p');
  await follow('awards', store, recordOf(person(2, '乙')), []);
  await follow('awards', store, recordOf(person(1, '甲')), []);
  expect(await row()).toEqual(person(2, '乙'));
  await follow('awards', store, recordOf(person(3)), []);
  await follow('awards', store, recordOf(person(2, '乙')), []);
  expect(await row()).toEqual(person(3));
  expect(await store.privateRows(OWED)).toEqual([]);
  await store.close();
});
