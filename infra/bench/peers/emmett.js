// Appends to one stream of emmett's event store on SQLite, so many under way at once: appends per second.
import { join } from 'node:path';
import { getSQLiteEventStore } from '@event-driven-io/emmett-sqlite';

const [, , folder, count, width] = process.argv;
const store = getSQLiteEventStore({ fileName: join(folder, 'emmett.db'), schema: { autoMigration: 'CreateOrUpdate' } });
const event = (n) => ({
  type: 'unit-registered',
  data: { unit: String(n), kind: 'branch', code: `XM-${n}`, name: '万泉寺中阳广场项目部', shortName: '万泉寺' },
});
await store.appendToStream('units', [event(0)]);
let left = Number(count);
const begun = performance.now();
const one = async () => {
  while (left-- > 0) await store.appendToStream('units', [event(left)]);
};
await Promise.all(Array.from({ length: Number(width) }, one));
process.send({ perSecond: Number(count) / ((performance.now() - begun) / 1000) });
process.disconnect();
