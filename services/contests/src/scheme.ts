// The one door to the scheme language: parsed texts, what a stage's sheet takes, and which stages another one rests on.
import type { ContestTrack, EventNamed, Mark } from '@jiangong/contracts';
import {
  type Criterion,
  checkInputs,
  findSheet,
  findStage,
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

/** The criteria of a stage that people enter. */
export const enteredIn = (body: Body, ref: Pick<Ref, 'track' | 'stage'>): Criterion[] =>
  allLeaves(stageIn(body, ref).sheet).filter(
    ({ measure }) => measure && measure.kind !== 'collect' && measure.kind !== 'figure',
  );

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
export function misfitIn(body: Body, ref: Ref, marks: Readonly<Record<string, Mark>>): string | undefined {
  const [found] = checkInputs(schemeOf(body), ref, { id: 'contestant', inputs: marks });
  return found && Object.keys(marks).find((criterion) => found.at === `/inputs/${criterion}`);
}

/** What an item of a stage is called. */
export function itemLabel(body: Body, ref: Pick<Ref, 'track' | 'stage'>, item: string): readonly [string, string] {
  if (item === 'admission') return ['入围结果', 'admission'];
  const { sheet } = stageIn(body, ref);
  const walk = (nodes: readonly Criterion[]): Criterion[] => nodes.flatMap((node) => [node, ...walk(node.of ?? [])]);
  const label = walk([...sheet.criteria, ...(sheet.adjustments?.items ?? [])]).find(({ id }) => id === item)?.label;
  return label === undefined ? [item, item] : [zh(label), en(label)];
}
