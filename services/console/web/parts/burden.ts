// What everybody will have to fill in under a scheme: boxes of each track and stage, by who fills them.
import type { Label } from '../app/label.ts';
import { type Leaf, leavesIn, nodesIn } from './leaves.ts';
import { isNode, type Node, stageIn, textOf } from './marks.ts';
import { type TrackOutline, tracksOf } from './scheme-outline.ts';

interface Filled {
  who: Label;
  boxes: number;
}
export interface StageBurden {
  label: string;
  /** How often it comes. */
  times: number;
  by: Filled[];
  boxes: number;
}
export interface Burden {
  track: string;
  label: string;
  stages: StageBurden[];
}
const ENTRANT: Label = ['参赛单位', 'Entrant'];
const JUDGE: Label = ['评委', 'Judges'];
const ORGANISER: Label = ['组织者', 'Organiser'];

/** Stages that collect others are not listed: nobody fills them in. */
export function burdenOf(body: Node | undefined): Burden[] {
  return tracksOf(body).map((track) => ({
    ...{ track: track.id, label: track.label },
    stages: track.stages.map((stage) => ofStage(body, track, stage)).filter(({ boxes }) => boxes > 0),
  }));
}

function ofStage(
  body: Node | undefined,
  track: TrackOutline,
  { id, label, periods }: TrackOutline['stages'][number],
): StageBurden {
  const departments = new Map(nodesIn(body?.departments).map((each) => [String(each.id), departmentOf(each)]));
  const fallback = fallbackOf(body, track.id, id, departments);
  const isPeriodic = periods.length > 0;
  const onSite = validityOf(body, track.id, id);
  const counts = new Map<string, Filled>();
  const add = (who: Label, boxes: number) =>
    counts.set(who[0], { who, boxes: (counts.get(who[0])?.boxes ?? 0) + boxes });
  for (const leaf of leavesIn(body, track.id, id)) {
    const owner = departments.get(leaf.owner ?? '') ?? fallback;
    for (const [who, boxes] of boxesOf(leaf, isPeriodic, onSite, owner)) add(who, boxes);
  }
  const by = [...counts.values()];
  return { label, times: Math.max(1, periods.length), by, boxes: by.reduce((sum, each) => sum + each.boxes, 0) };
}

function boxesOf(
  { node, measure, panel }: Leaf,
  isPeriodic: boolean,
  onSite: ReadonlySet<string>,
  owner: Label,
): [who: Label, boxes: number][] {
  if (measure.kind === 'collect' || measure.kind === 'figure') return [];
  if (panel) return [[JUDGE, 1]];
  if (!isPeriodic) return [[ORGANISER, 1]];
  if (measure.kind !== 'ratio') return [[owner, 1]];
  // Days on site follow from the project's status; of work, the plan and what was done are reported, then verified.
  if (node.points === undefined && onSite.has(`${String(node.id)}.raw`)) return [];
  return [
    [ENTRANT, 2],
    [owner, 1],
  ];
}

const departmentOf = ({ id, label }: Node): Label => {
  const zh = textOf(label) || String(id);
  return [zh, isNode(label) ? String(label.en ?? zh) : zh];
};
/** Whose a criterion is that names no department: the main one's, or the first. */
function fallbackOf(
  body: Node | undefined,
  track: string,
  stage: string,
  departments: ReadonlyMap<string, Label>,
): Label {
  const { sheet } = stageIn(body, track, stage);
  const main = isNode(sheet) && isNode(sheet.main) ? sheet.main.criterion : undefined;
  const owner = isNode(sheet) ? nodesIn(sheet.criteria).find(({ id }) => id === main)?.owner : undefined;
  return departments.get(String(owner)) ?? [...departments.values()][0] ?? ['工会', 'Union'];
}
function validityOf(body: Node | undefined, track: string, stage: string): ReadonlySet<string> {
  const { sheet } = stageIn(body, track, stage);
  return new Set(isNode(sheet) ? nodesIn(sheet.validIf).map(({ figure }) => String(figure)) : []);
}
