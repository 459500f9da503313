import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('./main.ts', import.meta.url));
const committed = new URL('../../../../packages/client/src/api.ts', import.meta.url);

test("the client's types are those of the interface as it is: pnpm client:types", () => {
  // In a process of its own: the order in which a test runner lists a module's exports names some schemas otherwise.
  const types = execFileSync(process.execPath, [program, '--print'], { encoding: 'utf8' });
  expect(readFileSync(committed, 'utf8')).toBe(types);
});
