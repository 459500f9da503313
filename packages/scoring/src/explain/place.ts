// The top of an explanation: the place, the figure that decided it against the entrant just ahead, and what bars it.
import type { CompiledStage } from '../compile/stage.ts';
import { plain } from '../decimal.ts';
import type { Bar } from '../result.ts';
import type { Ranking } from '../stage/rank.ts';
import type { Table } from '../stage/table.ts';
import type { Argument, Explain } from './step.ts';
import { statusWord } from './trace.ts';

export function tellPlace(
  stage: CompiledStage,
  table: Table,
  rankings: readonly Ranking[],
  entrant: string,
  score: Explain,
  bars: readonly Bar[],
): Explain {
  const { context } = stage;
  const i = table.ids.indexOf(entrant);
  const ranking = rankings.find((r) => r.placed.includes(i) || r.unplaced.includes(i));
  const place = table.place[i] || null;
  return {
    at: `/tracks/${context.scheme.tracks.indexOf(context.track)}/stages/${context.track.stages.indexOf(context.stage)}`,
    id: context.stage.id,
    label: context.stage.label,
    op: 'place',
    args: { entrant, among: ranking?.placed.length ?? 0, ...(place === null ? {} : decided(stage, table, ranking, i)) },
    value: place,
    max: null,
    status: statusWord(table.status[i]!),
    of: [...bars.map((bar) => tellBar(context.at, bar, stage)), score],
  };
}

/** Against the entrant just ahead: the first figure in which they differ, at published precision. */
function decided(
  stage: CompiledStage,
  table: Table,
  ranking: Ranking | undefined,
  i: number,
): Record<string, Argument> {
  const placed = ranking?.placed ?? [];
  const joint = placed.filter((p) => table.place[p] === table.place[i]).length;
  const ahead = placed.findLast((p) => table.place[p]! < table.place[i]!);
  if (ahead === undefined) return { joint };
  const width = stage.rankBy.length;
  const key = (row: number, k: number) => table.keys[row * width + k]!;
  const k = stage.rankBy.findIndex((_, n) => key(i, n) !== key(ahead, n));
  const by = stage.rankBy[k]!;
  const number = (row: number) =>
    Number.isFinite(key(row, k)) ? plain(by.lowerIsBetter ? -key(row, k) : key(row, k)) : null;
  return { joint, ahead: table.ids[ahead]!, figure: by.figure, own: number(i), theirs: number(ahead) };
}

function tellBar(at: string, bar: Bar, stage: CompiledStage): Explain {
  const veto = stage.context.sheet.vetoes?.find((v) => v.id === bar.cause);
  const named =
    veto ?? stage.context.scheme.tracks.flatMap((t) => t.stages.flatMap((s) => findVeto(stage, s.sheet, bar.cause)))[0];
  return {
    at,
    id: bar.cause,
    label: named?.label ?? (bar.cause === 'admission' ? { zh: '未获准入', en: 'Not admitted' } : bar.cause),
    op: 'bar',
    args: { level: bar.level, at: bar.at },
    value: null,
    max: null,
    status: 'scored',
  };
}

function findVeto(stage: CompiledStage, sheet: CompiledStage['context']['stage']['sheet'], id: string) {
  const found = typeof sheet === 'string' ? stage.context.scheme.sheets?.find((s) => s.id === sheet) : sheet;
  return (found?.vetoes ?? []).filter((v) => v.id === id);
}
