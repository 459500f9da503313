// How fast HR systems learn: webhooks against bare signed requests to the same receiver, pages of the feed against the bare query, and
// how long after a decision is revoked at once every way shows it.
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { hrFeed } from '@jiangong/awards/hr-feed';
import { hr, startWebhooks } from '@jiangong/awards/hr-fixture';
import { drawSecret, signed } from '@jiangong/awards/hr-signature';
import { derivedId, type Grant } from '@jiangong/contracts';
import type { Store } from '@jiangong/service-kit/store';
import { tokenOf } from '@jiangong/service-kit/testing';
import { decisionsOf, unitsOf } from './hr-ways/decisions.ts';

export interface SpeedOptions {
  storeUrl: string;
  logUrl: string;
  /** Of the decision that is issued and revoked. */
  grants: number;
  /** Pages of the feed that are read. */
  pages: number;
  /** Rows of one. */
  page?: number;
}
export interface Speed {
  grants: number;
  webhooksPerSecond: number;
  bareRequestsPerSecond: number;
  webhooksRatio: number;
  feedPagesPerSecond: number;
  bareQueriesPerSecond: number;
  feedRatio: number;
  /** From the answer to a correction until its topic has the grant's new state, in milliseconds. */
  stateLag: { median: number; p99: number };
  /** From the command that revokes until each way shows every grant as revoked. */
  revokedSeconds: Record<'feed' | 'state' | 'csv' | 'webhook' | 'reconciliation', number>;
}
/** As many as a webhook has under way. */
const WIDTH = 16;

/** Corrections after which the topic of states is waited for. */
const LAGS = 100;

const isOwed = async (store: Store) => (await store.privateRows('states-owed', '', { limit: 1 })).length > 0;
/** @returns for how long from now on a state is owed to its topic, in milliseconds */
async function owedFor(store: Store): Promise<number> {
  const begun = performance.now();
  while (await isOwed(store)) await sleep(1);
  return performance.now() - begun;
}

async function inParallel(width: number, count: number, work: (n: number) => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  let next = 0;
  const one = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, one));
  return count / ((performance.now() - begun) / 1000);
}
const rounded = (value: number) => Number(value.toFixed(2));

/** A receiver that reads each message and knows what it was last sent of each grant. */
async function openCounter() {
  const statuses = new Map<string, string>();
  let count = 0;
  const server = createServer(async (message, answer) => {
    let text = '';
    for await (const part of message.setEncoding('utf8')) text += part;
    const { grant, status } = JSON.parse(text).data;
    statuses.set(grant, status);
    count += 1;
    answer.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    count: () => count,
    revoked: () => [...statuses.values()].filter((status) => status === 'revoked').length,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
type Counter = Awaited<ReturnType<typeof openCounter>>;

/** Signed as the service signs, and nothing else. */
async function bareRequests({ url }: Counter, bodies: string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: WIDTH });
  const secrets = { current: drawSecret(), before: [] };
  const rate = await inParallel(WIDTH, bodies.length, async (n) => {
    const headers = signed(`award_${n}`, bodies[n]!, new Date().toISOString(), secrets);
    const outgoing = request(url, { method: 'POST', agent, headers }).end(bodies[n]);
    const [answer] = await once(outgoing, 'response');
    await once(answer.resume(), 'end');
  });
  agent.destroy();
  return rate;
}

export async function hrSpeed({ storeUrl, logUrl, grants, pages, page = 200 }: SpeedOptions): Promise<Speed> {
  const s = await startWebhooks({ STORE_URL: storeUrl, LOG_URL: logUrl }, Date.now);
  const [runtime] = s.runtimes as [(typeof s.runtimes)[number]];
  const read = runtime.read(hr.org);
  const { issue, correct, revoke } = decisionsOf(s);
  const counter = await openCounter();
  try {
    const decision = derivedId('hr-speed', storeUrl);
    await issue({ decision, recipients: unitsOf(decision, grants) });
    while ((await read.count(hrFeed)) < grants) await sleep(5);

    const rows = (await read.follow(hrFeed, { after: 0, limit: grants })).items.map(({ row }) => row);
    const bodies = rows.map((data) => JSON.stringify({ type: 'award-granted', timestamp: data.recordedAt, data }));
    const bareRequestsPerSecond = await bareRequests(counter, bodies);
    const before = counter.count();
    const begun = performance.now();
    await s.register(counter.url, { past: true });
    while (counter.count() - before < grants) await sleep(1);
    const webhooksPerSecond = grants / ((performance.now() - begun) / 1000);

    const base = await s.listen();
    const headers = { authorization: `Bearer ${await tokenOf(hr)}` };
    // Cursors are sealed, so the first reading is what the others repeat.
    const addresses: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const address: string = `/api/hr/feed?limit=${page}${cursor && `&cursor=${cursor}`}`;
      addresses.push(address);
      cursor = (await s.call(hr, 'GET', address)).body.next;
    }
    const place = (n: number) => n % addresses.length;
    const bare = createServer(async (message, answer) => {
      const { items } = await read.follow(hrFeed, { after: Number(message.url!.slice(1)), limit: page });
      answer.end(JSON.stringify({ items: items.map(({ row }) => row) }));
    }).listen(0, '127.0.0.1');
    await once(bare, 'listening');
    const bareBase = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;
    const reading = (url: (n: number) => string) => async (n: number) => {
      const answer = await fetch(url(n), { headers });
      if (!answer.ok) throw new Error(`${url(n)}: ${answer.status}`);
      await answer.arrayBuffer();
    };
    const feed = reading((n) => `${base}${addresses[place(n)]}`);
    const query = reading((n) => `${bareBase}/${place(n) * page}`);
    for (const warm of [feed, query]) await inParallel(4, Math.ceil(pages / 10), warm);
    const feedPagesPerSecond = await inParallel(4, pages, feed);
    const bareQueriesPerSecond = await inParallel(4, pages, query);
    bare.closeAllConnections();
    bare.close();

    const lags: number[] = [];
    for (const { grant } of rows.slice(0, LAGS)) {
      await correct({ grant, recipientName: '更名项目部' });
      lags.push(await owedFor(runtime.store));
    }
    lags.sort((a, b) => a - b);
    const held = rows.map(({ grant }, n) => ({ grant, revision: n < lags.length ? 3 : 2, status: 'revoked' }));
    const revoked = performance.now();
    const until = async (check: () => Promise<boolean>) => {
      while (!(await check())) await sleep(5);
      return rounded((performance.now() - revoked) / 1000);
    };
    const get = async (path: string) => (await s.call(hr, 'GET', `/api/hr/${path}`)).text;
    await revoke({ decision });
    const ways = {
      feed: until(async () => (await read.count(hrFeed)) >= 2 * grants + lags.length),
      state: until(async () => {
        const states = await runtime.store.privateRows('awards.state.v1', `${hr.org}/`);
        const revoked = states.filter(({ body }) => (body as { value: Grant }).value.status === 'revoked');
        // And nothing of it is owed to the topic any more.
        return revoked.length >= grants && !(await isOwed(runtime.store));
      }),
      csv: until(async () => (await get('exports/csv')).split('已撤销').length > grants),
      webhook: until(async () => counter.revoked() >= grants),
      reconciliation: until(async () => {
        const { body } = await s.call(hr, 'POST', '/api/hr/reconciliations', { rows: held });
        return body.agreeing >= grants;
      }),
    };
    const seconds = await Promise.all(Object.values(ways));
    const names = Object.keys(ways) as (keyof typeof ways)[];
    return {
      grants,
      webhooksPerSecond: Math.round(webhooksPerSecond),
      bareRequestsPerSecond: Math.round(bareRequestsPerSecond),
      webhooksRatio: rounded(webhooksPerSecond / bareRequestsPerSecond),
      feedPagesPerSecond: Math.round(feedPagesPerSecond),
      bareQueriesPerSecond: Math.round(bareQueriesPerSecond),
      feedRatio: rounded(feedPagesPerSecond / bareQueriesPerSecond),
      stateLag: { median: rounded(lags[lags.length >> 1]!), p99: rounded(lags[Math.floor(lags.length * 0.99)]!) },
      revokedSeconds: Object.fromEntries(names.map((name, n) => [name, seconds[n]!])) as Speed['revokedSeconds'],
    };
  } finally {
    counter.close();
    await s.stop();
  }
}
