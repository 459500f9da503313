// The installation is killed at a few places of the year and started again; the client only repeats its requests, with the
// same keys. Nothing that was answered is lost, nothing is done twice, and the year comes to the same.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { freePort } from './free-port.fixture.ts';
import { chapters } from './index.ts';
import { YEAR } from './year.expected.ts';
import { here, playUnseen, unseen } from './year.fixture.ts';

const KILLS = Number(process.env.KILLS ?? 3);
const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'jiangong-compiled') };
const server = fileURLToPath(new URL('./server.fixture.ts', import.meta.url));

test(`killed at ${KILLS} places, the year has the same digest`, { timeout: 240_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-kill-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, DATA: folder, PORT: String(port), LOG_LEVEL: 'error', ...here, ...compiled };
  const begin = () => spawn(process.execPath, [server], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  let child: ChildProcess = begin();
  const file = join(folder, 'admin.json');
  await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true);
  const admin = JSON.parse(readFileSync(file, 'utf8'));

  const total = chapters.reduce((sum, { steps }) => sum + steps, 0);
  const places = Array.from({ length: KILLS }, (_, at) => Math.round((total * (at + 1)) / (KILLS + 1)));
  let steps = 0;
  let kills = 0;
  let restarting = Promise.resolve();
  function step() {
    steps += 1;
    if (steps !== places[kills]) return;
    kills += 1;
    restarting = restarting.then(async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      child = begin();
    });
  }
  try {
    const { digest } = await playUnseen({ url, admin, progress: { ...unseen, step } });
    expect(kills).toBe(KILLS);
    expect(digest).toBe(YEAR);
  } finally {
    await restarting;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true });
  }
});
