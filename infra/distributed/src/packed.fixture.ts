// For tests: the example in TypeScript outside the workspace, with contracts as `pnpm pack` packs them for a registry.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exampleAt } from './hr-ways/consumers.fixture.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { packageManager } = createRequire(import.meta.url)(join(root, 'package.json')) as { packageManager: string };
/** Contracts, and the packages of ours that they need. */
const PACKAGES = ['scoring', 'pairing', 'contracts'];
const OURS = ['src', 'package.json', 'tsconfig.build.json'];

/** Packs them in a workspace of their own, since several tests may do so at once. @returns the folder of the tarballs */
function pack(folder: string): string {
  for (const file of ['pnpm-workspace.yaml', 'tsconfig.base.json', 'package.json'])
    cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const tarballs = join(folder, 'tarballs');
  mkdirSync(tarballs);
  const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}` };
  for (const name of PACKAGES) {
    const own = join(folder, 'packages', name);
    for (const part of OURS) cpSync(join(root, 'packages', name, part), join(own, part), { recursive: true });
    symlinkSync(join(root, 'packages', name, 'node_modules'), join(own, 'node_modules'));
    execFileSync('npx', ['-y', packageManager, 'pack', '--pack-destination', tarballs], {
      cwd: own,
      env,
      stdio: 'pipe',
    });
  }
  return tarballs;
}

/** The example, the packages unpacked next to it, and those of others that it names. */
export function packedExample() {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-packed-'));
  const [workspace, example] = [join(folder, 'workspace'), join(folder, 'example')];
  mkdirSync(workspace);
  cpSync(exampleAt('typescript'), example, { recursive: true });
  const tarballs = pack(workspace);
  for (const name of PACKAGES) {
    const own = join(example, 'node_modules/@jiangong', name);
    mkdirSync(own, { recursive: true });
    const tarball = readdirSync(tarballs).find((file) => file.includes(`-${name}-`))!;
    execFileSync('tar', ['-xzf', join(tarballs, tarball), '-C', own, '--strip-components=1']);
  }
  const require = createRequire(join(root, 'packages/contracts/package.json'));
  const others = {
    zod: require.resolve('zod/package.json'),
    kafkajs: createRequire(import.meta.url).resolve('kafkajs/package.json'),
  };
  for (const [name, manifest] of Object.entries(others))
    cpSync(dirname(manifest), join(example, 'node_modules', name), { recursive: true, dereference: true });
  rmSync(workspace, { recursive: true });
  return { folder: example, remove: () => rmSync(folder, { recursive: true }) };
}
