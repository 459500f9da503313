// What a release said of its own installation when it wrote it, stored with the fixture: what a later release must find.
import type { Client } from '@jiangong/kills/src/client.ts';
import type { Account, Cast } from './world/cast.ts';

export interface Recorded {
  release: string;
  /** The first administrator; everybody else is in world/cast.ts. */
  admin: Account;
  /** Lists by their path, and how long they were. */
  counts: Record<string, number>;
  /** Parked by a bug that the release had. */
  parked: number;
  feed: { rows: FeedRow[]; cursor: string; beforeCursor: number };
  /** Commands that were answered, as `infra/kills` checks them. */
  acknowledged: { cause: string; id: string; version: number }[];
  /** Causes of all commands that were ever sent. */
  sent: string[];
}
export interface FeedRow {
  grant: string;
  revision: number;
  status: string;
  recordedAt: string;
  recipientName: string;
}

const lists = {
  admin: ['/orgs', '/users'],
  organiser: [
    ...['/units', '/schemes', '/competitions', '/entries', '/rounds', '/checks', '/studios', '/alliances', '/outputs'],
    ...['/pairings', '/award-lists', '/notices', '/objections', '/decisions', '/grants'],
  ],
} as const;

export async function countsOf(cast: Cast): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [who, paths] of Object.entries(lists))
    for (const path of paths) {
      const found = await cast[who as keyof typeof lists].find(`/api${path}?limit=200`);
      counts[path] = found!.body.items.length;
    }
  return counts;
}

/** The HR feed, page by page, from a cursor or from its beginning; and the cursor that ends each page but the last. */
export async function feedOf({ find }: Client, from = '', limit = 200) {
  const rows: FeedRow[] = [];
  const cursors: { cursor: string; before: number }[] = [];
  for (let cursor = from; ; ) {
    const { body } = (await find(`/api/hr/feed?limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`))!;
    rows.push(...body.items);
    if (body.next === undefined) return { rows, cursors };
    cursor = body.next;
    cursors.push({ cursor, before: rows.length });
  }
}

export async function parkedOf({ find }: Client): Promise<{ service: string; reason: string }[]> {
  return (await find('/ops/parked'))!.body.items;
}
