// What the clients do: short chains of commands through every service, tied together by events, and single commands on
// streams that everybody writes to at once.
import { alliance } from './alliances-work.ts';
import { awards } from './awards-work.ts';
import { competition, hotEntry, hotStudio, hotUnit, personLife, unitLife } from './competitions-work.ts';
import { contest, league } from './contests-work.ts';
import { points } from './points-work.ts';
import { type Random, weighted } from './random.ts';
import type { Chain } from './worker.ts';

export const drawChain = (random: Random): Chain =>
  weighted(random, [
    [8, unitLife],
    [4, personLife],
    [10, hotUnit],
    [6, hotStudio],
    [3, hotEntry],
    [3, competition],
    [3, contest],
    [2, league],
    [3, points],
    [4, alliance],
    [5, awards],
  ]);
