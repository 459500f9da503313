// Inputs of queries and commands that span streams, gathered from the views on demand.
import { type Actor, type Entrant, hasPart, type Marks, type MissingItem, type Read } from '@jiangong/contracts';
import type { Check, Sealed } from './check-state.ts';
import { type CodeLabels, codeLabelsOf, misfit } from './criteria.ts';
import type { Scored, TrackInput } from './evaluate.ts';
import { PAGE } from './limits.ts';
import type { Round } from './round.ts';
import { missingOf } from './seal.ts';
import { checks, competitions, entries, rounds } from './views.ts';

/** Those that take part: a check that was withdrawn is not one of its round. */
const TAKING_PART = ['made', 'open', 'sealed'];

/** Whether a unit of somebody's, or one below a branch of theirs, takes part in a round. */
export async function competesIn({ competition, track }: Round, actor: Actor, read: Read): Promise<boolean> {
  const { units, ownUnits = [] } = actor;
  const parts = { competition, track, standing: 'accepted' };
  const known = units.length + ownUnits.length === 0 ? [] : await read.all(entries, parts);
  return known.some(({ entrant }) => entrant && hasPart(actor, entrant));
}

export const countChecks = ({ round }: Round, read: Read, status: string | string[] = TAKING_PART): Promise<number> =>
  read.count(checks, { round, status });

/** Accepted entries of the round's track of which there is no check yet, by name. */
export async function unknownTo(round: Round, read: Read): Promise<string[]> {
  const { competition, track } = round;
  const filter = { competition, track, standing: 'accepted' };
  if ((await read.count(entries, filter)) === (await countChecks(round, read))) return [];
  const known = new Set<string>();
  for await (const { entry } of checksIn(round, read)) known.add(entry);
  const accepted = await read.all(entries, filter);
  return accepted.filter(({ entry }) => !known.has(entry)).map(({ entrant }) => entrant?.name ?? '');
}

/** The round's checks after one, those of entrants that left it not among them; between two pages others get their turn. */
export async function* checksIn({ round }: Pick<Round, 'round'>, read: Read, from?: string): AsyncGenerator<Check> {
  for (let after = from; ; ) {
    const { items, next } = await read.page(checks, { round }, { after, limit: PAGE });
    yield* items.filter(({ status }) => status !== 'withdrawn');
    if (next === undefined) return;
    after = next;
    await new Promise(setImmediate);
  }
}
export const checksOf = (round: Pick<Round, 'round'>, read: Read): Promise<Check[]> =>
  Array.fromAsync(checksIn(round, read));

/** What is due in a round and not there, with the entrant that lacks it; and how many take part. */
export async function missingIn(round: Round, read: Read) {
  const items: (MissingItem & Pick<Entrant, 'code' | 'name'>)[] = [];
  let count = 0;
  for await (const check of checksIn(round, read)) {
    const { code, name } = check.entrant;
    count += 1;
    items.push(...missingOf(check, round.body).map((item) => ({ ...item, code, name })));
  }
  return { items, count };
}

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

/** The same stages with another revision of an entrant's result. */
export const withSealed = (input: TrackInput, entry: string, { group, inputs, vetoes }: Sealed): TrackInput => ({
  ...input,
  stages: input.stages.map((stage) => ({
    ...stage,
    entrants: stage.entrants.map((each) =>
      each.id === entry ? { id: entry, group: group ?? null, inputs, vetoes } : each,
    ),
  })),
});

export const namesOf = (entrants: readonly Entrant[]): Map<string, Entrant> =>
  new Map(entrants.map((entrant) => [entrant.entry, entrant]));
export const namesIn = (all: readonly Check[]) => namesOf(all.map(({ entrant }) => entrant));

/** What codes are called, for the refusal of a mark that does not fit; nothing if all fit. */
export async function codeLabelsFor(id: string, marks: Marks, read: Read): Promise<{ codeLabels?: CodeLabels }> {
  const check = await read.get(checks, id);
  if (!check?.criteria.some((criterion) => marks[criterion.id] && misfit(criterion, marks[criterion.id]!))) return {};
  const round = await read.get(rounds, check.round);
  return round ? { codeLabels: codeLabelsOf(round.body, check.track, check.stage) } : {};
}
