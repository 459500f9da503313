// `pnpm move --from ./data --store mongodb://host/jiangong --log kafka://host:9092`: moves a stopped installation from its
// data folder to MongoDB and Kafka. `pnpm move --log-anew --store … --log kafka://host:9092/second` rebuilds the log of a
// stopped distributed installation in another namespace.
import { parseArgs } from 'node:util';
import { awards } from '@jiangong/awards';
import { competitions } from '@jiangong/competitions';
import { consoleService } from '@jiangong/console';
import { contests } from '@jiangong/contests';
import { table } from '@jiangong/demo/table';
import { quarterlyChecks } from '@jiangong/quarterly-checks';
import { migrate, rebuildLog } from '@jiangong/service-kit/migrate';
import { studioAlliances } from '@jiangong/studio-alliances';

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
  const manifests = [consoleService(() => {}), competitions, quarterlyChecks, contests, studioAlliances, awards];
  const { counts, same, before } = await migrate({
    from,
    storeUrl: store!,
    logUrl: log!,
    now: new Date().toISOString(),
    manifests,
  });
  const head = ['服务 service', '内容 what', '目录 folder', '服务器 servers', ''];
  const rows = counts.map((count) => [
    count.service,
    count.what,
    String(count.here),
    String(count.there),
    count.same ? '=' : '≠',
  ]);
  for (const line of table(head, rows)) console.log(line);
  if (!same) throw new Error(before ? wentOn : differs);
  console.log(before ? movedBefore : moved);
}
const moved =
  '已迁移：以这两个地址启动即可；原目录未改动 / moved: start with these two addresses; the folder is as it was';
const movedBefore = '此前已迁移，两侧一致，未写入任何内容 / moved before; both sides are the same, nothing was written';
const wentOn =
  '此前已迁移，此后目标已继续使用：未写入任何内容 / moved before, and the target has gone on since: nothing was written';
const differs =
  '两侧不一致（≠）：请勿以这两个地址启动；请保留输出并换一个数据库名与命名空间重试 / ' +
  'the sides differ (≠): do not start with these addresses; keep this output and move to another database and namespace';

async function logAnew() {
  for (const [service, events] of Object.entries(await rebuildLog(store!, log!)))
    console.log(`${service}: ${events} 条事件 events`);
}
await (values['log-anew'] ? logAnew() : moveAll()).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
