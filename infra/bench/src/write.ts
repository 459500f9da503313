// `pnpm bench write`: a durable command over HTTP against bare and well-known ways to do the same.
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import type { Figure } from './figure.ts';
import { installPeers, isForeign, peersFolder } from './foreign.ts';

const PAIRS = Number(process.env.WRITE_PAIRS ?? 12);
const SLICE_SECONDS = 1;
const CONNECTIONS = 64;
const COMMITS = Number(process.env.WRITE_COMMITS ?? 100_000);
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
  const child: ChildProcess = isForeign(name)
    ? fork(join(peersFolder, `${name}.js`), [folder], { stdio: 'inherit' })
    : fork(new URL('./peers.ts', import.meta.url), args, { stdio: 'inherit' });
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

interface Against {
  id: string;
  peer: string;
  work: string;
  gate?: number;
  ambition?: number;
}
const equal: Against = { id: 'S1', peer: 'equal', work: 'durable command ÷ equal work', gate: 0.75, ambition: 0.9 };
const single: Against = { id: 'S2', peer: 'single', work: '… ÷ one fsync per request', ambition: 3 };
const all: Against[] = [
  equal,
  { id: 'S1b', peer: 'grouped', work: '… ÷ one naked append, in groups', ambition: 0.6 },
  single,
  { id: 'S3', peer: 'hello', work: '… ÷ node:http that appends and does not wait', gate: 0.5, ambition: 0.8 },
  { id: 'S4', peer: 'nest', work: '… ÷ the same in Nest on Fastify, better-sqlite3', gate: 3, ambition: 5 },
  { id: 'S4', peer: 'express', work: '… ÷ the same in Express, better-sqlite3', gate: 3, ambition: 5 },
];

/** The product against each, on this disk or as if its fsync took so much longer. */
async function figuresOf(against: Against[], syncMs = 0): Promise<Figure[]> {
  const folders = ['product', ...against.map(({ peer }) => peer)].map((name) => [
    name,
    mkdtempSync(join(tmpdir(), `jiangong-${name}-`)),
  ]);
  const [product, ...peers] = await Promise.all(folders.map(([name, folder]) => peerOf(name!, folder!, syncMs)));
  for (const peer of [product!, ...peers]) await slice(peer, { duration: 2 });
  const disk = syncMs > 0 ? `, fsync ${syncMs} ms longer` : '';
  const figures: Figure[] = [];
  for (const [n, { peer: _, ...against_ }] of against.entries()) {
    const work = `${against_.work}${disk}`;
    const { ratio: value, a, b } = await ratio(product!, peers[n]!, `${against_.id} ${work}`);
    figures.push({ ...against_, work, value, unit: '×', about: `${Math.round(a)}/s, ${Math.round(b)}/s` });
  }
  await Promise.all([product!, ...peers].map((peer) => peer.stop()));
  for (const [, folder] of folders) rmSync(folder!, { recursive: true });
  return figures;
}

/** What a hundred thousand commits need in memory, and at the next start. */
async function fullFolder(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-full-'));
  const full = await peerOf('product', folder);
  const before = await full.rss();
  await slice(full, { amount: COMMITS });
  const after = await full.rss();
  await full.stop();
  const again = await peerOf('product', folder);
  await again.stop();
  rmSync(folder, { recursive: true });
  const about = `${COMMITS} commits`;
  const grown = (after - before) / 2 ** 20;
  return [
    { id: 'memory', work: 'grown by writing', value: grown, unit: 'MB', less: true, about },
    { id: 'start', work: 'start on them', value: again.startMs - full.startMs, unit: 'ms', less: true, about },
  ];
}

export async function write(): Promise<Figure[]> {
  await installPeers();
  const figures = await figuresOf(all);
  // Where an fsync takes its time, one for each request is what costs.
  for (const syncMs of SLOWER_MS) figures.push(...(await figuresOf([equal, { ...single, gate: 1.5 }], syncMs)));
  return [...figures, ...(await fullFolder())];
}
