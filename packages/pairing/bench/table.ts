/** Rows of a benchmark with their gate and goal, as a table or as JSON. */

export interface Row {
  readonly id: string;
  readonly work: string;
  readonly figure: string;
  readonly gate: string;
  readonly goal: string;
  readonly reached: 'goal' | 'gate' | 'missed' | 'skipped';
}

/** What is reached by a figure of which more is better (or less, if `less`). */
export function reached(figure: number, gate: number, goal: number, less = false): Row['reached'] {
  const meets = (limit: number) => (less ? figure <= limit : figure >= limit);
  return meets(goal) ? 'goal' : meets(gate) ? 'gate' : 'missed';
}

/** The worse of several outcomes. */
export function worst(...all: Row['reached'][]): Row['reached'] {
  return (['missed', 'skipped', 'gate', 'goal'] as const).find((r) => all.includes(r)) ?? 'goal';
}

export function print(rows: readonly Row[], json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ rows })}\n`);
    return;
  }
  const columns = ['id', 'work', 'figure', 'gate', 'goal', 'reached'] as const;
  process.stdout.write(`| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|\n`);
  for (const row of rows) process.stdout.write(`| ${columns.map((c) => row[c]).join(' | ')} |\n`);
}

/** Six decimals, rounded down, so that nothing looks better than it is. */
export const ratio = (x: number) => (Math.floor(x * 1e6) / 1e6).toFixed(6);
export const ms = (x: number) => (x < 100 ? `${x.toFixed(1)} ms` : `${Math.round(x)} ms`);

/** Processor time of this process so far, in ms: on a busy machine the clock on the wall measures the others. */
export function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The least of several timings of the same work (processor time, ms), with what it gave. */
export function timed<T>(work: () => T, times = 3): { ms: number; value: T } {
  let best = Number.POSITIVE_INFINITY;
  let value: T | undefined;
  for (let i = 0; i < times; i++) {
    const begin = spent();
    value = work();
    best = Math.min(best, spent() - begin);
  }
  return { ms: best, value: value as T };
}
