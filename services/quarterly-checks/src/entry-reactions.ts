// What follows for an entry's checks when it is admitted, leaves, or its facts change.
import { byTarget, type CommandRequest, type Entrant, type Read, roundId } from '@jiangong/contracts';
import { calendarOf } from '@jiangong/service-kit/calendar';
import { checkCommand } from './check.ts';
import { checksToMake, noteEntry } from './entry-facts.ts';
import { checks, competitions, entries, type LaunchedRow, rounds } from './views.ts';

export const roundsOf = (launched: Pick<LaunchedRow, 'competition' | 'tracks'>, track?: string) =>
  launched.tracks
    .filter((each) => track === undefined || each.track === track)
    .flatMap((each) =>
      each.periods.map((period) => ({ ...each, period, id: roundId(launched.competition, each.track, period.id) })),
    );

/** A check in every round that is not closed; one that was withdrawn takes up where it was left. */
export async function admitted({ competition, entrant }: { competition: string; entrant: Entrant }, read: Read) {
  const launched = await read.get(competitions, competition);
  const { workingDays } = await calendarOf(read);
  const requests: CommandRequest[] = [];
  for (const { id } of launched ? roundsOf(launched, entrant.track) : []) {
    const round = await read.get(rounds, id);
    if (round && round.status !== 'closed')
      requests.push(...checksToMake(round, [entrant], round.status !== 'made', workingDays));
  }
  return byTarget(requests);
}

export async function dropped(entry: string, read: Read) {
  const live = (await read.all(checks, { entry })).filter(({ status }) => status !== 'withdrawn');
  return byTarget(live.map(({ check }) => checkCommand(check, 'withdraw', {})));
}

export async function noteToChecks(id: string, read: Read): Promise<CommandRequest[]> {
  const entry = await read.get(entries, id);
  if (!entry) return [];
  const known = await read.all(checks, { entry: id });
  const calendar = await calendarOf(read);
  return byTarget(known.map((check) => noteEntry(check, entry, calendar)));
}
