// An entry: a unit on a track of a competition, from registration on, with the history of its project's status.
import {
  type Command,
  type Entrant,
  type EntryState,
  hasPart,
  peopleOf,
  type Refusal,
  refuse,
  requestsOf,
  valueLabels,
  withoutRole,
} from '@jiangong/contracts';
import { type Entry, type EntryEvent, evolve, type Host } from './entry-state.ts';
import { recorded, type Status } from './project-status.ts';
import { wrongEntryState } from './state-labels.ts';

type Register = Command<'register', { competition: string; entrant: Entrant; host: Host }>;
type Accept = Command<'accept', { host: Host }>;
type Reject = Command<'reject', { reason: string; host: Host }>;
type Withdraw = Command<'withdraw', { reason: string; host: Host }>;
type Regroup = Command<'regroup', { group: string; host: Host }>;
type RecordStatus = Command<'record-status', Status & { host: Host }>;
/** A status that was recorded by mistake. */
type StrikeStatus = Command<'strike-status', { from: string; reason: string; host: Host }>;
/** Takes back the latest decision on it. */
type Undo = Command<'undo', { reason: string; host: Host }>;

export type State = Entry | undefined;
export const initial = undefined as State;
export { evolve };

export function decide(
  entry: State,
  command: Register | Accept | Reject | Withdraw | Regroup | Undo | RecordStatus | StrikeStatus,
): EntryEvent[] | Refusal {
  if (command.type === 'register') {
    const { competition, entrant, host } = command.data;
    if (entry && (entry.state === 'registered' || entry.state === 'accepted'))
      return refuse('already-exists', { what: entrant.name });
    const refusal = over(host) ?? outside(command, entrant, host) ?? misgrouped(entrant.track, entrant.group, host);
    return refusal ?? [{ type: 'entry-registered', data: { competition, entrant } }];
  }
  if (!entry) return refuse('not-found', { what: command.id });
  const { competition, entrant, state } = entry;
  const live = state === 'registered' || state === 'accepted';
  const refused = decided.has(command.type) ? undecided(command, entry) : undefined;
  if (refused) return refused;
  const needs = (...needed: EntryState[]) => wrongEntryState(entrant.name, state, ...needed);
  switch (command.type) {
    case 'accept':
      if (state === 'accepted') return [];
      if (state !== 'registered') return needs('registered');
      return over(command.data.host) ?? [{ type: 'entry-accepted', data: { competition, entrant } }];
    case 'reject':
      if (state !== 'registered') return needs('registered');
      return (
        over(command.data.host) ?? [
          { type: 'entry-rejected', data: { competition, entrant, reason: command.data.reason } },
        ]
      );
    case 'withdraw':
      if (!live) return needs('registered', 'accepted');
      return (
        over(command.data.host) ??
        outside(command, entrant, command.data.host) ?? [
          { type: 'entry-withdrawn', data: { competition, entrant, reason: command.data.reason } },
        ]
      );
    case 'regroup': {
      const { group, host } = command.data;
      if (!live) return needs('registered', 'accepted');
      const refusal = over(host) ?? misgrouped(entrant.track, group, host);
      if (refusal) return refusal;
      if (entrant.group === group) return [];
      return [{ type: 'entry-regrouped', data: { competition, entrant: { ...entrant, group } } }];
    }
    case 'undo': {
      const { reason, host } = command.data;
      const before = entry.earlier.at(-1);
      if (!before) return refuse('entry-not-decided', { name: entrant.name });
      const refusal = over(host) ?? misgrouped(entrant.track, before.entrant.group, host);
      return refusal ?? [{ type: 'entry-decision-undone', data: { competition, ...before, reason } }];
    }
    case 'record-status': {
      if (!live) return needs('registered', 'accepted');
      const { host } = command.data;
      // Of a closed competition a status is still due for corrections.
      if (host.state === 'cancelled') return over(host)!;
      const status = recorded(entry.statuses, command.data);
      if (!status || 'refused' in status) return status ?? [];
      return [{ type: 'project-status-recorded', data: { competition, entry: entrant.entry, ...status } }];
    }
    case 'strike-status': {
      const { from, reason, host } = command.data;
      if (!live) return needs('registered', 'accepted');
      if (host.state === 'cancelled') return over(host)!;
      if (!entry.statuses.some((each) => each.from === from))
        return refuse('status-not-recorded', { name: entrant.name, from });
      return [{ type: 'project-status-struck', data: { competition, entry: entrant.entry, from, reason } }];
    }
    default:
      return command satisfies never;
  }
}

/** What an organiser decides about an entry, never about one of their own units, nor what they did as a deputy. */
const decided = new Set(['accept', 'reject', 'regroup', 'undo', 'record-status', 'strike-status']);
const undecided = ({ actor }: Command, { entrant, deputies = [] }: Entry): Refusal | undefined =>
  withoutRole(actor, 'organiser') ??
  (hasPart(actor, entrant) || peopleOf(actor).some((person) => deputies.includes(person))
    ? refuse('own-decision', { name: entrant.name })
    : undefined);

function over({ state }: Host): Refusal | undefined {
  if (state === 'announced' || state === 'launched') return undefined;
  return refuse('competition-over', { state, stateZh: valueLabels.competition[state] });
}

/** An organiser acts for anybody at any time; an entrant for its own units, in the registration window. */
function outside(
  { actor, businessDate }: Command,
  { unit, name }: Entrant,
  { registration }: Host,
): Refusal | undefined {
  if (actor.roles.includes('organiser')) return undefined;
  if (!actor.units.includes(unit)) return refuse('not-yours', { scope: name });
  if (businessDate < registration.from || businessDate > registration.to)
    return refuse('registration-closed', { on: businessDate, ...registration });
  return undefined;
}

function misgrouped(track: string, group: string | undefined, { label, groups }: Host): Refusal | undefined {
  const known = groups.map(({ id }) => id);
  if (group === undefined ? known.length === 0 : known.includes(group)) return undefined;
  const knownLabels = groups.map(({ id, label }) => `${label}（${id}）`);
  return refuse('entry-group', { track, trackLabel: label, group: group ?? '', known, knownLabels });
}

/** Makes requests of this noun. */
export const entryCommand = requestsOf<Parameters<typeof decide>[1]>('entry');
