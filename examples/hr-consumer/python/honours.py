"""What this HR system holds: of each grant its newest revision."""
import os
import sqlite3

database = sqlite3.connect(os.environ.get("DATABASE", "honours.db"))
database.execute("PRAGMA journal_mode = WAL")
database.execute("PRAGMA synchronous = FULL")
database.execute(
    "CREATE TABLE IF NOT EXISTS honours (grant_id TEXT PRIMARY KEY, revision INTEGER NOT NULL,"
    " status TEXT NOT NULL, recipient TEXT NOT NULL, honour TEXT NOT NULL)"
)


def store(grant, revision, status, recipient, honour):
    """A repeated or an older revision changes nothing: everything may come twice."""
    with database:
        database.execute(
            "INSERT INTO honours VALUES (?, ?, ?, ?, ?) ON CONFLICT (grant_id) DO UPDATE SET"
            " revision = excluded.revision, status = excluded.status,"
            " recipient = excluded.recipient, honour = excluded.honour"
            " WHERE excluded.revision > honours.revision",
            (grant, revision, status, recipient, honour),
        )
