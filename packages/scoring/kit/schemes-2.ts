// Random schemes in language 2: a random scheme of language 1 with words of language 2 put in.
import type { SchemeInput } from '../src/index.ts';
import type { Draw } from './draw.ts';
import { randomScheme } from './schemes.ts';

type Node = Record<string, unknown> & { id: string; points?: number; of?: Node[]; measure?: Record<string, unknown> };

export function randomScheme2(d: Draw): SchemeInput {
  const scheme = structuredClone(randomScheme(d)) as unknown as {
    language: number;
    tracks: { groups?: object[]; stages: { sheet: Record<string, unknown> & { criteria: Node[] } }[] }[];
  };
  scheme.language = 2;
  const grouped = scheme.tracks[0]!.groups !== undefined;
  const { sheet } = scheme.tracks[0]!.stages[0]!;
  for (const node of sheet.criteria) enrich(d, node, grouped);
  if (d.chance(15)) sheet.zeroIf = [{ figure: 'active.raw', below: 30 }];
  if (d.chance(30)) sheet.caps = [{ band: 'low', if: [{ figure: 'score', below: 20 }], veto: 'nil' }];
  return scheme as unknown as SchemeInput;
}

function enrich(d: Draw, node: Node, grouped: boolean): void {
  for (const child of node.of ?? []) enrich(d, child, grouped);
  if (d.chance(20)) node.decimals = d.below(4);
  if (node.points === undefined) return;
  if (d.chance(12)) node.factor = 'size';
  if (node.of) {
    if (d.chance(40)) node.normalise = 'own';
    if (d.chance(25)) node.zeroIf = [{ figure: node.of[0]!.id, below: 1 }];
    return;
  }
  if (grouped && node.id !== 'slips' && node.measure?.kind !== 'level' && d.chance(15))
    node.pointsBy = { [d.pick(['a', 'b'])]: d.pick([3, 7.5, 11]) };
  enrichMeasure(d, node);
}

function enrichMeasure(d: Draw, node: Node): void {
  const { measure, panel } = node;
  if (measure?.kind === 'value' && !panel && node.id !== 'core' && d.chance(40)) {
    node.scale = d.pick([
      { kind: 'linear', linear: [2, 5, 9, 40].map((from, i) => ({ from, points: i * 0.5 })) },
      { kind: 'linear', linear: [{ from: 1, points: 0.5, to: 1.3 }, ...[6, 30].map((from) => ({ from, points: 2 }))] },
      { kind: 'relative' },
      { kind: 'rate', start: 1, from: 7, per: 9, points: 2 },
    ]);
  }
  if ((node.scale as { kind?: string } | undefined)?.kind === 'rate' && d.chance(30)) node.min = -3;
  if (measure?.kind === 'ratio' && d.chance(30)) {
    if (!measure.inverse) measure.signed = true;
    if (d.chance(30)) node.scale = { kind: 'relative' };
  }
  if (measure?.kind === 'ratio' && d.chance(15)) node.better = 'lower';
  if (measure?.kind !== 'level') return;
  for (const level of measure.levels as { points: number; to?: number }[])
    if (d.chance(40)) level.to = level.points + 1;
}
