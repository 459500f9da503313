// What a scheme holds, as far as somebody who announces by it has to know.
import type { Json } from '@jiangong/client';
import { isNode, type Node, textOf } from './marks.ts';

interface Named {
  id: string;
  label: string;
}
export interface TrackOutline extends Named {
  groups: Named[];
  stages: (Named & { periods: Named[] })[];
}
const nodes = (list: Json | undefined): Node[] => (Array.isArray(list) ? list.filter(isNode) : []);
const named = (node: Node): Named => ({ id: String(node.id), label: textOf(node.label) || String(node.id) });

/** A scheme's title in Chinese. */
export const titleOf = (body: Node | undefined): string => textOf(body?.title) || textOf(body?.label);
/** Its tracks with their groups, and their stages with their periods. */
export const tracksOf = (body: Node | undefined): TrackOutline[] =>
  nodes(body?.tracks).map((track) => ({
    ...named(track),
    groups: nodes(track.groups).map(named),
    stages: nodes(track.stages).map((stage) => ({ ...named(stage), periods: nodes(stage.periods).map(named) })),
  }));
