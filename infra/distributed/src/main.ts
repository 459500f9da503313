// `pnpm start:distributed [--copies 2] [--port 8080]`: console and services as processes of their own, over the servers of
// STORE_URL and LOG_URL, or over local ones that live as long as this.
import { parseArgs } from 'node:util';
import { servers } from '@jiangong/servers';
import { reasonOf } from '@jiangong/service-kit/reason';
import { startSystem } from './system.ts';

const { values } = parseArgs({
  options: { copies: { type: 'string', default: '1' }, port: { type: 'string', default: '8080' } },
});
const { STORE_URL, LOG_URL } = process.env;
const say = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

let stopping = false;
await main().catch((error) => {
  complain(`未能启动 / could not start: ${reasonOf(error)}`);
  process.exitCode = 1;
});

async function main() {
  if (Boolean(STORE_URL) !== Boolean(LOG_URL))
    throw new Error('STORE_URL 与 LOG_URL 须同时设置或都不设置 / set both STORE_URL and LOG_URL, or neither');
  const local = STORE_URL && LOG_URL ? undefined : await localServers();
  if (local) say('本机临时服务器，停止后数据即清除 / servers of this run only: what they keep goes with them');
  const system = await startSystem({
    storeUrl: STORE_URL ?? `${local!.server['mongo-replica-set'].url}/jiangong`,
    logUrl: LOG_URL ?? `${local!.server.kafka.url}/jiangong`,
    copies: Number(values.copies),
    port: Number(values.port),
  }).catch(async (error) => {
    await local?.stop();
    throw error;
  });
  for (const { name, url, pid, ended } of [...system.consoles, ...[...system.copies.values()].flat()]) {
    say(`${name.padEnd(18)} ${url}  pid ${pid}`);
    // A process that is killed cannot say so itself.
    void ended.then((how) => {
      if (stopping) return;
      complain(
        `${name}（${url}，pid ${pid}）意外结束：${how}；其余继续运行 / ${name} (${url}, pid ${pid}) has ended: ${how}; the others go on`,
      );
      process.exitCode = 1;
    });
  }
  say(`建功已启动 / Jiangong is up: ${system.url}  接口文档 / API: ${system.url}/docs`);

  async function stop() {
    stopping = true;
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
    await system.stop();
    await local?.stop();
  }
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

async function localServers() {
  const running = await servers(['kafka', 'mongo-replica-set']);
  if ('missing' in running) throw new Error(running.missing);
  return running;
}
