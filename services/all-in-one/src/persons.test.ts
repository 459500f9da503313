import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test } from 'vitest';
import { registeredFollowedErased } from './persons.fixture.ts';

test('a person erased while the awards were away is erased there when they come back, and no journal or event ever had the name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-persons-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await registeredFollowedErased({ STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` });
});
