// `pnpm demo:digests [--json]`: the year on the embedded engine, on the distributed one, and on that with two copies of each
// service. The last line of stdout is `{"embedded":"…","distributed":"…","distributed2":"…"}`; all else goes to stderr.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { play } from '@jiangong/demo';
import { servers } from '@jiangong/servers';
import { freePorts, startProcess } from './processes.ts';
import { startSystem } from './system.ts';

const say = (text: string) => process.stderr.write(`${text}\n`);
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** The demonstration's own HR system is called on this machine. */
const callable = { WEBHOOK_ADDRESSES: '127.0.0.1' };

async function year(what: string, urls: string[], admin: { userName: string; password: string } | undefined) {
  if (!admin) throw new Error(`${what}: the first administrator was not printed`);
  const since = performance.now();
  let turn = 0;
  // Every console is as good as any other.
  const taking: typeof fetch = (input, init) =>
    fetch(String(input).replace(urls[0]!, urls[turn++ % urls.length]!), init);
  const { digest } = await play({ url: urls[0]!, admin, fetch: taking, print: () => {} });
  say(`${what}: ${digest}, ${seconds(since)}`);
  return digest;
}

async function embedded() {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-digests-'));
  const [port] = await freePorts(1);
  const settings = { DATA: folder, STORE_URL: '', LOG_URL: '', LOG_LEVEL: 'warn', ...callable };
  const process = await startProcess('all-in-one', port!, settings, { args: ['--empty'], quiet: true });
  try {
    const [userName, password] = readFileSync(join(folder, 'first-administrator.txt'), 'utf8').split('\n');
    return await year('embedded', [process.url], { userName: userName!, password: password! });
  } finally {
    await process.stop();
    rmSync(folder, { recursive: true });
  }
}

async function distributed(what: string, copies: number) {
  const running = await servers(['kafka', 'mongo-replica-set']);
  if ('missing' in running) throw new Error(running.missing);
  const name = `digests-${process.pid}-${copies}`;
  try {
    const since = performance.now();
    const system = await startSystem({
      storeUrl: `${running.server['mongo-replica-set'].url}/${name}`,
      logUrl: `${running.server.kafka.url}/${name}`,
      copies,
      quiet: true,
      settings: callable,
    });
    try {
      say(`${what}: ${system.consoles.length + copies * system.copies.size} processes up, ${seconds(since)}`);
      return await year(
        what,
        system.consoles.map(({ url }) => url),
        system.admin,
      );
    } finally {
      await system.stop();
    }
  } finally {
    await running.stop();
  }
}

const digests = {
  embedded: await embedded(),
  distributed: await distributed('distributed', 1),
  distributed2: await distributed('distributed2', 2),
};
process.stdout.write(`${JSON.stringify(digests)}\n`);
process.exitCode = new Set(Object.values(digests)).size === 1 ? 0 : 1;
