// A test that waits for what comes later waits as long in every project of every package: a project takes no
// `--expect.poll.timeout` from the command line, and vitest's own second is too short for a busy machine.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
type Project = { test: { name: string; expect?: { poll?: { timeout: number } } } };

test('every project waits half a minute for what comes later', async () => {
  const files = globSync('{packages,services,infra}/*/vitest.config.ts', { cwd: root });
  const configs = await Promise.all(files.map((file) => import(join(root, file))));
  const projects: Project[] = configs.flatMap(({ default: config }) => config.test.projects ?? []);
  expect(projects.length).toBeGreaterThan(8);
  const waits = projects.map(({ test }) => [test.name, test.expect?.poll?.timeout]);
  expect(waits).toEqual(projects.map(({ test }) => [test.name, 30_000]));
});
