// What a check takes over from its round and its entry.
import { type CommandRequest, checkId, type Entrant, type Period } from '@jiangong/contracts';
import { checkCommand } from './check.ts';
import { criteriaOf, departmentsOf, vetoesOf } from './criteria.ts';
import type { Round } from './round.ts';
import { type Calendar, siteDaysOf, type WorkingDays } from './site-days.ts';
import type { EntryRow } from './views.ts';

/** Makes the checks of some entrants of a round. `open`: they take marks at once. */
export function checksToMake(
  round: Round,
  entrants: readonly Entrant[],
  open: boolean,
  workingDays: WorkingDays,
): CommandRequest[] {
  const { round: id, competition, track, stage, period, scheme, schemeVersion, body } = round;
  const about = {
    ...{ round: id, competition, track, stage, period, scheme, schemeVersion, open },
    departments: departmentsOf(body),
    criteria: criteriaOf(body, track, stage, period.id),
    vetoes: vetoesOf(body, track, stage),
    siteDays: siteDaysOf([], period, workingDays),
  };
  return entrants.map((entrant) => checkCommand(checkId(entrant.entry, period.id), 'make', { ...about, entrant }));
}

/** What a check must know of its entry, up to the entry's last event, its days counted by a calendar that was read later. */
export function noteEntry(
  { check, period, entrant }: { check: string; period: Period; entrant: Entrant },
  entry: Pick<EntryRow, 'entrant' | 'statuses' | 'seen'> = { statuses: [], seen: 0 },
  { workingDays, edition }: Calendar,
): CommandRequest {
  const { statuses, seen } = entry;
  const { group } = entry.entrant ?? entrant;
  const siteDays = siteDaysOf(statuses, period, workingDays);
  return checkCommand(check, 'note-entry', { seen, ...(group ? { group } : {}), siteDays, calendar: edition });
}
