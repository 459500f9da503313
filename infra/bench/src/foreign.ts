// Peers that are not ours: packages of their own, apart from the product's, installed by whoever measures against them.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const peersFolder = fileURLToPath(new URL('../peers/', import.meta.url));
export const isForeign = (peer: string) => existsSync(join(peersFolder, `${peer}.js`));

/** Once. */
export function installPeers() {
  if (existsSync(join(peersFolder, 'node_modules/.package-lock.json'))) return;
  process.stderr.write('installing the peers\n');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--legacy-peer-deps'], { cwd: peersFolder, stdio: 'inherit' });
}
