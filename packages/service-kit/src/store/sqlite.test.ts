import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sumOf } from '../sqlite/sqlite.ts';
import { storeConformance } from './conformance.ts';
import { openSqliteStore } from './sqlite.ts';

storeConformance({
  name: 'SQLite',
  async fresh() {
    const folder = await mkdtemp(join(tmpdir(), 'jiangong-store-'));
    return {
      open: (views) => openSqliteStore(`file:${folder}`, 'competitions', views),
      async overwrite(commit) {
        const sql = new DatabaseSync(join(folder, 'competitions.db'));
        const body = JSON.stringify(commit);
        sql
          .prepare('UPDATE commits SET body = ?, sum = ? WHERE stream = ? AND version = ?')
          .run(body, sumOf(body), commit.stream, commit.version);
        sql.close();
      },
      remove: () => rm(folder, { recursive: true }),
    };
  },
});
