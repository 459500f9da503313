// Inputs of queries and commands that span streams, gathered from the views on demand.
import type { Entrant, MissingItem, Read } from '@jiangong/contracts';
import type { Check } from './check-state.ts';
import type { Scored, TrackInput } from './evaluate.ts';
import type { Round } from './round.ts';
import { missingOf } from './seal.ts';
import { checks, competitions, entries } from './views.ts';

/** Those that take part: a check that was withdrawn is not one of its round. */
const TAKING_PART = ['made', 'open', 'sealed'];

export const countChecks = ({ round }: Round, read: Read, status: string | string[] = TAKING_PART): Promise<number> =>
  read.count(checks, { round, status });

/** Accepted entries of the round's track of which there is no check yet, by name. */
export async function unknownTo(round: Round, read: Read): Promise<string[]> {
  const { competition, track } = round;
  const filter = { competition, track, standing: 'accepted' };
  if ((await read.count(entries, filter)) === (await countChecks(round, read))) return [];
  const known = new Set((await checksOf(round, read)).map(({ entry }) => entry));
  const accepted = await read.all(entries, filter);
  return accepted.filter(({ entry }) => !known.has(entry)).map(({ entrant }) => entrant?.name ?? '');
}

/** The round's checks, those of entrants that left it not among them. */
export const checksOf = async ({ round }: Pick<Round, 'round'>, read: Read): Promise<Check[]> =>
  (await read.all(checks, { round })).filter(({ status }) => status !== 'withdrawn');

/** What is due in a round and not there. */
export const missingIn = (all: readonly Check[], { body }: Round): MissingItem[] =>
  all.flatMap((check) => missingOf(check, body));

/** A sealed result's inputs, as scoring reads them. */
export const sealedInput = ({ entry, sealed }: Check): Scored[] =>
  sealed ? [{ id: entry, group: sealed.group ?? null, inputs: sealed.inputs, vetoes: sealed.vetoes }] : [];

export const launchedOf = (competition: string, read: Read) => read.get(competitions, competition);

/** A round as a stage of its own, of the results that are sealed. */
export function roundInput(round: Round, all: readonly Check[]): TrackInput {
  const { scheme, schemeVersion, body, track, stage, period } = round;
  const stages = [{ track, stage, period: period.id, entrants: all.flatMap(sealedInput) }];
  return { scheme, schemeVersion, body, stages };
}

export const namesOf = (entrants: readonly Entrant[]): Map<string, Entrant> =>
  new Map(entrants.map((entrant) => [entrant.entry, entrant]));
export const namesIn = (all: readonly Check[]) => namesOf(all.map(({ entrant }) => entrant));
