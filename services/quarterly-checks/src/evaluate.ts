// The one door to scoring: a scheme's text in, results out. Nothing else here knows how points come about.
import { type EntrantResult, jsonObject, type Marks } from '@jiangong/contracts';
import {
  type Entrant,
  evaluateStage,
  inWords,
  type Names as Named,
  type Options,
  parseScheme,
  render,
  type Scheme,
  type StageResult as ScoredStage,
  type Stage,
} from '@jiangong/scoring';

export type Body = Record<string, unknown>;
export type StageResult = ScoredStage;
/** An entrant as scoring reads it. */
export interface Scored {
  id: string;
  group: string | null;
  members?: string[];
  inputs: Marks;
  vetoes: { id: string; by?: string; at?: string; evidence?: string[] }[];
}
export interface Ref {
  track: string;
  stage: string;
  period: string | null;
}
/** A stage (of a period) with everything that it is evaluated from, apart from earlier stages. */
export interface StageInput extends Ref {
  entrants: Scored[];
}
/** Stages of a track that are closed, in order, with the scheme that scores them. */
export interface TrackInput {
  scheme: string;
  schemeVersion: number;
  body: Body;
  stages: StageInput[];
}

const parsed = new WeakMap<object, Scheme>();
/** The parsed scheme of a body; the same object is parsed once. */
export function schemeOf(body: Body): Scheme {
  const known = parsed.get(body) ?? parseScheme(body);
  parsed.set(body, known);
  return known;
}

export function evaluate(
  body: Body,
  ref: Ref,
  entrants: readonly Scored[],
  prior: readonly StageResult[] = [],
  options: Pick<Options, 'assume'> = {},
): StageResult {
  return evaluateStage(schemeOf(body), ref, entrants satisfies readonly Entrant[], prior, options);
}

/** All stages in order, each fed by those before it. */
export function evaluateAll(tracks: readonly TrackInput[]): StageResult[] {
  const results: StageResult[] = [];
  for (const { body, stages } of tracks)
    for (const { entrants, ...ref } of stages) results.push(evaluate(body, ref, entrants, results));
  return results;
}

export type Names = ReadonlyMap<string, { shortName: string }>;
/** What the part of a criterion's plan at a position is called. */
export type PartLabel = Named['part'];

/**
 * The last stage's results, and how one entrant's came about: step by step, and in words that call everything by its label,
 * units by `names`.
 */
export function explained(tracks: readonly TrackInput[], entrant: string, names: Names, part?: PartLabel) {
  const before = evaluateAll(tracks.map((track, at) => (at < tracks.length - 1 ? track : butLast(track))));
  const { body, stages } = tracks.at(-1)!;
  const { entrants, ...ref } = stages.at(-1)!;
  const { explain, ...stage } = evaluateStage(schemeOf(body), ref, entrants, before, { explain: entrant });
  if (!explain) return undefined;
  const called = { entrant: (id: string) => names.get(id)?.shortName ?? id, ...(part ? { part } : {}) };
  const said = inWords(schemeOf(body), explain, called);
  // The tree is the one that the evaluate command gives of the exported inputs.
  return { stage, tree: jsonObject.parse(explain), text: { zh: render(said, 'zh'), en: render(said, 'en') } };
}
const butLast = (track: TrackInput): TrackInput => ({ ...track, stages: track.stages.slice(0, -1) });

/**
 * The result of one entrant alone, and what is missing for it. A mark that no number can be computed from (scoring names
 * it) is as good as missing: it is named, and a round never gets stuck on it.
 */
export function evaluateOne(body: Body, ref: Ref, entrant: Scored): { result: EntrantResult; pending: string[] } {
  try {
    const { entrants, pending } = evaluate(body, ref, [entrant]);
    const { id: _, group: __, place: ___, ...result } = entrants[0]!;
    // A quarter that is not valid owes nothing.
    return { result, pending: result.status === 'invalid' ? [] : [...new Set(pending.map(({ item }) => item))] };
  } catch (error) {
    const item = unfit(error);
    return { result: { status: 'pending', score: null, band: null, bars: [], figures: {} }, pending: [item] };
  }
}

/** An entrant without the marks that no number can be computed from. */
export function evaluable(body: Body, ref: Ref, entrant: Scored): Scored {
  try {
    evaluate(body, ref, [entrant]);
    return entrant;
  } catch (error) {
    const { [unfit(error)]: _, ...inputs } = entrant.inputs;
    return evaluable(body, ref, { ...entrant, inputs });
  }
}

/** The criterion whose mark scoring refused; anything else that it threw is thrown on. */
function unfit(error: unknown): string {
  const item = error instanceof Error && 'at' in error && /\/inputs\/([a-z0-9-]+)/.exec(String(error.at))?.[1];
  if (!item) throw error;
  return item;
}

/** The stages of a track: those that are checked period by period, and the one that ends the year. */
export function stagesOf(body: Body, track: string): { periodic: Stage[]; annual: Stage | undefined } {
  const stages = schemeOf(body).tracks.find(({ id }) => id === track)?.stages ?? [];
  const closing = stages.filter(({ periods }) => !periods);
  return {
    periodic: stages.filter(({ periods }) => periods),
    annual: closing.find(({ id }) => id === 'year') ?? closing.at(-1),
  };
}

/** A score as it is published: two decimals, half away from zero. */
export const published = (score: number | null): number | null =>
  score === null ? null : Math.round(Math.round(score * 10_000) / 100) / 100;
