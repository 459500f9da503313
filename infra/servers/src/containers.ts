// The same servers in containers, where Docker answers.
import { GenericContainer, getContainerRuntimeClient, type StartedTestContainer, Wait } from 'testcontainers';
import { freePort } from './guarded.ts';
import type { Server } from './server.ts';

export async function dockerAnswers(): Promise<boolean> {
  try {
    await getContainerRuntimeClient();
    return true;
  } catch {
    return false;
  }
}

const serverOf = (url: string, container: StartedTestContainer): Server => ({
  url,
  async kill() {
    await container.stop({ timeout: 0, remove: false });
  },
  again: () => container.restart(),
  async stop() {
    await container.stop();
  },
});

export async function kafkaContainer(at?: number): Promise<Server> {
  const port = await freePort();
  const container = await new GenericContainer('apache/kafka:4.3.0')
    .withExposedPorts({ container: port, host: port })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: `PLAINTEXT://0.0.0.0:${port},CONTROLLER://0.0.0.0:9093`,
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${at ?? port}`,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@127.0.0.1:9093',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_HEAP_OPTS: '-Xmx512m',
    })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();
  return serverOf(`kafka://127.0.0.1:${port}`, container);
}

export async function mongoContainer(replicaSet: boolean): Promise<Server> {
  const port = await freePort();
  const container = await new GenericContainer('mongo:8')
    .withExposedPorts({ container: port, host: port })
    .withCommand(['mongod', '--port', String(port), '--bind_ip_all', ...(replicaSet ? ['--replSet', 'rs0'] : [])])
    .withWaitStrategy(Wait.forLogMessage(/Waiting for connections/i))
    .start();
  if (replicaSet) {
    const members = `rs.initiate({_id: 'rs0', members: [{_id: 0, host: '127.0.0.1:${port}'}]})`;
    const wait = 'while (!db.hello().isWritablePrimary) sleep(100)';
    await container.exec(['mongosh', '--port', String(port), '--quiet', '--eval', `${members}; ${wait}`]);
  }
  return serverOf(`mongodb://127.0.0.1:${port}`, container);
}
