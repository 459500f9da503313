// Results of another stage become one raw number: quarters of a year, members of a team, projects of a branch.
import { type Context, findSheet, findStage, type Slot } from '../compile/context.ts';
import { NONE, PENDING, SCORED, type Sitting } from '../compile/row.ts';
import { mulDiv, units, weightedMean } from '../decimal.ts';
import { note } from '../explain/trace.ts';
import { failInput, segment } from '../refusal.ts';
import type { Bar, EntrantResult } from '../result.ts';
import { splitFigure } from '../schema/figure.ts';
import type { MeasureOf } from '../schema/measure.ts';
import type { Stage } from '../schema/stage.ts';
import { allCriteria } from '../schema/walk.ts';
import { type Closing, stageName } from '../stage/prior.ts';
import { type Collected, tellCollect } from './collected.ts';
import type { Measuring } from './entered.ts';
import { inRange } from './read.ts';

export function compileCollect(context: Context, slot: Slot, measure: MeasureOf<'collect'>): Measuring {
  const source = findStage(context.scheme, measure.from, context.track);
  if (!source) return failInput('unknown-stage', slot.at, `no stage ${measure.from}`);
  const gather = compileGather(source.track.id, source.stage, measure);
  const lower = lowerIsBetter(context, source, measure.pick);
  const { id, owner } = slot.criterion;
  return (s, trace) => {
    const parts = gather(s);
    const waiting = parts.filter((p) => p.outcome === 'pending');
    for (const part of waiting) {
      const where = { entrant: s.entrant.id, item: id, ...(owner === undefined ? {} : { owner }) };
      s.missing.push({ ...where, missing: 'result', of: part.from });
    }
    keepBest(parts, measure.best, lower);
    const used = parts.filter((p) => p.outcome === 'used');
    const raw = used.length === 0 ? undefined : reduce(used, measure);
    if (raw !== undefined) s.row.raw[slot.index] = inRange(raw, s, id);
    if (trace) note(trace, tellCollect(slot, measure, parts, raw));
    if (waiting.length > 0) return PENDING;
    return raw === undefined || used.length < (measure.atLeast ?? 1) ? NONE : SCORED;
  };
}

/** Everything that could be collected for the entrant, in the order of members and periods; bars for the year flow up. */
function compileGather(track: string, stage: Stage, measure: MeasureOf<'collect'>) {
  const all: (string | null)[] = stage.periods?.map((p) => p.id) ?? [null];
  const pick = compilePick(stage, measure.pick);
  const weigh = measure.weightBy === undefined ? undefined : compilePick(stage, measure.weightBy);
  return (s: Sitting): Collected[] => {
    const own = measure.over === 'periods';
    const periods = !own && s.period !== null && all.includes(s.period) ? [s.period] : all;
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
        if (own && result) addBars(s.bars, result.bars);
        if (!closing?.closed) continue;
        part.outcome = outcome(result);
        if (!result || part.outcome !== 'used') continue;
        part.value = pick(result, closing);
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

/** A barred entrant counts as last where its place is collected, so nobody gains from a member's veto. */
function compilePick(stage: Stage, figure: string): (result: EntrantResult, closing: Closing) => number {
  const read = (x: number | null | undefined) => (typeof x === 'number' ? units(x) : Number.NaN);
  if (figure === 'score') return (result) => read(result.score);
  if (figure === 'place') {
    return (result, closing) =>
      read(result.place ?? closing.size(stage.rankWithin === 'track' ? undefined : result.group));
  }
  return (result) => read(result.figures[figure]);
}

function addBars(bars: Bar[], from: readonly Bar[]): void {
  for (const bar of from) {
    if (bar.level !== 'year') continue;
    if (!bars.some((b) => b.cause === bar.cause && b.at === bar.at && b.level === bar.level)) bars.push(bar);
  }
}

function lowerIsBetter(context: Context, source: NonNullable<ReturnType<typeof findStage>>, figure: string): boolean {
  if (figure === 'place' || figure === 'events' || figure.endsWith('.events')) return true;
  const sheet = findSheet(context.scheme, source.track, source.stage)?.sheet;
  const { id } = splitFigure(figure);
  return sheet !== undefined && allCriteria(sheet).some((c) => c.id === id && c.better === 'lower');
}

/** Keeps the best n; of equal ones the earlier stays. */
function keepBest(parts: Collected[], best: number | undefined, lower: boolean): void {
  if (best === undefined) return;
  const ranked = parts.filter((p) => p.outcome === 'used');
  ranked.sort((a, b) => (lower ? a.value - b.value : b.value - a.value));
  for (const part of ranked.slice(best)) part.outcome = 'dropped';
}

function reduce(used: readonly Collected[], measure: MeasureOf<'collect'>): number | undefined {
  const total = () => used.reduce((sum, p) => sum + p.value, 0);
  switch (measure.take) {
    case 'last':
      return used.at(-1)?.value;
    case 'sum':
      return total();
    case 'mean':
      if (measure.weightBy === undefined) return mulDiv(total(), 1, used.length);
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
