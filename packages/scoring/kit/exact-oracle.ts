// Language 2 once more, with two numbers at every node: the one of four places that is printed and decides what is reached, and
// the exact one, which is rounded once where it is published.
import type { Condition, Criterion, Entrant, Entry, Panel, Scheme, Sheet } from '../src/index.ts';
import { compare, least, minus, most, over, plus, type Q, q, round, sum, times, ZERO } from './rational.ts';

export interface Pair {
  carried: Q;
  exact: Q;
}
interface Got {
  status: 'scored' | 'not-assessable' | 'pending' | 'absent';
  value: Pair;
  max: Pair;
  raw?: Pair;
  plan?: Q;
  events: number;
}
type Inputs = Record<string, Entry>;

const pair = (x: number | Q): Pair =>
  typeof x === 'number' ? { carried: q(x), exact: q(x) } : { carried: x, exact: x };
const NIL = pair(0);
/** One step of the calculation: rounded to four places, and exact. */
const step = (work: (...args: Q[]) => Q, ...args: Pair[]): Pair => ({
  carried: round(work(...args.map((a) => a.carried)), 4),
  exact: work(...args.map((a) => a.exact)),
});
const share = (points: Q, x: Pair, outOf: Pair) => step((a, b) => over(times(points, a), b), x, outOf);
const addAll = (list: readonly Pair[]) => step((...all) => sum(all), ...list);
const none = (status: Got['status']): Got => ({ status, value: NIL, max: NIL, events: 0 });

/** Best raw numbers by criterion among those who rank together. */
export type Bests = ReadonlyMap<string, Pair>;

export function exactly(scheme: Scheme, sheet: Sheet, entrant: Entrant, bests: Bests) {
  const vetoed = (entrant.vetoes ?? []).map((v) => (typeof v === 'string' ? v : v.id));
  const figures = new Map<string, Got>();
  const grouped = scheme.tracks[0]?.groups !== undefined;
  let missing = false;

  function evaluate(c: Criterion, inputs: Inputs, adjustment: boolean): Got {
    const applies = !c.only || !grouped || (entrant.group != null && c.only.includes(entrant.group));
    const got = applies ? counted(c, inputs, adjustment) : none('absent');
    figures.set(c.id, got);
    return got;
  }

  function counted(written: Criterion, inputs: Inputs, adjustment: boolean): Got {
    const c = { ...written, points: written.pointsBy?.[entrant.group ?? ''] ?? written.points };
    const got = c.panel ? panelled(c, c.panel, adjustment) : assess(c, inputs, adjustment);
    if (got.status !== 'scored') return got;
    let { value } = got;
    if (c.points !== undefined) {
      const floor = q(c.min ?? 0);
      const top = c.measure && ceiling(c);
      const within = (x: Q, limit: Q | undefined) => most(limit ? least(x, limit) : x, floor);
      value = { carried: within(value.carried, top && round(top, 4)), exact: within(value.exact, top) };
      figures.set(c.id, { ...got, value });
      if ((c.zeroIf ?? []).some((z) => holds(z))) value = NIL;
      if ((sheet.vetoes ?? []).some((v) => v.zero === c.id && vetoed.includes(v.id)))
        value = { carried: least(value.carried, ZERO), exact: least(value.exact, ZERO) };
      if (c.factor !== undefined) {
        const fact = entrant.facts?.[c.factor];
        if (fact === undefined) {
          missing = true;
          return { ...got, status: 'pending' };
        }
        value = step((a) => times(a, q(fact)), value);
      }
    }
    return { ...got, value: c.decimals === undefined ? value : pair(round(value.exact, c.decimals)) };
  }

  function panelled(c: Criterion, panel: Panel, adjustment: boolean): Got {
    const marks = Object.values(entrant.judges?.[panel.id] ?? {});
    const results = marks.filter((m) => m !== 'recused').map((m) => assess(c, m as Inputs, adjustment));
    if (results.some((r) => r.status === 'pending')) return none('pending');
    const scored = results.filter((r) => r.status === 'scored');
    if (results.length > 0 && scored.length === 0) return none('not-assessable');
    if (scored.length < Math.max(panel.atLeast, panel.reduce === 'trimmed' ? 2 * panel.drop + 1 : 1)) {
      missing = true;
      return none('pending');
    }
    const reduce = (list: Pair[]) => step((...all) => reduced(panel, all), ...list);
    const raws = scored.flatMap((r) => (r.raw ? [r.raw] : []));
    const raw = raws.length === scored.length ? { raw: reduce(raws) } : {};
    const [value, max] = [reduce(scored.map((r) => r.value)), reduce(scored.map((r) => r.max))];
    return { status: 'scored', value, max, ...raw, events: 0 };
  }

  function assess(c: Criterion, inputs: Inputs, adjustment: boolean): Got {
    if (c.of) {
      const children = c.of.map((child) => evaluate(child, inputs, adjustment));
      return branch(c, children);
    }
    const got = c.measure?.kind === 'figure' ? figureOf(c.measure.of) : measure(c, inputs[c.id], adjustment);
    if (got.status === 'pending') missing = true;
    if (got.status === 'not-assessable') return got;
    const max = pair(c.points ?? 0);
    return got.status === 'scored' && got.raw ? { ...got, max, value: scaled(c, got.raw, bests) } : { ...got, max };
  }

  function figureOf(name: string): Got {
    const [id, part = 'value'] = name.split('.');
    const found = figures.get(id!);
    const raw = part === 'raw' ? found?.raw : found?.value;
    if (found?.status !== 'scored' || !raw) return none(found?.status === 'pending' ? 'pending' : 'not-assessable');
    return { ...none('scored'), raw };
  }

  function holds(c: Condition): boolean | undefined {
    const [id, part = 'value'] = c.figure.split('.');
    const found = figures.get(id!);
    if (found?.status !== 'scored') return undefined;
    const value = part === 'events' ? q(found.events) : part === 'raw' ? found.raw?.carried : found.value.carried;
    if (!value) return undefined;
    return 'atLeast' in c ? compare(value, q(c.atLeast)) >= 0 : compare(value, q(c.below)) < 0;
  }

  const inputs = (entrant.inputs ?? {}) as Inputs;
  const base = branch(
    { points: undefined, of: sheet.criteria },
    sheet.criteria.map((c) => evaluate(c, inputs, false)),
  );
  const all = flatten(sheet.criteria);
  const lost = all.some((c) => c.required && figures.get(c.id)?.status === 'not-assessable');
  const empty = compare(base.max.carried, ZERO) === 0;
  const normal = empty ? base.value : share(q(sheet.outOf), base.value, base.max);
  const items = (sheet.adjustments?.items ?? []).map((c): Pair => {
    const item = evaluate(c, inputs, true);
    if (item.status !== 'scored' || c.points === undefined) return NIL;
    if (c.voidIf?.some((v) => holds(v) === true)) figures.set(c.id, { ...item, value: NIL });
    return figures.get(c.id)!.value;
  });
  const { min = -1_000_000, max = 1_000_000 } = sheet.adjustments ?? {};
  const extra = step((x) => least(q(max), most(q(min), x)), addAll(items));
  let status: string = missing ? 'pending' : base.status === 'scored' && !lost ? 'scored' : 'not-assessable';
  for (const c of sheet.validIf ?? []) {
    const pending = figures.get(c.figure.split('.')[0]!)?.status === 'pending';
    if (holds(c) === false || (holds(c) === undefined && !pending)) status = 'invalid';
  }
  const zero = (sheet.zeroIf ?? []).some((c) => holds(c) === true);
  const score = zero ? NIL : step((x) => most(x, ZERO), addAll([normal, extra]));
  return { status, score: status === 'scored' ? score : undefined, figures, barred: vetoed.length > 0 };
}

function flatten(list: readonly Criterion[]): Criterion[] {
  return list.flatMap((c) => [c, ...flatten(c.of ?? [])]);
}

function branch(c: Pick<Criterion, 'points' | 'outOf' | 'normalise' | 'of'>, got: Got[]): Got {
  const present = got.map((g, i) => ({ g, c: c.of![i]! })).filter(({ g }) => g.status !== 'absent');
  const counts = present.filter((p) => p.c.points !== undefined);
  let value = addAll(counts.filter(({ g }) => g.status === 'scored').map(({ g }) => g.value));
  let max = addAll(counts.filter(({ g }) => g.status !== 'not-assessable').map(({ g }) => g.max));
  if (c.points !== undefined && c.normalise === 'own' && compare(max.carried, ZERO) > 0) {
    value = share(q(c.points), value, max);
    max = pair(c.points);
  } else if (c.points !== undefined && c.outOf !== undefined) {
    [value, max] = [share(q(c.points), value, pair(c.outOf)), share(q(c.points), max, pair(c.outOf))];
  }
  const scored = counts.some(({ g }) => g.status === 'scored');
  const idle = present.length > 0 ? 'not-assessable' : 'absent';
  const status = present.some(({ g }) => g.status === 'pending') ? 'pending' : scored ? 'scored' : idle;
  return { status, value, max, events: present.reduce((n, { g }) => n + g.events, 0) };
}

export function measure(c: Criterion, entry: Entry | undefined, adjustment: boolean): Got {
  const m = c.measure!;
  const scored = (raw: Pair, events = 0): Got => ({ ...none('scored'), raw, events });
  if (entry === undefined) return none(adjustment ? 'not-assessable' : 'pending');
  if ('na' in entry) return none('not-assessable');
  if (m.kind === 'value' && 'value' in entry) return scored(pair(entry.value!));
  if (m.kind === 'level' && 'level' in entry) {
    const level = m.levels.find((l) => l.id === entry.level)!;
    return scored(pair(entry.value ?? level.from ?? level.points));
  }
  if (m.kind === 'events' && 'events' in entry) {
    const happened = entry.events.flatMap((e) => Array.from({ length: e.times ?? 1 }, () => e));
    const points = (e: { code: string }) => m.tariff.find((t) => t.id === e.code)!.points;
    const of = (subject: string | undefined) => happened.filter((e) => e.subject === subject).map(points);
    const each = [...new Set(happened.map((e) => e.subject))].flatMap((s) =>
      m.highestOnly && s !== undefined ? [Math.max(...of(s))] : of(s),
    );
    const start = m.start === 'full' ? (c.points ?? 0) : 0;
    return scored(pair(sum([q(start), ...each.map(q)])), happened.length);
  }
  if (m.kind === 'ratio' && ('plan' in entry || 'parts' in entry)) {
    const used = ('parts' in entry ? entry.parts : [{ weight: 1, ...entry }]).filter((p) => p.plan !== 0);
    const done = (p: (typeof used)[number]) => q((m.accepted ? p.accepted : p.done)!);
    const limit = (x: Pair) => (m.basis === 'parts' ? step((a) => least(a, q(100)), x) : x);
    const percent = (plan: Q, worked: Q): Pair => {
      if (m.signed) return plusHundred(step((a) => over(times(q(100), a), size(plan)), pair(minus(worked, plan))));
      if (m.inverse && compare(worked, ZERO) === 0) return pair(m.basis === 'parts' ? 100 : m.cap);
      const [top, bottom] = m.inverse ? [plan, worked] : [worked, plan];
      return step((a) => over(times(q(100), a), bottom), pair(top));
    };
    const planned = sum(used.map((p) => q(p.plan)));
    if (used.length === 0) return none('not-assessable');
    if (m.basis === 'total') {
      if (compare(planned, ZERO) === 0) return none('not-assessable');
      return scored(percent(planned, sum(used.map(done))));
    }
    const weights = used.map((p) => q('parts' in entry ? p.weight : 1));
    if (compare(sum(weights), ZERO) === 0) return none('not-assessable');
    const mean = (...list: Q[]) => over(sum(list.map((x, i) => times(x, weights[i]!))), sum(weights));
    return scored(step(mean, ...used.map((p) => limit(percent(q(p.plan), done(p))))));
  }
  throw new Error(`entry does not fit ${c.id}`);
}
const size = (x: Q): Q => most(x, minus(ZERO, x));
const plusHundred = (x: Pair) => step((a) => plus(a, q(100)), x);

function scaled(c: Criterion, raw: Pair, bests: Bests): Pair {
  const { scale, measure: m } = c;
  const at = raw.carried;
  const line = (start: number, from: number, rise: number, run: number) =>
    step(
      (a) => plus(a, q(start)),
      step((a) => over(times(minus(a, q(from)), q(rise)), q(run)), raw),
    );
  if (scale?.kind === 'rate' && scale.whole) {
    const steps = over(minus(at, q(scale.from)), q(scale.per));
    return pair(round(plus(q(scale.start), times(q(Number(steps.top / steps.bottom)), q(scale.points))), 4));
  }
  if (scale?.kind === 'rate') return line(scale.start, scale.from, scale.points, scale.per);
  if (scale?.kind === 'steps') {
    const reached = scale.steps.filter((s) => compare(at, q(s.from)) >= 0).sort((a, b) => b.from - a.from);
    return pair(reached[0]?.points ?? 0);
  }
  if (scale?.kind === 'linear') {
    const low = scale.linear.findLast((k) => compare(at, q(k.from)) >= 0);
    if (!low) return NIL;
    const high = scale.linear[scale.linear.indexOf(low) + 1];
    return high
      ? line(low.points, low.from, (low.to ?? high.points) - low.points, high.from - low.from)
      : pair(low.points);
  }
  if (scale?.kind === 'relative') {
    const best = bests.get(c.id);
    if (!best) return NIL;
    return step(
      (a, b) => {
        const [top, bottom] = c.better === 'lower' ? [b, a] : [a, b];
        if (compare(a, b) === 0) return q(c.points!);
        if (compare(top, ZERO) <= 0 || compare(bottom, ZERO) <= 0) return ZERO;
        return compare(top, bottom) > 0 ? q(c.points!) : over(times(q(c.points!), top), bottom);
      },
      raw,
      best,
    );
  }
  if (c.points === undefined) return raw;
  if (m?.kind === 'ratio') return step((a) => over(times(least(a, q(m.cap)), q(c.points!)), q(100)), raw);
  if (m?.kind === 'value' && m.outOf !== undefined) return share(q(c.points), raw, pair(m.outOf));
  return raw;
}

function ceiling(c: Criterion): Q {
  if (c.scale || c.measure?.kind !== 'ratio') return q(c.points!);
  return over(times(q(c.points!), q(Math.max(100, c.measure.cap))), q(100));
}

function reduced(panel: Panel, marks: readonly Q[]): Q {
  const sorted = marks.toSorted(compare);
  const n = sorted.length;
  const half = Math.floor((n - 1) / 2);
  const cut = panel.reduce === 'mean' ? 0 : panel.reduce === 'trimmed' ? panel.drop : half;
  const kept = sorted.slice(cut, n - cut);
  return over(sum(kept), q(kept.length));
}
