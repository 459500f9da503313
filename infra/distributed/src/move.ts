// `pnpm move --from ./data --store mongodb://host/jiangong --log kafka://host:9092`: moves a stopped installation from its
// data folder to MongoDB and Kafka.
import { parseArgs } from 'node:util';
import { move } from '@jiangong/service-kit/move';

const { values } = parseArgs({
  options: { from: { type: 'string', default: './data' }, store: { type: 'string' }, log: { type: 'string' } },
});
const { STORE_URL, LOG_URL } = process.env;
const { from, store = STORE_URL, log = LOG_URL } = values;
if (!store?.startsWith('mongodb') || !log?.startsWith('kafka')) {
  console.error('用法 / usage: pnpm move --from ./data --store mongodb://host/jiangong --log kafka://host:9092');
  process.exit(2);
}
await move({
  from,
  storeUrl: store,
  logUrl: log,
  now: new Date().toISOString(),
  onMoved: ({ service, commits, kept, events }) =>
    console.log(`${service}: ${commits} 次提交 commits, ${kept} 行私有数据 private rows, ${events} 条事件 events`),
}).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
console.log(
  '已迁移：以这两个地址启动即可；原目录未改动 / moved: start with these two addresses; the folder is as it was',
);
