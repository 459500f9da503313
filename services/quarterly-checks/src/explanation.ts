// Why a result is what it is: criterion by criterion with the marks it was scored from, and step by step in words.
import { type EntrantResult, evaluationId, type Marks, type Read, refuse, reviewId } from '@jiangong/contracts';
import type { Criterion } from '@jiangong/scoring';
import { checksOf, namesIn, namesOf, roundInput } from './assemble.ts';
import type { Check } from './check-state.ts';
import { sheetOf, zh } from './criteria.ts';
import { type Body, explained, published } from './evaluate.ts';
import { partLabelOf } from './plan.ts';
import { provisionalIn, standingRound } from './provisional.ts';
import type { Round } from './round.ts';
import { honoursOfRound } from './round-honours.ts';
import { scorersOf, standing } from './seal.ts';
import { type Asking, sightOfResult } from './sight.ts';
import { annualPages, checks, competitions, entries, evaluations, reviews, rounds } from './views.ts';
import { type Honours, tracksOf } from './year.ts';
import { yearOf } from './year-input.ts';

/** Of a check, sealed or as far as it has come, or of an entry's completed year. */
export async function explanationOf(id: string, asking: Asking) {
  const { read } = asking;
  const check = await read.get(checks, id);
  const sighting = await sightOfResult(id, asking);
  if (sighting && sighting.sight !== 'result') return refuse('result-not-published');
  return check ? ofCheck(id, read) : ofYear(id, read);
}

async function ofCheck(id: string, read: Read) {
  const check = (await read.get(checks, id))!;
  const { entrant, track, stage, period, scheme, schemeVersion, round, sealed } = check;
  if (check.status === 'withdrawn') return undefined;
  const inRound = (await read.get(rounds, round))!;
  const { body } = inRound;
  const all = await checksOf(inRound, read);
  if (!sealed) return soFar(check, inRound, all);
  const { revision, inputs, vetoes, result, scoredBy, inputDigest, resultDigest } = sealed;
  const explanation = explained([roundInput(inRound, all)], entrant.entry, namesIn(all), partLabelOf(check));
  const honours = explanation && seatsOf(honoursOfRound(inRound, all, explanation.stage), entrant.entry);
  return (
    explanation && {
      ...{ result: id, entrant, track, stage, period: period.id, scheme, schemeVersion, revision, vetoes, scoredBy },
      outcome: result,
      score: published(result.score),
      criteria: criteriaWith(body, track, stage, result, inputs),
      ...(honours?.length ? { honours } : {}),
      ...{ tree: explanation.tree, text: explanation.text, inputDigest, resultDigest },
    }
  );
}

/** Nothing is decided yet: what is in is explained, what is missing is named, and no digest vouches for it. */
function soFar(check: Check, round: Round, all: readonly Check[]) {
  const { entrant, track, stage, period, scheme, schemeVersion } = check;
  const input = standingRound(round, all);
  const explanation = explained([input], entrant.entry, namesIn(all), partLabelOf(check));
  const found = explanation?.stage.entrants.find(({ id }) => id === entrant.entry);
  if (!explanation || !found) return undefined;
  const { id: _, group: __, place: ___, ...outcome } = found;
  const { inputs } = input.stages[0]!.entrants.find(({ id }) => id === entrant.entry)!;
  const provisional = provisionalIn(round, all).get(entrant.entry);
  return {
    ...{ result: check.check, entrant, track, stage, period: period.id, scheme, schemeVersion, revision: 0 },
    ...{ outcome, score: published(outcome.score), ...(provisional ? { provisional } : {}) },
    criteria: criteriaWith(round.body, track, stage, outcome, inputs),
    ...{ vetoes: standing(check), scoredBy: scorersOf(check), tree: explanation.tree, text: explanation.text },
  };
}

async function ofYear(id: string, read: Read) {
  const entry = await read.get(entries, id);
  const launched = entry && (await read.get(competitions, entry.competition));
  const own = launched?.tracks.find(({ track }) => track === entry?.track);
  if (!entry || !launched || !own) return undefined;
  const { track, body, scheme, schemeVersion } = own;
  const evaluation = evaluationId(launched.competition, track);
  const pages = await read.all(annualPages, { evaluation });
  const found = pages.flatMap(({ results }) => results).find(({ entrant }) => entrant.entry === id);
  const completed = await read.get(evaluations, evaluation);
  const year = await yearOf(launched, track, read);
  const explanation = year && explained(tracksOf(year.input), id, namesOf(year.known));
  if (!found || !completed || !explanation) return undefined;
  const { stage } = pages[0]!;
  const review = await read.get(reviews, reviewId(id));
  const honours = seatsOf(completed.honours, id);
  return {
    ...{ result: id, entrant: found.entrant, track, stage, period: null, scheme, schemeVersion },
    revision: completed.revision,
    outcome: found.result,
    score: published(found.result.score),
    criteria: criteriaWith(body, track, stage, found.result, review?.marks ?? {}),
    vetoes: [],
    scoredBy: completed.scoredBy,
    ...(honours.length > 0 ? { honours } : {}),
    ...{ tree: explanation.tree, text: explanation.text },
    ...{ inputDigest: completed.inputDigest, resultDigest: completed.resultDigest },
  };
}

const seats = ['granted', 'referred', 'provisional'] as const;
/** What an entrant gets, is tied for, or waits for. */
const seatsOf = (honours: Honours, entry: string) =>
  honours.flatMap(({ honour, label, ...units }) =>
    seats.filter((seat) => units[seat].some((unit) => unit.entry === entry)).map((seat) => ({ honour, label, seat })),
  );

function criteriaWith(body: Body, track: string, stage: string, { figures }: EntrantResult, marks: Marks) {
  const sheet = sheetOf(body, track, stage);
  const walk = (nodes: readonly Criterion[], adjustment: boolean, within?: string): Line[] =>
    nodes.flatMap(({ id, label, points, of }) => {
      const line = {
        criterion: id,
        label: zh(label),
        ...(within ? { within } : {}),
        adjustment,
        ...(points === undefined ? {} : { most: points }),
        ...(figures[id] === undefined ? {} : { points: figures[id] }),
        ...(figures[`${id}.raw`] === undefined ? {} : { raw: figures[`${id}.raw`] }),
        ...(marks[id] ? { mark: marks[id] } : {}),
      };
      return [line, ...walk(of ?? [], adjustment, id)];
    });
  return [...walk(sheet.criteria, false), ...walk(sheet.adjustments?.items ?? [], true)];
}
interface Line {
  criterion: string;
  label: string;
  within?: string;
  adjustment: boolean;
  most?: number;
  points?: number;
  raw?: number;
  mark?: Marks[string];
}
