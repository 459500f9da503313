// Local servers in threes, so that one of them may be lost: a MongoDB replica set, and Kafka with every record on three brokers.
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './guarded.ts';
import { clusterId, localKafka } from './kafka.ts';
import { localMongo, runCommand } from './mongo.ts';
import type { Server } from './server.ts';

export interface ServerSet {
  /** Names all members, and a database or a namespace of topics. */
  at(name: string): string;
  members: Server[];
  stop(): Promise<void>;
}
const MEMBERS = [0, 1, 2] as const;
const SET = 'rs0';

const setOf = (at: ServerSet['at'], members: Server[]): ServerSet => ({
  at,
  members,
  async stop() {
    await Promise.all(members.map((member) => member.stop()));
  },
});
const hostsOf = (members: Server[]) => members.map(({ url }) => new URL(url).host);

/** Elects another primary within seconds of losing one. */
export async function mongoSet(): Promise<ServerSet> {
  const args = ['--replSet', SET, '--oplogSize', '128'];
  const members = await Promise.all(MEMBERS.map(() => localMongo(false, { args })));
  const hosts = hostsOf(members);
  const ports = members.map(({ url }) => Number(new URL(url).port));
  const settings = { electionTimeoutMillis: 2000, heartbeatIntervalMillis: 500 };
  const config = { _id: SET, members: hosts.map((host, _id) => ({ _id, host })), settings };
  const written = { insert: 'ready', documents: [{ at: 1 }], writeConcern: { w: 'majority', wtimeout: 1000 } };
  await runCommand(ports[0]!, { replSetInitiate: config });
  for (let tries = 0; !(await Promise.all(ports.map((port) => runCommand(port, written)))).includes(true); tries += 1) {
    if (tries > 300) throw new Error('the replica set has no primary');
    await sleep(100);
  }
  return setOf((name) => `mongodb://${hosts}/${name}?replicaSet=${SET}`, members);
}

/** Acknowledges what two of three brokers have. */
export async function kafkaSet(): Promise<ServerSet> {
  const ports = await Promise.all(MEMBERS.map(async () => ({ port: await freePort(), controller: await freePort() })));
  const cluster = clusterId();
  const controllers = ports.map(({ controller }) => `127.0.0.1:${controller}`);
  const settings = {
    'controller.quorum.bootstrap.servers': `${controllers}`,
    'controller.quorum.voters': `${controllers.map((at, index) => `${index + 1}@${at}`)}`,
    'default.replication.factor': '3',
    'min.insync.replicas': '2',
    'offsets.topic.replication.factor': '3',
    // A broker that is gone is noticed sooner than in nine seconds.
    'broker.session.timeout.ms': '3000',
    'broker.heartbeat.interval.ms': '500',
    'controlled.shutdown.enable': 'false',
  };
  const members = await Promise.all(
    MEMBERS.map((index) =>
      localKafka({ ...settings, 'node.id': String(index + 1) }, { ports: ports[index]!, cluster }),
    ),
  );
  return setOf((name) => `kafka://${hostsOf(members)}${name && `/${name}`}`, members);
}
