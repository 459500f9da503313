// Fixtures of a contest's stage: who meets whom, drawn by the system; games entered, confirmed or disputed; final places.
import { z } from 'zod';
import { event } from '../event.ts';
import { code, filledProse, id, label, prose } from '../values.ts';
import { contestExample } from './contest.ts';
import { contestantExample, contestEntrant } from './squad.ts';

/** How contestants meet. */
export const fixtureForm = z.enum(['round-robin', 'swiss', 'single-elimination', 'double-elimination']);
/** How contestants meet. */
export type FixtureForm = z.infer<typeof fixtureForm>;
/** What decides a table, one after another. */
export const tieBreaker = z.enum(['points', 'head-to-head', 'difference', 'scored', 'wins']);
const score = z.tuple([z.int().min(0).max(100_000), z.int().min(0).max(100_000)]);
const points = z.number().min(-100).max(100);
/** Points for each ending, the score that a walkover counts as, and what decides the table in which order. */
export const tableRules = z.strictObject({
  win: points,
  draw: points,
  loss: points,
  /** Of whoever forfeits; absent: as for a loss. */
  forfeit: points.optional(),
  walkover: score.refine(([more, less]) => more > less, '前者应大于后者 / the first must be larger'),
  by: z.array(tieBreaker).min(1).max(5),
});
/** How a game ended: nobody wins a draw, nor where both sides forfeit. */
export const gameOutcome = z.object({
  winner: id.nullable(),
  score: score.optional(),
  how: z.enum(['walkover', 'forfeit']).optional(),
});
/** How a game ended. */
export type GameOutcome = z.infer<typeof gameOutcome>;

/** Draws the fixture of a stage, of one group or of everybody; drawn again before a game is entered, it takes a reason. */
export const drawFixture = z.strictObject({
  form: fixtureForm,
  group: code.optional(),
  /** The criterion that takes the final place; may be left out where the stage has one. */
  criterion: code.optional(),
  /** A closed stage by whose places contestants are seeded; those of one group meet as late as they can. */
  seedBy: id.optional(),
  /** Whoever is seeded, from the first; the others follow by lot. */
  seeded: z.array(id).max(256).optional(),
  /** Of a round robin: how often each pair meets. */
  legs: z.int().min(1).max(4).default(1),
  /** Of a Swiss fixture: how many rounds. */
  rounds: z.int().min(1).max(20).optional(),
  /** Of a single elimination: whether third place is played for. */
  third: z.boolean().default(false),
  rules: tableRules.optional(),
  reason: filledProse.optional(),
});
const given = {
  score: score.optional(),
  /** Needed where the score does not say; null: nobody, since both sides forfeit. */
  winner: id.nullable().optional(),
  how: z.enum(['walkover', 'forfeit']).optional(),
};
/** Enters how a game ended, as its referee. */
export const enterGame = z.strictObject(given);
/** Disputes what was entered, as one of its sides. */
export const disputeGame = z.strictObject({ reason: filledProse });
/** Decides how a game ended after a dispute, or corrects one that counts. */
export const settleGame = z.strictObject({ ...given, reason: filledProse });

const fixture = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d51';
const stage = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d41';
const other = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d47';
const source = z.union([z.object({ seed: z.int().min(0) }), z.object({ winner: code }), z.object({ loser: code })]);
const match = z.object({
  id: code,
  part: z.enum(['main', 'lower', 'final', 'third']),
  round: z.int().min(1),
  sides: z.tuple([source, source]),
  /** Played only if the second side won that game. */
  ifSecondWon: code.optional(),
});
/** Who has no opponent in a round of a league. */
const bye = z.object({ round: z.int().min(1), seed: z.int().min(0) });
/** A fixture is drawn: its field in the order of the seeds, and every game that is known already. */
export const fixtureDrawn = event(
  'fixture-drawn',
  z.object({
    fixture: id,
    stage: id,
    contest: id,
    group: code.nullable(),
    groupLabel: label.nullable(),
    form: fixtureForm,
    /** Counts from 1. */
    draw: z.int().min(1),
    /** What the lot was drawn with; nobody chose it. */
    seed: label,
    rounds: z.int().min(1),
    rules: z.object(tableRules.shape),
    criterion: code,
    field: z.array(
      z.object({
        contestant: id,
        entrant: contestEntrant,
        /** What they were seeded by; null: the lot alone. */
        rank: z.int().min(1).nullable(),
        from: code.nullable(),
      }),
    ),
    /** Places of a bracket, with those that nobody takes; 0 without one. */
    size: z.int().min(0),
    matches: z.array(match),
    byes: z.array(bye),
    reason: prose.optional(),
    by: z.string(),
  }),
  {
    ...{ fixture, stage, contest: contestExample.contest, group: null, groupLabel: null },
    ...{ form: 'single-elimination', draw: 1, seed: '018f3b5a-7c00-7000-8000-00000000a001', rounds: 1 },
    rules: { win: 2, draw: 1, loss: 0, walkover: [20, 0], by: ['points', 'head-to-head', 'difference'] },
    criterion: 'rank',
    field: [
      { contestant: contestantExample.contestant, entrant: contestantExample.entrant, rank: 1, from: 'a' },
      { contestant: other, entrant: contestantExample.entrant, rank: null, from: null },
    ],
    ...{ size: 2, matches: [{ id: 'final', part: 'final', round: 1, sides: [{ seed: 0 }, { seed: 1 }] }], byes: [] },
    by: 'user-union',
  },
);
/** The next round of a Swiss fixture, by the table after the one before. */
export const fixtureRoundDrawn = event(
  'fixture-round-drawn',
  z.object({ fixture: id, round: z.int().min(2), matches: z.array(match), byes: z.array(bye) }),
  {
    ...{ fixture, round: 2, byes: [] },
    matches: [{ id: 'r2-1', part: 'main', round: 2, sides: [{ seed: 0 }, { seed: 1 }] }],
  },
);
const game = { fixture: id, game: code };
const gameExample = { fixture, game: 'final' };
const outcome: GameOutcome = { winner: contestantExample.contestant, score: [68, 61] };
/** The referee says how a game ended. */
export const fixtureGameEntered = event(
  'fixture-game-entered',
  z.object({ ...game, outcome: gameOutcome, by: z.string() }),
  { ...gameExample, outcome, by: 'user-referee' },
);
/** A side agrees, or the organiser does for both (`of` is null): once both agree, the game counts. */
export const fixtureGameConfirmed = event(
  'fixture-game-confirmed',
  z.object({ ...game, of: id.nullable(), by: z.string() }),
  { ...gameExample, of: contestantExample.contestant, by: 'user-branch' },
);
/** A side does not agree: the organiser decides. */
export const fixtureGameDisputed = event(
  'fixture-game-disputed',
  z.object({ ...game, of: id, reason: prose, by: z.string() }),
  { ...gameExample, of: other, reason: '末节三分球漏记', by: 'user-branch' },
);
/** The organiser decides how a game ended; it counts at once. */
export const fixtureGameSettled = event(
  'fixture-game-settled',
  z.object({ ...game, outcome: gameOutcome, reason: prose, by: z.string() }),
  { ...gameExample, outcome, reason: '录像复核，比分无误', by: 'user-union' },
);
/** Every game counts: these are the final places, which the stage's results take in. Said again when a correction moves them. */
export const fixtureEnded = event(
  'fixture-ended',
  z.object({
    fixture: id,
    stage: id,
    contest: id,
    criterion: code,
    revision: z.int().min(1),
    places: z.array(z.object({ contestant: id, place: z.int().min(1) })),
    /** Why they are others than before. */
    reason: prose.optional(),
    by: z.string(),
  }),
  {
    ...{ fixture, stage, contest: contestExample.contest, criterion: 'rank', revision: 1, by: 'user-branch' },
    places: [
      { contestant: contestantExample.contestant, place: 1 },
      { contestant: other, place: 2 },
    ],
  },
);

/** The events of a fixture. */
export const fixtureEvents = [
  fixtureDrawn,
  fixtureRoundDrawn,
  fixtureGameEntered,
  fixtureGameConfirmed,
  fixtureGameDisputed,
  fixtureGameSettled,
  fixtureEnded,
] as const;
