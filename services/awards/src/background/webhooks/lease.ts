// One copy of the service at a time sends to a webhook. A copy that was frozen past its lease may send once more what another
// sends too: receivers know a message by its id.
import { randomUUID } from 'node:crypto';
import type { Store } from '@jiangong/service-kit/store';
import { LEASES } from './rows.ts';

interface LeaseRow {
  revision: number;
  holder: string;
  until: number;
}
const LEASE_MS = 15_000;

/** @returns whether this copy sends; called again and again, it renews what it holds */
export function leaseOf(store: Pick<Store, 'shared' | 'privateRow' | 'write'>, webhook: string, nowMs: () => number) {
  const holder = randomUUID();
  let until = 0;
  return async (): Promise<boolean> => {
    if (!store.shared || until - nowMs() > LEASE_MS / 2) return true;
    const read = async () => (await store.privateRow(LEASES, webhook)) as LeaseRow | undefined;
    const before = await read();
    if (before && before.holder !== holder && before.until > nowMs()) return false;
    const body: LeaseRow = { revision: (before?.revision ?? 0) + 1, holder, until: nowMs() + LEASE_MS };
    // Of two that take it at once, the first has it.
    await store.write({ privateRows: [{ table: LEASES, key: webhook, body, newer: true }] });
    const isMine = (await read())?.holder === holder;
    until = isMine ? body.until : 0;
    return isMine;
  };
}
