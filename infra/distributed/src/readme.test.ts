// The first ten minutes with curl, as the README has them, on an installation that was just started; in both languages.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { freePorts, startProcess } from './processes.ts';

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
const scriptOf = (name: string) => /```sh\n(URL=[\s\S]*?)```/.exec(read(name))![1]!;
const withoutComments = (script: string) => script.replaceAll(/^#.*\n/gm, '');

test('the README in Chinese gives the same commands', () => {
  expect(withoutComments(scriptOf('README.zh-CN.md'))).toBe(withoutComments(scriptOf('README.md')));
  for (const name of ['README.md', 'README.zh-CN.md']) expect(read(name)).toMatch(/npm start .*\nnpm test /);
});

test('the commands of the README lead to the standings, the explanation and the feed that it promises', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-readme-'));
  const [port] = await freePorts(1);
  const settings = { DATA: join(folder, 'data'), STORE_URL: '', LOG_URL: '', LOG_LEVEL: 'fatal' };
  const process = await startProcess('all-in-one', port!, settings, { args: ['--empty'], quiet: true });
  try {
    // What appears "a moment later" takes more than one on a busy machine.
    const script = scriptOf('README.md')
      .replace(/^URL=.*/, `URL=${process.url}`)
      .replaceAll('sleep 1', 'sleep 5');
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder });
    expect(stdout).not.toContain('/problems/');
    expect(stdout).toMatch(/河畔住宅项目部.*94/);
    expect(stdout).toContain('形象进度（第五条）：50 × 96 ÷ 100 = 48');
    expect(stdout.trim().split('\n').at(-1)).toMatch(/^\{"items":\[\]/);
  } finally {
    await process.stop();
    rmSync(folder, { recursive: true });
  }
});
