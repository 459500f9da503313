// What is to be sent again becomes messages that wait: page by page, so that a replay of years holds nothing up.
import type { HrRow, Read } from '@jiangong/contracts';
import type { Store } from '@jiangong/service-kit/store';
import { grants, hrFeed } from '../../views.ts';
import { type Backlog, itemOf, PAGE } from './backlog.ts';
import { eventOf, type Replay, replayRow, replaysIn, standingItem } from './rows.ts';

export interface ReplaysDeps {
  store: Pick<Store, 'write' | 'privateRow' | 'privateRows'>;
  read: Read;
  webhook: string;
  backlog: Pick<Backlog, 'enqueue' | 'size'>;
  isOfInterest(row: HrRow): boolean;
  /** With so many messages waiting the replay waits, too. */
  most: number;
}

export async function takeReplays({ store, read, webhook, backlog, isOfInterest, most }: ReplaysDeps) {
  async function standing(replay: string, ids: string[]) {
    const found = await Promise.all(ids.map((grant) => read.get(grants, grant)));
    const items = found.flatMap((row) => (row ? [standingItem({ ...row, event: eventOf(row) }, replay)] : []));
    await backlog.enqueue(items);
  }
  /** @returns what is left of the range */
  async function page(replay: string, { after, upTo }: { after: number; upTo: number }): Promise<Replay | undefined> {
    const { items } = await read.follow(hrFeed, { after, limit: PAGE });
    const within = items.filter(({ number }) => number <= upTo);
    const wanted = within.filter(({ row }) => isOfInterest(row));
    await backlog.enqueue(wanted.map(({ number, row }) => itemOf(row, number, replay)));
    const reached = within.at(-1)?.number ?? upTo;
    return reached >= upTo || within.length < items.length ? undefined : { after: reached, upTo };
  }
  for (const { replay, what } of await replaysIn(store, webhook)) {
    if (backlog.size() > most) return;
    const rest = 'grants' in what ? await standing(replay, what.grants) : await page(replay, what);
    await store.write({ privateRows: [replayRow(webhook, replay, rest ?? undefined)] });
  }
}
