import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { memoryUsed } from './memory-used.fixture.ts';

test('fifty megabytes go up into a folder and come down within 64 MB of memory above idle', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-memory-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const used = await memoryUsed({ STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` });
  console.log(`50 MB, a folder: ${used.up} MB above idle up, ${used.down} MB down`);
  expect(Math.max(used.up, used.down)).toBeLessThanOrEqual(64);
});
