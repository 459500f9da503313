// What was recomputed, and where it differs from what is written.
import { createHash } from 'node:crypto';
import { canonical } from '@jiangong/scoring';

/** One number, place or honour that comes to something else than is written. */
export interface Difference {
  /** The stream and the number of the event. */
  where: string;
  /** JSON pointer into what was compared. */
  at: string;
  written: unknown;
  found: unknown;
}
/** How much was recomputed of each kind, and what differs. */
export interface Report {
  checked: Record<string, number>;
  differences: Difference[];
}

/** Collects a report. */
export interface Collector extends Report {
  /** Compares what is written at a place with what comes out. */
  compare: (kind: string, where: { stream: string; version: number }, written: unknown, found: unknown) => void;
}

export function collector(): Collector {
  const report: Report = { checked: {}, differences: [] };
  return {
    ...report,
    compare(kind, { stream, version }, written, found) {
      report.checked[kind] = (report.checked[kind] ?? 0) + 1;
      differ(report.differences, `${stream} ${version}`, `/${kind}`, written, found);
    },
  };
}

function differ(list: Difference[], where: string, at: string, written: unknown, found: unknown): void {
  if (canonical(written) === canonical(found)) return;
  const [a, b] = [written, found];
  const isBoth = typeof a === 'object' && typeof b === 'object' && a !== null && b !== null;
  if (!isBoth || Array.isArray(a) !== Array.isArray(b) || (Array.isArray(a) && a.length !== (b as []).length)) {
    list.push({ where, at, written, found });
    return;
  }
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of new Set([...Object.keys(x), ...Object.keys(y)]))
    differ(list, where, `${at}/${key}`, x[key], y[key]);
}

export const digestOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');
