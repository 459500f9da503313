// The outcome of collecting a criterion's results, and its explanation.
import type { Slot } from '../compile/context.ts';
import type { Argument, Explain } from '../explain/step.ts';
import { shown, under } from '../explain/trace.ts';
import type { MeasureOf } from '../schema/measure.ts';

/** What became of one result that could be collected. */
export interface Collected {
  entrant: string;
  from: string;
  outcome: 'used' | 'dropped' | 'invalid' | 'not-assessable' | 'not-entered' | 'pending';
  /** Count of 1/10000; NaN when there is none. */
  value: number;
  weight: number;
  version: number | undefined;
  /** Where a place gave points: the place (count of 1/10000), and how many shared it. */
  place?: number;
  joint?: number;
  /** Where they share its points: the points that are shared. */
  shared?: number;
}

export function tellCollect(
  slot: Slot,
  measure: MeasureOf<'collect'>,
  parts: readonly Collected[],
  raw: number | undefined,
): Explain {
  const args: Record<string, Argument> = { from: measure.from, pick: measure.pick, take: measure.take };
  if (measure.best !== undefined) args.best = measure.best;
  if (measure.atLeast !== undefined) args.atLeast = measure.atLeast;
  if (measure.honour !== undefined) args.honour = measure.honour;
  if (measure.weightBy !== undefined) args.weightBy = measure.weightBy;
  args.used = parts.filter((p) => p.outcome === 'used').length;
  const of = parts.map((part) => {
    const about: Record<string, Argument> = { entrant: part.entrant, from: part.from, outcome: part.outcome };
    if (measure.weightBy !== undefined) about.weight = shown(part.weight);
    if (part.place !== undefined) Object.assign(about, { place: shown(part.place), joint: part.joint });
    if (part.version !== undefined) about.version = part.version;
    const explained = under(slot, 'collected', about, shown(part.value));
    return part.outcome === 'pending' ? { ...explained, status: 'pending' as const } : explained;
  });
  return { ...under(slot, 'collect', args, raw === undefined ? null : shown(raw)), ...(of.length > 0 ? { of } : {}) };
}
