// `pnpm move --from ./data --store mongodb://host/jiangong --log kafka://host:9092`: moves a stopped installation from its
// data folder to MongoDB and Kafka. `pnpm move --log-anew --store … --log kafka://host:9092/second` writes the log of a
// stopped distributed installation anew, into another namespace.
import { parseArgs } from 'node:util';
import { move, writeLogAnew } from '@jiangong/service-kit/move';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: './data' },
    store: { type: 'string' },
    log: { type: 'string' },
    'log-anew': { type: 'boolean' },
  },
});
const { STORE_URL, LOG_URL } = process.env;
const { from, store = STORE_URL, log = LOG_URL } = values;
if (!store?.startsWith('mongodb') || !log?.startsWith('kafka')) {
  console.error('用法 / usage: pnpm move --from ./data --store mongodb://host/jiangong --log kafka://host:9092');
  process.exit(2);
}
async function moveAll() {
  await move({
    from,
    storeUrl: store!,
    logUrl: log!,
    now: new Date().toISOString(),
    onMoved: ({ service, commits, kept, events }) =>
      console.log(`${service}: ${commits} 次提交 commits, ${kept} 行私有数据 private rows, ${events} 条事件 events`),
  });
  console.log(
    '已迁移：以这两个地址启动即可；原目录未改动 / moved: start with these two addresses; the folder is as it was',
  );
}
async function logAnew() {
  for (const [service, events] of Object.entries(await writeLogAnew(store!, log!)))
    console.log(`${service}: ${events} 条事件 events`);
}
await (values['log-anew'] ? logAnew() : moveAll()).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
