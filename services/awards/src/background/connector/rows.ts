// What is kept of an HR system that is sent rows: by what it knows this system, and one row for each grant that it has or must have.
import type { Attempt, Delivery } from '@jiangong/contracts';
import type { PrivateRow, Store } from '@jiangong/service-kit/store';
import { messageOf } from '../webhooks/rows.ts';

const ACCOUNTS = 'connector-accounts';
const GRANTS = 'connector-grants';

export interface Account {
  user: string;
  password: string;
}
/** A grant as the HR system has it, and what is to be done there. */
export interface Connected {
  grant: string;
  revision: number;
  event: Delivery['event'];
  /** Whose row it has, under which key of its own. */
  held?: { person: string; key: string };
  /** For whom an insertion was under way: its answer may be lost, so the row is looked for before another is inserted. */
  inserting?: string;
  state: Delivery['state'];
  /** The last ones. */
  attempts: Attempt[];
  /** When it is tried, in milliseconds of the epoch; absent where it is not tried by itself. */
  next?: number;
}
export const isOpen = ({ state }: Connected) => state !== 'delivered';

const pathOf = (webhook: string, grant: string) => `${webhook}/${grant}`;
export const accountRow = (webhook: string, body: Account | undefined): PrivateRow => ({
  table: ACCOUNTS,
  key: webhook,
  body,
});
export const connectedRow = (webhook: string, body: Connected): PrivateRow => ({
  table: GRANTS,
  key: pathOf(webhook, body.grant),
  body,
});

type Reading = Pick<Store, 'privateRow' | 'privateRows'>;
export const accountIn = async (store: Reading, webhook: string) =>
  (await store.privateRow(ACCOUNTS, webhook)) as Account | undefined;
export const connectedIn = async (store: Reading, webhook: string, grant: string) =>
  (await store.privateRow(GRANTS, pathOf(webhook, grant))) as Connected | undefined;

/** By grant; `next` is where to go on. */
export async function connectedPage(store: Reading, webhook: string, after: string | undefined, limit: number) {
  const page = await store.privateRows(GRANTS, `${webhook}/`, {
    after: after === undefined ? undefined : pathOf(webhook, after),
    limit: limit + 1,
  });
  const items = page.slice(0, limit).map(({ body }) => body as Connected);
  return page.length > limit ? { items, next: items.at(-1)!.grant } : { items };
}
const PAGE = 1000;
/** All of one HR system, page by page. */
export async function* allConnected(store: Reading, webhook: string): AsyncGenerator<Connected[]> {
  for (let after: string | undefined; ; ) {
    const { items, next } = await connectedPage(store, webhook, after, PAGE);
    yield items;
    if (next === undefined) return;
    after = next;
  }
}

export function deliveryOf(row: Connected): Delivery {
  const { grant, revision, event, state, attempts, next, held } = row;
  return {
    delivery: grant,
    message: messageOf(row),
    ...{ grant, revision, event, state, attempts },
    ...(next === undefined || !isOpen(row) ? {} : { next: new Date(next).toISOString() }),
    ...(held ? { key: held.key } : {}),
  };
}
