// A result as it would be: the correction is decided as if it were meant, evaluated, shown next to what stands, and not
// kept. For an appeal: both explanations, and who else would move.
import {
  type Actor,
  type Entrant,
  evaluationId,
  isRefusal,
  type Marks,
  type Moved,
  type Read,
  type Refusal,
  refuse,
  reviewId,
  type whatIf,
  type whatIfView,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { checksOf, launchedOf, namesIn, namesOf, roundInput } from './assemble.ts';
import { codeLabelsOf, criteriaOf } from './criteria.ts';
import { explained, type PartLabel, published, type Scored, type StageResult, type TrackInput } from './evaluate.ts';
import { partLabelOf } from './plan.ts';
import { rankChangesOf, standingsIn } from './rank-changes.ts';
import { decide as review } from './review.ts';
import { corrected } from './seal.ts';
import { sightOfResult } from './sight.ts';
import { checks, entries, evaluations, reviews, rounds } from './views.ts';
import { whatIfOpen } from './what-if-open.ts';
import { tracksOf } from './year.ts';
import { yearOf } from './year-input.ts';

type Change = z.infer<typeof whatIf>;
type Answer = z.infer<typeof whatIfView> | Refusal | undefined;
interface WhatIfContext {
  actor: Actor;
  now: string;
  businessDate: string;
}

export async function whatIfOf(id: string, change: Change, context: WhatIfContext, read: Read): Promise<Answer> {
  const check = await read.get(checks, id);
  // Whoever tries marks learns the others' scores by the places that they take.
  const sighting = await sightOfResult(id, { actor: context.actor, read });
  if (sighting && !sighting.all) return refuse('result-not-published');
  return check ? ofCheck(id, change, context, read) : ofYear(id, change, context, read);
}

async function ofCheck(id: string, change: Change, context: WhatIfContext, read: Read): Promise<Answer> {
  const check = (await read.get(checks, id))!;
  const round = (await read.get(rounds, check.round))!;
  if (!check.sealed && (check.status === 'made' || check.status === 'open'))
    return whatIfOpen(check, round, change, context, read);
  if (round.status !== 'closed') return refuse('not-sealed');
  const data = { ...change, body: round.body, reason: '—' };
  const decided = corrected(check, { ...context, type: 'correct', id, data });
  if (isRefusal(decided)) return decided;
  const [event] = decided;
  if (event?.type !== 'result-corrected') return undefined;
  const { entrant, inputs, vetoes } = event.data;
  const scored: Scored = { id: check.entry, group: entrant.group ?? null, inputs, vetoes };
  const all = await checksOf(round, read);
  const inRound = [roundInput(round, all)];
  const about = namesIn(all);
  const answer = compare(
    id,
    entrant,
    inRound,
    withEntrant(inRound, round.period.id, scored),
    about,
    partLabelOf(check),
  );

  // Where the year is evaluated, it would move with the quarter.
  const launched = await launchedOf(check.competition, read);
  const evaluated = await read.get(evaluations, evaluationId(check.competition, check.track));
  const year = launched && evaluated && (await yearOf(launched, check.track, read));
  if (!answer || !year) return answer;
  const stands = tracksOf(year.input);
  const inYear = compare(id, entrant, stands, withEntrant(stands, round.period.id, scored), namesOf(year.known));
  return { ...answer, moves: [...answer.moves, ...(inYear?.moves ?? [])] };
}

async function ofYear(id: string, change: Change, context: WhatIfContext, read: Read): Promise<Answer> {
  const entry = await read.get(entries, id);
  const launched = entry && (await launchedOf(entry.competition, read));
  const track = entry?.track;
  if (!launched || !track || !(await read.get(evaluations, evaluationId(launched.competition, track))))
    return undefined;
  const year = await yearOf(launched, track, read);
  const about = year && namesOf(year.known);
  const entrant = about?.get(id);
  if (!year || !entrant) return undefined;
  const [veto] = [...change.raise.map(({ kind }) => kind), ...change.lift];
  if (veto !== undefined)
    return refuse('unknown-veto', { kind: veto, known: [], knownLabels: ['无'], knownLabelsEn: ['none'] });
  if (Object.keys(change.marks).length === 0) return refuse('nothing-to-correct');
  const { body, stage } = year.input;
  const criteria = criteriaOf(body, track, stage);
  const codeLabels = codeLabelsOf(body, track, stage);
  const data = { competition: launched.competition, track, entrant, criteria, codeLabels, marks: change.marks };
  const before = await read.get(reviews, reviewId(id));
  // Nothing is kept, so anybody may try the mark of any department.
  const actor = { ...context.actor, roles: ['organiser' as const], units: [] };
  const decided = review(before, { ...context, actor, type: 'record', id: reviewId(id), data });
  if (isRefusal(decided)) return decided;
  const marks: Marks = { ...before?.marks, ...decided[0]!.data.marks };
  const reviewed = year.input.entrants.map((each) => (each.entrant.entry === id ? { ...each, inputs: marks } : each));
  return compare(id, entrant, tracksOf(year.input), tracksOf({ ...year.input, entrants: reviewed }), about!);
}

const withEntrant = (tracks: TrackInput[], period: string, scored: Scored): TrackInput[] =>
  tracks.map((track) => ({
    ...track,
    stages: track.stages.map((stage) =>
      stage.period === period
        ? { ...stage, entrants: stage.entrants.map((each) => (each.id === scored.id ? scored : each)) }
        : stage,
    ),
  }));

/** The last stage under both inputs. */
function compare(
  result: string,
  entrant: Entrant,
  stands: TrackInput[],
  changed: TrackInput[],
  about: ReadonlyMap<string, Entrant>,
  part?: PartLabel,
): z.infer<typeof whatIfView> | undefined {
  const { entry } = entrant;
  const [before, after] = [stands, changed].map((input) => explained(input, entry, about, part));
  if (!before || !after) return undefined;
  const { track, stage, period } = after.stage;
  const where = { track, stage, period };
  const moves = rankChangesOf(standingsIn(before.stage), after.stage, about).map((move: Moved) => ({
    ...move,
    ...where,
  }));
  return { result, entrant, ...where, before: shownResultOf(before, entry), after: shownResultOf(after, entry), moves };
}

export function shownResultOf({ stage, tree, text }: NonNullable<ReturnType<typeof explained>>, entry: string) {
  const { id: _, group: __, place, ...outcome } = resultOf(stage, entry);
  return { place, outcome, score: published(outcome.score), tree, text };
}
const resultOf = ({ entrants }: StageResult, entry: string) => entrants.find(({ id }) => id === entry)!;
