// `pnpm bench servers`: S14, S15, how soon another process hears of a command, and what each process holds in memory, on a
// real Kafka and MongoDB.
import { readFileSync } from 'node:fs';
import { startSystem } from '@jiangong/distributed';
import { servers as startServers } from '@jiangong/servers';
import { durable, heard } from './servers-durable.ts';
import { relay } from './servers-relay.ts';

const rssOf = (pid: number) => {
  const [, kB] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  return Math.round(Number(kB) / 1024);
};
/** Of each process of the distributed system, MB, after start and before the first request. */
async function memory(storeUrl: string, logUrl: string) {
  const system = await startSystem({ storeUrl, logUrl, copies: 1, quiet: true });
  try {
    const all = [...system.consoles, ...[...system.copies.values()].flat()];
    return Object.fromEntries(all.map(({ name, pid }) => [name, rssOf(pid)]));
  } finally {
    await system.stop();
  }
}

export async function servers({ json }: { json: boolean }) {
  const running = await startServers(['kafka', 'mongo-replica-set']);
  if ('missing' in running) throw new Error(running.missing);
  const kafkaUrl = running.server.kafka.url;
  const mongoUrl = running.server['mongo-replica-set'].url;
  try {
    const result = {
      s14: await relay(kafkaUrl),
      s15: await durable(mongoUrl),
      heard: await heard(mongoUrl, kafkaUrl),
      memoryMB: await memory(`${mongoUrl}/bench-memory`, `${kafkaUrl}/bench-memory`),
    };
    console.log(JSON.stringify(result, null, json ? 0 : 2));
  } finally {
    await running.stop();
  }
}
