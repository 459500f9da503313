// A round: one track of a competition in one period. Who takes part, its checks say; it walks over them page by page when
// it opens, closes or opens again, and closes when every page is sealed. A check that lacks something opens it again.
import {
  type Command,
  digestOf,
  type EventNamed,
  type MissingItem,
  type Refusal,
  refuse,
  requestsOf,
  valueLabels,
  withoutRole,
} from '@jiangong/contracts';
import type { RoundEvent, RoundPageEvent } from './events.ts';
import type { Honours } from './year.ts';

type Made = EventNamed<'round-made'>['data'];
type Make = Command<'make', Omit<Made, 'round'>>;
/** The competition was cancelled: all entrants leave; what is closed stays. */
type Dismiss = Command<'dismiss', Record<string, never>>;
/** `unknown`: accepted entries that the round has no check of. `panel`: the departments that score. */
type Open = Command<'open', { unknown: string[]; panel: string[]; reason?: string | undefined }>;
/** `missing`: what the views show to be missing. The checks themselves confirm it when they seal. */
type Close = Command<'close', { missing: MissingItem[]; count: number; reason?: string | undefined }>;
/** Every page of the attempt is sealed. `digest`: of all sealed results, by check. */
type Conclude = Command<'conclude', { attempt: number; count: number; digest: string }>;
type RefuseSeal = Command<'refuse-seal', { attempt: number; check: string; missing: MissingItem[] }>;
/** The closed round opens again, because something in it is wrong. */
type UndoClosure = Command<'undo-closure', { reason: string }>;
/** The honours of the closed round as they come of its results; `attempt`, `basis`: how far these were known. */
type Grant = Command<'grant', { attempt: number; basis: number; honours: Honours; scoredBy: string[] }>;
/** A check was made when the round was no longer open. */
type NoteCheck = Command<'note-check', { check: string; entry: string }>;

export interface Round extends Made {
  status: 'made' | 'open' | 'closing' | 'closed';
  panel: string[];
  /** Attempts at closing so far: what comes late from an earlier one is passed over. */
  attempt: number;
  /** Whether the attempt seals page by page; one that 0.1.0 left unfinished does not go on, and may be made again. */
  paged: boolean;
  dismissed: boolean;
  digest?: string;
  /** The honours that were granted last, by their digest, and what they are of. */
  granted?: { revision: number; digest: string; attempt: number; basis: number };
  /** Its closures that were undone, the last at the end. */
  undone?: { attempt: number; digest: string; reason: string; by: string }[];
}
export type State = Round | undefined;
export const initial = undefined as State;

export function decide(
  round: State,
  command: Make | Dismiss | Open | Close | Conclude | RefuseSeal | UndoClosure | Grant | NoteCheck,
): RoundEvent[] | Refusal {
  if (command.type === 'make')
    return round ? [] : [{ type: 'round-made', data: { round: command.id, ...command.data } }];
  if (!round) return refuse('not-found', { what: command.id });
  const refused = organised.has(command.type) ? withoutRole(command.actor, 'organiser') : undefined;
  if (refused) return refused;
  const { round: id, status } = round;
  switch (command.type) {
    case 'dismiss':
      if (status === 'closed' || round.dismissed) return [];
      return [{ type: 'round-dismissed', data: { round: id, attempt: round.attempt } }];
    case 'open': {
      if (status !== 'made') return wrongStatus(round, 'made');
      if (round.dismissed)
        return refuse('competition-over', { stateZh: valueLabels.competition.cancelled, state: 'cancelled' });
      const { unknown, panel, reason } = command.data;
      const { from, label } = round.period;
      if (command.businessDate < from && !reason) return refuse('round-opens-early', { period: label, from });
      if (unknown.length > 0) return refuse('entries-not-known', { units: unknown });
      const { scheme, schemeVersion } = round;
      return [{ type: 'round-opened', data: { round: id, scheme, schemeVersion, panel, ...why(reason) } }];
    }
    case 'close': {
      if (status !== 'open' && !(status === 'closing' && !round.paged)) return wrongStatus(round, 'open');
      const { missing, count, reason } = command.data;
      const { to, label } = round.period;
      if (command.businessDate < to && !reason) return refuse('round-closes-early', { period: label, to });
      if (missing.length > 0)
        return refuse('round-incomplete', { round: id, count: missing.length, ...inWords(missing) });
      const attempt = { round: id, attempt: round.attempt + 1, count, paged: true };
      return [{ type: 'round-closing', data: { ...attempt, ...why(reason) } }];
    }
    case 'conclude': {
      const { attempt, count, digest } = command.data;
      if (!isClosing(round, attempt)) return [];
      const { competition, track, stage, period } = round;
      const data = { round: id, competition, track, stage, period: period.id, count, digest };
      return [{ type: 'round-closed', data }];
    }
    case 'refuse-seal': {
      const { attempt, check, missing } = command.data;
      return isClosing(round, attempt) ? [reopened(round, check, missing)] : [];
    }
    case 'undo-closure': {
      if (status !== 'closed') return wrongStatus(round, 'closed');
      const { competition, track, stage, period, attempt, digest = '' } = round;
      const about = { round: id, competition, track, stage, period: period.id, attempt, digest };
      return [{ type: 'round-closure-undone', data: { ...about, reason: command.data.reason, by: command.actor.sub } }];
    }
    case 'grant':
      return granted(round, command.data);
    case 'note-check': {
      const { check, entry } = command.data;
      // Whoever comes while the round is closing has nothing to seal yet: the attempt is given up.
      if (status === 'closing') return [reopened(round, check, [])];
      return status === 'closed' ? [{ type: 'round-entrant-removed', data: { round: id, entry, check } }] : [];
    }
    default:
      return command satisfies never;
  }
}

/** Read before something that is known already, or of a round that is open again, they are passed over. */
function granted(round: Round, { attempt, basis, honours, scoredBy }: Grant['data']): RoundEvent[] {
  const { round: id, status, granted: before, competition, competitionName, year, track, trackLabel } = round;
  const isLater = !before || attempt > before.attempt || (attempt === before.attempt && basis > before.basis);
  if (status !== 'closed' || attempt !== round.attempt || !isLater) return [];
  if (digestOf(honours) === (before?.digest ?? digestOf([]))) return [];
  const { stage, period } = round;
  const about = { round: id, competition, competitionName, year, track, trackLabel, stage };
  const of = { period: period.id, periodLabel: period.label, revision: (before?.revision ?? 0) + 1, attempt, basis };
  return [{ type: 'round-honours-granted', data: { ...about, ...of, honours, scoredBy } }];
}

/** What an organiser decides, whoever else may send it. */
const organised = new Set(['open', 'close', 'undo-closure']);

const why = (reason: string | undefined) => (reason ? { reason } : {});

/** Whether the attempt is still under way. */
export const isClosing = ({ status, attempt }: Round, wanted: number) => status === 'closing' && attempt === wanted;

const reopened = ({ round, attempt }: Round, check: string, missing: MissingItem[]): RoundEvent => ({
  type: 'round-reopened',
  data: { round, attempt, check, missing },
});

const wrongStatus = ({ status }: Round, needed: Round['status']) =>
  refuse('wrong-round-status', {
    status: valueLabels.round[status],
    statusEn: statusEn[status],
    wanted: valueLabels.round[needed],
    wantedEn: statusEn[needed],
  });
const statusEn = { made: 'not open yet', open: 'open', closing: 'closing', closed: 'closed' };

const whatNames = { plan: '计划', progress: '进度核验', sheet: '评分表', result: '成绩' };
const whatNamesEn = { plan: 'the plan', progress: 'the verified progress', sheet: 'the sheet', result: 'the result' };
/** The first ten, as people name them. */
export function inWords(missing: readonly MissingItem[]): { missing: string[]; missingEn: string[] } {
  const first = missing.slice(0, 10);
  const named = ({ unit, departmentLabel, what }: MissingItem) => `${unit} ${departmentLabel ?? ''}${whatNames[what]}`;
  const namedEn = ({ unit, departmentLabel, what }: MissingItem) =>
    `${whatNamesEn[what]} of ${unit}${departmentLabel ? ` (${departmentLabel})` : ''}`;
  const more = missing.length - first.length;
  return {
    missing: [...first.map(named), ...(more > 0 ? [`另 ${more} 项`] : [])],
    missingEn: [...first.map(namedEn), ...(more > 0 ? [`${more} more`] : [])],
  };
}

export function evolve(round: State, event: RoundEvent | RoundPageEvent): State {
  if (event.type === 'round-made')
    return { ...event.data, status: 'made', panel: [], attempt: 0, paged: false, dismissed: false };
  if (!round) return round;
  switch (event.type) {
    case 'round-opened':
      return { ...round, status: 'open', panel: event.data.panel };
    case 'round-closing': {
      const { attempt, paged = false } = event.data;
      return { ...round, status: 'closing', attempt, paged };
    }
    case 'round-reopened':
      return { ...round, status: 'open' };
    case 'round-dismissed':
      return { ...round, status: round.status === 'made' ? 'made' : 'open', dismissed: true };
    case 'round-closed':
      return { ...round, status: 'closed', digest: event.data.digest };
    case 'round-closure-undone': {
      const { digest: _, undone = [], ...rest } = round;
      const { attempt, digest, reason, by } = event.data;
      return { ...rest, status: 'open', undone: [...undone, { attempt, digest, reason, by }] };
    }
    case 'round-honours-granted': {
      const { revision, attempt, basis, honours } = event.data;
      return { ...round, granted: { revision, digest: digestOf(honours), attempt, basis } };
    }
    case 'round-entrant-removed':
    // Before 0.2.0 a round's pages were in its own stream.
    case 'round-entrants-added':
    case 'checks-asked':
    case 'seal-counted':
    case 'seal-excused':
    case 'round-page-sealed':
      return round;
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const roundCommand = requestsOf<Parameters<typeof decide>[1]>('round');
