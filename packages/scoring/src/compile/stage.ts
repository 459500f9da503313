// One stage of a scheme, compiled once and cached with the scheme: its sheet, rank keys, figures and requirements.
import { units } from '../decimal.ts';
import { failInput } from '../refusal.ts';
import type { Scheme } from '../schema/scheme.ts';
import { descend } from '../schema/walk.ts';
import { type Context, findSheet } from './context.ts';
import { exactly } from './exactly.ts';
import { compileCondition, compileFigure, type Reference, type Test } from './references.ts';
import type { Sitting } from './row.ts';
import { compileSheet } from './sheet.ts';

export interface CompiledStage {
  context: Context;
  score: (s: Sitting) => void;
  /** The figures of a result, in the order of the sheet. */
  figures: Reference[];
  rankBy: Reference[];
  bands: { id: string; from: number }[];
  alerts: { id: string; index: number; below: number }[];
  /** Per honour: requirements decided by the sheet, and those decided only by the place. */
  honours: { sheet: Test[]; place: { atLeast: boolean; line: number }[]; keys: { from: number; by: Reference[] } }[];
  /** All keys of honours that have an order of their own, side by side. */
  ownKeys: Reference[];
  /** Slots whose points are relative to the best. */
  relative: { index: number; lower: boolean }[];
}

const kept = new WeakMap<Scheme, Map<string, CompiledStage>>();

/** Throws `unknown-stage` when the scheme has no such track and stage. */
export function compileStage(scheme: Scheme, trackId: string, stageId: string): CompiledStage {
  const stages = kept.get(scheme) ?? new Map<string, CompiledStage>();
  kept.set(scheme, stages);
  const name = `${trackId}.${stageId}`;
  const compiled = stages.get(name) ?? build(scheme, trackId, stageId);
  stages.set(name, compiled);
  return compiled;
}

function build(scheme: Scheme, trackId: string, stageId: string): CompiledStage {
  const track = scheme.tracks.find((t) => t.id === trackId);
  const stage = track?.stages.find((s) => s.id === stageId);
  if (!track || !stage) return failInput('unknown-stage', '', `no stage ${trackId}.${stageId} in scheme ${scheme.id}`);
  const found = findSheet(scheme, track, stage);
  if (!found) return failInput('unknown-sheet', '', `no sheet ${String(stage.sheet)} in scheme ${scheme.id}`);
  const context: Context = {
    scheme,
    track,
    stage,
    ...found,
    slots: [],
    byId: new Map(),
    observed: new Set(),
    rounds: false,
  };
  const score = exactly(context, compileSheet(context));
  const { sheet } = found;
  for (const { criterion, index } of context.slots) {
    if (criterion.required || criterion.alertBelow !== undefined) context.observed.add(index);
  }
  const ownKeys: Reference[] = [];
  const keysOf = (figures: readonly string[] = []) => {
    const keys = { from: ownKeys.length, by: figures.map((f) => compileFigure(context, f)) };
    ownKeys.push(...keys.by);
    return keys;
  };
  const relative = context.slots.filter((c) => c.criterion.scale?.kind === 'relative');
  for (const { index } of relative) context.observed.add(index);
  return {
    context,
    score,
    ownKeys,
    relative: relative.map(({ index, criterion }) => ({ index, lower: criterion.better === 'lower' })),
    // Figures are read only on request, and then all slots are filled: they observe none.
    figures: figureNames(context).map((f) => compileFigure({ ...context, observed: new Set() }, f)),
    rankBy: stage.rankBy.map((f) => compileFigure(context, f)),
    bands: (sheet.bands ?? []).map((b) => ({ id: b.id, from: units(b.from) })).sort((a, b) => b.from - a.from),
    alerts: context.slots.flatMap(({ criterion: { id, alertBelow }, index }) =>
      alertBelow === undefined ? [] : [{ id, index, below: units(alertBelow) }],
    ),
    honours: (stage.honours ?? []).map((h) => ({
      keys: keysOf(h.rankBy),
      sheet: (h.require ?? []).filter((c) => c.figure !== 'place').map((c) => compileCondition(context, c, true)),
      place: (h.require ?? [])
        .filter((c) => c.figure === 'place')
        .map((c) => ({ atLeast: 'atLeast' in c, line: 'atLeast' in c ? c.atLeast : c.below })),
    })),
  };
}

/** Every figure that a result of this sheet can have. */
export function figureNames(context: Context): string[] {
  const names: string[] = [];
  for (const { criterion } of context.slots) {
    names.push(criterion.id);
    if (criterion.measure) names.push(`${criterion.id}.raw`);
    if (criterion.measure?.kind === 'ratio') names.push(`${criterion.id}.plan`);
    if (descend([criterion]).some((c) => c.measure?.kind === 'events')) names.push(`${criterion.id}.events`);
  }
  return [...names, 'events'];
}
