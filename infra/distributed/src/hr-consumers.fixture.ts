// For tests: the examples of examples/hr-consumer in processes of their own, each as it is, and what each has stored.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { hr, type startWebhooks } from '@jiangong/awards/hr-fixture';

/** A file of the examples. */
export const exampleAt = (path: string) =>
  fileURLToPath(new URL(`../../../examples/hr-consumer/${path}`, import.meta.url));
/** The receivers that need no package. */
export const plainReceivers: Record<string, string[]> = {
  typescript: [process.execPath, '--disable-warning=ExperimentalWarning', exampleAt('typescript/receiver.ts')],
  python: ['python3', exampleAt('python/receiver.py')],
};

/** An example with a store of its own, which outlives its process. */
export function consumerOf([command, ...given]: string[], settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-consumer-'));
  const file = join(folder, 'honours.db');
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
  return {
    start,
    /** Starts a receiver, each time at the same port. @returns its address */
    async listen(env?: Record<string, string>): Promise<string> {
      const [line] = await once(createInterface(start(env).stdout!), 'line');
      port = String(line).split(' ').at(-1)!;
      return `http://127.0.0.1:${port}/`;
    },
    kill,
    /** What it has stored. */
    held() {
      if (!existsSync(file)) return [];
      const database = new DatabaseSync(file, { readOnly: true });
      try {
        return database
          .prepare('SELECT * FROM honours ORDER BY grant_id')
          .all()
          .map((row) => ({ ...row }));
      } catch (error) {
        // Not made yet, or being written to.
        if (/no such table|locked/.test(String(error))) return [];
        throw error;
      } finally {
        database.close();
      }
    },
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
