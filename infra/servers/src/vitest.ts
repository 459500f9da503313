// For vitest's `globalSetup`: one set of servers for all test files of a package. Files read their addresses with
// `inject('servers')`; where servers cannot run, it is said once and loudly which layer did not run.
import { type ServerKind, servers } from './index.ts';

/** Addresses, or what is missing. */
export type Provided = { urls: Record<ServerKind, string> } | { missing: string };

interface Project {
  provide(key: 'servers', value: Provided): void;
}

export default async function setup(project: Project): Promise<() => Promise<void>> {
  const running = await servers(['kafka', 'mongo', 'mongo-replica-set']);
  if ('missing' in running) {
    process.stderr.write(
      `\n${'!'.repeat(100)}\n!! NOT RUN: tests on real Kafka and MongoDB. ${running.missing}\n${'!'.repeat(100)}\n\n`,
    );
    project.provide('servers', running);
    return async () => {};
  }
  process.stderr.write(`servers: real Kafka and MongoDB (${running.from})\n`);
  const { kafka, mongo, 'mongo-replica-set': replicaSet } = running.server;
  project.provide('servers', { urls: { kafka: kafka.url, mongo: mongo.url, 'mongo-replica-set': replicaSet.url } });
  return running.stop;
}
