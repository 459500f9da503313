import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { inProcess, poisonSuite } from './poison.ts';
import { killedCopies } from './poison-killed.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiangong-poison-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('parking, embedded', () => {
  poisonSuite('in peace', () => inProcess({}, 1));
  poisonSuite('killed', () => killedCopies({ STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` }, 1));
});
