// A local MongoDB: alone, or as a replica set of one member.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mongod } from './download.ts';
import { exchange, freePort, type Guarded, guarded } from './guarded.ts';
import { messageOf, saysOk } from './mongo-message.ts';
import type { Server } from './server.ts';

const SET = 'rs0';

/** Further words of the command line, and who may do everything, where not everybody may. */
export interface MongoOptions {
  args?: string[];
  admin?: { user: string; password: string };
}

/** Whether the one at that port executes commands. */
export async function runCommand(port: number, body: Record<string, unknown>): Promise<boolean> {
  const answer = await exchange(port, messageOf({ ...body, $db: 'admin' }));
  return answer !== undefined && saysOk(answer);
}

export async function localMongo(replicaSet: boolean, { args = [], admin }: MongoOptions = {}): Promise<Server> {
  const binary = await mongod();
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-mongo-'));
  const port = await freePort();
  await mkdir(join(folder, 'data'));
  const command = [
    binary,
    ...['--dbpath', join(folder, 'data'), '--port', String(port), '--bind_ip', '127.0.0.1'],
    ...['--wiredTigerCacheSizeGB', '0.25', '--setParameter', 'diagnosticDataCollectionEnabled=false'],
    ...(replicaSet ? ['--replSet', SET, '--oplogSize', '128'] : []),
    ...args,
  ];
  const runOn = (body: Record<string, unknown>) => runCommand(port, body);
  const run = () => guarded(command, folder, () => runOn({ ping: 1 }));
  /** A majority write succeeds only once the member is primary. */
  async function primary() {
    const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
    await runOn({ replSetInitiate: { _id: SET, members } });
    const isPrimary = () =>
      runOn({ insert: 'ready', documents: [{ at: 1 }], writeConcern: { w: 'majority', wtimeout: 1000 } });
    for (let tries = 0; !(await isPrimary()); tries += 1) {
      if (tries > 300) throw new Error('mongod did not become primary');
      await sleep(100);
    }
  }
  let process: Guarded = await run();
  if (replicaSet) await primary();
  // From this machine, the first user may be made by anybody.
  if (admin && !(await runOn({ createUser: admin.user, pwd: admin.password, roles: ['root'] })))
    throw new Error('mongod did not take its first user');
  return {
    url: `mongodb://127.0.0.1:${port}`,
    kill: () => process.end('SIGKILL'),
    async again() {
      process = await run();
      if (replicaSet) await primary();
    },
    async stop() {
      await process.end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
