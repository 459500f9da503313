// A gate: a figure that was measured in the browser, and the bound that it keeps.
export interface Gate {
  name: string;
  figure: number;
  bound: number;
  unit: string;
  /** A count is the same on every machine; a time is held to its bound only where nothing else runs. */
  kind: 'count' | 'time';
  /** What broke it, the first few. */
  found?: string[];
}
export const isHeld = ({ figure, bound }: Gate, patience = 1): boolean => figure <= bound * patience;

export const count = (name: string, found: readonly string[], unit: string): Gate => ({
  ...{ name, figure: found.length, bound: 0, unit, kind: 'count' },
  ...(found.length > 0 ? { found: found.slice(0, 5) } : {}),
});
export const atMost = (name: string, bound: number, figure: number, unit: string, kind: Gate['kind']): Gate => ({
  ...{ name, figure: Math.round(figure * 100) / 100, bound, unit, kind },
});
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1]!;
