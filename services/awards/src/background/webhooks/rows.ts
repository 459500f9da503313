// What is kept of deliveries, as private rows of the service: secrets, how far each webhook is, what waits, what became of each.
import type { Attempt, Delivery, HrRow } from '@jiangong/contracts';
import type { PrivateRow, Store } from '@jiangong/service-kit/store';
import type { Secrets } from './signature.ts';

export const SECRETS = 'webhook-secrets';
export const SHOWN = 'webhook-secrets-shown';
export const CURSORS = 'webhook-cursors';
export const WAITING = 'webhook-waiting';
export const DELIVERIES = 'webhook-deliveries';
export const REPLAYS = 'webhook-replays';
export const LEASES = 'webhook-leases';

/** How far a webhook is: the number of the last row of the feed that is delivered, waiting or of no interest. */
export interface Cursor {
  after: number;
  paused?: boolean;
  /** Of one that is sent rows: grants that are not as they must be. */
  waiting?: number;
  failed?: number;
}
/** A message on its way. */
export interface Item {
  id: string;
  /** Of its row of the feed; absent where a grant is sent as it stands. */
  number?: number;
  grant: string;
  revision: number;
  event: Delivery['event'];
  attempts: Attempt[];
  /** When it is due, in milliseconds of the epoch. */
  next: number;
}
/** Rows of the feed to be sent again, or grants as they stand. */
export type Replay = { after: number; upTo: number } | { grants: string[] };

const WIDTH = 12;
const LAST = 10 ** WIDTH - 1;
export const itemId = (number: number, replay?: string) =>
  `${String(number).padStart(WIDTH, '0')}${replay ? `-${replay}` : ''}`;
/** A grant as it stands: after everything that waits of it. */
export const standingItem = (
  { grant, revision, event }: Omit<Item, 'id' | 'attempts' | 'next'>,
  replay: string,
): Item => ({
  id: `${itemId(LAST, replay)}-${grant}`,
  ...{ grant, revision, event, attempts: [], next: 0 },
});
const newestFirst = (number: number) => `${LAST - number}`.padStart(WIDTH, '0');
const deliveryKey = (id: string) => newestFirst(Number(id.slice(0, WIDTH))) + id.slice(WIDTH);

export const messageOf = ({ grant, revision }: Pick<Item, 'grant' | 'revision'>) => `award_${grant}_${revision}`;
export const eventOf = ({ status }: Pick<HrRow, 'status'>): Delivery['event'] => `award-${status}`;

const pathOf = (webhook: string, id: string) => `${webhook}/${id}`;
export const waitingRow = (webhook: string, item: Item): PrivateRow => ({
  table: WAITING,
  key: pathOf(webhook, item.id),
  body: item,
});
const waitsNoMore = (webhook: string, { id }: Item): PrivateRow => ({
  table: WAITING,
  key: pathOf(webhook, id),
  body: undefined,
});
function deliveryRow(webhook: string, item: Item, state: Delivery['state']): PrivateRow {
  const { id, grant, revision, event, attempts, next } = item;
  const body: Delivery = {
    delivery: id,
    message: messageOf(item),
    ...{ grant, revision, event, state, attempts },
    ...(state === 'waiting' ? { next: new Date(next).toISOString() } : {}),
  };
  return { table: DELIVERIES, key: pathOf(webhook, deliveryKey(id)), body };
}
/** What became of an attempt. */
export const outcomeRows = (webhook: string, item: Item, state: Delivery['state']): PrivateRow[] => [
  deliveryRow(webhook, item, state),
  state === 'waiting' ? waitingRow(webhook, item) : waitsNoMore(webhook, item),
];
export const cursorRow = (webhook: string, body: Cursor): PrivateRow => ({ table: CURSORS, key: webhook, body });
export const secretsRow = (webhook: string, body: Secrets | undefined): PrivateRow => ({
  table: SECRETS,
  key: webhook,
  body,
});
export const replayRow = (webhook: string, replay: string, body: Replay | undefined): PrivateRow => ({
  table: REPLAYS,
  key: pathOf(webhook, replay),
  body,
});

type Reading = Pick<Store, 'privateRow' | 'privateRows'>;
export const secretsIn = async (store: Reading, webhook: string) =>
  (await store.privateRow(SECRETS, webhook)) as Secrets | undefined;
export const cursorIn = async (store: Reading, webhook: string) =>
  ((await store.privateRow(CURSORS, webhook)) as Cursor | undefined) ?? { after: 0 };
export const waitingIn = async (store: Reading, webhook: string) =>
  (await store.privateRows(WAITING, `${webhook}/`)).map(({ body }) => body as Item);
export const replaysIn = async (store: Reading, webhook: string) =>
  (await store.privateRows(REPLAYS, `${webhook}/`)).map(({ key, body }) => ({
    replay: key.slice(webhook.length + 1),
    what: body as Replay,
  }));
/** Whether it was delivered, or given up. */
export async function isSettledIn(store: Reading, webhook: string, { id }: Item): Promise<boolean> {
  const found = (await store.privateRow(DELIVERIES, pathOf(webhook, deliveryKey(id)))) as Delivery | undefined;
  return found !== undefined && found.state !== 'waiting';
}
/** The highest number of a row of the feed of which a delivery is recorded. */
export async function lastSettledIn(store: Reading, webhook: string): Promise<number> {
  // Grants as they stand are before all numbers.
  const after = pathOf(webhook, newestFirst(LAST - 1));
  const [newest] = await store.privateRows(DELIVERIES, `${webhook}/`, { after, limit: 1 });
  return newest ? Number((newest.body as Delivery).delivery.slice(0, WIDTH)) : 0;
}
/** Newest first; `next` is where to go on. */
export async function deliveriesIn(store: Reading, webhook: string, after: string | undefined, limit: number) {
  const page = await store.privateRows(DELIVERIES, `${webhook}/`, {
    after: after === undefined ? undefined : pathOf(webhook, after),
    limit: limit + 1,
  });
  const items = page.slice(0, limit).map(({ body }) => body as Delivery);
  const last = page[limit - 1];
  return page.length > limit && last ? { items, next: last.key.slice(webhook.length + 1) } : { items };
}
