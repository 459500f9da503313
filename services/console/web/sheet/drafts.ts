// What was tapped and is not on the server yet: kept in the browser item by item, so that neither a lost network nor a killed
// browser loses a tap, and two people on one sheet are merged by item.
import type { Mark } from '@jiangong/client';
import { createStore, del, entries, get, set, update } from 'idb-keyval';

export interface Place {
  user: string;
  check: string;
  department: string;
}
/** Changed items only; null takes a mark away. */
export type Changes = Record<string, Mark | null>;
export interface Pending extends Place {
  act: 'save' | 'submit';
  /** The submission's idempotency key, kept over retries and restarts. */
  key: string;
}

const drafts = createStore('jiangong-drafts', 'sheets');
const outbox = createStore('jiangong-outbox', 'commands');
const keyOf = ({ user, check, department }: Place) => `${user}/${check}/${department}`;

export const draftOf = async (place: Place): Promise<Changes> => (await get<Changes>(keyOf(place), drafts)) ?? {};
/** Each tap by itself, so that another tab on the same sheet keeps its own. */
export const keepChange = (place: Place, criterion: string, mark: Mark | null): Promise<void> =>
  update<Changes>(keyOf(place), (before) => ({ ...before, [criterion]: mark }), drafts);
/** Forgets what has arrived; what was tapped meanwhile stays. */
export async function forget(place: Place, arrived: Changes): Promise<void> {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  await update<Changes>(
    keyOf(place),
    (before = {}) =>
      Object.fromEntries(
        Object.entries(before).filter(([criterion, mark]) => !(criterion in arrived && same(arrived[criterion], mark))),
      ),
    drafts,
  );
}

export const enqueue = (pending: Pending): Promise<void> => set(keyOf(pending), pending, outbox);
export const dequeue = (place: Place): Promise<void> => del(keyOf(place), outbox);
export async function pendingOf(user: string): Promise<Pending[]> {
  const all = await entries<string, Pending>(outbox);
  return all.map(([, pending]) => pending).filter((pending) => pending.user === user);
}
