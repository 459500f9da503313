// What one HR system has and must have, grant by grant: rows of the feed beyond its cursor mark grants, and a grant is sent as it
// stands. The cursor passes a row of the feed together with what it marks.
import type { Delivery, Read } from '@jiangong/contracts';
import { failpoint } from '@jiangong/service-kit/failpoint';
import type { Store } from '@jiangong/service-kit/store';
import { grants, hrFeed } from '../../views.ts';
import { type Cursor, cursorIn, cursorRow, eventOf, type Item } from '../webhooks/rows.ts';
import { allConnected, type Connected, connectedIn, connectedRow, isOpen } from './rows.ts';
import { holderOf } from './successfactors.ts';

export type Ledger = ReturnType<typeof ledgerOf>;
const PAGE = 200;

export function ledgerOf(store: Pick<Store, 'write' | 'privateRow' | 'privateRows'>, read: Read, webhook: string) {
  /** Grants that are not as they must be, by id. */
  const open = new Map<string, Connected>();
  let cursor: Cursor = { after: 0 };

  function note(rows: readonly Connected[]) {
    for (const row of rows) {
      if (isOpen(row)) open.set(row.grant, row);
      else open.delete(row.grant);
    }
  }
  /** What becomes of a grant of which there is something new; nothing if it is no person's and has no row there. */
  async function marked(grant: string, event: Delivery['event']): Promise<Connected | undefined> {
    const known = open.get(grant) ?? (await connectedIn(store, webhook, grant));
    const row = await read.get(grants, grant);
    if (!row || (!known && holderOf(row) === undefined)) return undefined;
    return { ...known, grant, revision: row.revision, event, state: 'waiting', attempts: [], next: 0 };
  }
  async function allMarked(items: readonly Pick<Item, 'grant' | 'event'>[]): Promise<Connected[]> {
    // The last event of each.
    const last = new Map(items.map(({ grant, event }) => [grant, event]));
    const rows = await Promise.all([...last].map(([grant, event]) => marked(grant, event)));
    return rows.filter((row) => row !== undefined);
  }
  async function record(rows: readonly Connected[]) {
    if (rows.length === 0) return;
    await store.write({ privateRows: rows.map((row) => connectedRow(webhook, row)) });
    note(rows);
  }
  const counted = (): Pick<Cursor, 'waiting' | 'failed'> => {
    const failed = [...open.values()].filter(({ state }) => state === 'failed').length;
    return { waiting: open.size - failed, failed };
  };

  return {
    /** Begins anew with what is durable. */
    async load() {
      open.clear();
      cursor = await cursorIn(store, webhook);
      for await (const page of allConnected(store, webhook)) note(page);
    },
    /** How many are tried by themselves. */
    pending: () => [...open.values()].filter(({ next }) => next !== undefined).length,
    due: (now: number) => [...open.values()].filter(({ next }) => next !== undefined && next <= now),

    /** Reads on in the feed. @returns whether there was anything */
    async fetch(isOfInterest: (event: Delivery['event']) => boolean): Promise<boolean> {
      const { items } = await read.follow(hrFeed, { after: cursor.after, limit: PAGE });
      const last = items.at(-1);
      if (!last) return false;
      const events = items.map(({ row }) => ({ grant: row.grant, event: eventOf(row) }));
      const rows = await allMarked(events.filter(({ event }) => isOfInterest(event)));
      note(rows);
      const next = { ...cursor, ...counted(), after: last.number };
      await store.write({ privateRows: [...rows.map((row) => connectedRow(webhook, row)), cursorRow(webhook, next)] });
      failpoint('after-connector-marked');
      cursor = next;
      return true;
    },
    /** Has them sent again, as they stand. */
    enqueue: async (items: readonly Pick<Item, 'grant' | 'event'>[]) => record(await allMarked(items)),
    record,
    /** Keeps for people how many there are. */
    async keepCounts(paused: boolean) {
      const next = { ...cursor, ...counted(), paused };
      if (JSON.stringify(next) === JSON.stringify(cursor)) return;
      await store.write({ privateRows: [cursorRow(webhook, next)] });
      cursor = next;
    },
  };
}
