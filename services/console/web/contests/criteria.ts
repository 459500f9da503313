// What people enter in a stage of a contest, and what its judges mark, as its scheme says.
import type { CheckCriterion, Json } from '@jiangong/client';
import { isNode, type Node, stageIn, textOf } from '../parts/marks.ts';

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

const nodes = (list: Json | undefined): Node[] => (Array.isArray(list) ? list.filter(isNode) : []);

export function criteriaIn(body: Node | undefined, track: string, stageName: string): StageCriteria {
  const { stage, sheet } = stageIn(body, track, stageName);
  const entered: CheckCriterion[] = [];
  const judged = new Map<string, Judged>();
  /** The list that leaves of a node go to: their panel's, or what everybody enters. */
  function listOf(node: Node, before: CheckCriterion[]): CheckCriterion[] {
    const { panel } = node;
    if (!panel || !isNode(panel)) return before;
    const item = String(panel.id);
    const known = judged.get(item) ?? { item, label: textOf(node.label), criteria: [] };
    judged.set(item, known);
    return known.criteria;
  }
  function walk(list: Json | undefined, into: CheckCriterion[], due: boolean) {
    for (const node of nodes(list)) {
      const own = listOf(node, into);
      if (node.of) walk(node.of, own, due);
      else own.push(...leafOf(node, due));
    }
  }
  if (!stage || !sheet || !isNode(sheet)) return { entered, judged: [] };
  walk(sheet.criteria, listOf(stage, entered), true);
  if (isNode(sheet.adjustments)) walk(sheet.adjustments.items, entered, false);
  return { entered, judged: [...judged.values()] };
}

function leafOf(node: Node, due: boolean): CheckCriterion[] {
  const { measure, points, scale } = node;
  if (!measure || !isNode(measure)) return [];
  const kind = KINDS.find((each) => each === measure.kind);
  if (!kind) return [];
  const most = kind === 'value' && !scale ? (measure.outOf ?? points) : undefined;
  const options = nodes(measure.tariff ?? measure.levels);
  return [
    {
      ...{ id: String(node.id), label: textOf(node.label), owner: '', from: 'sheet', kind },
      due: typeof node.due === 'boolean' ? node.due : due,
      ...(typeof points === 'number' ? { points: typeof most === 'number' ? most : points } : {}),
      ...(typeof most === 'number' ? { most } : {}),
      ...(options.length > 0 ? { codes: options.map(({ id }) => String(id)) } : {}),
    },
  ];
}
