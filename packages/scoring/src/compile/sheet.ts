// A whole sheet, compiled: vetoes, base, validity, normalisation at the root, adjustments, score.
import { LIMIT, mulDiv, UNIT, units } from '../decimal.ts';
import { refuse, segment } from '../refusal.ts';
import { stageName } from '../stage/prior.ts';
import type { Context, Slot } from './context.ts';
import { addUp, compileCriterion } from './criterion.ts';
import { judged } from './panel.ts';
import { compileCondition } from './references.ts';
import { INVALID, NONE, type Node, PENDING, SCORED, type Sitting } from './row.ts';

/** Slot 0 is the sheet itself: its value is the normalised base. */
const ROOT = 0;

export function compileSheet(context: Context): (s: Sitting) => void {
  const { sheet, at } = context;
  const base = sheet.criteria.map((c, i) => compileCriterion(context, c, `${at}/criteria/${i}`, false));
  const end = context.slots.length + 1;
  const items = (sheet.adjustments?.items ?? []).map((c, i) =>
    compileCriterion(context, c, `${at}/adjustments/items/${i}`, true),
  );
  const assess = compileBase(context, base);
  const root: Slot = { criterion: { id: 'score', label: context.stage.label }, index: ROOT, at, adjustment: false };
  const runBase = context.stage.panel ? judged(context.stage.panel, root, end, assess) : assess;
  const runVetoes = compileVetoes(context);
  const runAdjustments = compileAdjustments(context, items);
  const tests = (sheet.validIf ?? []).map((c) => compileCondition(context, c));
  const slots = context.slots.filter((c) => c.criterion.of === undefined).map((c) => c.index);
  const counts = base.some((n) => n.counted);
  return (s) => {
    runVetoes(s);
    runBase(s);
    s.base = counts ? s.row.value[ROOT]! : Number.NaN;
    s.adjustments = runAdjustments(s);
    for (const i of slots) if (s.row.status[i] === SCORED) s.faults += s.row.faults[i]!;
    s.status = s.missing.length > 0 ? PENDING : s.row.status[ROOT] === SCORED ? SCORED : NONE;
    const verdicts = tests.map((t) => t.judge(s));
    if (verdicts.includes('unmet') || verdicts.includes('none')) s.status = INVALID;
    const score = Math.max(0, s.base + s.adjustments);
    if (score > LIMIT * UNIT) refuse('out-of-range', `/${segment(s.entrant.id)}`, 'the score is too large');
    s.score = s.status === SCORED ? score : Number.NaN;
    // A suspended project owes no check.
    if (s.status === INVALID) s.missing.length = 0;
  };
}

/** The base: criteria added up, and normalised over what applies and can be assessed. */
function compileBase(context: Context, base: readonly Node[]): (s: Sitting) => void {
  const outOf = units(context.sheet.outOf);
  const figuresOnly = base.every((n) => !n.counted);
  const required = context.slots.filter((c) => c.criterion.required && !c.adjustment).map((c) => c.index);
  return (s) => {
    const row = s.row;
    addUp(s, base, ROOT, figuresOnly);
    for (const i of required) if (row.status[i] === NONE && row.status[ROOT] !== PENDING) row.status[ROOT] = NONE;
    const max = row.max[ROOT]!;
    if (max !== outOf && max !== 0) row.value[ROOT] = mulDiv(outOf, row.value[ROOT]!, max);
    row.max[ROOT] = outOf;
  };
}

function compileAdjustments(context: Context, items: readonly Node[]): (s: Sitting) => number {
  const { max, min } = context.sheet.adjustments ?? {};
  const most = max === undefined ? Number.POSITIVE_INFINITY : units(max);
  const least = min === undefined ? Number.NEGATIVE_INFINITY : units(min);
  const voids = new Map(
    items.map((n) => {
      const criterion = context.slots[n.index - 1]?.criterion;
      return [n, (criterion?.voidIf ?? []).map((c) => compileCondition(context, c))];
    }),
  );
  return (s) => {
    const row = s.row;
    let sum = 0;
    for (const item of items) {
      item.run(s);
      if (row.status[item.index] !== SCORED || !item.counted) continue;
      if (voids.get(item)?.some((t) => t.judge(s) === 'met')) row.value[item.index] = 0;
      sum += row.value[item.index]!;
    }
    return Math.min(most, Math.max(least, sum));
  };
}

/** Marks the vetoes that were established, and the bars that they raise here. */
function compileVetoes(context: Context): (s: Sitting) => void {
  const vetoes = context.sheet.vetoes ?? [];
  return (s) => {
    s.vetoed.fill(0);
    s.faults = 0;
    if (!s.entrant.vetoes) return;
    for (const [i, given] of s.entrant.vetoes.entries()) {
      const id = typeof given === 'string' ? given : given.id;
      const index = vetoes.findIndex((v) => v.id === id);
      const veto = vetoes[index];
      if (!veto) return refuse('unknown-veto', `/${segment(s.entrant.id)}/vetoes/${i}`, `no veto ${id} on this sheet`);
      s.faults += UNIT;
      if (s.vetoed[index]) continue;
      s.vetoed[index] = 1;
      if (!veto.bars) continue;
      s.bars.push({ cause: id, level: veto.bars, at: stageName(context.track.id, context.stage.id, s.period) });
    }
  };
}
