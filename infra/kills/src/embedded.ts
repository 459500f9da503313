// The embedded engine under test: every service in one process over one data folder.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, startProcess } from '@jiangong/distributed';
import { readSqlite } from './check/sqlite.ts';
import { everywhere, type Fate, type Installation } from './installation.ts';

export async function embedded(): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-kills-'));
  const [port] = await freePorts(1);
  const settings = { DATA: folder, STORE_URL: '', LOG_URL: '', LOG_LEVEL: 'error' };
  const start = ({ failpoint = '', dieAfterMs }: Fate = {}) => {
    const options = { args: ['--empty'], quiet: true, dieAfterMs };
    return startProcess('all-in-one', port!, { ...settings, FAILPOINT: failpoint }, options);
  };
  let process = await start();
  const [userName, password] = readFileSync(join(folder, 'first-administrator.txt'), 'utf8').split('\n');
  return {
    engine: 'embedded',
    urls: [process.url],
    admin: { userName: userName!, password: password! },
    copies: [
      {
        name: 'all-in-one',
        pid: () => process.pid,
        ended: () => process.ended,
        kill: () => process.stop('SIGKILL'),
        async again(fate) {
          process = await start(fate);
        },
      },
    ],
    downAtOnce: 1,
    failpoints: [...everywhere, [4, 'group-before-commit'], [4, 'group-after-commit'], [3, 'in-settle']],
    passings: 40,
    faults: [],
    stop: () => process.stop(),
    evidence: async () => readSqlite(folder),
    place: folder,
    async close(keep) {
      await process.stop('SIGKILL');
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}
