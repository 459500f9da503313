// One copy of a service at a time does a piece of background work. A copy that was frozen past its lease may do once more what
// another does too: what it does must bear that.
import { randomUUID } from 'node:crypto';
import type { Store } from '../store/port.ts';

interface LeaseRow {
  revision: number;
  holder: string;
  until: number;
}
const LEASE_MS = 15_000;

/**
 * Takes a lease by name and renews it; called again before each step of the work.
 * @param table the private rows that leases are kept in
 * @returns whether this copy works
 * @example
 * ```ts
 * const store = { shared: false } as Store;
 * await leaseOf(store, 'leases', 'postman', () => 0)(); // → true
 * ```
 */
export function leaseOf(
  store: Pick<Store, 'shared' | 'privateRow' | 'write'>,
  table: string,
  key: string,
  nowMs: () => number,
): () => Promise<boolean> {
  const holder = randomUUID();
  let until = 0;
  return async () => {
    if (!store.shared || until - nowMs() > LEASE_MS / 2) return true;
    const read = async () => (await store.privateRow(table, key)) as LeaseRow | undefined;
    const before = await read();
    if (before && before.holder !== holder && before.until > nowMs()) return false;
    const body: LeaseRow = { revision: (before?.revision ?? 0) + 1, holder, until: nowMs() + LEASE_MS };
    // Of two that take it at once, the first has it.
    await store.write({ privateRows: [{ table, key, body, newer: true }] });
    const isMine = (await read())?.holder === holder;
    until = isMine ? body.until : 0;
    return isMine;
  };
}
