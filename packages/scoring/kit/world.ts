// A pool of random schemes, parsed once, and a season of random entrants for any seed.
import { type Entrant, evaluateStage, parseScheme, type Scheme, type StageResult } from '../src/index.ts';
import { type Draw, draw } from './draw.ts';
import { type Gaps, randomEntrants } from './entrants.ts';
import { randomScheme } from './schemes.ts';

export const pool: readonly Scheme[] = Array.from({ length: 300 }, (_, i) => parseScheme(randomScheme(draw(i))));

export interface World {
  d: Draw;
  index: number;
  scheme: Scheme;
  entrants: Entrant[];
}

const SOME: Gaps = { missing: 1, na: 4, veto: 12 };
/** Every entry there and assessable. */
export const COMPLETE: Gaps = { missing: 0, na: 0, veto: 0 };

export function world(seed: number, count = 5, gaps: Gaps = SOME): World {
  const d = draw(seed);
  const index = d.below(pool.length);
  const scheme = pool[index]!;
  return { d, index, scheme, entrants: randomEntrants(d, scheme, count, gaps) };
}

export const ROUND = { track: 'things', stage: 'round', period: 'p1' };

export function round(scheme: Scheme, entrants: Entrant[], period = 'p1', explain?: string) {
  return evaluateStage(scheme, { ...ROUND, period }, entrants, [], { explain });
}

/** Both rounds, the final and the owners' stage, in order. */
export function season(scheme: Scheme, first: Entrant[], second: Entrant[], d: Draw): StageResult[] {
  const results: StageResult[] = [round(scheme, first, 'p1'), round(scheme, second, 'p2')];
  const reviews = first.map((e, i) => ({
    id: e.id,
    ...(e.group ? { group: e.group } : {}),
    inputs: { review: { value: (i * 3) % 21 } },
  }));
  results.push(evaluateStage(scheme, { track: 'things', stage: 'final' }, reviews, results));
  const half = 1 + d.below(first.length - 1);
  const ids = first.map((e) => e.id);
  const owners = [
    { id: 'one', members: ids.slice(0, half), inputs: {} },
    { id: 'two', members: ids.slice(half), inputs: {} },
  ];
  results.push(evaluateStage(scheme, { track: 'owners', stage: 'rank' }, owners, results));
  return results;
}
