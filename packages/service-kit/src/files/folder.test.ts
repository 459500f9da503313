import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesConformance } from './conformance.ts';
import { openFolder } from './folder.ts';

filesConformance({
  name: 'a folder',
  async fresh() {
    const folder = await mkdtemp(join(tmpdir(), 'jiangong-files-'));
    return {
      open: () => openFolder(`file:${folder}`, 'competitions'),
      remove: () => rm(folder, { recursive: true }),
    };
  },
});
