import { expect, test } from 'vitest';
import { openSqliteStore } from '../store/sqlite.ts';
import { type ParkedRow, parkingOf, WAITS } from './park.ts';

const record = (id: string) => ({ topic: 't', key: 'k', value: { id } });

test('rows behind those that another copy applied are due, and a failed row only on request', async () => {
  const store = await openSqliteStore('memory:', 'competitions', []);
  const [here, there] = [parkingOf(store), parkingOf(store)];
  const write = async (row: Awaited<ReturnType<typeof here.park>>) => store.write({ privateRows: [row!] });
  await write(await here.park(record('1'), 'failed', 'now'));
  await write(await here.park(record('2'), WAITS, 'now'));
  await there.load();
  expect(there.isParked('k')).toBe(true);
  expect(await here.flagged()).toEqual([]);
  await there.redrive('k');
  expect(await here.flagged()).toEqual(['k']);
  // The other copy applies the failed one and ends.
  const [first] = await there.line('k');
  await store.write({ privateRows: [there.privateRowOf(first as ParkedRow, undefined)] });
  expect(await here.flagged()).toEqual(['k']);
  const [second] = await here.line('k');
  await store.write({ privateRows: [here.privateRowOf(second as ParkedRow, undefined)] });
  expect(await here.line('k')).toEqual([]);
  expect(await here.flagged()).toEqual([]);
  await store.close();
});
