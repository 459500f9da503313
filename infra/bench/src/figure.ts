// What a bench finds out: one number against what it must reach.

/** One figure of a run: a ratio, a time or a size. */
export interface Figure {
  id: string;
  /** What was done, and against what. */
  work: string;
  value: number;
  unit: '×' | 'ms' | 's' | 'MB' | 'kB' | 'µs';
  /** What it must reach; without one it is published only. */
  gate?: number;
  ambition?: number;
  /** Less is better. */
  less?: true;
  /** The two speeds of a ratio, or the size of the work. */
  about?: string;
}

export const reached = ({ value, gate, less }: Figure): boolean =>
  gate === undefined || (less ? value <= gate : value >= gate);

const rounded = (value: number) => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
const bound = (limit: number | undefined, less: boolean | undefined) =>
  limit === undefined ? '–' : `${less ? '≤' : '≥'} ${limit}`;

/** A row for each figure, as Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { id, work, value, unit, gate, ambition, less, about = '' } = figure;
    const mark = gate === undefined ? '' : reached(figure) ? ' ✓' : ' ✗';
    const cells = [id, work, `${rounded(value)} ${unit}${mark}`, bound(gate, less), bound(ambition, less), about];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| id | work | figure | gate | ambition | of what |', '|---|---|---|---|---|---|', ...rows].join('\n');
}
