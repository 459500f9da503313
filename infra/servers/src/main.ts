// `pnpm servers up|down|status`: a Kafka and a MongoDB that run until stopped, for trying the distributed engine.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './guarded.ts';
import { servers } from './index.ts';

interface State {
  pid: number;
  mongo: string;
  kafka: string;
}
const place = join(tmpdir(), `jiangong-servers-${userInfo().username}.json`);
const say = (text: string) => process.stdout.write(`${text}\n`);

function state(): State | undefined {
  try {
    const known = JSON.parse(readFileSync(place, 'utf8')) as State;
    return isAlive(known.pid) ? known : undefined;
  } catch {
    return undefined;
  }
}
const printSettings = ({ mongo, kafka }: State) =>
  say(`export STORE_URL=${mongo}/jiangong\nexport LOG_URL=${kafka}/jiangong`);

/** Holds the servers until SIGTERM; this is the process that `up` leaves behind. */
async function hold() {
  const running = await servers(['mongo-replica-set', 'kafka']);
  if ('missing' in running) throw new Error(running.missing);
  const { kafka, 'mongo-replica-set': mongo } = running.server;
  writeFileSync(place, JSON.stringify({ pid: process.pid, mongo: mongo.url, kafka: kafka.url }));
  const ends = setInterval(() => {}, 60_000);
  process.once('SIGTERM', async () => {
    clearInterval(ends);
    await running.stop();
    rmSync(place, { force: true });
  });
}

async function up() {
  const known = state();
  if (known) return printSettings(known);
  const held = spawn(process.execPath, [import.meta.filename, 'hold'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let ended = false;
  held.once('exit', () => {
    ended = true;
  });
  for (;;) {
    const now = state();
    if (now) {
      held.unref();
      return printSettings(now);
    }
    if (ended) throw new Error('the servers did not start');
    await sleep(100);
  }
}

async function down() {
  const known = state();
  if (!known) return say('no servers are up');
  process.kill(known.pid, 'SIGTERM');
  while (isAlive(known.pid)) await sleep(50);
  say('down');
}

const commands: Record<string, () => unknown> = {
  hold,
  up,
  down,
  status: () => {
    const known = state();
    if (known) printSettings(known);
    else say('no servers are up');
  },
};
const command = commands[process.argv[2] ?? ''];
if (command) await command();
else {
  say('servers up|down|status');
  process.exitCode = 2;
}
