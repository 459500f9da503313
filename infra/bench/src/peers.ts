// The servers that `bench write` measures, each a process of its own: the product, and the peers it is held against.

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { StatementSync } from 'node:sqlite';
import { competitions } from '@jiangong/competitions';
import { registerUnit } from '@jiangong/contracts';
import { openDatabase } from '@jiangong/service-kit/bench';
import { startTesting, tokenOf } from '@jiangong/service-kit/testing';
import fastify from 'fastify';
import { generateKeyPair, jwtVerify, SignJWT } from 'jose';

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

/** The same work without the product: body validated, token verified and remembered, a commit under the same two unique indexes. */
async function equal() {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const signer = new SignJWT({ roles: ['organiser'], org: 'bench', departments: [], units: [] });
  const token = await signer
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject('bench')
    .setExpirationTime('12h')
    .sign(privateKey);
  const verified = new Map<string, string>();
  const db = openDatabase(
    join(folder, 'equal.db'),
    `CREATE TABLE IF NOT EXISTS commits (place INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL,
       cause TEXT NOT NULL, body TEXT NOT NULL);
     CREATE UNIQUE INDEX IF NOT EXISTS commits_id ON commits (stream, version);
     CREATE UNIQUE INDEX IF NOT EXISTS commits_cause ON commits (cause);`,
  );
  const insert = db.sql.prepare('INSERT INTO commits (stream, version, cause, body) VALUES (?, 1, ?, ?)');
  const app = fastify();
  app.post('/api/units', async (request, reply) => {
    const bearer = request.headers.authorization!.slice('Bearer '.length);
    let actor = verified.get(bearer);
    if (!actor) {
      actor = (await jwtVerify(bearer, publicKey)).payload.sub!;
      verified.set(bearer, actor);
    }
    const { id = randomUUID() as string, ...unit } = registerUnit.parse(request.body);
    const events = [{ type: 'unit-registered', version: 1, data: { unit: id, ...unit } }];
    const cause = `bench/${actor}/${randomUUID()}`;
    const answer = { status: 201, id, version: 1 };
    const body = JSON.stringify({ stream: `unit/${id}`, version: 1, events, cause, actor, time: new Date(), answer });
    await db.group(() => insert.run(`unit/${id}`, cause, body));
    return reply.code(201).send({ id, version: 1 });
  });
  return { url: await app.listen({ port: 0, host: '127.0.0.1' }), token };
}

/** Node's own server: the body appended to a file, durable when the system likes. */
async function hello() {
  const file = createWriteStream(join(folder, 'hello'), { flags: 'a' });
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    file.write(Buffer.concat(parts));
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"version":1}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, token: 'none' };
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
  equal,
  hello,
  grouped: () => bare((insert, db) => db.group(insert)),
  // Outside a transaction every statement is one, with an fsync of its own.
  single: () => bare(async (insert) => insert()),
};
const begun = performance.now();
const ready = await peers[peer]!();
process.send!({ ...ready, startMs: performance.now() - begun });
process.on('message', () => process.send!({ rss: process.memoryUsage().rss }));
process.on('disconnect', () => process.exit(0));
