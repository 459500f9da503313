// What the year of a track is evaluated from, gathered from the views: closed periods, reviews, years it collects.
import { type Entrant, evaluationId, type Read, type RevisionCause, reviewId, roundId } from '@jiangong/contracts';
import { checksOf, sealedInput } from './assemble.ts';
import type { Check } from './check-state.ts';
import { criteriaOf } from './criteria.ts';
import { stagesOf, type TrackInput } from './evaluate.ts';
import type { Round } from './round.ts';
import { annualPages, entries, evaluations, type LaunchedRow, reviews, rounds } from './views.ts';
import { collectedTracks, periodicStage, tracksOf, type Words, type YearInput } from './year.ts';

export type Track = LaunchedRow['tracks'][number];
/** What is evaluated, with the revision of each part. */
interface Gathered {
  /** Everything that can be corrected, by revision: a later year has no earlier one of any. */
  sources: RevisionCause[];
  /** Periods that are not closed, and results that are due for a correction, as people name them. */
  open: Words[];
  /** Rounds whose closure was undone; their results count as they stood until they are closed again. */
  reopened: Round[];
  scoredBy: string[];
}
export interface Closed extends Gathered {
  closed: YearInput['closed'];
}
export interface Year extends Gathered {
  input: YearInput;
  /** Everybody it may speak of: its entrants, and those of the years it collects. */
  known: Entrant[];
}

/** The closed periods of a track. */
export async function closedOf({ competition }: LaunchedRow, own: Track, read: Read): Promise<Closed> {
  const { track, body } = own;
  const found: Closed = { closed: [], sources: [], open: [], reopened: [], scoredBy: [] };
  for (const { id: period, label } of own.periods) {
    const round = await read.get(rounds, roundId(competition, track, period));
    if (round?.status !== 'closed') found.open.push([`${label}检查关闭`, `closing ${label}`]);
    if (!round || (round.status !== 'closed' && !round.undone)) continue;
    if (round.status !== 'closed') found.reopened.push(round);
    const sealed = (await checksOf(round, read)).map((check) => asClosed(check, round)).filter((check) => check.sealed);
    for (const { check, entrant, sealed: result, correctionDue } of sealed) {
      const { revision, reason, scoredBy } = result!;
      const source = { what: 'result' as const, id: check, label: `${entrant.shortName} ${label}`, revision };
      found.sources.push({ ...source, ...(reason ? { reason } : {}) });
      found.scoredBy.push(...scoredBy);
      if (correctionDue)
        found.open.push([`${entrant.shortName} ${label}成绩更正`, `correcting ${label} of ${entrant.shortName}`]);
    }
    const stage = periodicStage(body, track, period)!;
    found.closed.push({ stage, period, entrants: sealed.flatMap(sealedInput) });
  }
  return found;
}

/** A check of a round that is open again, with the result that stood when it was closed. */
function asClosed(check: Check, { status, undone }: Round): Check {
  if (status === 'closed' || check.sealed?.attempt === undone?.at(-1)?.attempt) return check;
  const { sealed: _, undone: before, ...rest } = check;
  return before ? { ...rest, sealed: before.sealed } : rest;
}

/**
 * The year of a track; undefined if the competition has no such track, or it has no year. Whom it is about is fixed once
 * it is evaluated: what happens to entries afterwards does not reach back.
 */
export async function yearOf(
  launched: LaunchedRow,
  track: string,
  read: Read,
  within: string[] = [],
): Promise<Year | undefined> {
  const { competition, tracks } = launched;
  const own = tracks.find((each) => each.track === track);
  const stage = own && stagesOf(own.body, track).annual?.id;
  if (!own || !stage) return undefined;
  const { scheme, schemeVersion, body } = own;
  const { closed, sources, open, reopened, scoredBy } = await closedOf(launched, own, read);

  const collected: Year[] = [];
  for (const other of collectedTracks(body, track)) {
    const known = !within.includes(other) && (await read.get(evaluations, evaluationId(competition, other)));
    const year = known && (await yearOf(launched, other, read, [...within, track]));
    if (year) collected.push(year);
  }
  const others: TrackInput[] = collected.flatMap((year) => tracksOf(year.input));
  sources.push(...collected.flatMap((year) => year.sources));
  reopened.push(...collected.flatMap((year) => year.reopened));

  const fixed = await fixedEntrants(competition, track, read);
  const accepted = fixed ? [] : await read.all(entries, { competition, standing: 'accepted' });
  const all = fixed
    ? [...fixed, ...collected.flatMap(({ input }) => input.entrants.map(({ entrant }) => entrant))]
    : accepted.flatMap(({ entrant }) => (entrant ? [entrant] : []));
  const reviewed = new Map((await read.all(reviews, { competition })).map((review) => [review.review, review]));
  const hasReview = criteriaOf(body, track, stage).length > 0;
  const entrants = all
    .filter((entrant) => entrant.track === track)
    .map((entrant) => {
      const review = reviewed.get(reviewId(entrant.entry));
      const { revision = 0, reason } = review ?? {};
      const source = { what: 'review' as const, id: reviewId(entrant.entry), revision };
      if (hasReview) sources.push({ ...source, label: `${entrant.shortName} 年终评审`, ...(reason ? { reason } : {}) });
      scoredBy.push(...(review?.recordedBy ?? []));
      const members = all.filter(({ parent }) => parent === entrant.unit).map(({ entry }) => entry);
      return { entrant, members, inputs: review?.marks ?? {} };
    });
  const input = { scheme, schemeVersion, body, track, stage, closed, others, entrants };
  return { input, known: all, sources, open, reopened, scoredBy: [...new Set(scoredBy)].sort() };
}

/** The entrants of an evaluated year, by entry. */
async function fixedEntrants(competition: string, track: string, read: Read): Promise<Entrant[] | undefined> {
  const evaluation = evaluationId(competition, track);
  if (!(await read.get(evaluations, evaluation))) return undefined;
  const pages = await read.all(annualPages, { evaluation });
  const entrants = pages.flatMap(({ results }) => results.map(({ entrant }) => entrant));
  return entrants.sort((a, b) => (a.entry < b.entry ? -1 : 1));
}
