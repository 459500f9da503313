// Who gets which honour: in the order of the list, by place, within each ranking group; a tie at the cut is referred.
import type { CompiledStage } from '../compile/stage.ts';
import { UNIT, units } from '../decimal.ts';
import type { StageRef } from '../input.ts';
import { failInput } from '../refusal.ts';
import type { HonourResult } from '../result.ts';
import type { Honour } from '../schema/honour.ts';
import type { Ranking } from './rank.ts';
import type { Table } from './table.ts';

export function grantAll(
  stage: CompiledStage,
  ref: StageRef,
  table: Table,
  rankings: readonly Ranking[],
): HonourResult[] {
  const results: HonourResult[] = [];
  for (const ranking of rankings) grantGroup(stage, ref, table, ranking, results);
  const unused = (ref.decisions ?? []).findIndex(
    (d) => !results.some((r) => r.honour === d.honour && r.group === (d.group ?? null)),
  );
  if (unused >= 0)
    failInput('unknown-decision', `/decisions/${unused}`, 'the decision names no honour of this stage and group');
  return results;
}

function grantGroup(
  stage: CompiledStage,
  ref: StageRef,
  table: Table,
  ranking: Ranking,
  results: HonourResult[],
): void {
  const { stage: spec, track } = stage.context;
  const group = track.groups?.[ranking.group]?.id ?? null;
  const honoured = new Set<number>();
  // Seats and entrants that a tie still leaves open: entrants who do not get them stay candidates for later honours.
  let open = 0;
  for (const [h, honour] of (spec.honours ?? []).entries()) {
    const seats = honour.take ?? seatsOf(ranking.size, honour);
    const compare = comparing(stage, table, h);
    const ranked = honour.rankBy ? ranking.placed.toSorted(compare) : ranking.placed;
    const order = honour.from === 'last' ? ranked.toReversed() : ranked;
    const eligible = order.filter((i) => !honoured.has(i) && meets(stage, table, h, i));
    const result: HonourResult = { honour: honour.id, group, seats, granted: [], referred: [], provisional: [] };
    results.push(result);
    const names = (rows: readonly number[]) => rows.map((i) => table.ids[i]!);
    if (open > 0 || table.pending.length > 0) {
      const { sure, tied } = cut(compare, honour, eligible, seats + open);
      result.provisional = names([...sure, ...tied]);
      if (table.pending.length > 0) for (const i of sure) honoured.add(i);
      else open += seats;
      continue;
    }
    const { sure, tied } = cut(compare, honour, eligible, seats);
    const decided = tied.length > 0 ? decision(ref, honour.id, group, names(tied), seats - sure.length) : undefined;
    const winners = decided ? tied.filter((i) => decided.includes(table.ids[i]!)) : [];
    for (const i of [...sure, ...winners]) honoured.add(i);
    result.granted = names([...sure, ...winners]);
    if (decided || tied.length === 0) continue;
    result.referred = names(tied);
    open = seats - sure.length;
  }
}

function meets(stage: CompiledStage, table: Table, h: number, i: number): boolean {
  if (!table.meets[i * stage.honours.length + h]) return false;
  const place = table.place[i]!;
  return stage.honours[h]!.place.every((c) => place >= c.line === c.atLeast);
}

/** Seats of a share: exact, because percentages are counted in 1/10000. */
function seatsOf(size: number, { share = 0, round = 'down' }: Honour): number {
  const exact = BigInt(size) * BigInt(units(share));
  const whole = BigInt(100 * UNIT);
  const more = { down: 0n, up: whole - 1n, nearest: whole / 2n };
  return Number((exact + more[round]) / whole);
}

/** By the honour's own keys, or by place; equal means tied. */
function comparing(stage: CompiledStage, table: Table, h: number): (a: number, b: number) => number {
  const { from, by } = stage.honours[h]!.keys;
  const width = stage.ownKeys.length;
  if (by.length === 0) return (a, b) => table.place[a]! - table.place[b]!;
  return (a, b) => {
    for (let k = from; k < from + by.length; k++) {
      const [x, y] = [table.own[a * width + k]!, table.own[b * width + k]!];
      if (x !== y) return x > y ? -1 : 1;
    }
    return 0;
  };
}

/** Those within the seats for certain, and the tied block that does not fit whole. */
function cut(compare: (a: number, b: number) => number, honour: Honour, eligible: readonly number[], seats: number) {
  const last = seats > 0 ? eligible[seats - 1] : undefined;
  const next = eligible[seats];
  if (last === undefined || next === undefined || compare(last, next) !== 0) {
    return { sure: eligible.slice(0, seats), tied: [] };
  }
  const ahead = eligible.slice(0, seats).filter((i) => compare(i, last) !== 0);
  const block = eligible.filter((i) => compare(i, last) === 0);
  return honour.ties === 'include' ? { sure: [...ahead, ...block], tied: [] } : { sure: ahead, tied: block };
}

function decision(ref: StageRef, honour: string, group: string | null, tied: readonly string[], open: number) {
  const index = (ref.decisions ?? []).findIndex((d) => d.honour === honour && (d.group ?? null) === group);
  const decided = ref.decisions?.[index]?.granted;
  if (!decided) return undefined;
  const at = `/decisions/${index}`;
  if (decided.some((id) => !tied.includes(id)))
    failInput('not-referred', at, 'the decision names somebody who was not referred');
  if (new Set(decided).size > open) failInput('too-many', at, `the decision grants more than the ${open} open seats`);
  return decided;
}
