// An alliance: proposed, approved once every member's studio has given a place, joined, left and dissolved.
import { type Actor, defaultDuty, type Refusal, refuse, requestsOf } from '@jiangong/contracts';
import { endingFault, joiningFault, leavingFault, sinceFault } from './alliance-dates.ts';
import type { AllianceCommand, AllianceEvent, Approval, Member, State } from './alliance-state.ts';
import { plaque } from './plaque.ts';
import { wrongState } from './state-labels.ts';

export { evolve, initial, type State } from './alliance-state.ts';

/** The unions of invited members: they may take their own studios out. */
export const admits = (alliance: State, actor: Actor) =>
  alliance?.members.some((m) => m.union === actor.org && m.place !== 'refused') ?? false;

export function decide(alliance: State, command: AllianceCommand): AllianceEvent[] | Refusal {
  const { id } = command;
  if (command.type === 'propose') {
    if (alliance) return refuse('already-exists', { what: alliance.head.name });
    const early = sinceFault(command.data.since, command.businessDate);
    if (early) return early;
    return [{ type: 'alliance-proposed', data: { alliance: id, ...command.data } }];
  }
  // Awards may name alliances nobody here knows: nothing to do for them, not-found for people.
  if (!alliance) return fromReaction.has(command.type) ? [] : refuse('not-found', { what: id });
  const isOurs = fromReaction.has(command.type) || alliance.org === command.actor.org;
  if (!isOurs && command.type !== 'leave') return refuse('not-found', { what: id });
  switch (command.type) {
    case 'note-reservation': {
      const member = awaited(alliance, command.data);
      if (!member) return [];
      if (alliance.status === 'proposed') {
        const noted: AllianceEvent = { type: 'reservation-noted', data: { alliance: id, studio: member.studio } };
        const { approval, members, since = command.businessDate } = alliance;
        const isLast = members.length > 1 && members.every((m) => m === member || m.place === 'reserved');
        return approval && isLast ? [noted, approved(alliance, approval, since)] : [noted];
      }
      const { request: _, place: __, from, holders: ___, union: ____, ...who } = member;
      return [{ type: 'member-joined', data: { alliance: id, member: who, from: from! } }];
    }
    case 'note-refusal': {
      const { request: _, ...refusal } = command.data;
      return awaited(alliance, command.data)
        ? [{ type: 'reservation-refused', data: { alliance: id, ...refusal } }]
        : [];
    }
    case 'approve': {
      if (alliance.status !== 'proposed') return not(alliance, 'proposed');
      const missing = alliance.members.filter((m) => m.place !== 'reserved');
      if (missing.length) return placesMissing(missing);
      if (alliance.members.length < 2) return refuse('too-few-members', { studio: alliance.head.name });
      const { since = alliance.since ?? command.businessDate, ...declared } = command.data;
      const early = sinceFault(since, command.businessDate);
      if (early) return early;
      return [approved(alliance, declared, since)];
    }
    case 'join': {
      if (alliance.status === 'dissolved') return not(alliance, 'proposed', 'approved');
      const { member, from = command.businessDate, answerDays } = command.data;
      const outside = joiningFault(alliance, member.studio, from, command.businessDate);
      if (outside) return outside;
      const known = alliance.members.find((m) => m.studio === member.studio);
      if (known && known.place !== 'refused') return refuse('already-member', { studio: known.name });
      const { code, shortName: name } = alliance.head;
      const joining = { ...member, leading: known?.leading ?? false };
      const request = alliance.requests + 1;
      return [
        {
          type: 'member-requested',
          data: {
            alliance: id,
            code,
            name,
            member: joining,
            request,
            from,
            ...(answerDays ? { answerDays } : {}),
          },
        },
      ];
    }
    case 'leave':
      return leave(alliance, command.data, command.businessDate, command.actor.org);
    case 'dissolve': {
      if (alliance.status === 'dissolved') return [];
      const { reason, to = command.businessDate } = command.data;
      return endingFault(alliance, to, command.businessDate) ?? dissolved(alliance, alliance.members, to, reason);
    }
    case 'amend':
      return amend(alliance, command.data, command.businessDate);
    case 'announce':
      if (alliance.status !== 'approved' || alliance.endedYear >= command.data.year) return [];
      return [{ type: 'duty-year-ended', data: { alliance: id, year: command.data.year } }];
    case 'propose-removal':
      return removal(alliance, command.businessDate, command.data.reason);
    case 'set-plaque':
    case 'remove-plaque':
      return plaque('alliance', alliance, command);
    default:
      return command satisfies never;
  }
}

const fromReaction = new Set([
  'note-reservation',
  'note-refusal',
  'announce',
  'propose-removal',
  'set-plaque',
  'remove-plaque',
]);

type Alliance = NonNullable<State>;

function approved(alliance: Alliance, { duty, ...declared }: Approval, since: string): AllianceEvent {
  const members = alliance.members.map(({ studio, code, name, employer, leading }) => ({
    ...{ studio, code, name, employer, leading },
  }));
  return {
    type: 'alliance-approved',
    data: { ...alliance.head, ...declared, duty: duty ?? defaultDuty, members, since },
  };
}

/** The member that waits for this very answer; an answer to an older request is nobody's. */
function awaited(alliance: Alliance, answer: { studio: string; request: number }): Member | undefined {
  if (alliance.status === 'dissolved') return undefined;
  return alliance.members.find(
    (m) => m.studio === answer.studio && m.request === answer.request && m.place === 'waiting',
  );
}

function leave(
  alliance: Alliance,
  { studio, to, reason, successor }: Extract<AllianceCommand, { type: 'leave' }>['data'],
  on: string,
  org: string,
): AllianceEvent[] | Refusal {
  const member = alliance.members.find((m) => m.studio === studio);
  const isInvited = alliance.org !== org;
  if (isInvited && member?.union !== org) return refuse('not-found', { what: studio });
  if (alliance.status === 'dissolved') return not(alliance, 'proposed', 'approved');
  if (!member) return refuse('not-a-member', { studio });
  const day = to ?? on;
  const outside = leavingFault(alliance, member.from, day, on);
  if (outside) return outside;
  const approved = alliance.status === 'approved';
  const others = alliance.members.filter((m) => m !== member);
  // Once approved only those with a place count: whoever still waits may yet be refused.
  const staying = approved ? others.filter((m) => m.place === 'reserved') : others;
  const left = (leading: string): AllianceEvent => ({
    type: 'member-left',
    data: { alliance: alliance.head.alliance, studio, to: day, reason, leading },
  });
  if (staying.length < (approved && member.place === 'reserved' ? 2 : 1)) {
    if (!isInvited || others.length === 0) return refuse('too-few-members', { studio: member.name });
    // No union is held in an alliance, although one studio alone is none.
    return [left((others.find((m) => m.leading) ?? others[0]!).studio), ...dissolved(alliance, others, day, reason)];
  }
  const leading = member.leading ? successor : others.find((m) => m.leading)!.studio;
  if (!leading || (member.leading && !staying.some((m) => m.studio === leading)))
    return refuse('successor-needed', { studio: member.name });
  return [left(leading)];
}

function dissolved(alliance: Alliance, members: Member[], to: string, reason: string): AllianceEvent[] {
  const studios = members.map((m) => m.studio);
  return [
    { type: 'alliance-dissolved', data: { alliance: alliance.head.alliance, studios, to, reason } },
    ...removal(alliance, to, reason),
  ];
}

/** Its plaques should come off; whether they do is decided by those who granted them. */
function removal({ head: { alliance: id, name }, plaques }: Alliance, on: string, reason: string): AllianceEvent[] {
  const grants = Object.keys(plaques).filter((grant) => plaques[grant]!.on);
  if (grants.length === 0) return [];
  return [{ type: 'plaque-removal-proposed', data: { of: 'alliance', id, name, grants, reason, on } }];
}

function amend(
  alliance: Alliance,
  { reason, ...given }: Extract<AllianceCommand, { type: 'amend' }>['data'],
  on: string,
): AllianceEvent[] | Refusal {
  const { status, head, form, agreement } = alliance;
  if (status === 'dissolved') return not(alliance, 'proposed', 'approved');
  // Before it is approved it has a name alone.
  if (status === 'proposed' && (given.form ?? given.agreement) !== undefined) return not(alliance, 'approved');
  const now: Record<string, string | undefined> = { name: head.name, form, agreement };
  const changed = Object.entries(given).filter(([field, value]) => value !== undefined && value !== now[field]);
  if (changed.length === 0) return [];
  return [{ type: 'alliance-amended', data: { alliance: head.alliance, ...Object.fromEntries(changed), reason, on } }];
}

const not = (alliance: Alliance, ...needed: Alliance['status'][]) =>
  wrongState('alliance-state', alliance.head.shortName, alliance.status, ...needed);

function placesMissing(missing: Member[]): Refusal {
  const waiting = missing.filter((m) => m.place === 'waiting').map((m) => m.name);
  const refused = missing
    .filter((m) => m.place === 'refused')
    .map((m) => (m.holders?.length ? `${m.name}（${m.holders.map((h) => h.code).join('、')}）` : m.name));
  return refuse('places-missing', {
    waiting: waiting.length ? waiting : '—',
    refused: refused.length ? refused : '—',
  });
}

/** Makes requests of this noun. */
export const allianceCommand = requestsOf<AllianceCommand>('alliance');
