// The HR feed under race: two copies of awards, clients that write, copies that are killed, and readers that follow the cursor
// from whichever copy answers. Counts what each reader missed or was given twice of what the journal holds in the end.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openMongoStore } from '@jiangong/service-kit/store/mongo';
import { compiled } from './processes.ts';

export interface RaceOptions {
  storeUrl: string;
  logUrl: string;
  /** Writers go on until so many revisions were acknowledged. */
  revisions: number;
  kills: number;
  writers?: number;
  readers?: number;
}
export interface Race {
  revisions: number;
  kills: number;
  readers: number;
  /** Revisions that some reader never saw. */
  missed: number;
  /** How often that was, over all readers. */
  missedByReaders: number;
  /** Revisions that readers were given again, over all readers. */
  twice: number;
  seconds: number;
}
interface Copy {
  child: ChildProcess;
  url: string;
  headers: { authorization: string };
  acknowledged: number;
  rested: Promise<void>;
}

const COPIES = 2;
const REVISIONS_OF_A_GRANT = 5;
const REST_MS = 20;
const places = ['', 'before-number:20', 'after-views:20', 'after-number:20', 'after-insert:20'];
const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
const file = fileURLToPath(new URL('./feed-copy.fixture.ts', import.meta.url));

export async function raceFeed({
  storeUrl,
  logUrl,
  revisions,
  kills,
  writers = 14,
  readers = 20,
}: RaceOptions): Promise<Race> {
  const begun = performance.now();
  const env = { ...process.env, ...compiled, STORE_URL: storeUrl, LOG_URL: logUrl };

  /** @param failpoint where it ends by itself; others are killed wherever they are */
  async function startCopy(failpoint = ''): Promise<Copy> {
    const args = ['--disable-warning=TimeoutNegativeWarning', file, `${writers / COPIES}`, `${REVISIONS_OF_A_GRANT}`];
    const child = spawn(process.execPath, args, {
      env: { ...env, FAILPOINT: failpoint },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout! });
    const early = once(child, 'exit').then(() => Promise.reject(new Error('a copy ended before it was ready')));
    early.catch(() => {});
    const [first] = (await Promise.race([once(lines, 'line'), early])) as [string];
    const { url, token } = JSON.parse(first) as { url: string; token: string };
    const headers = { authorization: `Bearer ${token}` };
    const { promise: rested, resolve } = Promise.withResolvers<void>();
    const copy: Copy = { child, url, headers, acknowledged: 0, rested };
    lines.on('line', (line) => {
      if (line === 'rested') resolve();
      else copy.acknowledged = Number(line);
    });
    return copy;
  }
  const copies = await Promise.all(Array.from({ length: COPIES }, () => startCopy()));
  let before = 0;
  const acknowledged = () => copies.reduce((sum, copy) => sum + copy.acknowledged, before);

  let isQuiet = false;
  async function follow(): Promise<string[]> {
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const wasQuiet = isQuiet;
      const { url, headers } = copies[Math.floor(Math.random() * COPIES)]!;
      const path = `${url}/api/hr/feed?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const answer = await fetch(path, { headers, signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
      const page = answer?.ok ? ((await answer.json().catch(() => undefined)) as Page | undefined) : undefined;
      if (answer && answer.status >= 400 && answer.status < 500) throw new Error(`${path}: ${answer.status}`);
      for (const { grant, revision } of page?.items ?? []) seen.push(`${grant}/${revision}`);
      cursor = page?.cursor ?? cursor;
      if (page && page.items.length === 0 && wasQuiet) return seen;
      if (!page?.next) await sleep(REST_MS);
    }
  }
  const following = Promise.all(Array.from({ length: readers }, follow));

  for (let killed = 0; killed < kills; killed += 1) {
    const ended = () => copies.findIndex(({ child }) => hasEnded(child));
    while (acknowledged() < (revisions * (killed + 1)) / (kills + 1) && ended() < 0) await sleep(REST_MS);
    const at = ended() < 0 ? killed % COPIES : ended();
    const { child } = copies[at]!;
    child.kill('SIGKILL');
    if (!hasEnded(child)) await once(child, 'exit');
    before += copies[at]!.acknowledged;
    // The last ones live until all is read.
    const place = killed + COPIES < kills ? places[killed % places.length] : '';
    copies[at] = await startCopy(place).catch(() => startCopy());
  }
  while (acknowledged() < revisions) await sleep(REST_MS);
  for (const { child } of copies) child.stdin!.write('rest\n');
  await Promise.all(copies.map(({ rested }) => rested));

  const store = await openMongoStore(storeUrl, 'awards', []);
  while ((await store.backlog()).count > 0) await sleep(100);
  const written: string[] = [];
  for await (const { stream, version, events } of store.journal())
    if (stream.startsWith('grant/'))
      written.push(...events.map((_, index) => `${stream.slice('grant/'.length)}/${version + index}`));
  await store.close();
  isQuiet = true;
  const seen = await following;
  for (const { child } of copies) {
    child.stdin!.end();
    if (!hasEnded(child)) await once(child, 'exit');
  }
  const sets = seen.map((each) => new Set(each));
  const missing = sets.map((each) => written.filter((revision) => !each.has(revision)));
  return {
    revisions: written.length,
    kills,
    readers,
    missed: new Set(missing.flat()).size,
    missedByReaders: missing.flat().length,
    twice: seen.reduce((sum, each, reader) => sum + each.length - sets[reader]!.size, 0),
    seconds: Math.round((performance.now() - begun) / 1000),
  };
}

interface Page {
  items: { grant: string; revision: number }[];
  next?: string;
  cursor?: string;
}
