/**
 * A studio as the pairing sees it. Empty strings mean "not known": two studios with an unknown employer are not colleagues,
 * and an unknown trade, district or level earns nothing.
 */
export interface Studio {
  readonly id: string;
  /** studios of one employer are never paired with each other */
  readonly employer: string;
  readonly district: string;
  readonly level: string;
  readonly trade: string;
  /** the supply, process or service chain the trade belongs to, and the place in it (1, 2, 3 …) */
  readonly chain?: string;
  readonly stage?: number;
  /** what it can give and what it needs, in its own words, Chinese or Latin, one phrase an entry */
  readonly offers: readonly string[];
  readonly seeks: readonly string[];
  readonly topics?: readonly string[];
  /** how many alliances it takes: an integer ≥ 0 */
  readonly capacity: number;
}
