// A team: persons who work together, each from one day to another; its honours belong to who was a member as of the date.
import {
  type Command,
  type EventNamed,
  type Refusal,
  refuse,
  requestsOf,
  type TeamEvent,
  type TeamMember,
} from '@jiangong/contracts';

type Head = Omit<EventNamed<'team-amended'>['data'], 'team'>;
type Form = Command<'form', Head & { members: TeamMember[] }>;
type Amend = Command<'amend', Omit<Head, 'code'>>;
type Join = Command<'join', TeamMember>;
/** A line of a list: the team is formed by its first. */
type Enrol = Command<'enrol', Head & { member: TeamMember }>;
type Leave = Command<'leave', { person: string; to: string }>;
type Dissolve = Command<'dissolve', { to: string }>;

export type State = (Head & { team: string; to?: string | undefined; members: TeamMember[] }) | undefined;
export const initial = undefined as State;

export function decide(team: State, command: Form | Amend | Join | Enrol | Leave | Dissolve): TeamEvent[] | Refusal {
  const { id, type, data } = command;
  if (type === 'form' || (type === 'enrol' && !team)) {
    if (team) return refuse('already-exists', { what: team.name });
    const { members, ...head } = 'members' in data ? data : headAndMembers(data);
    for (const [at, member] of members.entries()) {
      const refusal = unfit(members.slice(0, at), member);
      if (refusal) return refusal;
    }
    return [{ type: 'team-formed', data: { team: id, ...head, members } }];
  }
  if (!team) return refuse('not-found', { what: id });
  if (team.to !== undefined) return refuse('team-dissolved', { to: team.to });
  switch (type) {
    case 'amend': {
      const { code, name, shortName, unit } = { ...team, ...data };
      if (name === team.name && shortName === team.shortName && unit === team.unit) return [];
      return [{ type: 'team-amended', data: { team: id, code, name, shortName, ...(unit ? { unit } : {}) } }];
    }
    case 'join':
    case 'enrol': {
      const member = type === 'join' ? command.data : command.data.member;
      const isSame = ({ person, from, to }: TeamMember) =>
        person === member.person && from === member.from && to === member.to;
      if (team.members.some(isSame)) return [];
      return unfit(team.members, member) ?? [{ type: 'team-member-joined', data: { team: id, member } }];
    }
    case 'leave': {
      const { person, to } = command.data;
      const found = team.members.find((member) => member.person === person && member.to === undefined);
      if (!found) return refuse('team-member-unknown');
      if (to < found.from) return refuse('dates-reversed', { from: found.from, to });
      return [{ type: 'team-member-left', data: { team: id, person, from: found.from, to } }];
    }
    case 'dissolve':
      return [{ type: 'team-dissolved', data: { team: id, to: command.data.to } }];
    default:
      return command satisfies never;
  }
}

const headAndMembers = ({ member, ...head }: Enrol['data']) => ({ ...head, members: [member] });

/** Nobody is a member twice at a time. */
function unfit(members: readonly TeamMember[], { person, from, to }: TeamMember): Refusal | undefined {
  if (to !== undefined && to < from) return refuse('dates-reversed', { from, to });
  const isOverlapping = (other: TeamMember) =>
    other.person === person && other.from <= (to ?? '9999-12-31') && from <= (other.to ?? '9999-12-31');
  const other = members.find(isOverlapping);
  return other && refuse('team-member-already', { from: other.from });
}

export function evolve(team: State, event: TeamEvent): State {
  switch (event.type) {
    case 'team-formed':
      return event.data;
    case 'team-amended':
      return { ...team!, ...event.data };
    case 'team-member-joined':
      return team && { ...team, members: [...team.members, event.data.member] };
    case 'team-member-left': {
      const { person, from, to } = event.data;
      const ends = (member: TeamMember) =>
        member.person === person && member.from === from ? { ...member, to } : member;
      return team && { ...team, members: team.members.map(ends) };
    }
    case 'team-dissolved':
      return team && { ...team, to: event.data.to };
    default:
      return event satisfies never;
  }
}

/** Who is a member on a day. */
export const membersAsOf = (members: readonly TeamMember[], day: string): TeamMember[] =>
  members.filter(({ from, to }) => from <= day && (to === undefined || day <= to));

/** Makes requests of this noun. */
export const teamCommand = requestsOf<Parameters<typeof decide>[1]>('team');
