// What people enter in a stage of a contest, and what its judges mark, as its scheme says.
import type { CheckCriterion } from '@jiangong/client';
import { type Leaf, leavesIn, nodesIn } from '../parts/leaves.ts';
import { type Node, textOf } from '../parts/marks.ts';

export interface Judged {
  /** The panel as the scheme calls it. */
  item: string;
  label: string;
  criteria: CheckCriterion[];
}
export interface StageCriteria {
  entered: CheckCriterion[];
  judged: Judged[];
}
const KINDS = ['value', 'ratio', 'events', 'level'] as const;

export function criteriaIn(body: Node | undefined, track: string, stage: string): StageCriteria {
  const entered: CheckCriterion[] = [];
  const judged = new Map<string, Judged>();
  for (const leaf of leavesIn(body, track, stage)) {
    const found = criterionOf(leaf);
    const { panel } = leaf;
    if (!panel) entered.push(...found);
    else {
      const known = judged.get(panel.id) ?? { item: panel.id, label: panel.label, criteria: [] };
      judged.set(panel.id, { ...known, criteria: [...known.criteria, ...found] });
    }
  }
  return { entered, judged: [...judged.values()] };
}

/** None where nobody enters it, because it follows from other results. */
function criterionOf({ node, measure, adjustment }: Leaf): CheckCriterion[] {
  const { points, scale } = node;
  const kind = KINDS.find((each) => each === measure.kind);
  if (!kind) return [];
  const most = kind === 'value' && !scale ? (measure.outOf ?? points) : undefined;
  const options = nodesIn(measure.tariff ?? measure.levels);
  return [
    {
      ...{ id: String(node.id), label: textOf(node.label), owner: '', from: 'sheet', kind },
      due: typeof node.due === 'boolean' ? node.due : !adjustment,
      ...(typeof points === 'number' ? { points: typeof most === 'number' ? most : points } : {}),
      ...(typeof most === 'number' ? { most } : {}),
      ...(options.length > 0 ? { codes: options.map(({ id }) => String(id)) } : {}),
    },
  ];
}
