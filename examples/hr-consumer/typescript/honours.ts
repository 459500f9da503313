// What this HR system holds: of each grant its newest revision.
import { DatabaseSync } from 'node:sqlite';

/** A grant as a message or an event carries it, in one form. */
export interface Honour {
  grant: string;
  revision: number;
  status: string;
  /** What this system knows the recipient by: the employee number, or the unit's code. */
  recipient: string;
  honour: string;
}

const database = new DatabaseSync(process.env.DATABASE ?? 'honours.db');
database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS honours (
    grant_id TEXT PRIMARY KEY, revision INTEGER NOT NULL, status TEXT NOT NULL, recipient TEXT NOT NULL, honour TEXT NOT NULL)`);
const statement = database.prepare(`INSERT INTO honours VALUES (?, ?, ?, ?, ?) ON CONFLICT (grant_id) DO UPDATE
  SET revision = excluded.revision, status = excluded.status, recipient = excluded.recipient, honour = excluded.honour
  WHERE excluded.revision > honours.revision`);

/** Stores it; a repeated or an older revision changes nothing, since everything may come twice. */
export function store({ grant, revision, status, recipient, honour }: Honour) {
  statement.run(grant, revision, status, recipient, honour);
}
