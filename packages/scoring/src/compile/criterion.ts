// One criterion, compiled: applicability → measure → scale → panel → floor, for leaves and branches alike.
import { units } from '../decimal.ts';
import { note, step } from '../explain/trace.ts';
import { compileMeasure } from '../measure/measure.ts';
import { ceiling } from '../scale/scale.ts';
import type { Criterion } from '../schema/criterion.ts';
import { assessBranch } from './branch.ts';
import { type Context, takeSlot } from './context.ts';
import { assessLeaf, plainPoints } from './leaf.ts';
import { limit } from './limit.ts';
import { judged } from './panel.ts';
import { compileCondition, said } from './references.ts';
import { ABSENT, type Node, SCORED, type Step } from './row.ts';

export function compileCriterion(context: Context, criterion: Criterion, at: string, adjustment: boolean): Node {
  const slot = takeSlot(context, criterion, at, adjustment);
  const { index } = slot;
  const children = (criterion.of ?? []).map((c, i) => compileCriterion(context, c, `${at}/of/${i}`, adjustment));
  const end = context.slots.length + 1;
  const counted = criterion.points !== undefined;
  const assess = criterion.measure
    ? assessLeaf(compileMeasure(context, slot, criterion.measure), slot)
    : assessBranch(context, children, slot);
  const panelled = criterion.panel ? judged(criterion.panel, slot, end, assess) : assess;
  const floor = units(criterion.min ?? 0);
  const most = criterion.measure ? ceiling(criterion) : Number.POSITIVE_INFINITY;
  const zeroedBy = zeroing(context, criterion.id);
  const zeroes = (criterion.zeroIf ?? []).map((c) => compileCondition(context, c));
  const applies = applicability(context, criterion);
  const run: Step = (s) => {
    const row = s.row;
    if (applies && !applies(s.group)) {
      for (let i = index; i < end; i++) row.status[i] = ABSENT;
      if (s.trace) note(s.trace, step(slot, 'none', {}, row));
      return;
    }
    panelled(s);
    if (row.status[index] !== SCORED || !counted) return;
    const value = row.value[index]!;
    if (value < floor) limit(s, index, floor);
    else if (value > most) limit(s, index, most);
    const zero = zeroes.find((t) => t.judge(s) === 'met');
    if (zero) limit(s, index, 0, said(zero.condition));
    for (const veto of zeroedBy) {
      if (s.vetoed[veto] && row.value[index]! > 0) limit(s, index, 0, context.sheet.vetoes?.[veto]?.id);
    }
  };
  const eventful = criterion.measure?.kind === 'events' || children.some((c) => c.eventful);
  const plain = zeroedBy.length === 0 && zeroes.length === 0 ? plainPoints(slot) : Number.NaN;
  return { id: criterion.id, index, end, counted, eventful, plain, run };
}

function applicability(context: Context, criterion: Criterion): ((group: number) => boolean) | undefined {
  if (!criterion.only) return undefined;
  const groups = (context.track.groups ?? []).map((g) => criterion.only?.includes(g.id) ?? true);
  return (group) => groups[group] ?? false;
}

/** Slots of the vetoes that make this criterion 0. */
function zeroing(context: Context, id: string): number[] {
  return (context.sheet.vetoes ?? []).flatMap((v, i) => (v.zero === id ? [i] : []));
}
