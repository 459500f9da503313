// The one door to the scheme language: parsed texts, what a stage's sheet takes, and which stages another one rests on.
import { type ContestTrack, type EventNamed, type Marks, type Refusal, refuse } from '@jiangong/contracts';
import {
  type Criterion,
  checkInputs,
  findSheet,
  findStage,
  type Panel,
  parseScheme,
  type Scheme,
  type Sheet,
  type Stage,
  type Track,
} from '@jiangong/scoring';

export type Body = EventNamed<'contest-announced'>['data']['body'];
/** A stage of a scheme, in one of its periods if it has any. */
export interface Ref {
  track: string;
  stage: string;
  period: string | null;
}

const parsed = new WeakMap<object, Scheme>();
/** The parsed scheme of a body; the same object is parsed once. */
export function schemeOf(body: Body): Scheme {
  const known = parsed.get(body) ?? parseScheme(body);
  parsed.set(body, known);
  return known;
}

type Label = Criterion['label'];
export const zh = (label: Label): string => (typeof label === 'string' ? label : label.zh);
export const en = (label: Label): string => (typeof label === 'string' ? label : label.en);
const named = ({ id, label }: { id: string; label: Label }) => ({ id, label: zh(label) });

/** The tracks of a scheme with their groups, stages and periods. */
export const outlineOf = (body: Body): Omit<ContestTrack, 'entrants' | 'perUnit'>[] =>
  schemeOf(body).tracks.map(({ id, label, groups = [], stages }) => ({
    ...{ track: id, label: zh(label), groups: groups.map(named) },
    stages: stages.map(({ id, label, periods = [] }) => ({ stage: id, label: zh(label), periods: periods.map(named) })),
  }));

interface Found {
  scheme: Scheme;
  track: Track;
  stage: Stage;
  sheet: Sheet;
}
export function stageIn(body: Body, { track: trackId, stage: stageId }: Pick<Ref, 'track' | 'stage'>): Found {
  const scheme = schemeOf(body);
  const track = scheme.tracks.find(({ id }) => id === trackId);
  const stage = track?.stages.find(({ id }) => id === stageId);
  if (!track || !stage) throw new Error(`the scheme has no stage ${trackId}.${stageId}`);
  return { scheme, track, stage, sheet: findSheet(scheme, track, stage)!.sheet };
}

const leavesOf = (nodes: readonly Criterion[]): Criterion[] =>
  nodes.flatMap((node) => (node.of ? leavesOf(node.of) : [node]));
const allLeaves = ({ criteria, adjustments }: Sheet) => leavesOf([...criteria, ...(adjustments?.items ?? [])]);

const isEntered = ({ measure }: Criterion) => measure && measure.kind !== 'collect' && measure.kind !== 'figure';
/** The criteria of a stage that people enter; judges mark the others. */
export function enteredIn(body: Body, ref: Pick<Ref, 'track' | 'stage'>): Criterion[] {
  const judged = new Set(panelsIn(body, ref).flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  return allLeaves(stageIn(body, ref).sheet).filter((leaf) => isEntered(leaf) && !judged.has(leaf.id));
}

/** What a panel of a stage marks; `needed`: the fewest judges, `full`: the full mark of a criterion that has one. */
export interface JudgedItem {
  id: string;
  label: readonly [string, string];
  needed: number;
  criteria: { id: string; label: string; full: number | undefined }[];
}
/** The panels of a stage; one that stands at several criteria is one. */
export function panelsIn(body: Body, ref: Pick<Ref, 'track' | 'stage'>): JudgedItem[] {
  const { stage, sheet } = stageIn(body, ref);
  const found = new Map<string, JudgedItem>();
  function add(panel: Panel, label: Label, nodes: readonly Criterion[]) {
    const before = found.get(panel.id);
    const criteria = leavesOf(nodes).filter(isEntered).map(judgedOf);
    const needed = Math.max(panel.atLeast, panel.reduce === 'trimmed' ? 2 * panel.drop + 1 : 1);
    found.set(panel.id, {
      ...{ id: panel.id, label: before?.label ?? [zh(label), en(label)] },
      ...{ needed: Math.max(needed, before?.needed ?? 1), criteria: [...(before?.criteria ?? []), ...criteria] },
    });
  }
  function walk(nodes: readonly Criterion[]) {
    for (const node of nodes)
      if (node.panel) add(node.panel, node.label, [node]);
      else walk(node.of ?? []);
  }
  if (stage.panel) add(stage.panel, stage.label, sheet.criteria);
  else walk(sheet.criteria);
  walk(sheet.adjustments?.items ?? []);
  return [...found.values()];
}
const judgedOf = ({ id, label, measure, points }: Criterion) => ({
  ...{ id, label: zh(label) },
  full: measure?.kind === 'value' ? (measure.outOf ?? points) : undefined,
});

/** The stages whose results this one collects, or which admit to it. */
export function sourcesOf(body: Body, ref: Pick<Ref, 'track' | 'stage'>): { track: string; stage: string }[] {
  const { scheme, track, stage, sheet } = stageIn(body, ref);
  const collected = allLeaves(sheet).flatMap(({ measure }) => (measure?.kind === 'collect' ? [measure.from] : []));
  const names = [...collected, ...(stage.admits ? [stage.admits.from] : [])];
  const found = names.map((name) => findStage(scheme, name, track)).filter((each) => each !== undefined);
  const keys = found.map((each) => ({ track: each.track.id, stage: each.stage.id }));
  return [...new Map(keys.map((key) => [`${key.track}.${key.stage}`, key])).values()];
}

/** The first mark that a stage does not take; undefined if it takes them all. */
export function misfitIn(body: Body, ref: Ref, marks: Marks): string | undefined {
  return firstMisfit(marks, enteredIn(body, ref), () =>
    checkInputs(schemeOf(body), ref, { id: 'contestant', inputs: marks }),
  );
}
/** The first mark that a panel does not give; undefined if it gives them all. */
export function judgedMisfitIn(body: Body, ref: Ref, panel: string, marks: Marks): string | undefined {
  const known = panelsIn(body, ref).find(({ id }) => id === panel)?.criteria ?? [];
  return firstMisfit(marks, known, () =>
    checkInputs(schemeOf(body), ref, { id: 'contestant', judges: { [panel]: { seat: marks } } }),
  );
}
function firstMisfit(marks: Marks, known: readonly { id: string }[], found: () => readonly { at: string }[]) {
  const strange = Object.keys(marks).find((criterion) => !known.some(({ id }) => id === criterion));
  if (strange !== undefined) return strange;
  const [first] = found();
  return first && Object.keys(marks).find((criterion) => first.at.endsWith(`/${criterion}`));
}
/** Why a mark is not taken, with what is. */
export function misfit(body: Body, ref: Ref, criterion: string, marks: Marks, known: readonly string[]): Refusal {
  const given = marks[criterion];
  const [label] = itemLabel(body, ref, criterion);
  if (given && 'value' in given && given.value < 0 && known.includes(label))
    return refuse('performance-below-zero', { criterion: label });
  return refuse('performance-misfit', { criterion: label, knownLabels: [...known] });
}

/** What an item of a stage is called. */
export function itemLabel(body: Body, ref: Pick<Ref, 'track' | 'stage'>, item: string): readonly [string, string] {
  if (item === 'admission') return ['入围结果', 'admission'];
  const { sheet } = stageIn(body, ref);
  const walk = (nodes: readonly Criterion[]): Criterion[] => nodes.flatMap((node) => [node, ...walk(node.of ?? [])]);
  const label = walk([...sheet.criteria, ...(sheet.adjustments?.items ?? [])]).find(({ id }) => id === item)?.label;
  return label === undefined ? [item, item] : [zh(label), en(label)];
}
