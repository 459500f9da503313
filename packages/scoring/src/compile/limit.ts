// What happens to points after they were worked out: a floor, a ceiling, a veto, a voiding figure.
import { plain } from '../decimal.ts';
import { last } from '../explain/trace.ts';
import type { Sitting } from './row.ts';

/** Replaces the points by a limit that they are past, or by 0 for a `cause`, and says so. */
export function limit(s: Sitting, index: number, to: number, cause?: string): void {
  const before = s.row.value[index]!;
  s.row.value[index] = to;
  const step = s.trace && last(s.trace);
  if (!step) return;
  step.value = plain(to);
  step.args.before ??= plain(before);
  step.args.limit = plain(to);
  if (cause !== undefined) step.args.cause = cause;
}
