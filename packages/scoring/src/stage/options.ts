/** What to compute in addition to the result, or otherwise. */
export interface Options {
  /** The entrant to explain. */
  explain?: string | undefined;
  /**
   * Score as if points that are missing were full points, or none: what an entrant may still come to. What is missing is still
   * named in `pending`.
   */
  assume?: 'full' | 'nothing' | undefined;
}
