// What `docker build` is given: everything that the image runs, and no other files of the same folder.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resources } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { buildContext } from './context.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const ignore = readFileSync(join(root, '.dockerignore'), 'utf8');
const context = buildContext(root);

test('no private file enters the image', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-context-'));
  const secrets = ['store-url', 'log-url', 'mongo-password', 'mongo-key'].map((name) => `infra/docker/secrets/${name}`);
  const planted = [
    ...secrets,
    ...[
      'data/console.db',
      'data/first-administrator.txt',
      'data/backups/then/console.db',
      'services/console/data/console.db',
    ],
    ...[
      'services/console/src/console.db',
      'services/console/src/console.db-wal',
      'services/console/src/.env',
      '.env',
      '.env.local',
    ],
    ...[
      '.git/config',
      '.npmrc',
      'services/awards/.npmrc',
      'node_modules/x/index.js',
      'packages/scoring/node_modules/x/index.js',
    ],
    ...[
      'services/awards/src/tls.key',
      'services/awards/src/ca.pem',
      'dump.tar',
      'jiangong.log',
      'packages/scoring/.report/tests.json',
    ],
    ...['packages/new/src/index.ts', 'infra/servers/src/secure.ts'],
  ];
  for (const path of ['services/awards/src/main.ts', ...planted]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
  expect(buildContext(folder, ignore)).toEqual(['services/awards/src/main.ts']);
  rmSync(folder, { recursive: true });
});

test('everything that the image copies, installs and starts is there', () => {
  const recipe = readFileSync(join(root, 'infra/docker/Dockerfile'), 'utf8');
  const copied = [...recipe.matchAll(/^COPY (.*) \S+$/gm)].flatMap(([, from]) => from!.split(' '));
  expect(context).toEqual(expect.arrayContaining(copied.filter((path) => path !== '.')));
  for (const service of [...Object.keys(resources), 'all-in-one'])
    expect(context).toContain(`services/${service}/src/main.ts`);
  expect(context).toEqual(expect.arrayContaining(needed('services/all-in-one').flatMap((at) => `${at}/package.json`)));
  // Of a package that is there, all of its source but the tests.
  const known = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split(
    '\n',
  );
  const packages = context.filter((path) => path.endsWith('/package.json')).map(dirname);
  const source = known.filter(
    (path) => packages.some((at) => path.startsWith(`${at}/src/`)) && !path.endsWith('.test.ts'),
  );
  expect(context.filter((path) => path.includes('/src/'))).toEqual([...source].sort());
});

/** Folders of a package and of all packages of the workspace that it depends on. */
function needed(at: string, found = new Set<string>()): string[] {
  found.add(at);
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, at, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies).filter((name) => name.startsWith('@jiangong/'))) {
    const short = name.slice('@jiangong/'.length);
    const folder = ['packages', 'services', 'infra']
      .map((group) => `${group}/${short}`)
      .find((path) => existsSync(join(root, path)));
    if (folder && !found.has(folder)) needed(folder, found);
  }
  return [...found];
}
