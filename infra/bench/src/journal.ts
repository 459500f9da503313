// `pnpm bench journal`: a long journal replayed, its views rebuilt, started on; and appends against emmett's store on SQLite.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { competitions } from '@jiangong/competitions';
import { openSqliteStore } from '@jiangong/service-kit/store/sqlite';
import type { Figure } from './figure.ts';
import { installPeers, peersFolder } from './foreign.ts';
import { commitOf, inFlight, ratioOf, say, secondsOf } from './servers-ratio.ts';

const COMMITS = Number(process.env.JOURNAL_COMMITS ?? 1_000_000);
const WRITTEN_AT_ONCE = 500;
const APPENDS = 1000;
const APPENDS_AT_ONCE = 16;
const { views } = competitions;
type Views = typeof views;

const opened = (folder: string, withViews: Views) => openSqliteStore(`file:${folder}`, 'competitions', withViews);
/** Opens the folder with some views, of which those are new that are named so: they are filled from the journal. */
async function secondsToOpen(folder: string, withViews: Views) {
  const seconds = await secondsOf(async () => (await opened(folder, withViews)).close());
  say(`opened with ${withViews.length} views: ${seconds.toFixed(1)} s`);
  return seconds;
}
const renamed = (some: Views, as: string) => some.map((view) => ({ ...view, name: `${view.name}-${as}` })) as Views;

/** A long journal: what reading, rebuilding and starting cost. */
async function replayed(folder: string): Promise<Figure[]> {
  const store = await opened(folder, views);
  for (let n = 0; n < COMMITS; n += WRITTEN_AT_ONCE) {
    const commits = Array.from({ length: WRITTEN_AT_ONCE }, commitOf);
    await Promise.all(commits.map((commit) => store.write({ commit })));
    await store.markPublished(commits);
    if (n % 100_000 === 0) say(`${n} commits`);
  }
  const read = await secondsOf(async () => {
    for await (const commit of store.journal()) if (!commit.stream) throw new Error('a commit without a stream');
  });
  await store.close();
  const sql = new DatabaseSync(join(folder, 'competitions.db'));
  const bare = await secondsOf(async () => {
    for (const row of sql.prepare('SELECT body FROM commits ORDER BY place').iterate())
      if (!JSON.parse(row.body as string).stream) throw new Error('a commit without a stream');
  });
  sql.close();
  const start = await secondsToOpen(folder, views);
  const every = (await secondsToOpen(folder, renamed(views, 'again'))) - start;
  const units = views.filter(({ name }) => name === 'units');
  const one = (await secondsToOpen(folder, [...renamed(views, 'again'), ...renamed(units, 'alone')])) - start;
  const about = `${COMMITS} commits`;
  return [
    {
      id: 'S9',
      work: 'replay ÷ bare read and JSON.parse',
      value: bare / read,
      unit: '×',
      gate: 0.45,
      ambition: 0.6,
      about,
    },
    { id: 'S10', work: 'every view rebuilt ÷ one', value: every / one, unit: '×', gate: 2, ambition: 3, about },
    { id: 'start', work: 'one service starts', value: start, unit: 's', gate: 5, less: true, about },
  ];
}

/** Appends to one stream, durable each: by our store in groups, by emmett's one after the other, as it demands. */
async function appended(): Promise<Figure> {
  installPeers();
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-appends-'));
  const store = await openSqliteStore(`file:${folder}`, 'competitions', []);
  let version = 0;
  let round = 0;
  const ours = () =>
    secondsOf(() =>
      inFlight(APPENDS, APPENDS_AT_ONCE, async () => {
        const at = ++version;
        await store.write({ commit: { ...commitOf(), stream: 'unit/one', version: at } });
      }),
    );
  const theirs = async () => {
    const apart = mkdtempSync(join(tmpdir(), `jiangong-emmett-${++round}-`));
    const child = fork(join(peersFolder, 'emmett.js'), [apart, String(APPENDS), '1'], { stdio: 'inherit' });
    const [{ perSecond }] = (await once(child, 'message')) as [{ perSecond: number }];
    rmSync(apart, { recursive: true });
    return APPENDS / perSecond;
  };
  const ratio = await ratioOf('S12', APPENDS, ours, theirs);
  await store.close();
  rmSync(folder, { recursive: true });
  const work = 'appends to one stream ÷ emmett-sqlite';
  return { id: 'S12', work, ...ratio, unit: '×', gate: 10, ambition: 40 };
}

export async function journal(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-journal-'));
  try {
    return [...(await replayed(folder)), await appended()];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
