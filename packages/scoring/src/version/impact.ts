// What a new version would do to a season that has been entered: the same inputs under both, and whose place moves.
import type { Season } from '../input.ts';
import type { InputError } from '../refusal.ts';
import type { EntrantResult, StageResult } from '../result.ts';
import type { Scheme } from '../schema/scheme.ts';
import { evaluateStage } from '../stage/evaluate.ts';
import { stageName } from '../stage/prior.ts';

export interface Standing {
  status: EntrantResult['status'];
  score: number | null;
  place: number | null;
  honours: string[];
}

/** One entrant whose status, place or honours the new version changes, before and after. Scores are points. */
export interface Move {
  /** `track.stage` or `track.stage.period`. */
  stage: string;
  id: string;
  group: string | null;
  before: Standing;
  after: Standing;
}

/** What a new version changes in a season. */
export interface Impact {
  /** Entrants whose place, status or honours would change. */
  moves: Move[];
  /** Entrants whose score would change, moved or not. */
  rescored: number;
  /** The inputs do not fit the new version: what the evaluator refused, and where. */
  refused?: { stage: string; code: string; at: string; message: string };
}

/**
 * Evaluates the same season under two versions and compares. Inputs that do not fit the new version are returned as `refused`;
 * throws an `InputError` if they do not fit the old one.
 *
 * @example
 * ```ts
 * const scheme = parseScheme(templates['wu-bi-wu-sai']!);
 * const season = examples['wu-bi-wu-sai']!;
 * impact(scheme, scheme, season); // → { moves: [], rescored: 0 }
 * ```
 */
export function impact(before: Scheme, after: Scheme, season: Season): Impact {
  const found: Impact = { moves: [], rescored: 0 };
  const old: StageResult[] = [];
  const renewed: StageResult[] = [];
  for (const { entrants, ...ref } of season.stages) {
    const stage = stageName(ref.track, ref.stage, ref.period ?? null);
    old.push(evaluateStage(before, ref, entrants, old));
    try {
      renewed.push(evaluateStage(after, ref, entrants, renewed));
    } catch (error) {
      const { code, at, message } = error as InputError;
      if (code === undefined) throw error;
      return { ...found, refused: { stage, code, at, message } };
    }
    compareStage(stage, old.at(-1)!, renewed.at(-1)!, found);
  }
  return found;
}

function compareStage(stage: string, before: StageResult, after: StageResult, found: Impact): void {
  const later = new Map(after.entrants.map((e) => [e.id, e]));
  const [old, renewed] = [honoursOf(before), honoursOf(after)];
  for (const entrant of before.entrants) {
    const then = later.get(entrant.id);
    if (!then) continue;
    if (entrant.score !== then.score) found.rescored++;
    const [a, b] = [standing(entrant, old), standing(then, renewed)];
    const same = a.place === b.place && a.status === b.status && a.honours.join() === b.honours.join();
    if (!same) found.moves.push({ stage, id: entrant.id, group: entrant.group, before: a, after: b });
  }
}

function honoursOf(result: StageResult): Map<string, string[]> {
  const byId = new Map<string, string[]>();
  for (const { honour, granted } of result.honours) {
    for (const id of granted) byId.set(id, [...(byId.get(id) ?? []), honour]);
  }
  return byId;
}

function standing({ id, status, score, place }: EntrantResult, honours: Map<string, string[]>): Standing {
  return { status, score, place, honours: honours.get(id) ?? [] };
}
