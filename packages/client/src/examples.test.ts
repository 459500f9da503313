// Every `@example` in the docstrings of this package runs.
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = import.meta.dirname;
const examples = globSync('**/*.ts', { cwd: folder, exclude: ['examples.test.ts'] }).flatMap((file) =>
  [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^ \* ```ts\n([\s\S]*?)^ \* ```$/gm)].map((found) => ({
    file,
    code: found[1]!.replace(/^ \* ?/gm, ''),
  })),
);
test('there are examples', () => expect(examples.length).toBeGreaterThan(0));
test.each(examples)('an example of $file runs', ({ code }) => {
  execFileSync(process.execPath, ['--input-type=module-typescript', '-e', code], { cwd: folder, stdio: 'pipe' });
});
