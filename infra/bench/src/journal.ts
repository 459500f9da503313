// `pnpm bench journal`: a long journal replayed, its views rebuilt, started on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { competitions } from '@jiangong/competitions';
import { openSqliteStore } from '@jiangong/service-kit/store/sqlite';
import type { Figure } from './figure.ts';
import { commitOf, say, secondsOf } from './servers-ratio.ts';

const COMMITS = Number(process.env.JOURNAL_COMMITS ?? 1_000_000);
const WRITTEN_AT_ONCE = 500;
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

export async function journal(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-journal-'));
  try {
    return await replayed(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
