// A disk of a few megabytes, in a mount namespace of its own, and the product in it: nobody else's file system is touched,
// and the disk goes with the process that holds it. Where no such namespace may be made, it says so.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from '@jiangong/distributed';
import { expect } from 'vitest';
import { newFolder } from './installation.ts';

const entry = fileURLToPath(new URL('../../../services/all-in-one/src/main.ts', import.meta.url));
const mounting = (folder: string, size: string) => `mount -t tmpfs -o size=${size} none ${folder}`;

/** Why no small disk can be made here; undefined if it can. */
export function noSmallDisk(): string | undefined {
  const tried = spawnSync('unshare', ['-rm', 'sh', '-c', mounting('/mnt', '1m')], { encoding: 'utf8' });
  return tried.status === 0 ? undefined : (tried.error?.message ?? tried.stderr.trim());
}

export async function smallDisk(size: string) {
  const folder = newFolder();
  const holding = `${mounting(folder, size)} && echo mounted && exec sleep 120`;
  const holder = spawn('unshare', ['-rm', 'sh', '-c', holding], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  /** The same folder, seen from here. */
  const seen = join(`/proc/${holder.pid}/root`, folder);
  const children: ChildProcess[] = [];
  return {
    seen,
    fill(bytes = Number.POSITIVE_INFINITY) {
      const chunk = Buffer.alloc(65_536);
      for (let n = 0; n * chunk.length < bytes; n += 1)
        try {
          writeFileSync(join(seen, 'filler'), chunk, { flag: 'a' });
        } catch (error) {
          if ((error as { code?: string }).code === 'ENOSPC') return;
          throw error;
        }
    },
    clear: () => rmSync(join(seen, 'filler')),
    async start() {
      const [port] = await freePorts(1);
      const inside = [
        '--preserve-credentials',
        '-U',
        '-m',
        '-t',
        String(holder.pid),
        process.execPath,
        entry,
        '--empty',
      ];
      const settings = { DATA: folder, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'fatal' };
      const child = spawn('nsenter', inside, { env: { ...process.env, ...settings }, stdio: 'inherit' });
      children.push(child);
      const url = `http://127.0.0.1:${port}`;
      await expect
        .poll(
          () =>
            fetch(`${url}/live`).then(
              ({ ok }) => ok,
              () => false,
            ),
          { timeout: 90_000 },
        )
        .toBe(true);
      return { url, kill: () => end(child) };
    },
    async close() {
      for (const child of children) await end(child);
      await end(holder);
    },
  };
}
async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
