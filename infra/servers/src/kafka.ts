// A local Kafka: one broker that is its own controller, small enough for a test machine.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { kafkaJars } from './download.ts';
import { exchange, freePort, type Guarded, guarded } from './guarded.ts';
import type { Server } from './server.ts';

const properties = (folder: string, port: number, controller: number, more: Record<string, string>) => ({
  'process.roles': 'broker,controller',
  'node.id': '1',
  'controller.quorum.bootstrap.servers': `127.0.0.1:${controller}`,
  listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}`,
  'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
  'controller.listener.names': 'CONTROLLER',
  'log.dirs': join(folder, 'data'),
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '8',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'group.initial.rebalance.delay.ms': '0',
  'auto.create.topics.enable': 'false',
  'log.retention.hours': '-1',
  ...more,
});

type Settings = Record<string, string>;
export interface Ports {
  port: number;
  controller: number;
}

interface KafkaOptions {
  /** Further words of the command that formats its folder. */
  formatted?: string[];
  /** Of several brokers: where this one listens, and the id that they share. */
  ports?: Ports;
  cluster?: string;
}
/** Never a leading dash, which would look like another option. */
export const clusterId = () => `J${randomBytes(16).toString('base64url').slice(1)}`;

export interface LocalKafka extends Server {
  /** Its volume, while it is killed: an empty one in its place. */
  lose(): Promise<void>;
}

/** @param more settings of the broker, in addition to or instead of the defaults */
export async function localKafka(
  more: Settings | ((ports: Ports) => Settings) = {},
  { formatted = [], ports, cluster }: KafkaOptions = {},
): Promise<LocalKafka> {
  const jars = await kafkaJars();
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-kafka-'));
  const { port, controller } = ports ?? { port: await freePort(), controller: await freePort() };
  const config = join(folder, 'server.properties');
  const settings = typeof more === 'function' ? more({ port, controller }) : more;
  const lines = Object.entries(properties(folder, port, controller, settings)).map(
    ([name, value]) => `${name}=${value}`,
  );
  await writeFile(config, `${lines.join('\n')}\n`);
  const java = [
    '-Xmx512m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
    '-cp',
    jars,
  ];
  const alone = cluster === undefined ? ['--standalone'] : [];
  const id = ['-t', cluster ?? clusterId(), '-c', config];
  const format = ['kafka.tools.StorageTool', 'format', ...alone, ...id, ...formatted];
  const formatVolume = () => promisify(execFile)('java', [...java, ...format]);
  await formatVolume();
  const run = () => guarded(['java', ...java, 'kafka.Kafka', config], folder, () => answersKafka(port));
  let process: Guarded = await run();
  return {
    url: `kafka://127.0.0.1:${port}`,
    kill: () => process.end('SIGKILL'),
    async again() {
      process = await run();
    },
    async lose() {
      await rm(join(folder, 'data'), { recursive: true });
      await formatVolume();
    },
    async stop() {
      await process.end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Asks which versions it speaks: a broker answers that only when it serves. */
async function answersKafka(port: number): Promise<boolean> {
  const request = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 255, 255]);
  const answer = await exchange(port, request);
  return answer !== undefined && answer.length > 8;
}
