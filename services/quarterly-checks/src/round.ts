// A round: one track of a competition in one period. It opens when its entrants are known, and closes by a conversation:
// it asks every check to seal itself, and the last seal closes it; one that lacks something opens it again.
import {
  type Command,
  checkId,
  digestOf,
  type Entrant,
  type EventNamed,
  type MissingItem,
  type Refusal,
  refuse,
  requestsOf,
  valueLabels,
} from '@jiangong/contracts';
import type { RoundEvent } from './events.ts';

type Made = EventNamed<'round-made'>['data'];
type Make = Command<'make', Omit<Made, 'round'> & { entrants: Entrant[] }>;
type AddEntrants = Command<'add-entrants', { entrants: Entrant[] }>;
/** The competition was cancelled: all entrants leave; what is closed stays. */
type Dismiss = Command<'dismiss', Record<string, never>>;
type RemoveEntrant = Command<'remove-entrant', { entry: string }>;
/** `unknown`: accepted entries that the round has not heard of. `panel`: the departments that score. */
type Open = Command<'open', { unknown: string[]; panel: string[] }>;
/** `missing`: what the views show to be missing. The checks themselves confirm it when they seal. */
type Close = Command<'close', { missing: MissingItem[] }>;
type CountSeal = Command<'count-seal', { attempt: number; check: string; digest: string }>;
type RefuseSeal = Command<'refuse-seal', { attempt: number; check: string; missing: MissingItem[] }>;

export interface Round extends Made {
  status: 'made' | 'open' | 'closing' | 'closed';
  /** By check. */
  entrants: Record<string, Entrant>;
  panel: string[];
  /** Attempts at closing so far: what comes late from an earlier one is passed over. */
  attempt: number;
  /** Digests of the results sealed in this attempt, by check. */
  counted: Record<string, string>;
  digest?: string;
}
export type State = Round | undefined;
export const initial = undefined as State;

export function decide(
  round: State,
  command: Make | AddEntrants | Dismiss | RemoveEntrant | Open | Close | CountSeal | RefuseSeal,
): RoundEvent[] | Refusal {
  if (command.type === 'make') {
    if (round) return [];
    const { entrants, ...made } = command.data;
    return [{ type: 'round-made', data: { round: command.id, ...made } }, ...added(command.id, entrants, false)];
  }
  if (!round) return refuse('not-found', { what: command.id });
  switch (command.type) {
    case 'add-entrants': {
      const entrants = command.data.entrants.filter(
        ({ entry }) => !(checkId(entry, round.period.id) in round.entrants),
      );
      if (round.status === 'closed' || entrants.length === 0) return [];
      const [first] = entrants.map(({ entry }) => checkId(entry, round.period.id));
      return [
        ...added(round.round, entrants, round.status !== 'made'),
        // Whoever comes while the round is closing has nothing to seal yet: the attempt is given up.
        ...(round.status === 'closing' ? reopened(round, first!, []) : []),
      ];
    }
    case 'remove-entrant': {
      const check = checkId(command.data.entry, round.period.id);
      if (round.status === 'closed' || !(check in round.entrants)) return [];
      const removed = { type: 'round-entrant-removed' as const, data: { round: round.round, ...command.data, check } };
      const { [check]: _, ...entrants } = round.entrants;
      return [removed, ...closedIfAll({ ...round, entrants })];
    }
    case 'dismiss': {
      if (round.status === 'closed') return [];
      const leaving = Object.entries(round.entrants).map(([check, { entry }]): RoundEvent => {
        return { type: 'round-entrant-removed', data: { round: round.round, entry, check } };
      });
      return leaving.length > 0 ? [...leaving, ...closedIfAll({ ...round, entrants: {} })] : [];
    }
    case 'open': {
      if (round.status !== 'made') return wrongStatus(round, 'made');
      if (command.data.unknown.length > 0) return refuse('entries-not-known', { units: command.data.unknown });
      const { scheme, schemeVersion } = round;
      const data = { round: round.round, scheme, schemeVersion, panel: command.data.panel };
      return [{ type: 'round-opened', data }, ...checksAsked(round, 'open', 0)];
    }
    case 'close': {
      if (round.status !== 'open') return wrongStatus(round, 'open');
      const { missing } = command.data;
      if (missing.length > 0)
        return refuse('round-incomplete', { round: round.round, count: missing.length, missing: inWords(missing) });
      const attempt = round.attempt + 1;
      const count = Object.keys(round.entrants).length;
      return [
        { type: 'round-closing', data: { round: round.round, attempt, count } },
        ...checksAsked(round, 'seal', attempt),
        ...closedIfAll({ ...round, status: 'closing', counted: {} }),
      ];
    }
    case 'count-seal': {
      const { attempt, check, digest } = command.data;
      if (!awaited(round, attempt, check) || check in round.counted) return [];
      const counted = { ...round.counted, [check]: digest };
      return [
        { type: 'seal-counted', data: { round: round.round, check, digest } },
        ...closedIfAll({ ...round, counted }),
      ];
    }
    case 'refuse-seal': {
      const { attempt, check, missing } = command.data;
      if (!awaited(round, attempt, check)) return [];
      return reopened(round, check, missing);
    }
    default:
      return command satisfies never;
  }
}

const awaited = (round: Round, attempt: number, check: string) =>
  round.status === 'closing' && attempt === round.attempt && check in round.entrants;

function closedIfAll({ round, status, entrants, counted, ...rest }: Round): RoundEvent[] {
  const checks = Object.keys(entrants).sort();
  if (status !== 'closing' || checks.some((check) => !(check in counted))) return [];
  const { competition, track, stage, period } = rest;
  const digest = digestOf(checks.map((check) => [check, counted[check]]));
  const data = { round, competition, track, stage, period: period.id, count: checks.length, digest };
  return [{ type: 'round-closed', data }];
}

const pagesOf = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, page) => list.slice(page * size, (page + 1) * size));

const added = (round: string, entrants: Entrant[], open: boolean): RoundEvent[] =>
  pagesOf(entrants, 250).map((page) => ({ type: 'round-entrants-added', data: { round, entrants: page, open } }));

const checksAsked = (
  { round, entrants }: Round,
  to: 'open' | 'seal' | 'unseal',
  attempt: number,
  checks = Object.keys(entrants),
): RoundEvent[] =>
  pagesOf(checks, 500).map((page) => ({ type: 'checks-asked', data: { round, to, attempt, checks: page } }));

const reopened = (round: Round, check: string, missing: MissingItem[]): RoundEvent[] => [
  { type: 'round-reopened', data: { round: round.round, attempt: round.attempt, check, missing } },
  ...checksAsked(round, 'unseal', round.attempt),
];

const wrongStatus = ({ status }: Round, needed: Round['status']) =>
  refuse('wrong-round-status', {
    status: valueLabels.round[status],
    statusEn: statusEn[status],
    wanted: valueLabels.round[needed],
    wantedEn: statusEn[needed],
  });
const statusEn = { made: 'not open yet', open: 'open', closing: 'closing', closed: 'closed' };

const whatNames = { plan: '计划', progress: '进度核验', sheet: '评分表', result: '成绩' };
/** The first ten, as people name them. */
export const inWords = (missing: readonly MissingItem[]): string[] => [
  ...missing
    .slice(0, 10)
    .map(({ unit, departmentLabel, what }) => `${unit} ${departmentLabel ?? ''}${whatNames[what]}`),
  ...(missing.length > 10 ? ['……'] : []),
];

export function evolve(round: State, event: RoundEvent): State {
  if (event.type === 'round-made')
    return { ...event.data, status: 'made', entrants: {}, panel: [], attempt: 0, counted: {} };
  if (!round) return round;
  switch (event.type) {
    case 'round-entrants-added': {
      const more = event.data.entrants.map((entrant) => [checkId(entrant.entry, round.period.id), entrant]);
      return { ...round, entrants: { ...round.entrants, ...Object.fromEntries(more) } };
    }
    case 'round-entrant-removed': {
      const { [event.data.check]: _, ...entrants } = round.entrants;
      return { ...round, entrants };
    }
    case 'round-opened':
      return { ...round, status: 'open', panel: event.data.panel };
    case 'checks-asked':
      return round;
    case 'round-closing':
      return { ...round, status: 'closing', attempt: event.data.attempt, counted: {} };
    case 'seal-counted':
      return { ...round, counted: { ...round.counted, [event.data.check]: event.data.digest } };
    case 'round-reopened':
      return { ...round, status: 'open' };
    case 'round-closed':
      return { ...round, status: 'closed', digest: event.data.digest };
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const roundCommand = requestsOf<Parameters<typeof decide>[1]>('round');
