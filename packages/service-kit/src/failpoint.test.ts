// A named place is passed by the product itself, and ends the process there: not before, not after.
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { failpoints } from './failpoint.ts';

const here = import.meta.dirname;
/** @returns how often the place was passed, and by which signal the process ended */
async function passing(setting: string) {
  const code = `import { failpoint } from ${JSON.stringify(`${here}/failpoint.ts`)};
    for (let at = 1; at <= 5; at += 1) { process.stdout.write('.'); failpoint('after-commit'); failpoint('before-commit'); }`;
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, FAILPOINT: setting },
  });
  return run.then(
    ({ stdout }) => ({ passed: stdout.length, signal: null }),
    ({ stdout, signal, stderr }) => ({ passed: stdout.length, signal, said: stderr }),
  );
}

test('the list of failpoints and those in the code are the same', () => {
  const root = `${here}/../../..`;
  const sources = globSync('{packages/service-kit,services/*}/src/**/*.ts', {
    cwd: root,
    exclude: ['**/failpoint*.ts'],
  });
  const places = sources.flatMap((file) =>
    [...readFileSync(`${root}/${file}`, 'utf8').matchAll(/failpoint\('([^']+)'\)/g)].map(([, name]) => name),
  );
  expect(new Set(places)).toEqual(new Set(failpoints));
});

test('a failpoint ends the process at its nth passing', async () => {
  expect(await passing('after-commit:3')).toMatchObject({ passed: 3, signal: 'SIGKILL' });
  expect(await passing('')).toMatchObject({ passed: 5, signal: null });
});

test('an unknown failpoint is refused', async () => {
  expect((await passing('nowhere:1')) as { said?: string }).toMatchObject({
    passed: 0,
    said: expect.stringContaining('after-commit'),
  });
});
