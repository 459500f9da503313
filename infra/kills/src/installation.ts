// What a round is run against: addresses, processes that may be killed, and what else can go wrong around them.
import type { Failpoint } from '@jiangong/service-kit/failpoint';
import type { Evidence } from './check/evidence.ts';
import type { Random } from './random.ts';

/** Where or when a process is to die; if neither is said, it lives. */
export interface Fate {
  failpoint?: string;
  /** From its beginning, ready or not. */
  dieAfterMs?: number;
}
/** A process of the product, and its successors in its place. */
export interface Copy {
  name: string;
  pid(): number;
  /** Resolves when the process of now has ended. */
  ended(): Promise<unknown>;
  kill(): Promise<void>;
  /** Starts it again. Rejects if it ended before it was ready. */
  again(fate: Fate): Promise<void>;
}
/** What befalls not a process of the product but what it leans on. */
export interface Fault {
  name: 'broker' | 'mongod' | 'cut';
  /** How many there are, at how many kills of processes. */
  timesAt(kills: number): number;
  /** Happens, and is over. */
  run(random: Random): Promise<void>;
}
export interface Installation {
  engine: 'embedded' | 'servers';
  urls: readonly string[];
  admin: { userName: string; password: string };
  copies: readonly Copy[];
  /** Copies that may be down at once. */
  downAtOnce: number;
  /** Places that this engine passes, and at which passing a process dies there at most. */
  failpoints: readonly Place[];
  passings: number;
  faults: readonly Fault[];
  /** Ends the product's processes in good order. */
  stop(): Promise<void>;
  /** Read when they have ended. */
  evidence(): Promise<Omit<Evidence, 'feed'>>;
  /** Where the evidence is, if it is kept. */
  place: string;
  /** Gives everything back; the evidence too, unless it is kept. */
  close(keep: boolean): Promise<void>;
}

/** How often it is drawn. */
export type Place = readonly [weight: number, name: Failpoint];
/** Passed once in a while only. */
export const seldom: readonly Failpoint[] = ['before-deadline', 'after-deadline', 'before-number', 'after-number'];

/** Of both engines. */
export const everywhere: readonly Place[] = [
  [2, 'before-commit'],
  [3, 'after-commit'],
  [2, 'before-views'],
  [2, 'after-views'],
  [2, 'before-publish'],
  [4, 'after-publish'],
  [2, 'after-settle'],
  [2, 'before-states'],
  [3, 'after-states'],
  [2, 'after-states-paid'],
  [2, 'after-state-kept'],
  [2, 'after-name-kept'],
  [2, 'before-effect'],
  [2, 'after-foreign-rows'],
  [3, 'after-reaction'],
  [3, 'after-effect'],
  [1, 'before-deadline'],
  [1, 'after-deadline'],
];
