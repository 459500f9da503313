// A branch, compiled: its children run one after the other and add up.
import { mulDiv, plain, units } from '../decimal.ts';
import { type Fine, total } from '../exact.ts';
import type { Argument } from '../explain/step.ts';
import { close, open, step } from '../explain/trace.ts';
import type { Context, Slot } from './context.ts';
import { type Marks, takeMarks } from './leaf.ts';
import { ABSENT, NONE, type Node, PENDING, type Row, SCORED, type Sitting, type Step } from './row.ts';

export function assessBranch(context: Context, children: readonly Node[], slot: Slot): Step {
  const { criterion, index } = slot;
  const points = units(criterion.points ?? 0);
  const outOf = criterion.points === undefined ? undefined : criterion.outOf && units(criterion.outOf);
  const own = criterion.points !== undefined && criterion.normalise === 'own';
  const add = adder(context, children, index);
  return (s) => {
    const { row, trace, fine } = s;
    if (trace) open(trace);
    add(s);
    if (own && row.max[index]! > 0) {
      const [got, max] = [row.value[index]!, row.max[index]!];
      row.value[index] = mulDiv(points, got, max);
      row.max[index] = points;
      if (fine) {
        fine.value[index] = fine.reals.timesOver(points, fine.value[index]!, fine.max[index]!);
        fine.max[index] = points;
      }
      if (trace) close(trace, step(slot, 'share', { points: plain(points), outOf: plain(max) }, row));
      return;
    }
    const shares = outOf !== undefined && outOf !== points;
    if (shares) {
      row.value[index] = mulDiv(points, row.value[index]!, outOf);
      row.max[index] = mulDiv(points, row.max[index]!, outOf);
      if (fine) {
        fine.value[index] = fine.reals.timesOver(points, fine.value[index]!, outOf);
        fine.max[index] = fine.reals.timesOver(points, fine.max[index]!, outOf);
      }
    }
    const args: Record<string, Argument> = shares ? { points: plain(points), outOf: plain(outOf) } : {};
    if (trace) close(trace, step(slot, shares ? 'share' : 'sum', args, row));
  };
}

/** Runs the children and puts their sums into the parent's slot. Without counted children, figures decide its status. */
export function adder(context: Context, children: readonly Node[], index: number): Step {
  const figuresOnly = children.every((c) => !c.counted);
  const eventful = children.some((c) => c.eventful);
  const marks = plainMarks(children);
  const points = children.reduce((sum, c) => sum + c.plain, 0);
  let observed: boolean | undefined;
  return (s) => {
    const row = s.row;
    if (marks !== undefined && s.trace === undefined && s.fine === undefined) {
      // Judges' slots are copied one by one; what is observed is known once the whole stage is compiled.
      observed ??= children.some((c) => context.observed.has(c.index));
      const sum = takeMarks(s, marks, observed || s.figures || s.judge !== undefined);
      if (!Number.isNaN(sum)) {
        row.status[index] = SCORED;
        row.value[index] = sum;
        row.max[index] = points;
        return;
      }
    }
    let value = 0;
    let max = 0;
    let pending = false;
    let scored = false;
    let present = false;
    for (let n = 0; n < children.length; n++) {
      const child = children[n]!;
      const i = child.index;
      child.run(s);
      const status = row.status[i]!;
      if (status === ABSENT) continue;
      present = true;
      // What is missing and counts for nothing holds up no assumed score.
      if (status === PENDING && !child.counted && s.assume !== undefined) continue;
      if (status === PENDING) pending = true;
      if (status === SCORED && (child.counted || figuresOnly)) scored = true;
      if (!child.counted || status === NONE) continue;
      if (status === SCORED) value += row.value[i]!;
      max += row.max[i]!;
    }
    row.value[index] = value;
    row.max[index] = max;
    if (s.fine) addExactly(row, s.fine, children, index);
    row.status[index] = pending ? PENDING : scored ? SCORED : present ? NONE : ABSENT;
    row.raw[index] = Number.NaN;
    row.plan[index] = Number.NaN;
    if (eventful) addEvents(s, children, index);
  };
}

function addExactly(row: Row, fine: Fine, children: readonly Node[], index: number): void {
  const counted = children.filter((c) => c.counted && row.status[c.index] !== ABSENT && row.status[c.index] !== NONE);
  const scored = counted.filter((c) => row.status[c.index] === SCORED);
  fine.value[index] = total(
    fine.reals,
    scored.map((c) => fine.value[c.index]!),
  );
  fine.max[index] = total(
    fine.reals,
    counted.map((c) => fine.max[c.index]!),
  );
}

/** The children, if all of them are plain marks: leaves have slots side by side. */
function plainMarks(children: readonly Node[]): Marks | undefined {
  const [first] = children;
  if (!first || children.some((c) => Number.isNaN(c.plain))) return undefined;
  return {
    ids: children.map((c) => c.id),
    first: first.index,
    limits: Float64Array.from(children, (c) => c.plain),
  };
}

function addEvents({ row }: Sitting, children: readonly Node[], index: number): void {
  let events = 0;
  let faults = 0;
  for (const child of children) {
    if (!child.eventful || row.status[child.index] === ABSENT) continue;
    events += row.events[child.index]!;
    faults += row.faults[child.index]!;
  }
  row.events[index] = events;
  row.faults[index] = faults;
}
