// Results of another stage become one raw number: quarters of a year, members of a team, projects of a branch.
import { type Context, findSheet, findStage, type Slot } from '../compile/context.ts';
import { NONE, PENDING, SCORED, type Sitting } from '../compile/row.ts';
import { mulDiv, UNIT, units, weightedMean } from '../decimal.ts';
import { type Real, type Reals, total } from '../exact.ts';
import { note } from '../explain/trace.ts';
import { failInput, segment } from '../refusal.ts';
import type { Bar, EntrantResult } from '../result.ts';
import { stepPoints } from '../scale/scale.ts';
import { splitFigure } from '../schema/figure.ts';
import type { MeasureOf } from '../schema/measure.ts';
import type { Scale } from '../schema/scale.ts';
import type { Stage } from '../schema/stage.ts';
import { allCriteria } from '../schema/walk.ts';
import { type Closing, stageName } from '../stage/prior.ts';
import { type Collected, tellCollect } from './collected.ts';
import type { Measuring } from './entered.ts';
import { inRange } from './read.ts';

export function compileCollect(context: Context, slot: Slot, measure: MeasureOf<'collect'>): Measuring {
  const source = findStage(context.scheme, measure.from, context.track);
  if (!source) return failInput('unknown-stage', slot.at, `no stage ${measure.from}`);
  const { id, owner, scale } = slot.criterion;
  const shared = scale?.kind === 'steps' && scale.ties !== undefined ? scale : undefined;
  const gather = compileGather(source.track.id, source.stage, measure, shared);
  const lower = !shared && measure.honour === undefined && lowerIsBetter(context, source, measure.pick);
  return (s, trace) => {
    const parts = gather(s);
    const waiting = parts.filter((p) => p.outcome === 'pending');
    for (const part of waiting) {
      const where = { entrant: s.entrant.id, item: id, ...(owner === undefined ? {} : { owner }) };
      s.missing.push({ ...where, missing: 'result', of: part.from });
    }
    keepBest(parts, measure.best, lower);
    const used = parts.filter((p) => p.outcome === 'used');
    const raw = used.length === 0 && measure.take !== 'streak' ? undefined : reduce(used, parts, measure);
    if (raw !== undefined) s.row.raw[slot.index] = inRange(raw, s, id);
    if (raw !== undefined && s.fine) s.fine.raw[slot.index] = reduceExactly(s.fine.reals, used, measure, raw);
    if (trace) note(trace, tellCollect(slot, measure, parts, raw));
    if (waiting.length > 0) return PENDING;
    return raw === undefined || used.length < (measure.atLeast ?? 1) ? NONE : SCORED;
  };
}

/** Everything that could be collected for the entrant, in the order of members and periods; bars for the year flow up. */
function compileGather(track: string, stage: Stage, measure: MeasureOf<'collect'>, shared: Steps | undefined) {
  const all: (string | null)[] = stage.periods?.map((p) => p.id) ?? [null];
  const pick = measure.honour === undefined ? compilePick(stage, measure) : compileGranted(measure.honour);
  const share = shared && compileShared(stage, shared);
  const weigh = measure.weightBy === undefined ? undefined : compilePick(stage, { pick: measure.weightBy });
  const counted = (measure.absent !== undefined && measure.pick === 'place') || measure.honour !== undefined;
  return (s: Sitting): Collected[] => {
    const own = measure.over !== 'members';
    const one = measure.over !== 'periods' && s.period !== null && all.includes(s.period);
    const periods = one ? [s.period] : all;
    const parts: Collected[] = [];
    if (!own) checkMembers(s);
    for (const entrant of own ? [s.entrant.id] : (s.entrant.members ?? [])) {
      for (const period of periods) {
        const from = stageName(track, stage.id, period);
        const closing = s.prior(track, stage.id, period);
        const result = closing?.of(entrant);
        const part: Collected = {
          entrant,
          from,
          outcome: 'pending',
          value: Number.NaN,
          weight: 1,
          version: closing?.result.version,
        };
        parts.push(part);
        if (own && result) addBars(s.bars, result.bars, measure.over === 'period');
        if (!closing?.closed) continue;
        part.outcome = counted && (measure.absent || result) ? 'used' : outcome(result);
        if (part.outcome !== 'used') continue;
        part.value = pick(result ?? nobody(s, entrant), closing);
        if (Number.isNaN(part.value) && measure.honour !== undefined) part.outcome = 'pending';
        if (share) Object.assign(part, share(part.value, result, closing));
        if (part.outcome !== 'used' || !result) continue;
        if (weigh) part.weight = weigh(result, closing);
        if (Number.isNaN(part.value) || Number.isNaN(part.weight)) part.outcome = 'not-assessable';
      }
    }
    return parts;
  };
}

/** A member listed twice would count twice. */
function checkMembers({ entrant: { id, members = [] } }: Sitting): void {
  const twice = members.findIndex((member, i) => members.indexOf(member) !== i);
  if (twice >= 0) failInput('member-twice', `/${segment(id)}/members/${twice}`, `${id} lists ${members[twice]} twice`);
}

function outcome(result: EntrantResult | undefined): Collected['outcome'] {
  if (!result) return 'not-entered';
  return result.status === 'scored' ? 'used' : result.status;
}

type Pick = (result: EntrantResult, closing: Closing) => number;
type Steps = Extract<Scale, { kind: 'steps' }>;

/** 1 where the honour was granted, 0 where it was not; NaN until the committee has decided. */
function compileGranted(honour: string): Pick {
  return (result, closing) => {
    const granted = closing.granted(honour, result.id);
    return granted === undefined ? Number.NaN : granted ? UNIT : 0;
  };
}

/** An entrant who is missing from a closed list, in the group that it ranks in now. */
function nobody({ entrant: { id, group = null } }: Sitting, of: string): EntrantResult {
  const bare = { status: 'not-assessable' as const, score: null, place: null, band: null, bars: [], figures: {} };
  return { id: of, group: of === id ? group : null, ...bare };
}

/** Points for a place: those who share it share the points of the places that they take up. */
function compileShared(stage: Stage, scale: Steps) {
  const points = stepPoints(scale);
  return (place: number, result: EntrantResult | undefined, closing: Closing) => {
    const own = typeof result?.place === 'number';
    const group = stage.rankWithin === 'track' ? undefined : (result?.group ?? null);
    const joint = own ? closing.sharing(result?.place ?? 0, group) : 1;
    const taken = Array.from({ length: joint }, (_, i) => points(place + i * UNIT));
    const shared = taken.reduce((sum, p) => sum + p, 0);
    const of = {
      share: () => mulDiv(shared, 1, joint),
      best: () => Math.max(...taken),
      worst: () => Math.min(...taken),
    };
    const share = scale.ties === 'share' ? { shared } : {};
    return { value: of[scale.ties ?? 'share'](), place, joint, ...share };
  };
}

/**
 * A barred entrant counts as last where its place is collected, so nobody gains from a member's veto; with `absent`, as one
 * place behind the last.
 */
function compilePick(stage: Stage, { pick: figure, absent }: { pick: string; absent?: 'last+1' | undefined }): Pick {
  const read = (x: number | null | undefined) => (typeof x === 'number' ? units(x) : Number.NaN);
  if (figure === 'score') return (result) => read(result.score);
  if (figure === 'place') {
    const behind = absent === undefined ? 0 : 1;
    return (result, closing) =>
      read(result.place ?? closing.size(stage.rankWithin === 'track' ? undefined : result.group) + behind);
  }
  return (result) => read(result.figures[figure]);
}

/** Bars for the year flow up; into a stage of the same period, those of the stage, too. */
function addBars(bars: Bar[], from: readonly Bar[], samePeriod: boolean): void {
  for (const bar of from) {
    if (bar.level !== 'year' && !samePeriod) continue;
    if (!bars.some((b) => b.cause === bar.cause && b.at === bar.at && b.level === bar.level)) bars.push(bar);
  }
}

function lowerIsBetter(context: Context, source: NonNullable<ReturnType<typeof findStage>>, figure: string): boolean {
  if (figure === 'place' || figure === 'events' || figure.endsWith('.events')) return true;
  const sheet = findSheet(context.scheme, source.track, source.stage)?.sheet;
  const { id } = splitFigure(figure);
  return sheet !== undefined && allCriteria(sheet).some((c) => c.id === id && c.better === 'lower');
}

/** Keeps the best n, or all but the worst; of equal ones the earlier stays. */
function keepBest(parts: Collected[], best: number | 'all-but-1' | undefined, lower: boolean): void {
  if (best === undefined) return;
  const ranked = parts.filter((p) => p.outcome === 'used');
  ranked.sort((a, b) => (lower ? a.value - b.value : b.value - a.value));
  const most = best === 'all-but-1' ? Math.max(1, ranked.length - 1) : best;
  for (const part of ranked.slice(most)) part.outcome = 'dropped';
}

/** The longest run of results that keep to the condition; one that is missing or invalid ends it. */
function streak(parts: readonly Collected[], condition: MeasureOf<'collect'>['streak']): number {
  let [longest, run] = [0, 0];
  for (const { outcome, value } of parts) {
    const keeps = outcome === 'used' && condition !== undefined && holds(value, condition);
    run = keeps ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest * UNIT;
}

function holds(value: number, condition: NonNullable<MeasureOf<'collect'>['streak']>): boolean {
  return 'atLeast' in condition ? value >= units(condition.atLeast) : value < units(condition.below);
}

/** The same without rounding: of parts, a mean, or points shared by a place. */
function reduceExactly(reals: Reals, used: readonly Collected[], measure: MeasureOf<'collect'>, raw: number): Real {
  const exact = (p: Collected) =>
    p.shared === undefined ? p.value : reals.timesOver(p.shared, 1, Math.max(1, p.joint ?? 1));
  const weight = (p: Collected) => (measure.weightBy === undefined ? 1 : p.weight);
  switch (measure.take) {
    case 'last':
      return exact(used.at(-1)!);
    case 'sum':
      return total(reals, used.map(exact));
    case 'streak':
      return raw;
    case 'mean': {
      const weights = used.reduce((sum, p) => sum + weight(p), 0);
      return total(
        reals,
        used.map((p) => reals.timesOver(exact(p), weight(p), weights)),
      );
    }
    default: {
      const never: never = measure.take;
      return never;
    }
  }
}

function reduce(
  used: readonly Collected[],
  parts: readonly Collected[],
  measure: MeasureOf<'collect'>,
): number | undefined {
  const sum = () => used.reduce((all, p) => all + p.value, 0);
  switch (measure.take) {
    case 'last':
      return used.at(-1)?.value;
    case 'sum':
      return sum();
    case 'streak':
      return streak(parts, measure.streak);
    case 'mean':
      if (measure.weightBy === undefined) return mulDiv(sum(), 1, used.length);
      return weightedMean(
        used.map((p) => p.value),
        used.map((p) => p.weight),
      );
    default: {
      const never: never = measure.take;
      return never;
    }
  }
}
