// What the contests service answers of fixtures: games, the table, final places.
import { z } from 'zod';
import { code, id, label, prose } from '../values.ts';
import { fixtureDrawn, gameOutcome } from './fixture.ts';

/** How far a fixture is. */
export const fixtureStatus = z.enum(['running', 'ended']);
/** How far a game is: `waiting` for earlier ones, `bye` where nobody comes, `off` where it is not needed. */
export const gameStatus = z.enum(['waiting', 'open', 'entered', 'disputed', 'final', 'bye', 'off']);
/** How far a game is. */
export type GameStatus = z.infer<typeof gameStatus>;
/** A fixture in a list. */
export const fixtureSummary = fixtureDrawn.data.omit({ field: true, matches: true, byes: true, size: true }).extend({
  status: fixtureStatus,
});

const named = { contestant: id, code: code.optional(), name: label.optional() };
const side = z.object(named).nullable();
/** One game; a side is null while it is not known, or where nobody comes. */
export const fixtureGame = z.object({
  game: code,
  part: fixtureDrawn.data.shape.matches.element.shape.part,
  round: z.int(),
  sides: z.tuple([side, side]),
  status: gameStatus,
  outcome: gameOutcome.optional(),
  /** Of an entered game: the contestants that agree. */
  confirmedBy: z.array(id),
  /** Why a side does not agree, or how the organiser decided. */
  reason: prose.optional(),
});
/**
 * A line of a league's table, as far as it was played.
 * @example
 * ```ts
 * const games = { played: 2, won: 1, drawn: 0, lost: 1, scored: 141, conceded: 128 };
 * fixtureLine.parse({ place: 1, contestant: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d42', ...games, points: 3 }).points; // → 3
 * ```
 */
export const fixtureLine = z.object({
  place: z.int(),
  ...named,
  played: z.int(),
  won: z.int(),
  drawn: z.int(),
  lost: z.int(),
  scored: z.int(),
  conceded: z.int(),
  points: z.number(),
});
/** A fixture with its games, the table of a league, and the final places once every game counts. */
export const fixtureView = fixtureSummary.extend({
  contestants: z.array(z.object({ ...named, rank: z.int().nullable() })),
  games: z.array(fixtureGame),
  byes: z.array(z.object({ round: z.int(), ...named })),
  table: z.array(fixtureLine),
  places: z.array(z.object({ ...named, place: z.int() })),
});
/** A fixture with its games. */
export type FixtureView = z.infer<typeof fixtureView>;
