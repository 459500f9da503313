// S1, S2: a durable command over HTTP against bare Fastify with the same kind of file; memory and start-up on 100,000 commits.
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';

const PAIRS = 20;
const SLICE_SECONDS = 1;
const CONNECTIONS = 64;
const COMMITS = 100_000;
/** What an fsync takes on many rented disks; this machine's may be far quicker. */
const SLOWER_MS = [1, 4];

interface Peer {
  url: string;
  token: string;
  startMs: number;
  rss(): Promise<number>;
  stop(): Promise<void>;
}

function peerOf(name: string, folder: string, syncMs = 0): Promise<Peer> {
  const args = [name, folder, String(syncMs)];
  const child: ChildProcess = fork(new URL('./peers.ts', import.meta.url), args, { stdio: 'inherit' });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (ready) =>
      resolve({
        ...(ready as Pick<Peer, 'url' | 'token' | 'startMs'>),
        rss: () =>
          new Promise((answer) => {
            child.once('message', (message) => answer((message as { rss: number }).rss));
            child.send('rss');
          }),
        stop: () => {
          child.disconnect();
          return exited;
        },
      }),
    );
  });
}

/** A unit is known by its code, so each request registers another one, under an id that the client draws. */
let registered = 0;
const bodyOf = () =>
  `{"id":"${randomUUIDv7()}","kind":"project-department","code":"XM-${++registered}","name":"万泉寺中阳广场项目部","shortName":"万泉寺项目部"}`;

/** Requests per second of one slice; any answer but 201 is an error of the benchmark. */
async function slice({ url, token }: Peer, options: { duration?: number; amount?: number }): Promise<number> {
  const result = await autocannon({
    url: `${url}/api/units`,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    requests: [{ setupRequest: (request) => ({ ...request, body: bodyOf() }) }],
    connections: CONNECTIONS,
    ...options,
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  return result.requests.total / result.duration;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Median of the ratios of A/B/B/A slices, so that a drift of the machine's speed cancels out. */
async function ratio(a: Peer, b: Peer, label: string): Promise<{ ratio: number; a: number; b: number }> {
  const ratios: number[] = [];
  const speeds = { a: [] as number[], b: [] as number[] };
  for (let pair = 0; pair < PAIRS; pair += 2) {
    const a1 = await slice(a, { duration: SLICE_SECONDS });
    const b1 = await slice(b, { duration: SLICE_SECONDS });
    const b2 = await slice(b, { duration: SLICE_SECONDS });
    const a2 = await slice(a, { duration: SLICE_SECONDS });
    ratios.push(a1 / b1, a2 / b2);
    speeds.a.push(a1, a2);
    speeds.b.push(b1, b2);
    process.stderr.write(`\r${label}: ${pair + 2}/${PAIRS} pairs, median ${median(ratios).toFixed(2)} `);
  }
  process.stderr.write('\n');
  return { ratio: median(ratios), a: median(speeds.a), b: median(speeds.b) };
}

/** S1 and S2 on this disk, or as if its fsync took so much longer. */
async function ratios(syncMs: number) {
  const folders = ['product', 'grouped', 'single'].map((name) => mkdtempSync(join(tmpdir(), `jiangong-${name}-`)));
  const [product, grouped, single] = await Promise.all([
    peerOf('product', folders[0]!, syncMs),
    peerOf('grouped', folders[1]!, syncMs),
    peerOf('single', folders[2]!, syncMs),
  ]);
  for (const peer of [product, grouped, single]) await slice(peer!, { duration: 2 });
  const disk = syncMs > 0 ? `, fsync ${syncMs} ms longer` : '';
  const s1 = await ratio(product!, grouped!, `S1 product ÷ bare, grouped${disk}`);
  const s2 = await ratio(product!, single!, `S2 product ÷ one fsync per request${disk}`);
  await Promise.all([product, grouped, single].map((peer) => peer!.stop()));
  for (const folder of folders) rmSync(folder, { recursive: true });
  return {
    s1: { ratio: s1.ratio, gate: 0.75, productPerSecond: s1.a, barePerSecond: s1.b },
    s2: { ratio: s2.ratio, gate: 1.5, productPerSecond: s2.a, singlePerSecond: s2.b },
  };
}

export async function write({ json }: { json: boolean }) {
  const here = await ratios(0);
  const slower = [];
  for (const syncMs of SLOWER_MS) slower.push({ syncMs, ...(await ratios(syncMs)) });

  const folder = mkdtempSync(join(tmpdir(), 'jiangong-full-'));
  const full = await peerOf('product', folder);
  const before = await full.rss();
  await slice(full, { amount: COMMITS });
  const after = await full.rss();
  await full.stop();
  const again = await peerOf('product', folder);
  await again.stop();
  rmSync(folder, { recursive: true });

  const result = {
    ...here,
    slower,
    memory: { commits: COMMITS, beforeMB: before / 2 ** 20, afterMB: after / 2 ** 20 },
    start: { commits: COMMITS, emptyMs: full.startMs, fullMs: again.startMs },
  };
  if (json) console.log(JSON.stringify(result));
  else console.log(JSON.stringify(result, null, 2));
}
