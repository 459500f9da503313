/**
 * The weights of a score's parts, data of the union. All are integers; the defaults add up to at most 10,000 for a pair.
 */
export interface Weights {
  /** one direction of need meeting offer: most × x ÷ (x + half), x the sum of the shared terms' idf in 1/256 bit */
  readonly need: { readonly most: number; readonly half: number };
  /** a Latin word or a code counts as that many Chinese two-character terms */
  readonly word: number;
  /** the form bonus: the best of those that hold */
  readonly form: { readonly linked: number; readonly sameType: number; readonly crossType: number };
  /** trades that combine well; each entry is a trade link between different trades */
  readonly complements: readonly (readonly [string, string])[];
  readonly district: number;
  readonly level: number;
  readonly topics: { readonly each: number; readonly most: number };
  /** from `from` studios on, a term that more than `percent` % of them use says nothing and is no term */
  readonly common: { readonly percent: number; readonly from: number };
}

/** The default weights; the parts of a pair add up to at most 10,000 (1.00). */
export const defaultWeights: Weights = {
  need: { most: 3000, half: 8000 },
  word: 3,
  form: { linked: 1500, sameType: 1000, crossType: 1200 },
  complements: [],
  district: 1200,
  level: 600,
  topics: { each: 350, most: 700 },
  common: { percent: 12, from: 200 },
};
