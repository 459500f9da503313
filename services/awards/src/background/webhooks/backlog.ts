// What one webhook has yet to be sent: rows of the HR feed beyond its cursor, and messages that wait in rows of their own. The
// cursor passes a row of the feed only when its message is delivered, waits durably, or is of no interest.
import type { HrRow, Read } from '@jiangong/contracts';
import { failpoint } from '@jiangong/service-kit/failpoint';
import type { PrivateRow, Store } from '@jiangong/service-kit/store';
import { grants, hrFeed, hrRowOf } from '../../views.ts';
import { linesOf } from './lines.ts';
import {
  cursorIn,
  cursorRow,
  eventOf,
  type Item,
  isSettledIn,
  itemId,
  lastSettledIn,
  outcomeRows,
  waitingIn,
  waitingRow,
} from './rows.ts';

export type Backlog = ReturnType<typeof backlogOf>;
export const PAGE = 100;

export const itemOf = (row: HrRow, number: number, replay?: string): Item => ({
  id: itemId(number, replay),
  ...{ number, grant: row.grant, revision: row.revision, event: eventOf(row), attempts: [], next: 0 },
});

export function backlogOf(store: Pick<Store, 'write' | 'privateRow' | 'privateRows'>, read: Read, webhook: string) {
  let lines = linesOf();
  /** Items that have a row of their own, so that the cursor need not wait for them. */
  let stored = new Set<Item>();
  /** Numbers of rows of the feed that were read and are not durable in any other way yet. */
  const open = new Set<number>();
  const rows = new WeakMap<Item, HrRow>();
  let reached = 0;
  let kept = { after: 0, paused: false };
  /** No row of the feed beyond was settled before this process began. */
  let lastSettled = 0;

  const write = (privateRows: PrivateRow[]) => store.write({ privateRows });
  /** Without those that wait already, or were settled just before a process ended that had not kept its cursor yet. */
  async function unknown(items: Item[]): Promise<Item[]> {
    const fresh: Item[] = [];
    for (const item of items) {
      const mayBeSettled = item.number === undefined || item.number <= lastSettled;
      if (!lines.has(item) && !(mayBeSettled && (await isSettledIn(store, webhook, item)))) fresh.push(item);
    }
    return fresh;
  }
  async function keepWaiting(items: Item[]) {
    const fresh = items.filter((item) => !stored.has(item));
    if (fresh.length === 0) return;
    await write(fresh.map((item) => waitingRow(webhook, item)));
    failpoint('after-webhook-waiting');
    for (const item of fresh) isDurable(item);
  }
  function isDurable(item: Item) {
    stored.add(item);
    if (item.number !== undefined) open.delete(item.number);
  }

  return {
    /** Begins anew with what is durable. */
    async load() {
      lines = linesOf();
      stored = new Set();
      open.clear();
      const { after, paused = false } = await cursorIn(store, webhook);
      reached = after;
      kept = { after, paused };
      lastSettled = await lastSettledIn(store, webhook);
      for (const item of await waitingIn(store, webhook)) {
        lines.add(item);
        stored.add(item);
      }
    },
    size: () => lines.size(),
    /** How many rows of the feed the cursor waits for. */
    open: () => open.size,
    due: (now: number) => lines.due(now),
    isStored: (item: Item) => stored.has(item),

    /** Reads on in the feed. @returns whether there was anything */
    async fetch(isOfInterest: (row: HrRow) => boolean): Promise<boolean> {
      const { items } = await read.follow(hrFeed, { after: reached, limit: PAGE });
      const wanted = items.filter(({ row }) => isOfInterest(row));
      const found = wanted.map(({ number, row }) => ({ row, item: itemOf(row, number) }));
      const fresh = new Set(await unknown(found.map(({ item }) => item)));
      for (const { row, item } of found.filter((each) => fresh.has(each.item))) {
        rows.set(item, row);
        open.add(item.number!);
        lines.add(item);
      }
      reached = items.at(-1)?.number ?? reached;
      // What is behind a message that waits for its time waits as long.
      await keepWaiting([...fresh].filter((item) => stored.has(lines.first(item.grant)!)));
      return items.length > 0;
    },
    /** Adds what is to be sent again, durably. */
    async enqueue(items: Item[]) {
      const fresh = await unknown(items);
      for (const item of fresh) lines.add(item);
      await keepWaiting(fresh);
    },
    /** What is sent of it: the revision of the feed, or the grant as it stands. */
    async rowOf(item: Item): Promise<HrRow | undefined> {
      const known = rows.get(item);
      if (known) return known;
      if (item.number !== undefined)
        return (await read.follow(hrFeed, { after: item.number - 1, limit: 1 })).items[0]?.row;
      const grant = await read.get(grants, item.grant);
      if (!grant) return undefined;
      const { honourCode: _, recipientId: __, former: ___, recordedAt, ...plain } = grant;
      return hrRowOf(plain, recordedAt);
    },
    /** Records an attempt that failed; what is behind it waits, too. */
    async retry(item: Item, next: number) {
      item.next = next;
      await write(outcomeRows(webhook, item, 'waiting'));
      failpoint('after-webhook-recorded');
      isDurable(item);
      await keepWaiting(lines.behind(item.grant));
    },
    /** Records what became of it. */
    async settle(item: Item, state: 'delivered' | 'failed') {
      const [delivery, waits] = outcomeRows(webhook, item, state);
      await write(stored.has(item) ? [delivery!, waits!] : [delivery!]);
      failpoint('after-webhook-recorded');
      lines.remove(item);
      stored.delete(item);
      if (item.number !== undefined) open.delete(item.number);
    },
    isFarAhead: () => reached - kept.after > 2 * PAGE,
    async keepCursor(paused: boolean) {
      const after = open.size === 0 ? reached : Math.min(...open) - 1;
      if (after === kept.after && paused === kept.paused) return;
      await write([cursorRow(webhook, { after, paused })]);
      failpoint('after-webhook-cursor');
      kept = { after, paused };
    },
  };
}
