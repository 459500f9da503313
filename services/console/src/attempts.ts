// How often a wrong password may be tried: by account, where each further failure doubles the wait, and by address. Only
// failures count. Each process counts for itself, in bounded memory, by a clock that never jumps.
import { networkOf } from '@jiangong/service-kit';
import { LRUCache } from 'lru-cache';

/** Failures of one account that cost no wait; then 5 s, 10 s, 20 s … up to a quarter of an hour, forgotten after an hour. */
const FREE = 5;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 15 * 60_000;
const FORGOTTEN_MS = 60 * 60_000;
/** One address: twenty failures at once, then one each six seconds. */
const BURST = 20;
const EVERY_MS = 6_000;
const REMEMBERED = 50_000;

export interface Attempts {
  /** How long this account may not be tried from there; 0: it may. */
  waitMs(account: string, address: string): number;
  failed(account: string, address: string): void;
  succeeded(account: string, address: string): void;
  /** Whether the account has signed in from there before: others' failures do not keep it out. */
  isKnown(account: string, address: string): boolean;
}

export function attemptsOf(nowMs: () => number = () => performance.now()): Attempts {
  const accounts = new LRUCache<string, { failures: number; last: number }>({ max: REMEMBERED });
  /** When the failures of an address are all worked off. */
  const addresses = new LRUCache<string, number>({ max: REMEMBERED });
  const known = new LRUCache<string, true>({ max: REMEMBERED });

  const pairOf = (account: string, address: string) => `${account} ${networkOf(address)}`;
  const isKnown = (account: string, address: string) => known.has(pairOf(account, address));
  /** Strangers share the count of an account; whoever has signed in to it from an address has one of their own. */
  const keyOf = (account: string, address: string) => (isKnown(account, address) ? pairOf(account, address) : account);

  function failuresOf(key: string): { failures: number; last: number } {
    const found = accounts.get(key);
    return found && nowMs() - found.last < FORGOTTEN_MS ? found : { failures: 0, last: 0 };
  }
  function accountWait(key: string): number {
    const { failures, last } = failuresOf(key);
    if (failures < FREE) return 0;
    return last + Math.min(FIRST_WAIT_MS * 2 ** (failures - FREE), LONGEST_WAIT_MS) - nowMs();
  }
  const addressWait = (address: string) => (addresses.get(networkOf(address)) ?? 0) - (BURST - 1) * EVERY_MS - nowMs();

  return {
    isKnown,
    waitMs(account, address) {
      const byAccount = accountWait(keyOf(account, address));
      return Math.max(0, byAccount, isKnown(account, address) ? 0 : addressWait(address));
    },
    failed(account, address) {
      const key = keyOf(account, address);
      accounts.set(key, { failures: failuresOf(key).failures + 1, last: nowMs() });
      const network = networkOf(address);
      addresses.set(network, Math.max(addresses.get(network) ?? 0, nowMs()) + EVERY_MS);
    },
    succeeded(account, address) {
      accounts.delete(keyOf(account, address));
      known.set(pairOf(account, address), true);
    },
  };
}
