// Scores every entrant of a stage into a table; entrants may be any iterable and are read once.

import type { Reference } from '../compile/references.ts';
import { INVALID, newRow, SCORED, type Sitting } from '../compile/row.ts';
import type { CompiledStage } from '../compile/stage.ts';
import { roundTo } from '../decimal.ts';
import type { Real } from '../exact.ts';
import type { Explain } from '../explain/step.ts';
import { last, newTrace } from '../explain/trace.ts';
import type { Entrant, StageRef } from '../input.ts';
import { failInput, segment } from '../refusal.ts';
import type { Bar } from '../result.ts';
import { admission } from './admit.ts';
import type { Options } from './options.ts';
import { columnsOf, isPacked, type Packed, unpack } from './packed.ts';
import type { Prior } from './prior.ts';
import { makeRoom, newTable, type Table, type Widths } from './table.ts';

export interface Scored {
  table: Table;
  /** The explanation of the requested entrant, up to the score. */
  explained: { tree: Explain | undefined; bars: Bar[] } | undefined;
}

export function scoreAll(
  stage: CompiledStage,
  ref: StageRef,
  entrants: Iterable<Entrant> | Packed,
  prior: Prior,
  wants: { figures: boolean } & Options,
): Scored {
  const widths: Widths = {
    keys: stage.rankBy.length,
    figures: wants.figures ? stage.figures.length : 0,
    meets: stage.honours.length,
    own: stage.ownKeys.length,
  };
  const table = newTable(
    isPacked(entrants) ? entrants.ids.length : Array.isArray(entrants) ? entrants.length : 64,
    widths,
  );
  const s = newSitting(stage, ref, prior);
  s.figures = wants.figures;
  s.assume = wants.assume;
  const groups = new Map((stage.context.track.groups ?? []).map((g, i) => [g.id, i]));
  const admit = admission(stage.context, prior);
  const admitOnce = onceEach(table);
  let explained: Scored['explained'];
  const known = stage.relative.length > 0 && !isPacked(entrants) ? [...entrants] : entrants;
  const best = bestOf(
    stage,
    s,
    () => read(s, stage, known),
    (entrant) => {
      seat(s, entrant, groups);
      admit(s);
    },
  );
  for (const entrant of read(s, stage, known)) {
    admitOnce(entrant.id);
    makeRoom(table, widths);
    seat(s, entrant, groups);
    Object.assign(s, best(s.group));
    s.trace = entrant.id === wants.explain ? newTrace() : undefined;
    admit(s);
    stage.score(s);
    if (s.trace) explained = { tree: last(s.trace), bars: s.bars };
    record(table, stage, s, widths);
  }
  return { table, explained };
}

/** Measures everybody once to know the best raw number of each ranking group; nothing where no scale is relative to it. */
function bestOf(
  stage: CompiledStage,
  s: Sitting,
  entrants: () => Iterable<Entrant>,
  take: (entrant: Entrant) => void,
): (group: number) => Best {
  const none: Best = { best: s.best, fineBest: [] };
  if (stage.relative.length === 0) return () => none;
  s.isExact = true;
  const whole = stage.context.stage.rankWithin === 'track';
  const found = new Map<number, Best>();
  for (const entrant of entrants()) {
    take(entrant);
    stage.score(s);
    if (s.status === INVALID || s.bars.length > 0) continue;
    const { best, fineBest } = found.get(whole ? -1 : s.group) ?? { best: none.best.slice(), fineBest: [] };
    found.set(whole ? -1 : s.group, { best, fineBest });
    for (const { index, lower } of stage.relative) {
      if (s.row.status[index] !== SCORED) continue;
      // Others are measured against it before their own is settled.
      const raw = s.fine?.carried[index] ?? s.row.raw[index]!;
      if (Number.isNaN(raw)) continue;
      const so = best[index]!;
      if (Number.isNaN(so) || (lower ? raw < so : raw > so)) best[index] = raw;
      fineBest[index] = better(s, index, lower, fineBest[index]);
    }
  }
  return (group) => found.get(whole ? -1 : group) ?? none;
}

type Best = { best: Float64Array; fineBest: (Real | undefined)[] };

function better({ fine, row }: Sitting, index: number, lower: boolean, so: Real | undefined): Real | undefined {
  if (!fine) return undefined;
  const raw = fine.raw[index] ?? row.raw[index]!;
  if (so === undefined) return raw;
  const difference = fine.reals.compare(raw, so);
  return (lower ? difference < 0 : difference > 0) ? raw : so;
}

/** Refuses an id that is there already; ids in increasing order need no set to know that. */
function onceEach(table: Table): (id: string) => void {
  let seen: Set<string> | undefined;
  return (id) => {
    if (table.sorted && (table.size === 0 || table.ids[table.size - 1]! < id)) return;
    table.sorted = false;
    seen ??= new Set(table.ids);
    if (seen.has(id)) failInput('twice', `/${segment(id)}`, `${id} is listed twice`);
    seen.add(id);
  };
}

function read(s: Sitting, stage: CompiledStage, entrants: Iterable<Entrant> | Packed): Iterable<Entrant> {
  if (!isPacked(entrants)) return entrants;
  const width = entrants.items.length;
  s.marks = entrants.marks;
  s.columns = columnsOf(stage, entrants);
  return unpack(entrants, (row) => {
    s.from = row * width;
  });
}

export function newSitting(stage: CompiledStage, ref: StageRef, prior: Prior): Sitting {
  return {
    row: newRow(stage.context.slots.length + 1),
    entrant: { id: '', inputs: {} },
    inputs: {},
    figures: true,
    marks: undefined,
    columns: new Int32Array(0),
    from: 0,
    judge: undefined,
    group: -1,
    period: periodOf(stage, ref),
    rosters: rosters(stage, ref),
    prior,
    best: new Float64Array(stage.context.slots.length + 1).fill(Number.NaN),
    fineBest: [],
    fine: undefined,
    isExact: false,
    isNormalised: false,
    trace: undefined,
    vetoed: new Uint8Array(stage.context.sheet.vetoes?.length ?? 0),
    bars: [],
    missing: [],
    assume: undefined,
    base: 0,
    adjustments: 0,
    exactAdjustments: 0,
    score: 0,
    faults: 0,
    cap: -1,
    status: SCORED,
  };
}

function periodOf({ context: { stage } }: CompiledStage, ref: StageRef): string | null {
  const period = ref.period ?? null;
  const known = stage.periods ? stage.periods.some((p) => p.id === period) : period === null;
  return known ? period : failInput('unknown-period', '/period', `stage ${stage.id} has no period ${String(period)}`);
}

/** A plain roster serves every panel of the stage. */
function rosters({ context }: CompiledStage, ref: StageRef): Record<string, readonly string[]> {
  if (!ref.panel) return {};
  if (!Array.isArray(ref.panel)) return ref.panel;
  const roster = ref.panel;
  const panels = [context.stage.panel, ...context.slots.map((c) => c.criterion.panel)];
  return Object.fromEntries(panels.flatMap((p) => (p ? [[p.id, roster]] : [])));
}

function seat(s: Sitting, entrant: Entrant, groups: Map<string, number>): void {
  const group = entrant.group ?? null;
  const index = group === null ? -1 : groups.get(group);
  if (index === undefined)
    failInput('unknown-group', `/${segment(entrant.id)}/group`, `no group ${group} on this track`);
  s.entrant = entrant;
  s.inputs = entrant.inputs ?? {};
  s.group = index ?? -1;
  s.bars = [];
  s.missing = [];
}

function record(table: Table, stage: CompiledStage, s: Sitting, widths: Widths): void {
  const i = table.size++;
  table.ids.push(s.entrant.id);
  table.group[i] = s.group;
  table.status[i] = s.status;
  table.score[i] = s.score;
  if (s.bars.length > 0) table.bars.set(i, s.bars);
  for (const missing of s.missing) table.pending.push(missing);
  for (let k = 0; k < widths.keys; k++) table.keys[i * widths.keys + k] = keyOf(stage.rankBy[k]!, s);
  for (let f = 0; f < widths.figures; f++) table.figures[i * widths.figures + f] = stage.figures[f]!.read(s);
  for (let h = 0; h < widths.meets; h++) {
    table.meets[i * widths.meets + h] = stage.honours[h]!.sheet.every((t) => t.judge(s) === 'met') ? 1 : 0;
  }
  for (let k = 0; k < widths.own; k++) table.own[i * widths.own + k] = keyOf(stage.ownKeys[k]!, s);
  if (s.cap >= 0) table.caps.set(i, s.cap);
  if (stage.alerts.length === 0) return;
  const alerts = stage.alerts.filter((a) => s.row.status[a.index] === SCORED && s.row.raw[a.index]! < a.below);
  if (alerts.length > 0)
    table.alerts.set(
      i,
      alerts.map((a) => a.id),
    );
}

/** Published precision, so that no tie is broken by a digit that nobody can see; no value ranks last. */
function keyOf(by: Reference, s: Sitting): number {
  const value = by.read(s);
  if (Number.isNaN(value)) return Number.NEGATIVE_INFINITY;
  const key = roundTo(value, by.decimals);
  return by.lowerIsBetter ? -key : key;
}
