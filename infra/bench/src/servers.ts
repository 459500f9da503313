// `pnpm bench servers`: S14, S15, how soon another process hears of a command, and what each process holds in memory, on a
// real Kafka and MongoDB.
import { readFileSync } from 'node:fs';
import { startSystem } from '@jiangong/distributed';
import { servers as startServers } from '@jiangong/servers';
import type { Figure } from './figure.ts';
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

export async function servers(): Promise<Figure[]> {
  const running = await startServers(['kafka', 'mongo-replica-set']);
  if ('missing' in running) throw new Error(running.missing);
  const kafkaUrl = running.server.kafka.url;
  const mongoUrl = running.server['mongo-replica-set'].url;
  try {
    const s14 = await relay(kafkaUrl);
    const s15 = await durable(mongoUrl);
    const { commands, perSecond, p50Ms, p99Ms } = await heard(mongoUrl, kafkaUrl);
    const about = `${commands} commands, ${perSecond}/s`;
    const resident = await memory(`${mongoUrl}/bench-memory`, `${kafkaUrl}/bench-memory`);
    return [
      { id: 'S14', work: 'relay to Kafka ÷ bare kafkajs sends', ...s14, unit: '×', ambition: 0.9 },
      {
        id: 'S15',
        work: 'command on MongoDB ÷ one bare insert, journalled by a majority',
        ...s15,
        unit: '×',
        ambition: 0.95,
      },
      {
        id: 'heard',
        work: 'answer → handed over in another process, median',
        value: p50Ms,
        unit: 'ms',
        less: true,
        about,
      },
      { id: 'heard', work: '… 99 of 100', value: p99Ms, unit: 'ms', less: true, about },
      ...Object.entries(resident).map(
        ([name, value]): Figure => ({
          id: 'memory',
          work: `${name} before its first request`,
          value,
          unit: 'MB',
          less: true,
        }),
      ),
    ];
  } finally {
    await running.stop();
  }
}
