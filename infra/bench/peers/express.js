// Express and better-sqlite3, as written plainly: each request its own durable transaction.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import express from 'express';

const [, , folder] = process.argv;
const db = new Database(join(folder, 'units.db'));
db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
  CREATE TABLE units (id TEXT PRIMARY KEY, code TEXT UNIQUE, name TEXT NOT NULL, short_name TEXT, kind TEXT NOT NULL);
  CREATE TABLE events (id INTEGER PRIMARY KEY, unit TEXT NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL);`);
const insert = db.prepare('INSERT INTO units (id, code, name, short_name, kind) VALUES (?, ?, ?, ?, ?)');
const event = db.prepare('INSERT INTO events (unit, type, data) VALUES (?, ?, ?)');
const register = db.transaction(({ id = randomUUID(), code, name, shortName, kind }) => {
  insert.run(id, code, name, shortName, kind);
  event.run(id, 'unit-registered', JSON.stringify({ unit: id, code, name, shortName, kind }));
  return id;
});

const app = express();
app.use(express.json());
app.post('/api/units', (request, response) => response.status(201).json({ id: register(request.body), version: 1 }));
const server = app.listen(0, '127.0.0.1', () =>
  process.send({ url: `http://127.0.0.1:${server.address().port}`, token: 'none' }),
);
process.on('disconnect', () => process.exit(0));
