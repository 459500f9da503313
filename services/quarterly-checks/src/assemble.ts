// What questions and commands that span streams are answered from: gathered from the views when asked.
import {
  checkId,
  type Entrant,
  evaluationId,
  type MissingItem,
  type Read,
  reviewId,
  roundId,
} from '@jiangong/contracts';
import type { Check } from './check-state.ts';
import { type Scored, type StageResult, schemeOf, stagesOf } from './evaluate.ts';
import type { Round } from './round.ts';
import { missingOf } from './seal.ts';
import { annualPages, checks, competitions, entries, type LaunchedRow, reviews, rounds } from './views.ts';
import { asStage, periodicStage, type YearInput } from './year.ts';

/** Accepted entries of the round's track that the round has not heard of, by name. */
export async function unknownTo(round: Round, read: Read): Promise<string[]> {
  const accepted = await read.all(entries, {
    competition: round.competition,
    track: round.track,
    standing: 'accepted',
  });
  return accepted
    .filter(({ entry }) => !(checkId(entry, round.period.id) in round.entrants))
    .map(({ entrant }) => entrant?.name ?? '');
}

/** The round's checks, those of entrants that left it not among them. */
export const checksOf = async ({ round, entrants }: Round, read: Read): Promise<Check[]> =>
  (await read.all(checks, { round })).filter(({ check }) => check in entrants);

/** What is due in a round and not there; a check that is not made yet lacks everything. */
export async function missingIn(round: Round, read: Read): Promise<MissingItem[]> {
  const made = new Map((await checksOf(round, read)).map((check) => [check.check, check]));
  return Object.entries(round.entrants).flatMap(([id, { entry, shortName: unit }]): MissingItem[] => {
    const check = made.get(id);
    return check ? missingOf(check, round.body) : [{ check: id, entry, unit, what: 'sheet', criteria: [] }];
  });
}

/** A sealed result's inputs, as scoring reads them. */
export const sealedInput = ({ entry, sealed }: Check): Scored[] =>
  sealed ? [{ id: entry, group: sealed.group ?? null, inputs: sealed.inputs, vetoes: sealed.vetoes }] : [];

export interface Year {
  input: YearInput;
  /** Periods that are not closed, and results that are due for a correction, as people name them. */
  open: string[];
  scoredBy: string[];
}
/** What the year of a track is evaluated from; undefined if the competition has no such track, or it has no year. */
export async function yearOf(launched: LaunchedRow, track: string, read: Read): Promise<Year | undefined> {
  const { competition, tracks } = launched;
  const own = tracks.find((each) => each.track === track);
  const stage = own && stagesOf(own.body, track).annual?.id;
  if (!own || !stage) return undefined;
  const { body } = own;
  const closed: YearInput['closed'] = [];
  const open: string[] = [];
  const scorers: string[] = [];
  for (const period of own.periods) {
    const round = await read.get(rounds, roundId(competition, track, period.id));
    if (round?.status !== 'closed') {
      open.push(`${period.label}检查关闭`);
      continue;
    }
    const sealed = (await checksOf(round, read)).filter((check) => check.sealed);
    scorers.push(...sealed.flatMap((check) => check.sealed!.scoredBy));
    const due = sealed.filter(({ correctionDue }) => correctionDue);
    open.push(...due.map(({ entrant }) => `${entrant.shortName} ${period.label}成绩更正`));
    const periodStage = periodicStage(body, track, period.id)!;
    closed.push({ stage: periodStage, period: period.id, entrants: sealed.flatMap(sealedInput) });
  }
  const accepted = await read.all(entries, { competition, standing: 'accepted' });
  const reviewed = new Map((await read.all(reviews, { competition })).map((review) => [review.review, review]));
  const entrants = accepted.flatMap(({ entry, entrant }) => {
    if (entrant?.track !== track) return [];
    const review = reviewed.get(reviewId(entry));
    scorers.push(...(review?.recordedBy ?? []));
    return [{ entrant, members: membersOf(entrant), inputs: review?.marks ?? {} }];
  });
  function membersOf({ unit }: Entrant): string[] {
    return accepted.filter(({ parent }) => parent === unit).map(({ entry }) => entry);
  }
  const others = await Promise.all(
    schemeOf(body)
      .tracks.filter(({ id }) => id !== track)
      .map(({ id }) => annualOf(launched, id, read)),
  );
  const input = { body, track, stage, closed, others: others.filter((result) => result !== undefined), entrants };
  return { input, open, scoredBy: [...new Set(scorers)].sort() };
}

/** The year of another track, once it is completed. */
async function annualOf({ competition }: LaunchedRow, track: string, read: Read): Promise<StageResult | undefined> {
  const pages = await read.all(annualPages, { evaluation: evaluationId(competition, track) });
  const results = pages.flatMap((page) => page.results);
  return pages[0] && asStage(track, pages[0].stage, results);
}

export const launchedOf = (competition: string, read: Read) => read.get(competitions, competition);
