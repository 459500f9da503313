// What a round is run against: addresses, processes that may be killed, and what else can go wrong around them.
import type { Failpoint } from '@jiangong/service-kit/parts/failpoint';
import type { Evidence } from './check/evidence.ts';
import type { Random } from './random.ts';

/** A process of the product, and its successors in its place. */
export interface Copy {
  name: string;
  pid(): number;
  /** Resolves when the process of now has ended. */
  ended(): Promise<void>;
  kill(): Promise<void>;
  /** Starts it again; it may be told where to die. Rejects if it ended before it was ready. */
  again(failpoint?: string): Promise<void>;
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
  /** Places that this engine passes, as often as each is to be drawn. */
  failpoints: readonly Place[];
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

/** How often it is drawn, and at which passing at most: some places are passed by every command, some once in a while. */
export type Place = readonly [weight: number, place: readonly [name: Failpoint, upTo: number]];
const OFTEN = 40;
const SELDOM = 4;
export const often = (weight: number, name: Failpoint): Place => [weight, [name, OFTEN]];
export const seldom = (weight: number, name: Failpoint): Place => [weight, [name, SELDOM]];

/** Of both engines. */
export const everywhere: readonly Place[] = [
  often(2, 'before-commit'),
  often(3, 'after-commit'),
  often(2, 'before-views'),
  often(2, 'after-views'),
  often(2, 'before-publish'),
  often(4, 'after-publish'),
  often(2, 'after-settle'),
  often(2, 'before-effect'),
  often(2, 'after-foreign-rows'),
  often(3, 'after-reaction'),
  often(3, 'after-effect'),
  seldom(1, 'before-deadline'),
  seldom(1, 'after-deadline'),
];
