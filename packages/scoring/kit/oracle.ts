// The rules once more, written as plainly as possible over decimal.js: a tree walk that knows no slot, row or compiled form.
import { Decimal } from 'decimal.js';
import type { Condition, Criterion, Entrant, Entry, Panel, Scheme, Sheet } from '../src/index.ts';

export type Status = 'scored' | 'not-assessable' | 'pending' | 'invalid' | 'absent';
export interface Got {
  status: Status;
  value: Decimal;
  max: Decimal;
  raw?: Decimal | undefined;
  plan?: Decimal | undefined;
  events: number;
  faults: number;
}
type Got0 = Partial<Got> & { status: Status };

const ZERO = new Decimal(0);
const round = (x: Decimal, places = 4) => x.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
const got = (g: Got0): Got => ({ value: ZERO, max: ZERO, events: 0, faults: 0, ...g });
const sum = (list: Decimal[]) => list.reduce((a, b) => a.plus(b), ZERO);

/** The result of a sheet that collects nothing. */
export function oracle(scheme: Scheme, sheet: Sheet, entrant: Entrant, roster?: string[]) {
  const groups = scheme.tracks[0]?.groups;
  const figures = new Map<string, Got>();
  let missing = false;
  const vetoed = (entrant.vetoes ?? []).map((v) => (typeof v === 'string' ? v : v.id));

  function evaluate(c: Criterion, inputs: Record<string, Entry>, adjustment: boolean): Got {
    const result = applicable(c, inputs, adjustment);
    figures.set(c.id, result);
    return result;
  }

  function applicable(c: Criterion, inputs: Record<string, Entry>, adjustment: boolean): Got {
    if (c.only && groups && !(entrant.group && c.only.includes(entrant.group))) {
      return got({ status: 'absent' });
    }
    const result = c.panel ? panelled(c, c.panel, adjustment) : assess(c, inputs, adjustment);
    if (result.status !== 'scored' || c.points === undefined) return result;
    let value = Decimal.max(result.value, c.min ?? 0);
    if (c.measure) value = Decimal.min(value, most(c));
    const zeroed = (sheet.vetoes ?? []).some((v) => v.zero === c.id && vetoed.includes(v.id));
    return { ...result, value: zeroed ? Decimal.min(value, 0) : value };
  }

  function panelled(c: Criterion, panel: Panel, adjustment: boolean): Got {
    const marks = entrant.judges?.[panel.id] ?? {};
    const judges = roster ?? Object.keys(marks);
    if (judges.some((j) => marks[j] === undefined)) missing = true;
    const sheets = judges.map((j) => marks[j]).filter((m) => m !== undefined && m !== 'recused');
    const results = sheets.map((m) => assess(c, m as Record<string, Entry>, adjustment));
    if (results.some((r) => r.status === 'pending')) return got({ status: 'pending' });
    const scored = results.filter((r) => r.status === 'scored');
    if (results.length > 0 && scored.length === 0) return got({ status: 'not-assessable' });
    const needed = Math.max(panel.atLeast, panel.reduce === 'trimmed' ? 2 * panel.drop + 1 : 1);
    if (scored.length < needed) {
      missing = true;
      return got({ status: 'pending' });
    }
    const reduce = (list: Decimal[]) => reduced(panel, list);
    const raws = scored.map((r) => r.raw);
    const raw = raws.every((r) => r !== undefined) ? reduce(raws as Decimal[]) : undefined;
    const [value, max] = [reduce(scored.map((r) => r.value)), reduce(scored.map((r) => r.max))];
    return got({ status: 'scored', value, max, raw });
  }

  function assess(c: Criterion, inputs: Record<string, Entry>, adjustment: boolean): Got {
    if (c.of) {
      const children = c.of.map((child) => evaluate(child, inputs, adjustment));
      return addUp(
        c.of,
        children,
        new Decimal(c.points ?? 0),
        c.outOf === undefined ? undefined : new Decimal(c.outOf),
      );
    }
    const result = c.measure?.kind === 'figure' ? readFigure(c.measure.of) : measure(c, inputs[c.id], adjustment);
    if (result.status === 'pending') missing = true;
    if (result.status === 'not-assessable') return result;
    const max = new Decimal(c.points ?? 0);
    return result.status === 'scored' && result.raw
      ? { ...result, max, value: scaled(c, result.raw) }
      : { ...result, max };
  }

  function readFigure(name: string): Got {
    const value = figure(name);
    return value ? got({ status: 'scored', raw: value }) : got({ status: figureStatus(name) });
  }
  const figureStatus = (name: string) => figures.get(name.split('.')[0]!)?.status ?? 'not-assessable';

  function figure(name: string): Decimal | undefined {
    const [id, part = 'value'] = name.split('.') as [string, ('raw' | 'plan' | 'events')?];
    const found = figures.get(id);
    if (found?.status !== 'scored') return undefined;
    const value = found[part as 'value'];
    return value === undefined ? undefined : new Decimal(value);
  }

  const holds = (c: Condition) => {
    const value = figure(c.figure);
    if (!value) return undefined;
    return 'atLeast' in c ? value.gte(c.atLeast) : value.lt(c.below);
  };

  const roots = sheet.criteria.map((c) => evaluate(c, (entrant.inputs ?? {}) as Record<string, Entry>, false));
  const base = addUp(sheet.criteria, roots, ZERO, undefined);
  const all = new Map(flatten(sheet.criteria).map((c) => [c.id, c]));
  const lost = [...all.values()].some((c) => c.required && figures.get(c.id)?.status === 'not-assessable');
  const normal = base.max.isZero() ? base.value : round(base.value.times(sheet.outOf).div(base.max));
  const items = (sheet.adjustments?.items ?? []).map((c): Decimal => {
    const item = evaluate(c, (entrant.inputs ?? {}) as Record<string, Entry>, true);
    if (item.status !== 'scored' || c.points === undefined) return ZERO;
    if (c.voidIf?.some((v) => holds(v) === true))
      figures.set(c.id, { ...item, value: Decimal.min(item.value, 0).times(0) });
    return figures.get(c.id)!.value;
  });
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = sheet.adjustments ?? {};
  const extra = items.length === 0 ? ZERO : Decimal.min(max, Decimal.max(min, sum(items)));
  let status: Status = missing ? 'pending' : base.status === 'scored' && !lost ? 'scored' : 'not-assessable';
  for (const c of sheet.validIf ?? []) {
    if (holds(c) === false || (holds(c) === undefined && figureStatus(c.figure) !== 'pending')) status = 'invalid';
  }
  const faults = [...figures.values()].reduce((n, f) => n + (f.status === 'scored' ? f.faults : 0), 0) + vetoed.length;
  return { status, score: status === 'scored' ? Decimal.max(0, normal.plus(extra)) : undefined, figures, faults };
}

function flatten(list: readonly Criterion[]): Criterion[] {
  return list.flatMap((c) => [c, ...flatten(c.of ?? [])]);
}

function addUp(of: readonly Criterion[], children: Got[], points: Decimal, outOf: Decimal | undefined): Got {
  const present = children.map((g, i) => ({ g, c: of[i]! })).filter(({ g }) => g.status !== 'absent');
  const counted = present.filter(({ c }) => c.points !== undefined);
  const figuresOnly = of.every((c) => c.points === undefined);
  let value = sum(counted.filter(({ g }) => g.status === 'scored').map(({ g }) => g.value));
  let max = sum(counted.filter(({ g }) => g.status !== 'not-assessable').map(({ g }) => g.max));
  if (outOf) [value, max] = [round(value.times(points).div(outOf)), round(max.times(points).div(outOf))];
  const scored = (figuresOnly ? present : counted).some(({ g }) => g.status === 'scored');
  const status = present.some(({ g }) => g.status === 'pending')
    ? 'pending'
    : scored
      ? 'scored'
      : present.length > 0
        ? 'not-assessable'
        : 'absent';
  return got({ status, value, max });
}

function measure(c: Criterion, entry: Entry | undefined, adjustment: boolean): Got {
  const m = c.measure!;
  if (entry === undefined) return got({ status: adjustment ? 'not-assessable' : 'pending' });
  if ('na' in entry) return got({ status: 'not-assessable' });
  if (m.kind === 'value' && 'value' in entry) return got({ status: 'scored', raw: new Decimal(entry.value!) });
  if (m.kind === 'level' && 'level' in entry) {
    return got({ status: 'scored', raw: new Decimal(m.levels.find((l) => l.id === entry.level)!.points) });
  }
  if (m.kind === 'events' && 'events' in entry) {
    const happened = entry.events.flatMap((e) => Array.from({ length: e.times ?? 1 }, () => e));
    const points = (e: { code: string }) => new Decimal(m.tariff.find((t) => t.id === e.code)!.points);
    const subjects = [...new Set(happened.map((e) => e.subject))];
    const counts = subjects.flatMap((s) => {
      const list = happened.filter((e) => e.subject === s).map(points);
      return m.highestOnly && s !== undefined ? [Decimal.max(...list)] : list;
    });
    const start = m.start === 'full' ? (c.points ?? 0) : 0;
    const faults = happened.filter((e) => points(e).lt(0)).length;
    return got({ status: 'scored', raw: sum(counts).plus(start), events: happened.length, faults });
  }
  if (m.kind === 'ratio' && ('plan' in entry || 'parts' in entry)) {
    const parts = 'parts' in entry ? entry.parts : [{ weight: 1, ...entry }];
    const used = parts.filter((p) => p.plan > 0);
    const plan = sum(used.map((p) => new Decimal(p.plan)));
    const worked = (p: (typeof used)[number]) => new Decimal((m.accepted ? p.accepted : p.done)!);
    const percent = (planned: Decimal, done: Decimal, cap: number) => {
      if (!m.inverse) return round(done.times(100).div(planned));
      return done.isZero() ? new Decimal(cap) : round(planned.times(100).div(done));
    };
    if (used.length === 0) return got({ status: 'not-assessable', plan });
    if (m.basis === 'total') {
      return got({ status: 'scored', plan, raw: percent(plan, sum(used.map(worked)), m.cap) });
    }
    const weight = sum(used.map((p) => new Decimal(p.weight)));
    if (weight.isZero()) return got({ status: 'not-assessable', plan });
    const weighted = used.map((p) => Decimal.min(100, percent(new Decimal(p.plan), worked(p), 100)).times(p.weight));
    return got({ status: 'scored', plan, raw: round(sum(weighted).div(weight)) });
  }
  throw new Error(`entry does not fit ${c.id}`);
}

function scaled(c: Criterion, raw: Decimal): Decimal {
  const { scale, measure: m } = c;
  if (scale?.kind === 'rate') {
    const steps = raw.minus(scale.from).div(scale.per);
    if (scale.whole) return round(new Decimal(scale.start).plus(steps.trunc().times(scale.points)));
    return new Decimal(scale.start).plus(round(raw.minus(scale.from).times(scale.points).div(scale.per)));
  }
  if (scale?.kind === 'steps') {
    const reached = scale.steps.filter((s) => raw.gte(s.from)).sort((a, b) => b.from - a.from);
    return new Decimal(reached[0]?.points ?? 0);
  }
  if (c.points === undefined) return raw;
  if (m?.kind === 'ratio') return round(Decimal.min(raw, m.cap).times(c.points).div(100));
  if (m?.kind === 'value' && m.outOf !== undefined) return round(raw.times(c.points).div(m.outOf));
  return raw;
}

function most(c: Criterion): Decimal | number {
  if (!c.scale && c.measure?.kind === 'ratio')
    return round(new Decimal(c.points!).times(Math.max(100, c.measure.cap)).div(100));
  return c.points!;
}

export function reduced(panel: Panel, marks: Decimal[]): Decimal {
  const sorted = [...marks].sort((a, b) => a.cmp(b));
  const n = sorted.length;
  const half = Math.floor((n - 1) / 2);
  const kept =
    panel.reduce === 'mean'
      ? sorted
      : panel.reduce === 'trimmed'
        ? sorted.slice(panel.drop, n - panel.drop)
        : sorted.slice(half, n - half);
  return round(sum(kept).div(kept.length));
}
