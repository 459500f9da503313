// For tests: files as people have them, each with what its import gives, in short: `+2` two new rows, `~1` changed, `=1` same,
// `!B3` a fault of that cell, `!3` of that row, or the problem it is refused with.
export interface Case {
  what: string;
  of:
    | 'units'
    | 'entries'
    | 'statuses'
    | 'marks'
    | 'plans'
    | 'progress'
    | 'reviews'
    | 'people'
    | 'teams'
    | 'studios'
    | 'contestants'
    | 'performances';
  file: Buffer | string;
  gives: string;
  query?: string;
  type?: string;
}
type Rest = Pick<Case, 'query' | 'type'>;

export const casesOf =
  (of: Case['of']) =>
  (what: string, file: Buffer | string, gives: string, rest: Rest = {}): Case => ({ what, of, file, gives, ...rest });

export const csv = (...rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.join(',')).join('\n')}\n`;
