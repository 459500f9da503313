// Contracts work outside the workspace: packed as for a registry, they have JavaScript and types, and what they read is what they read here.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packedExample } from './packed.fixture.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let packed: ReturnType<typeof packedExample>;
beforeAll(() => {
  packed = packedExample();
}, 240_000);
afterAll(() => packed?.remove());

test('packed contracts are JavaScript with types, and name no package of the workspace', () => {
  for (const name of ['contracts', 'scoring', 'pairing']) {
    const folder = join(packed.folder, 'node_modules/@jiangong', name);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /(?<!\.d)\.ts$|\.test\./.test(file))).toEqual([]);
    const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
    expect(manifest).not.toMatch(/workspace:|catalog:|\.\/src/);
  }
});

test('the example in TypeScript is type-checked against them', () => {
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'esnext',
    '--allowImportingTsExtensions',
  ];
  const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules/@types')];
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/tsc'),
    [...options, ...types, 'consumer.ts', 'receiver.ts'],
    {
      cwd: packed.folder,
      encoding: 'utf8',
    },
  );
  expect(stdout).toBe('');
});

test('every entry loads, and a golden sample of an event is read as here', () => {
  const sample = join(root, 'packages/contracts/golden/award-granted.1.json');
  writeFileSync(
    join(packed.folder, 'read.mjs'),
    `import { readFileSync } from 'node:fs';
    import { readEvent } from '@jiangong/contracts';
    import { asyncApi } from '@jiangong/contracts/schema';
    import * as examples from '@jiangong/contracts/examples';
    const { sample } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
    const read = readEvent(sample);
    console.log(JSON.stringify({ data: read.data, channels: typeof asyncApi, examples: Object.keys(examples).length > 0 }));`,
  );
  const said = execFileSync(process.execPath, ['read.mjs', sample], { cwd: packed.folder, encoding: 'utf8' });
  const { data } = JSON.parse(readFileSync(sample, 'utf8')).sample;
  expect(JSON.parse(said)).toEqual({ data, channels: 'function', examples: true });
});
