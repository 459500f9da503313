// Routes of HR systems: every revision of every grant of their organisation, in order of publication. Following the cursor,
// the number of the last row read, returns each revision exactly once.
import { type HrRow, hrRow, instant, type Read } from '@jiangong/contracts';
import { get, paging } from '@jiangong/service-kit';
import { z } from 'zod';
import { feedWatch } from './background/feed-watch.ts';
import { cellsOf, hrColumns } from './hr-columns.ts';
import { rowsWithNames } from './people.ts';
import { feedTime, grants, hrFeed } from './views.ts';

const feed = z.object({
  items: z.array(hrRow),
  /** There is more now. */
  next: z.string().optional(),
  /** Where to go on another day; absent while nothing was ever read. */
  cursor: z.string().optional(),
});

/** Cursors of releases that had no numbers: time, grant and revision of the last row read. */
const keyCursor = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)\/[0-9a-f-]{36}\/\d{6}$/;
/** Those releases could let a row pass that a little later ones had overtaken: it is given now. */
const OVERLAP_MS = 10 * 60_000;

const isKeyCursor = (cursor: string) => !Number.isNaN(Date.parse(keyCursor.exec(cursor)?.[1] ?? ''));

function placeOf(cursor: string | undefined, since: string | undefined): number | { key: string } {
  const [, reached] = keyCursor.exec(cursor ?? '') ?? [];
  if (reached) return { key: new Date(Date.parse(reached) - OVERLAP_MS).toISOString() };
  if (cursor !== undefined) return Number(cursor);
  return since === undefined ? 0 : { key: feedTime(since) };
}

/** Without revisions that a later one, further on in the feed, has replaced. */
async function standing(rows: HrRow[], read: Read): Promise<HrRow[]> {
  const newest = await Promise.all(rows.map(({ grant }) => read.get(grants, grant)));
  return rows.filter(({ revision }, n) => (newest[n]?.revision ?? 0) <= revision);
}

export const hrRoutes = [
  get('/hr/feed', {
    summary: ['人力资源订阅：按发布顺序续读荣誉各版次', 'HR feed: grant revisions in order of publication'],
    roles: ['hr', 'auditor'],
    scope: 'hr:read',
    querystring: z.object({
      ...paging,
      /** Instead of a cursor: what was recorded from this instant on, perhaps with a few earlier rows between. */
      since: instant.optional(),
      /** `state`: without revisions that a later one replaced; its cursors are those of the changes. */
      view: z.enum(['changes', 'state']).optional(),
      /** Seconds to wait while there is nothing after the cursor. */
      wait: z.coerce.number().int().min(0).max(25).optional(),
    }),
    answer: feed,
    cursorBefore: isKeyCursor,
    async query({ query: { cursor, since, limit, view, wait = 0 }, read, states, companion }) {
      const ask = () => read.follow(hrFeed, { after: placeOf(cursor, since), limit });
      const { items, more } = await companion(feedWatch).until(ask, (page) => page.items.length > 0, wait);
      const reached = items.at(-1)?.number.toString() ?? cursor;
      const rows = items.map(({ row }) => row);
      return {
        items: await rowsWithNames(view === 'state' ? await standing(rows, read) : rows, states),
        ...(more && reached ? { next: reached } : {}),
        ...(reached ? { cursor: reached } : {}),
      };
    },
    table: ({ items }) => ({
      name: '荣誉记录',
      columns: hrColumns.map(([title]) => ({ title })),
      rows: items.map(cellsOf),
    }),
  }),
];
