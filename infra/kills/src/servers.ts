// The distributed engine under test: every service twice and two consoles, over a real Kafka and a MongoDB replica set that
// are this round's own.
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceName } from '@jiangong/contracts';
import { type System, startSystem } from '@jiangong/distributed';
import { type Server, servers as startServers } from '@jiangong/servers';
import { readKafka } from './check/kafka.ts';
import { readMongo } from './check/mongo.ts';
import { type Copy, everywhere, type Fault, type Installation } from './installation.ts';
import { between, pick, type Random } from './random.ts';
import { openWire, type Trouble, type Wire } from './wire.ts';

const NAME = 'kills';
/** How long a server is away, at most. */
const AWAY_MS = 3000;
/** How long a network fails, at most. */
const CUT_MS = 5000;
/** A copy that answers is not waited for longer, though its consumer may still wait for its group. */
const LIVE_MS = 8000;

/** This machine cannot run them. */
export class NoServers extends Error {}

/** The servers, and the wires by which the product reaches them. */
async function ground() {
  const wires = { kafka: await openWire(), mongo: await openWire() };
  const closeWires = async () => {
    for (const wire of Object.values(wires)) await wire.close();
  };
  try {
    const running = await startServers(['kafka', 'mongo-replica-set'], { kafkaAt: wires.kafka.port });
    if ('missing' in running) throw new NoServers(running.missing);
    if (running.from === 'given')
      throw new Error(
        '本套件须自启服务器并将其杀停，请勿设置 TEST_KAFKA_URL、TEST_MONGO_URL / servers given by URL cannot be killed: unset TEST_KAFKA_URL and TEST_MONGO_URL',
      );
    const { kafka, 'mongo-replica-set': mongo } = running.server;
    wires.kafka.leadsTo(Number(new URL(kafka.url).port));
    wires.mongo.leadsTo(Number(new URL(mongo.url).port));
    return {
      kafka,
      mongo,
      wires,
      storeUrl: `mongodb://127.0.0.1:${wires.mongo.port}/${NAME}?directConnection=true`,
      logUrl: `kafka://127.0.0.1:${wires.kafka.port}/${NAME}`,
      async stop() {
        await running.stop();
        await closeWires();
      },
    };
  } catch (error) {
    await closeWires();
    throw error;
  }
}

export async function servers(): Promise<Installation> {
  const running = await ground();
  const { kafka, mongo, wires, storeUrl, logUrl } = running;
  const place = mkdtempSync(join(tmpdir(), 'jiangong-kills-'));
  const hear = (printed: string) => appendFileSync(join(place, 'printed.log'), printed);
  const system = await startSystem({ storeUrl, logUrl, copies: 2, quiet: true, hear }).catch(async (error) => {
    await running.stop();
    throw error;
  });
  return {
    engine: 'servers',
    urls: system.consoles.map(({ url }) => url),
    admin: system.admin!,
    copies: copiesOf(system),
    downAtOnce: 3,
    failpoints: [
      ...everywhere,
      [4, 'before-insert'],
      [4, 'after-insert'],
      [3, 'after-keep'],
      [3, 'after-send'],
      [3, 'before-offset'],
      [3, 'after-offset'],
    ],
    passings: 12,
    faults: [killed('broker', kafka), killed('mongod', mongo), cut(Object.values(wires))],
    stop: system.stop,
    evidence: async () => ({
      services: await readMongo(mongo.url, NAME),
      log: await readKafka(`kafka://127.0.0.1:${wires.kafka.port}`, NAME),
    }),
    place,
    async close(keep) {
      await system.stop();
      await running.stop();
      if (!keep) rmSync(place, { recursive: true, force: true });
    },
  };
}

function copiesOf({ consoles, copies, restart }: System): Copy[] {
  const all: [ServiceName, System['consoles']][] = [['console', consoles], ...copies];
  return all.flatMap(([service, list]) =>
    list.map((_, index) => ({
      name: `${service} ${index + 1}`,
      pid: () => list[index]!.pid,
      ended: () => list[index]!.ended,
      kill: () => list[index]!.stop('SIGKILL'),
      again: (failpoint = '') =>
        restart(service, index, 'SIGKILL', { settings: { FAILPOINT: failpoint }, liveAfterMs: LIVE_MS }),
    })),
  );
}

/** Ended as by a power cut, and back after a while. */
const killed = (name: 'broker' | 'mongod', server: Server): Fault => ({
  name,
  timesAt: (kills) => Math.ceil(kills / 10),
  async run(random: Random) {
    await server.kill();
    await sleep(between(random, 0, AWAY_MS));
    await server.again();
  },
});

const troubles: readonly ((random: Random) => Trouble)[] = [
  () => ({ kind: 'cut' }),
  (random) => ({ kind: 'slow', ms: between(random, 50, 500) }),
  (random) => ({ kind: 'half-open', silent: pick(random, ['up', 'down', 'both'] as const) }),
];

/** The network between some or all of the processes and one of the servers fails for a while. */
const cut = (wires: readonly Wire[]): Fault => ({
  name: 'cut',
  timesAt: (kills) => Math.ceil(kills / 7),
  async run(random: Random) {
    const heal = pick(random, wires).suffer(pick(random, troubles)(random), random() < 0.5 ? 1 : 0.5);
    await sleep(between(random, 1000, CUT_MS));
    heal();
  },
});
