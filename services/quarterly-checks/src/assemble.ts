// Inputs of queries and commands that span streams, gathered from the views on demand.
import { checkId, type Entrant, type MissingItem, type Read } from '@jiangong/contracts';
import type { Check } from './check-state.ts';
import type { Scored, TrackInput } from './evaluate.ts';
import type { Round } from './round.ts';
import { missingOf } from './seal.ts';
import { checks, competitions, entries } from './views.ts';

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

export const launchedOf = (competition: string, read: Read) => read.get(competitions, competition);

/** A round as a stage of its own, of the results that are sealed. */
export async function roundInput(round: Round, read: Read): Promise<TrackInput> {
  const { scheme, schemeVersion, body, track, stage, period } = round;
  const entrants = (await checksOf(round, read)).flatMap(sealedInput);
  return { scheme, schemeVersion, body, stages: [{ track, stage, period: period.id, entrants }] };
}

export const namesOf = (entrants: readonly Entrant[]): Map<string, Entrant> =>
  new Map(entrants.map((entrant) => [entrant.entry, entrant]));
