// One criterion, compiled: applicability → measure → scale → panel → floor, for leaves and branches alike.
import { units } from '../decimal.ts';
import { note, step } from '../explain/trace.ts';
import { compileMeasure } from '../measure/measure.ts';
import { ceiling, scaleRounds } from '../scale/scale.ts';
import type { Criterion } from '../schema/criterion.ts';
import { assessBranch } from './branch.ts';
import { type Context, takeSlot } from './context.ts';
import { assessLeaf, plainPoints } from './leaf.ts';
import { limit, limitExactly, multiply, roundNode } from './limit.ts';
import { judged } from './panel.ts';
import { compileCondition, said } from './references.ts';
import { ABSENT, type Node, SCORED, type Step } from './row.ts';

export function compileCriterion(context: Context, criterion: Criterion, at: string, adjustment: boolean): Node {
  const slot = takeSlot(context, criterion, at, adjustment);
  const { index } = slot;
  const children = (criterion.of ?? []).map((c, i) => compileCriterion(context, c, `${at}/of/${i}`, adjustment));
  const end = context.slots.length + 1;
  const counted = criterion.points !== undefined;
  const assessment = (own: Criterion): Assessment => {
    const at = own === criterion ? slot : { ...slot, criterion: own };
    const assess = own.measure
      ? assessLeaf(compileMeasure(context, at, own.measure), at)
      : assessBranch(context, children, at);
    return {
      run: own.panel ? judged(own.panel, at, end, assess) : assess,
      most: own.measure ? ceiling(own) : Number.POSITIVE_INFINITY,
      exactMost: own.measure && (own.scale || own.measure.kind !== 'ratio') ? ceiling(own) : Number.POSITIVE_INFINITY,
    };
  };
  const usual = assessment(criterion);
  const byGroup = ownPoints(context, criterion)?.map((points) =>
    points === undefined ? usual : assessment({ ...criterion, points }),
  );
  const floor = units(criterion.min ?? 0);
  const { factor } = criterion;
  const places = context.scheme.language === 1 ? undefined : criterion.decimals;
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
    const { run, most, exactMost } = byGroup?.[s.group] ?? usual;
    run(s);
    if (row.status[index] !== SCORED) return;
    if (!counted) {
      if (places !== undefined) roundNode(s, index, places);
      return;
    }
    const value = row.value[index]!;
    if (s.fine) limitExactly(s.fine, index, floor, exactMost);
    if (value < floor) limit(s, index, floor);
    else if (value > most) limit(s, index, most);
    const zero = zeroes.find((t) => t.judge(s) === 'met');
    if (zero) limit(s, index, 0, said(zero.condition));
    for (const veto of zeroedBy) {
      if (s.vetoed[veto] && row.value[index]! > 0) limit(s, index, 0, context.sheet.vetoes?.[veto]?.id);
      else if (s.fine && s.vetoed[veto]) limitExactly(s.fine, index, Number.NEGATIVE_INFINITY, 0);
    }
    if (factor !== undefined) multiply(s, slot, factor);
    if (places !== undefined) roundNode(s, index, places);
  };
  const eventful = criterion.measure?.kind === 'events' || children.some((c) => c.eventful);
  const touched = zeroedBy.length > 0 || zeroes.length > 0 || byGroup || factor !== undefined || places !== undefined;
  if (rounds(context, criterion)) context.rounds = true;
  const plain = touched ? Number.NaN : plainPoints(slot);
  return { id: criterion.id, index, end, counted, eventful, plain, run };
}

/** May a step of this criterion itself give more than four places? */
function rounds(context: Context, criterion: Criterion): boolean {
  const { measure, panel, factor, points, pointsBy, outOf, normalise } = criterion;
  if (measure?.kind === 'ratio' || measure?.kind === 'collect') return true;
  if (panel || context.stage.panel || factor !== undefined || pointsBy || normalise === 'own') return true;
  return measure ? scaleRounds(criterion) : outOf !== undefined && outOf !== points;
}

/** How the points come about, before floor, ceiling, vetoes, factor and rounding. */
interface Assessment {
  run: Step;
  most: number;
  /** The same for the exact number, which a ratio's cap has limited already, without rounding. */
  exactMost: number;
}

/** By group of the track: the group's own points, where it has some. */
function ownPoints(context: Context, { pointsBy }: Criterion): (number | undefined)[] | undefined {
  return pointsBy && (context.track.groups ?? []).map((g) => pointsBy[g.id]);
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
