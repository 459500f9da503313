// The leaves of a stage's sheet in a scheme: whose each is, and which panel of judges marks it.
import type { Json } from '@jiangong/client';
import { isNode, type Node, stageIn, textOf } from './marks.ts';

export interface Leaf {
  node: Node;
  measure: Node;
  /** The department, if the scheme says one. */
  owner?: string;
  panel?: { id: string; label: string };
  adjustment: boolean;
}
export const nodesIn = (list: Json | undefined): Node[] => (Array.isArray(list) ? list.filter(isNode) : []);

/** Those that have a measure, in the sheet's order. */
export function leavesIn(body: Node | undefined, track: string, stageName: string): Leaf[] {
  const { stage, sheet } = stageIn(body, track, stageName);
  if (!stage || !sheet || !isNode(sheet)) return [];
  const walk = (list: Json | undefined, before: Omit<Leaf, 'node' | 'measure'>): Leaf[] =>
    nodesIn(list).flatMap((node) => {
      const own = { ...before, ...ownerOf(node), ...panelOf(node) };
      const { measure } = node;
      if (node.of) return walk(node.of, own);
      return isNode(measure) ? [{ ...own, node, measure }] : [];
    });
  const { adjustments } = sheet;
  return [
    ...walk(sheet.criteria, { ...panelOf(stage), adjustment: false }),
    ...(isNode(adjustments) ? walk(adjustments.items, { adjustment: true }) : []),
  ];
}
const ownerOf = ({ owner }: Node) => (typeof owner === 'string' ? { owner } : {});
const panelOf = ({ panel, label }: Node) =>
  isNode(panel) ? { panel: { id: String(panel.id), label: textOf(label) } } : {};
