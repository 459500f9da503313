// A test vector: a scheme with inputs, and the results or the refusal that every implementation of docs/verify.md must come to.
import {
  type Entrant,
  evaluateSeason,
  parseScheme,
  type SchemeInput,
  type Season,
  type StageResult,
} from '../../src/index.ts';

export interface Vector {
  name: string;
  scheme: SchemeInput;
  season: Season;
  results?: StageResult[];
  refused?: string;
}

/** What the evaluator gives. */
export function vector(name: string, scheme: object, season: Season): Vector {
  const given = { name, scheme: scheme as SchemeInput, season };
  try {
    return { ...given, results: evaluateSeason(parseScheme(scheme), season).results };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined || code === 'shape') throw error;
    return { ...given, refused: code };
  }
}

/** What a scheme with one stage may say more than its sheet. */
export interface More {
  language?: 1 | 2;
  groups?: string[];
  stage?: object;
  ref?: object;
}

/** One stage `s` of track `t` and its entrants. */
export function once(
  name: string,
  sheet: object,
  entrants: Entrant[],
  { language = 1, groups, stage, ref }: More = {},
) {
  const stages = [{ id: 's', label: 's', sheet, ...stage }];
  const track = { id: 't', label: 't', ...(groups ? { groups: groups.map(named) } : {}), stages };
  const scheme = { language, id: 'vector', version: 1, title: 'vector', tracks: [track] };
  return vector(name, scheme, { stages: [{ track: 't', stage: 's', ...ref, entrants }] });
}

export const named = (id: string) => ({ id, label: id });
/** A criterion that is marked. */
export const mark = (id: string, points: number, more: object = {}) => ({
  ...{ id, label: id, points, measure: { kind: 'value' } },
  ...more,
});
/** An entrant with entries by criterion; a number is a mark, a text the reason why there is none. */
export function entrant(id: string, inputs: Record<string, unknown> = {}, more: object = {}): Entrant {
  const entries = Object.entries(inputs).flatMap(([item, entry]) => {
    if (entry === undefined) return [];
    return [[item, typeof entry === 'number' ? { value: entry } : typeof entry === 'string' ? { na: entry } : entry]];
  });
  return { id, inputs: Object.fromEntries(entries), ...more } as Entrant;
}
/** Numbers around a boundary: at it, and the nearest ones of four decimals. */
export const around = (...at: number[]): number[] => at.flatMap((x) => [x - 0.0001, x, x + 0.0001].map(four));
export const four = (x: number): number => Math.round(x * 10_000) / 10_000;
