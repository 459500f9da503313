// What a criterion of a stage takes, with what the scheme calls it.
import type { Criterion } from '@jiangong/scoring';
import { criteriaOf, sheetOf, zh } from './criteria.ts';
import type { Body } from './evaluate.ts';
import type { Measured } from './mark-cells.ts';

/** A stage of a track; with a period, of that period. */
export interface StageOf {
  body: Body;
  track: string;
  stage: string;
  period?: { id: string };
}

/** Every criterion of a stage's sheet, branches too, by id. */
export function nodesOf({ body, track, stage }: StageOf): ReadonlyMap<string, Criterion> {
  const { criteria, adjustments } = sheetOf(body, track, stage);
  const all = (nodes: readonly Criterion[]): Criterion[] => nodes.flatMap((node) => [node, ...all(node.of ?? [])]);
  return new Map(all([...criteria, ...(adjustments?.items ?? [])]).map((node) => [node.id, node]));
}

export function measuredIn(of: StageOf, id: string): Measured {
  const { label, measure } = nodesOf(of).get(id)!;
  const named = (values: readonly { id: string; label: Criterion['label'] }[]) =>
    values.map(({ id, label }) => ({ id, label: zh(label) }));
  return {
    id,
    label: zh(label),
    most: criteriaOf(of.body, of.track, of.stage, of.period?.id).find((each) => each.id === id)?.most,
    levels: measure?.kind === 'level' ? named(measure.levels) : [],
    events: measure?.kind === 'events' ? named(measure.tariff) : [],
  };
}
