// What the distributed engine stands on in a round, and how that fails: one broker and one mongod behind wires of our own, or
// three of each, of which one at a time is lost.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Server, servers as startServers } from '@jiangong/servers';
import { kafkaSet, mongoSet } from '@jiangong/servers/sets';
import { MongoClient } from 'mongodb';
import type { Fault } from './installation.ts';
import { between, pick, type Random } from './random.ts';
import { openWire, type Trouble, type Wire } from './wire.ts';

export interface Ground {
  /** Where the product finds them. */
  storeUrl: string;
  logUrl: string;
  /** Where the checker does. */
  mongoUrl: string;
  kafkaUrl: string;
  faults: readonly Fault[];
  stop(): Promise<void>;
}

/** Of the databases and topics. */
export const NAME = 'kills';
/** How long a server is away, at most. */
const AWAY_MS = 3000;
/** How long a network fails, at most. */
const CUT_MS = 5000;
/** This machine cannot run them. */
export class NoServers extends Error {}

/** A broker and a replica set of one member, and wires by which the product reaches them. */
export async function alone(): Promise<Ground> {
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
      storeUrl: `mongodb://127.0.0.1:${wires.mongo.port}/${NAME}?directConnection=true`,
      logUrl: `kafka://127.0.0.1:${wires.kafka.port}/${NAME}`,
      mongoUrl: mongo.url,
      kafkaUrl: `kafka://127.0.0.1:${wires.kafka.port}`,
      faults: [killed('broker', () => kafka), killed('mongod', () => mongo), cut(Object.values(wires))],
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

/** Three brokers and three members, as local processes. */
export async function inThrees(): Promise<Ground> {
  const [mongo, kafka] = [await mongoSet(), await kafkaSet()];
  return {
    storeUrl: mongo.at(NAME),
    logUrl: kafka.at(NAME),
    mongoUrl: mongo.at('admin'),
    kafkaUrl: kafka.at(''),
    faults: [
      killed('broker', (random) => pick(random, kafka.members)),
      killed('mongod', () => primaryOf(mongo.at('admin'), mongo.members)),
    ],
    async stop() {
      await Promise.all([mongo.stop(), kafka.stop()]);
    },
  };
}

/** Whoever is primary now: losing it is a failover. */
async function primaryOf(url: string, members: readonly Server[]): Promise<Server> {
  const client = await new MongoClient(url).connect();
  try {
    const { primary } = await client.db('admin').command({ hello: 1 });
    return members.find((member) => new URL(member.url).host === primary) ?? members[0]!;
  } finally {
    await client.close();
  }
}

/** Ended as by a power cut, and back after a while. */
const killed = (name: 'broker' | 'mongod', which: (random: Random) => Server | Promise<Server>): Fault => ({
  name,
  timesAt: (kills) => Math.ceil(kills / 10),
  async run(random: Random) {
    const server = await which(random);
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
