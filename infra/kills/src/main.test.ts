// Unknown options are refused in both languages, before anything is started.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const main = new URL('./main.ts', import.meta.url).pathname;

test.each([
  [['--engin', 'embedded'], '--engin'],
  [['--engine', 'steam'], '--engine steam'],
  [['--engine', 'constructor'], '--engine constructor'],
  [['--kills', '0'], '--kills 0'],
  [['--kills', 'many'], '--kills many'],
  [['--seed', 'x'], '--seed x'],
  [['25'], '25'],
])('%j is refused', async (args, named) => {
  const refused = await promisify(execFile)(process.execPath, [main, ...args]).catch((error) => error);
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toContain('参数有误 / faulty arguments');
  expect(refused.stderr).toContain(named);
  expect(refused.stderr).toContain('用法 / usage');
});
