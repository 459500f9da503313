// Corrections, reviews and the annual evaluation meet in any order; the year always ends as its inputs then are.
import { type Actor, checkId, digestOf, evaluationId, reviewId, roundId } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCommand } from './check.ts';
import { criteriaOf } from './criteria.ts';
import { evaluationCommand } from './evaluation.ts';
import { reviewCommand } from './review.ts';
import { roundCommand } from './round.ts';
import { accepted, competition, entrantOf, launch, simulation, smallScheme } from './simulation.fixture.ts';
import { annualPages, competitions, evaluationRevisions, evaluations, type LaunchedRow } from './views.ts';
import { evaluateYear, tracksOf } from './year.ts';
import { yearOf } from './year-input.ts';

const round = roundId(competition, 'projects', 'q1');
const evaluation = evaluationId(competition, 'projects');
const entrants = [0, 1, 2].map(entrantOf);
const safety: Actor = { sub: 'safety', org: 'o', roles: ['checker'], departments: ['safety'], units: [] };
const organiser: Actor = { ...safety, sub: 'organiser', roles: ['organiser'], departments: [] };

/** A closed quarter of three, and the deeds that may follow in any order. */
async function closed() {
  const world = simulation();
  const { command, publish, settle, read, row } = world;
  for (const entrant of entrants) publish(...accepted(entrant));
  publish(`competition/${competition}`, launch);
  await settle(() => 0);
  command(roundCommand(round, 'open', { unknown: [], panel: ['safety'] }));
  await settle(() => 0);
  for (const [n, { entry }] of entrants.entries()) {
    const data = { department: 'safety', marks: { safety: { value: 50 + n } } };
    command(checkCommand(checkId(entry, 'q1'), 'save-sheet', data), safety);
    command(checkCommand(checkId(entry, 'q1'), 'submit-sheet', { department: 'safety' }), safety);
  }
  command(roundCommand(round, 'close', { missing: [], count: 3 }));
  await settle(() => 0);
  const launched = row<LaunchedRow>(competitions, competition)!;
  const year = async () => (await yearOf(launched, 'projects', read))!;
  let gathered: Awaited<ReturnType<typeof year>> | undefined;
  return {
    ...world,
    year,
    correct(n: number, value: number) {
      const data = { body: smallScheme, reason: `改为 ${value}`, marks: { safety: { value } }, raise: [], lift: [] };
      command(checkCommand(checkId(entrants[n]!.entry, 'q1'), 'correct', data), organiser);
    },
    review(n: number, value: number) {
      const entrant = entrants[n]!;
      const criteria = criteriaOf(smallScheme, 'projects', 'year');
      const data = { competition, track: 'projects', entrant, criteria, marks: { review: { value } } };
      command(reviewCommand(reviewId(entrant.entry), 'record', data), organiser);
    },
    /** A request for the evaluation reads its inputs, */
    async gather() {
      gathered = await year();
    },
    /** and is decided later. */
    complete() {
      if (!gathered) return;
      const data = { competition, competitionName: '竞赛', year: 2024, ...gathered };
      command(evaluationCommand(evaluation, 'complete', data), organiser);
    },
  };
}

const nth = fc.nat(2);
const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ deliver: fc.nat(1000) }) },
  { weight: 3, arbitrary: fc.record({ correct: nth, value: fc.nat(100) }) },
  { weight: 2, arbitrary: fc.record({ review: nth, value: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ gather: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.record({ complete: fc.constant(true) }) },
);

test('corrections in any order leave the year equal to its inputs, with every rank change in its revisions', async () => {
  let revised = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { maxLength: 60, size: 'max' }),
      fc.infiniteStream(fc.nat(1000)),
      async (deeds, choices) => {
        const world = await closed();
        for (const n of [0, 1, 2]) world.review(n, 10);
        await world.gather();
        for (const each of deeds)
          if ('deliver' in each) await world.deliver(each.deliver);
          else if ('correct' in each) world.correct(each.correct, each.value);
          else if ('review' in each) world.review(each.review, each.value);
          else if ('gather' in each) await world.gather();
          else world.complete();
        world.complete();
        await world.settle(() => choices.next().value!);

        const { input } = await world.year();
        const stage = evaluateYear(input);
        const row = (await world.read.get(evaluations, evaluation))!;
        expect(row.inputDigest).toBe(digestOf({ stages: tracksOf(input).flatMap(({ stages }) => stages) }));
        const pages = await world.read.all(annualPages, { evaluation });
        const published = pages.flatMap(({ results }) => results.map(({ entrant, place }) => [entrant.entry, place]));
        expect(published).toEqual(stage.entrants.map(({ id, place }) => [id, place]));

        const revisions = await world.read.all(evaluationRevisions, { evaluation });
        expect(revisions.map(({ revision }) => revision)).toEqual(revisions.map((_, n) => n + 2));
        expect(row.revision).toBe(revisions.length + 1);
        // The moves of one revision begin where those of the one before ended.
        const last = new Map<string, unknown>();
        for (const { moves, causes } of revisions) {
          expect(causes.length).toBeGreaterThan(0);
          for (const { entry, before, after } of moves) {
            if (last.has(entry)) expect(before).toEqual(last.get(entry));
            last.set(entry, after);
          }
        }
        for (const { id, place } of stage.entrants) if (last.has(id)) expect(last.get(id)).toMatchObject({ place });
        revised += revisions.length;
      },
    ),
    { numRuns: 200 },
  );
  expect(revised).toBeGreaterThan(100);
}, 240_000);
