// A data folder whose log was taken away, because it was damaged, has it written anew: every commit of the journals is
// owed to the log again, and consumers read from its start; what they had done is known by its cause and not done again.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { stateTopicsOf, topics } from '@jiangong/contracts';
import { OWED } from '../relay/states.ts';
import { asDiskFault } from '../sqlite/disk.ts';

/** Before the log is opened, and so made: a start that is interrupted here begins again. */
export function oweToNewLog(folder: string) {
  if (existsSync(join(folder, 'log.db'))) return;
  for (const service of Object.keys(topics)) {
    const file = join(folder, `${service}.db`);
    if (existsSync(file)) owe(file, stateTopicsOf(service));
  }
}

function owe(file: string, states: string[]) {
  const sql = new DatabaseSync(file);
  try {
    // A process that was killed while it made this file left it without tables: nothing was promised of it.
    const made = sql.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'kept'`).get();
    if (!made) return;
    sql.exec(`
      PRAGMA synchronous=FULL; BEGIN IMMEDIATE;
      INSERT OR IGNORE INTO pending SELECT place FROM commits WHERE json_array_length(body, '$.events') > 0;
      DELETE FROM kept WHERE tab = 'positions';
    `);
    const oweStates = sql.prepare(`
      INSERT OR IGNORE INTO kept
      SELECT '${OWED}', tab || '/' || key || '/' || json_extract(body, '$.revision'),
        json_object('topic', tab, 'row', key, 'revision', json_extract(body, '$.revision'))
      FROM kept WHERE tab IN (SELECT value FROM json_each(?))`);
    oweStates.run(JSON.stringify(states));
    sql.exec('COMMIT');
  } catch (error) {
    throw asDiskFault(error, file);
  } finally {
    sql.close();
  }
}
