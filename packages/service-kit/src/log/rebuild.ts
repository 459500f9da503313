// A data folder whose log was taken away, because it was damaged, has it written anew: every commit of the journals is
// owed to the log again, and consumers read from its start; what they had done is known by its cause and not done again.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { topics } from '@jiangong/contracts';
import { asDiskFault } from '../sqlite/disk.ts';

/** Before the log is opened, and so made: a start that is interrupted here begins again. */
export function oweToNewLog(folder: string) {
  if (existsSync(join(folder, 'log.db'))) return;
  for (const service of Object.keys(topics)) {
    const file = join(folder, `${service}.db`);
    if (existsSync(file)) owe(file);
  }
}

function owe(file: string) {
  const sql = new DatabaseSync(file);
  try {
    // A process that was killed while it made this file left it without tables: nothing was promised of it.
    const made = sql.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'kept'`).get();
    if (!made) return;
    sql.exec(`
      PRAGMA synchronous=FULL; BEGIN IMMEDIATE;
      INSERT OR IGNORE INTO pending SELECT place FROM commits WHERE json_array_length(body, '$.events') > 0;
      DELETE FROM kept WHERE tab = 'positions';
      COMMIT;
    `);
  } catch (error) {
    throw asDiskFault(error, file);
  } finally {
    sql.close();
  }
}
