// Loaded before the product: a SQLite file that is named in the file FULL_FILES may not grow by a page, as if the disk
// were full; once it is named there no more, it may again. SQLite's own `max_page_count` does it.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const control = process.env.FULL_FILES;
if (!control) throw new Error('FULL_FILES names no file');
const { exec } = DatabaseSync.prototype;
const { prepare } = DatabaseSync.prototype;
const UNLIMITED = 1_073_741_823;

function limit(sql: DatabaseSync) {
  const name = basename(sql.location() ?? '');
  const full = readFileSync(control!, 'utf8').split('\n').includes(name);
  exec.call(sql, `PRAGMA max_page_count=${full ? 1 : UNLIMITED}`);
}
DatabaseSync.prototype.exec = function (text) {
  if (text.includes('BEGIN IMMEDIATE')) limit(this);
  exec.call(this, text);
};
DatabaseSync.prototype.prepare = function (text, ...options) {
  const made = prepare.call(this, text, ...options);
  if (text !== 'BEGIN IMMEDIATE') return made;
  const run = made.run.bind(made);
  return Object.assign(made, {
    run: () => {
      limit(this);
      return run();
    },
  });
};
