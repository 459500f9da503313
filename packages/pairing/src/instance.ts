/** The shape of a pairing problem and of its answer, as written to files and over the wire. */

/**
 * A pairing problem, as written to files and sent over HTTP. `capacity` counts alliances, `weight` is an integer (10,000 =
 * 1.00).
 */
export interface Instance {
  readonly studios: readonly { readonly id: string; readonly capacity: number }[];
  /** what two studios gain from each other; a pair not listed is not possible */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly weight: number }[];
  readonly kept?: readonly (readonly [string, string])[];
  readonly forbidden?: readonly (readonly [string, string])[];
}

/** stable: nobody has a reason to swap; balanced: the strongest pairs stay, the rest is optimised; best: the largest total */
export type Mode = 'stable' | 'balanced' | 'best';

/**
 * A pairing with its certificate: `prices` and `odd` prove that no pairing weighs more than `bound` (linear-programming duality,
 * docs/pairing.md).
 */
export interface Answer {
  /** each pair sorted, the list by first id, then second, by code unit; kept pairs included */
  readonly pairs: readonly (readonly [string, string])[];
  readonly total: number;
  /** no pairing weighs more */
  readonly bound: number;
  /** the shadow price of one place of each studio, a multiple of ½ */
  readonly prices: Readonly<Record<string, number>>;
  /** prices of sets with an odd number of places */
  readonly odd: readonly { readonly of: readonly string[]; readonly price: number }[];
  /** pairs that both sides would rather have than what they got */
  readonly blocking: number;
}
