// The panel's part of an explanation: every judge's points, and which of them were averaged.
import type { Slot } from '../compile/context.ts';
import { NONE, PENDING, type Row } from '../compile/row.ts';
import type { Inputs } from '../input.ts';
import type { Panel } from '../schema/panel.ts';
import type { Explain } from './step.ts';
import { shown, step } from './trace.ts';

/** A judge's step; the row still holds what this judge gave. */
export function tellJudge(slot: Slot, judge: string, mark: Inputs | 'recused' | undefined, row: Row): Explain {
  const explained = step(slot, 'judge', { judge, outcome: 'counted' }, row);
  if (mark === undefined)
    return { ...explained, args: { judge, outcome: 'missing' }, value: null, status: 'pending', max: null };
  if (mark === 'recused') {
    return { ...explained, args: { judge, outcome: 'recused' }, value: null, status: 'not-assessable', max: null };
  }
  if (row.status[slot.index] === NONE) explained.args.outcome = 'not-assessable';
  if (row.status[slot.index] === PENDING) explained.args.outcome = 'missing';
  return explained;
}

export function tellPanel(slot: Slot, panel: Panel, row: Row, judges: number): Explain {
  const args = { reduce: panel.reduce, judges, ...(panel.reduce === 'trimmed' ? { drop: panel.drop } : {}) };
  return {
    ...step(slot, 'panel', args, row),
    value: shown(row.status[slot.index] === 0 ? row.value[slot.index]! : Number.NaN),
  };
}
