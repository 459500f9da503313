// `node infra/upgrade/src/write-fixture.ts --code ../0.1.0 --release 0.1.0`: has the release that is checked out (and
// installed) there write the small installation on both engines, kills it in the middle of work, and saves what it left.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { servers } from '@jiangong/servers';
import { dump } from './databases.ts';
import { pack } from './folder.ts';
import type { Recorded } from './recorded.ts';
import { recordOf, workUntilKilled, write } from './world/write.ts';

const { values } = parseArgs({ options: { code: { type: 'string' }, release: { type: 'string' } } });
const { code, release } = values;
if (!code || !release) {
  console.error(
    '用法 / usage: node infra/upgrade/src/write-fixture.ts --code <checkout of the release> --release 0.1.0',
  );
  process.exit(2);
}
// The release's own launcher: its processes, its engine.
const entry = pathToFileURL(join(resolve(code), 'infra/distributed/src/index.ts'));
const { freePorts, startProcess, startSystem } = (await import(entry.href)) as typeof import('@jiangong/distributed');

const into = join(import.meta.dirname, '../fixtures', release);
const bug = import.meta.resolve('./bug.preload.ts');
/** Passed once a commit is answered: what it is killed at is owed to the log. */
const death = { FAILPOINT: 'before-publish:5' };
const keep = (engine: string, recorded: Recorded) => {
  writeFileSync(join(into, engine, 'expected.json'), `${JSON.stringify(recorded, undefined, 2)}\n`);
  console.log(`${engine}: ${recorded.sent.length} commands`, recorded.counts);
};

async function embedded() {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-fixture-'));
  const [port] = await freePorts(1);
  const settings = { DATA: folder, STORE_URL: '', LOG_URL: '', LOG_LEVEL: 'fatal' };
  const options = { args: ['--empty'], quiet: true, preload: [bug] };
  const first = await startProcess('all-in-one', port!, settings, options);
  const [userName, password] = readFileSync(join(folder, 'first-administrator.txt'), 'utf8').split('\n');
  const written = await write([first.url], { userName: userName!, password: password! });
  await first.stop();
  const second = await startProcess('all-in-one', port!, { ...settings, ...death }, options);
  await workUntilKilled(written.cast, second.ended);
  pack(folder, join(into, 'embedded'));
  keep('embedded', recordOf(release!, written));
  rmSync(folder, { recursive: true });
}

async function distributed() {
  const running = await servers(['kafka', 'mongo-replica-set']);
  if ('missing' in running) throw new Error(running.missing);
  const { kafka, 'mongo-replica-set': mongo } = running.server;
  const name = `fixture-${process.pid}`;
  const at = { storeUrl: `${mongo.url}/${name}`, logUrl: `${kafka.url}/${name}` };
  const system = await startSystem({ ...at, copies: 1, quiet: true, preload: [bug], settings: { LOG_LEVEL: 'fatal' } });
  const written = await write([system.url], system.admin!);
  await system.restart('competitions', 0, 'SIGTERM', { settings: death });
  await workUntilKilled(written.cast, system.copies.get('competitions')![0]!.ended);
  await Promise.all([...system.consoles, ...[...system.copies.values()].flat()].map(({ stop }) => stop('SIGKILL')));
  mkdirSync(join(into, 'distributed'), { recursive: true });
  await dump(mongo.url, name, join(into, 'distributed', 'databases.ejsonl.br'));
  keep('distributed', recordOf(release!, written));
  await running.stop();
}

await embedded();
await distributed();
// Requests that were under way when their process was killed are given up.
process.exit();
