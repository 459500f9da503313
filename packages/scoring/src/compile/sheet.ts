// A whole sheet, compiled: vetoes, base, validity, normalisation at the root, adjustments, score.
import { LIMIT, mulDiv, plain, UNIT, units } from '../decimal.ts';
import { clamp, type Real } from '../exact.ts';
import { tellAdjustments, tellCap, tellScore } from '../explain/score.ts';
import { close, note, open, step } from '../explain/trace.ts';
import { failInput, segment } from '../refusal.ts';
import { stageName } from '../stage/prior.ts';
import { adder } from './branch.ts';
import type { Context, Slot } from './context.ts';
import { compileCriterion } from './criterion.ts';
import { settleAll } from './exactly.ts';
import { limit } from './limit.ts';
import { judged } from './panel.ts';
import { compileCondition, said } from './references.ts';
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
  const root: Slot = { criterion: { id: 'score', label: context.stage.label }, index: ROOT, at, adjustment: false };
  const assess = compileBase(context, root, base);
  const runBase = context.stage.panel ? judged(context.stage.panel, root, end, assess) : assess;
  const runVetoes = compileVetoes(context);
  const runAdjustments = compileAdjustments(context, items);
  const tests = (sheet.validIf ?? []).map((c) => compileCondition(context, c));
  const zeroes = (sheet.zeroIf ?? []).map((c) => compileCondition(context, c));
  const capOf = compileCaps(context);
  const counting = context.slots.filter((c) => c.criterion.measure?.kind === 'events');
  const leaves = counting.filter((c) => !c.adjustment).map((c) => c.index);
  const bonuses = counting.filter((c) => c.adjustment).map((c) => c.index);
  const counts = base.some((n) => n.counted);
  return (s) => {
    if (s.trace) open(s.trace);
    runVetoes(s);
    runBase(s);
    s.base = counts ? s.row.value[ROOT]! : Number.NaN;
    // Adjustments may read the base's events, so these are counted first.
    for (const i of leaves) if (s.row.status[i] === SCORED) s.faults += s.row.faults[i]!;
    s.adjustments = runAdjustments(s);
    for (const i of bonuses) if (s.row.status[i] === SCORED) s.faults += s.row.faults[i]!;
    const lacks = s.missing.length > 0 && s.assume === undefined;
    s.status = lacks ? PENDING : s.row.status[ROOT] === SCORED ? SCORED : NONE;
    const verdicts = tests.map((t) => t.judge(s));
    if (verdicts.includes('unmet') || verdicts.includes('none')) s.status = INVALID;
    const zero = zeroes.find((t) => t.judge(s) === 'met');
    const score = zero ? 0 : Math.max(0, s.base + s.adjustments);
    if (score > LIMIT * UNIT) failInput('out-of-range', `/${segment(s.entrant.id)}`, 'the score is too large');
    s.score = s.status === SCORED ? score : Number.NaN;
    const exact = s.fine && settleAll(context, s, s.fine, zero !== undefined || !counts);
    s.cap = capOf(s);
    // A suspended project owes no check.
    if (s.status === INVALID) s.missing.length = 0;
    if (s.trace)
      close(
        s.trace,
        tellScore(
          context,
          s,
          tests,
          zero && said(zero.condition),
          exact === undefined ? undefined : { before: score, exact },
        ),
      );
  };
}

/** The base: criteria added up, and normalised over what applies and can be assessed. */
function compileBase(context: Context, root: Slot, base: readonly Node[]): (s: Sitting) => void {
  const outOf = units(context.sheet.outOf);
  const add = adder(context, base, ROOT);
  const required = context.slots.filter((c) => c.criterion.required && !c.adjustment).map((c) => c.index);
  return (s) => {
    const row = s.row;
    const { trace } = s;
    if (trace) open(trace);
    add(s);
    for (const i of required) if (row.status[i] === NONE && row.status[ROOT] !== PENDING) row.status[ROOT] = NONE;
    const got = row.value[ROOT]!;
    const max = row.max[ROOT]!;
    if (max !== outOf && max !== 0) row.value[ROOT] = mulDiv(outOf, got, max);
    row.max[ROOT] = outOf;
    s.isNormalised ||= max !== outOf && max !== 0;
    if (s.fine && max !== 0) s.fine.value[ROOT] = s.fine.reals.timesOver(outOf, s.fine.value[ROOT]!, s.fine.max[ROOT]!);
    if (s.fine) s.fine.max[ROOT] = outOf;
    if (trace) close(trace, step(root, 'base', { got: plain(got), max: plain(max), outOf: plain(outOf) }, row));
  };
}

function compileAdjustments(context: Context, items: readonly Node[]): (s: Sitting) => number {
  if (items.length === 0) return () => 0;
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
    const { row, trace } = s;
    let sum = 0;
    let exact: Real = 0;
    if (trace) open(trace);
    for (const item of items) {
      item.run(s);
      if (row.status[item.index] !== SCORED || !item.counted) continue;
      const voided = voids.get(item)?.find((t) => t.judge(s) === 'met');
      if (voided) limit(s, item.index, 0, voided.condition.figure);
      sum += row.value[item.index]!;
      if (s.fine) exact = s.fine.reals.plus(exact, s.fine.value[item.index]!);
    }
    const total = Math.min(most, Math.max(least, sum));
    if (s.fine) s.exactAdjustments = clamp(s.fine.reals, exact, least, most);
    if (trace) close(trace, tellAdjustments(context, sum, total));
    return total;
  };
}

/** The lowest band that a condition or a veto allows at most, by its position from the highest; −1 without one. */
function compileCaps(context: Context): (s: Sitting) => number {
  const { caps = [], bands = [], vetoes = [] } = context.sheet;
  const order = bands.toSorted((a, b) => b.from - a.from).map((b) => b.id);
  const compiled = caps.map((cap) => ({
    band: order.indexOf(cap.band),
    label: bands.find((b) => b.id === cap.band)?.label ?? cap.band,
    veto: vetoes.findIndex((v) => v.id === cap.veto),
    tests: (cap.if ?? []).map((c) => compileCondition(context, c, true)),
  }));
  return (s) => {
    let lowest = -1;
    for (const [i, { band, label, veto, tests }] of compiled.entries()) {
      const met = tests.find((t) => t.judge(s) === 'met');
      if (!met && !s.vetoed[veto]) continue;
      lowest = Math.max(lowest, band);
      const cause = met ? said(met.condition) : (vetoes[veto]?.id ?? '');
      if (s.trace) note(s.trace, tellCap(context, i, label, cause));
    }
    return lowest;
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
      if (!veto)
        return failInput('unknown-veto', `/${segment(s.entrant.id)}/vetoes/${i}`, `no veto ${id} on this sheet`);
      s.faults += UNIT;
      if (s.vetoed[index]) continue;
      s.vetoed[index] = 1;
      if (!veto.bars) continue;
      s.bars.push({ cause: id, level: veto.bars, at: stageName(context.track.id, context.stage.id, s.period) });
    }
  };
}
