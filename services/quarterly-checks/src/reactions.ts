// What follows from events: rounds from a launch, checks from rounds, seals from a closing and the count of them, and
// the days on site from a project's status, whichever of the two is heard of first; a year evaluated anew from what is
// corrected after it.
import {
  type CommandRequest,
  checkId,
  type Entrant,
  evaluationId,
  type Period,
  type Read,
  roundId,
} from '@jiangong/contracts';
import { on } from '@jiangong/service-kit';
import { workingDays } from '@jiangong/service-kit/calendar';
import { checkCommand } from './check.ts';
import type { Check } from './check-state.ts';
import { criteriaOf, departmentsOf, vetoesOf } from './criteria.ts';
import { evaluationCommand } from './evaluation.ts';
import { roundCommand } from './round.ts';
import { siteDaysOf } from './site-days.ts';
import {
  checks,
  competitions,
  type EntryRow,
  entries,
  entryPages,
  evaluations,
  type LaunchedRow,
  rounds,
} from './views.ts';
import { periodicStage } from './year.ts';
import { yearOf } from './year-input.ts';

const roundsOf = (launched: Pick<LaunchedRow, 'competition' | 'tracks'>, track?: string) =>
  launched.tracks
    .filter((each) => track === undefined || each.track === track)
    .flatMap((each) =>
      each.periods.map((period) => ({ ...each, period, id: roundId(launched.competition, each.track, period.id) })),
    );

/** What a check must know of its entry, up to the entry's last event. */
function noteEntry(check: { check: string; period: Period; entrant: Entrant }, entry: EntryRow): CommandRequest {
  const { statuses, seen } = entry;
  const { group } = entry.entrant ?? check.entrant;
  const siteDays = siteDaysOf(statuses, check.period, workingDays);
  const data = { seen, ...(group ? { group } : {}), siteDays };
  return checkCommand(check.check, 'note-entry', data);
}

export const reactions = [
  on('competition-launched', async ({ data }, read) => {
    const { competition, name, year } = data;
    const pages = await read.all(entryPages, { competition });
    return roundsOf(data).map(({ id, track, label, period, scheme, schemeVersion, body }) => {
      const stage = periodicStage(body, track, period.id);
      if (!stage) throw new Error(`the scheme of track ${track} has no stage with period ${period.id}`);
      const about = { competition, competitionName: name, year, track, trackLabel: label, stage, period };
      const entrants = [...pages, data].flatMap((page) => page.entries.filter((entrant) => entrant.track === track));
      return roundCommand(id, 'make', { ...about, scheme, schemeVersion, body, entrants });
    });
  }),
  on('entry-listed', async ({ data: { competition, entrant, late } }, read) => {
    const launched = late ? await read.get(competitions, competition) : undefined;
    if (!launched) return [];
    const data = { entrants: [entrant] };
    return roundsOf(launched, entrant.track).map(({ id }) => roundCommand(id, 'add-entrants', data));
  }),
  on('entry-unlisted', async ({ data: { competition, entry, track } }, read) => {
    const launched = await read.get(competitions, competition);
    if (!launched) return [];
    return roundsOf(launched, track).map(({ id }) => roundCommand(id, 'remove-entrant', { entry }));
  }),

  on('competition-cancelled', async ({ data: { competition } }, read) => {
    const launched = await read.get(competitions, competition);
    if (!launched) return [];
    return roundsOf(launched).map(({ id }) => roundCommand(id, 'dismiss', {}));
  }),

  on('round-entrants-added', async ({ data: { round: id, entrants, open } }, read) => {
    const round = (await read.get(rounds, id))!;
    const { competition, track, stage, period, scheme, schemeVersion, body } = round;
    const about = {
      round: id,
      competition,
      track,
      stage,
      period,
      scheme,
      schemeVersion,
      departments: departmentsOf(body),
      criteria: criteriaOf(body, track, stage, period.id),
      vetoes: vetoesOf(body, track, stage),
      siteDays: siteDaysOf([], period, workingDays),
      open,
    };
    return entrants.map((entrant) => checkCommand(checkId(entrant.entry, period.id), 'make', { ...about, entrant }));
  }),
  on('round-entrant-removed', ({ data: { check } }) => [checkCommand(check, 'withdraw', {})]),
  on('checks-asked', async ({ data: { round, to, attempt, checks } }, read) => {
    if (to === 'open') return checks.map((id) => checkCommand(id, 'open', {}));
    if (to === 'unseal') return checks.map((id) => checkCommand(id, 'unseal', { attempt }));
    const { body } = (await read.get(rounds, round))!;
    return checks.map((id) => checkCommand(id, 'seal', { attempt, body }));
  }),
  on('check-sealed', ({ data: { round, attempt, check, digest } }) => [
    roundCommand(round, 'count-seal', { attempt, check, digest }),
  ]),
  on('seal-refused', ({ data: { round, attempt, check, missing } }) => [
    roundCommand(round, 'refuse-seal', { attempt, check, missing }),
  ]),

  on('project-status-recorded', ({ data: { entry } }, read) => noteToChecks(entry, read)),
  on('entry-regrouped', ({ data: { entrant } }, read) => noteToChecks(entrant.entry, read)),
  on('check-made', async ({ data }, read) => {
    const entry = await read.get(entries, data.entrant.entry);
    const news = entry && (entry.statuses.length > 0 || entry.entrant?.group !== data.entrant.group);
    return news ? [noteEntry(data, entry)] : [];
  }),

  on('result-corrected', ({ data }, read) => evaluatedAnew(data.competition, read)),
  on('review-recorded', ({ data }, read) => evaluatedAnew(data.competition, read)),
  // What was corrected while the year was being evaluated had no year to ask for.
  on('annual-evaluation-completed', ({ data }, read) => evaluatedAnew(data.competition, read)),
];

/** Every evaluated year of the competition is to take in what is now known. */
async function evaluatedAnew(competition: string, read: Read): Promise<CommandRequest[]> {
  const launched = await read.get(competitions, competition);
  const requests: CommandRequest[] = [];
  for (const { track } of launched?.tracks ?? []) {
    const id = evaluationId(competition, track);
    const year = launched && (await read.get(evaluations, id)) && (await yearOf(launched, track, read));
    if (!year) continue;
    const { input, sources, scoredBy } = year;
    const data = { competition, competitionName: launched.name, year: launched.year, input, sources, scoredBy };
    requests.push(evaluationCommand(id, 'revise', data));
  }
  return requests;
}

async function noteToChecks(id: string, read: Read): Promise<CommandRequest[]> {
  const entry = await read.get(entries, id);
  if (!entry) return [];
  const known: Check[] = await read.all(checks, { entry: id });
  return known.map((check) => noteEntry(check, entry));
}
