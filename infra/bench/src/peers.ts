// The servers that `bench write` measures, each a process of its own: the product, and the peers it is held against.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { StatementSync } from 'node:sqlite';
import { competitions } from '@jiangong/competitions';
import { openDatabase } from '@jiangong/service-kit/bench';
import { startTesting, tokenOf } from '@jiangong/service-kit/testing';
import fastify from 'fastify';

const [peer, folder, syncMs] = process.argv.slice(2) as [string, string, string];
const schema = 'CREATE TABLE IF NOT EXISTS appended (place INTEGER PRIMARY KEY, body TEXT NOT NULL)';

/** The product: commit, view row and log append, nobody subscribed. */
async function product() {
  const alone = { ...competitions, reactions: [], deadlines: [] };
  const env = { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}`, PORT: '0', HOST: '127.0.0.1' };
  const { listen } = await startTesting([alone], { env });
  const token = await tokenOf({ org: 'bench', sub: 'bench', roles: ['organiser'] });
  return { url: await listen(), token };
}

/** Bare Fastify: the body appended to a file of the same kind, durable before the answer. */
async function bare(append: (insert: () => void, sql: ReturnType<typeof openDatabase>) => Promise<void>) {
  const db = openDatabase(join(folder, 'bare.db'), schema);
  const insert = db.sql.prepare('INSERT INTO appended (body) VALUES (?)');
  const app = fastify();
  app.post('/api/units', async (request, reply) => {
    const id = randomUUID();
    await append(() => insert.run(JSON.stringify({ id, ...(request.body as object) })), db);
    return reply.code(201).send({ id, version: 1 });
  });
  return { url: await app.listen({ port: 0, host: '127.0.0.1' }), token: 'none' };
}

/** Simulates a disk with a slower fsync: each durable write blocks for so long, in the product and its peers alike. */
function slowDisk(ms: number) {
  const { run } = StatementSync.prototype;
  const cell = new Int32Array(new SharedArrayBuffer(4));
  StatementSync.prototype.run = function (this: StatementSync, ...values: Parameters<typeof run>) {
    const done = run.apply(this, values);
    if (this.sourceSQL === 'COMMIT' || peer === 'single') Atomics.wait(cell, 0, 0, ms);
    return done;
  } as typeof run;
}
if (Number(syncMs) > 0) slowDisk(Number(syncMs));

const peers: Record<string, () => Promise<{ url: string; token: string }>> = {
  product,
  grouped: () => bare((insert, db) => db.group(insert)),
  // Outside a transaction every statement is one, with an fsync of its own.
  single: () => bare(async (insert) => insert()),
};
const begun = performance.now();
const ready = await peers[peer]!();
process.send!({ ...ready, startMs: performance.now() - begun });
process.on('message', () => process.send!({ rss: process.memoryUsage().rss }));
process.on('disconnect', () => process.exit(0));
