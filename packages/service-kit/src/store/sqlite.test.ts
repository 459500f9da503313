import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeConformance } from './conformance.ts';
import { openSqliteStore } from './sqlite.ts';

storeConformance({
  name: 'SQLite',
  async fresh() {
    const folder = await mkdtemp(join(tmpdir(), 'jiangong-store-'));
    return {
      open: (views) => openSqliteStore(`file:${folder}`, 'competitions', views),
      remove: () => rm(folder, { recursive: true }),
    };
  },
});
