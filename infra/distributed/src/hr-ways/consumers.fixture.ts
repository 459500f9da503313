// For tests: the examples of examples/hr-consumer in processes of their own, each as it is, and what each has stored.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { hr, type startWebhooks } from '@jiangong/awards/hr-fixture';

/** A file of the examples. */
export const exampleAt = (path: string) =>
  fileURLToPath(new URL(`../../../../examples/hr-consumer/${path}`, import.meta.url));
/** Said once by Node and once by the Kafka client; harmless. */
export const QUIETER = ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];
/** The receivers that need no package. */
export const plainReceivers: Record<string, string[]> = {
  typescript: [process.execPath, ...QUIETER, exampleAt('typescript/receiver.ts')],
  python: ['python3', exampleAt('python/receiver.py')],
};

/** Made before the example starts: what it applies is noted, each time. */
const NOTED = `CREATE TABLE honours (
    grant_id TEXT PRIMARY KEY, revision INTEGER NOT NULL, status TEXT NOT NULL, recipient TEXT NOT NULL, honour TEXT NOT NULL);
  CREATE TABLE applied (grant_id TEXT NOT NULL, revision INTEGER NOT NULL);
  CREATE TRIGGER first AFTER INSERT ON honours BEGIN INSERT INTO applied VALUES (new.grant_id, new.revision); END;
  CREATE TRIGGER later AFTER UPDATE ON honours BEGIN INSERT INTO applied VALUES (new.grant_id, new.revision); END;`;

/** An example with a store of its own, which outlives its process. */
export function consumerOf([command, ...given]: string[], settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-consumer-'));
  const file = join(folder, 'honours.db');
  const made = new DatabaseSync(file);
  made.exec(NOTED);
  made.close();
  let child: ChildProcess | undefined;
  let port = '0';
  async function kill() {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  function start(env: Record<string, string> = {}) {
    const all = { ...process.env, ...settings, ...env, PORT: port, DATABASE: file };
    child = spawn(command!, given, { env: all, stdio: ['ignore', 'pipe', 'inherit'] });
    return child;
  }
  function read(query: string) {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      database.exec('PRAGMA busy_timeout = 10000');
      const rows = database.prepare(query).all();
      return rows.map((row) => ({ ...row }));
    } finally {
      database.close();
    }
  }
  return {
    start,
    /** Starts a receiver, each time at the same port. @returns its address */
    async listen(env?: Record<string, string>): Promise<string> {
      const [line] = await once(createInterface(start(env).stdout!), 'line');
      port = String(line).split(' ').at(-1)!;
      return `http://127.0.0.1:${port}/`;
    },
    kill,
    isRunning: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    /** What it has stored. */
    held: () => read('SELECT * FROM honours ORDER BY grant_id'),
    /** What it applied, in its order. */
    applied: () => read('SELECT * FROM applied ORDER BY rowid') as { grant_id: string; revision: number }[],
    async end() {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}
export type HrConsumer = ReturnType<typeof consumerOf>;
export const noSecret = { WEBHOOK_SECRET: `whsec_${Buffer.alloc(32).toString('base64')}` };

/** What a consumer must hold, by the feed. */
export async function standing(s: Awaited<ReturnType<typeof startWebhooks>>) {
  const { items } = (await s.call(hr, 'GET', '/api/hr/feed?view=state&limit=200')).body;
  return items
    .map((row: Record<string, unknown>) => ({
      ...{ grant_id: row.grant, revision: row.revision, status: row.status },
      ...{ recipient: row.externalId, honour: row.honourName },
    }))
    .sort((a: { grant_id: string }, b: { grant_id: string }) => (a.grant_id < b.grant_id ? -1 : 1));
}
