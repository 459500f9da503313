// One criterion, compiled: applicability → measure → scale → panel → floor, for leaves and branches alike.
import { mulDiv, plain, units } from '../decimal.ts';
import { tellPoints } from '../explain/points.ts';
import { type Argument, close, last, note, open, step } from '../explain/trace.ts';
import type { Measuring } from '../measure/entered.ts';
import { compileMeasure } from '../measure/measure.ts';
import { ceiling, compileScale } from '../scale/scale.ts';
import type { Criterion } from '../schema/criterion.ts';
import { type Context, type Slot, takeSlot } from './context.ts';
import { judged } from './panel.ts';
import { ABSENT, NONE, type Node, PENDING, SCORED, type Sitting } from './row.ts';

type Step = (s: Sitting) => void;

export function compileCriterion(context: Context, criterion: Criterion, at: string, adjustment: boolean): Node {
  const slot = takeSlot(context, criterion, at, adjustment);
  const { index } = slot;
  const children = (criterion.of ?? []).map((c, i) => compileCriterion(context, c, `${at}/of/${i}`, adjustment));
  const end = context.slots.length + 1;
  const counted = criterion.points !== undefined;
  const assess = criterion.measure
    ? assessLeaf(compileMeasure(context, slot, criterion.measure), slot)
    : assessBranch(children, slot);
  const panelled = criterion.panel ? judged(criterion.panel, slot, end, assess) : assess;
  const floor = units(criterion.min ?? 0);
  const most = criterion.measure ? ceiling(criterion) : Number.POSITIVE_INFINITY;
  const zeroedBy = zeroing(context, criterion.id);
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
    for (const veto of zeroedBy) {
      if (s.vetoed[veto] && row.value[index]! > 0) limit(s, index, 0, context.sheet.vetoes?.[veto]?.id);
    }
  };
  return { index, end, counted, run };
}

/** Replaces the points by a limit that they are past, or by 0 for a veto or a voiding figure, and says so. */
export function limit(s: Sitting, index: number, to: number, cause?: string): void {
  const before = s.row.value[index]!;
  s.row.value[index] = to;
  const told = s.trace && last(s.trace);
  if (!told) return;
  told.value = plain(to);
  told.args.before ??= plain(before);
  told.args.limit = plain(to);
  if (cause !== undefined) told.args.cause = cause;
}

function assessLeaf(measure: Measuring, slot: Slot): Step {
  const { criterion, index } = slot;
  const scale = compileScale(criterion);
  const points = units(criterion.points ?? 0);
  return (s) => {
    const row = s.row;
    row.raw[index] = Number.NaN;
    row.plan[index] = Number.NaN;
    row.events[index] = 0;
    row.faults[index] = 0;
    const { trace } = s;
    if (trace) open(trace);
    const status = measure(s, trace);
    row.status[index] = status;
    row.max[index] = status === NONE ? 0 : points;
    row.value[index] = status === SCORED ? scale(row.raw[index]!) : 0;
    if (trace) close(trace, tellPoints(slot, row));
  };
}

function assessBranch(children: readonly Node[], slot: Slot): Step {
  const { criterion, index } = slot;
  const points = units(criterion.points ?? 0);
  const outOf = criterion.points === undefined ? undefined : criterion.outOf && units(criterion.outOf);
  const figuresOnly = children.every((c) => !c.counted);
  return (s) => {
    const row = s.row;
    const { trace } = s;
    if (trace) open(trace);
    addUp(s, children, index, figuresOnly);
    const shares = outOf !== undefined && outOf !== points;
    if (shares) {
      row.value[index] = mulDiv(points, row.value[index]!, outOf);
      row.max[index] = mulDiv(points, row.max[index]!, outOf);
    }
    const args: Record<string, Argument> = shares ? { points: plain(points), outOf: plain(outOf) } : {};
    if (trace) close(trace, step(slot, shares ? 'share' : 'sum', args, row));
  };
}

/** Runs the children and puts their sums into the parent's slot; `figuresOnly`: none of them is counted anyway. */
export function addUp(s: Sitting, children: readonly Node[], index: number, figuresOnly: boolean): void {
  const row = s.row;
  let value = 0;
  let max = 0;
  let events = 0;
  let faults = 0;
  let pending = false;
  let scored = false;
  let present = false;
  for (const child of children) {
    child.run(s);
    const i = child.index;
    const status = row.status[i]!;
    if (status === ABSENT) continue;
    present = true;
    events += row.events[i]!;
    faults += row.faults[i]!;
    if (status === PENDING) pending = true;
    if (status === SCORED && (child.counted || figuresOnly)) scored = true;
    if (!child.counted || status === NONE) continue;
    if (status === SCORED) value += row.value[i]!;
    max += row.max[i]!;
  }
  row.value[index] = value;
  row.max[index] = max;
  row.raw[index] = Number.NaN;
  row.plan[index] = Number.NaN;
  row.events[index] = events;
  row.faults[index] = faults;
  row.status[index] = pending ? PENDING : scored ? SCORED : present ? NONE : ABSENT;
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
