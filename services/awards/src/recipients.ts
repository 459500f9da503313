// Whom a list can honour: units, studios and alliances by what they are called now, teams with their members, persons by their ids.
import type { EventNamed, PersonEvent, Recipient, TeamEvent, TeamMember, View } from '@jiangong/contracts';

type Named = EventNamed<
  'unit-registered' | 'unit-amended' | 'alliance-approved' | 'studio-registered' | 'studio-amended'
>;
type Retiring = EventNamed<'unit-retired' | 'unit-restored'>;
type RecipientEvent = Named | Retiring | PersonEvent | TeamEvent;

/** `retired`: why nothing new is entered for the unit; `erased`: a person of whom the id alone is left. */
export type RecipientRow = Omit<Recipient, 'members'> & {
  retired?: string;
  erased?: true;
  memberships?: TeamMember[];
};

export const recipients: View<RecipientRow, RecipientEvent> = {
  name: 'recipients',
  events: [
    ...(['unit-registered', 'unit-amended', 'unit-retired', 'unit-restored', 'alliance-approved'] as const),
    ...(['studio-registered', 'studio-amended', 'person-registered', 'person-moved', 'person-amended'] as const),
    ...(['person-left', 'person-erased', 'team-formed', 'team-amended', 'team-member-joined'] as const),
    ...(['team-member-left', 'team-dissolved'] as const),
  ],
  revision: 3,
  key: ({ data }) => {
    if ('team' in data) return data.team;
    if ('person' in data) return data.person;
    if ('alliance' in data) return data.alliance;
    return 'studio' in data ? data.studio : data.unit;
  },
  apply(row, { type, data }) {
    switch (type) {
      case 'unit-registered':
      case 'unit-amended':
        return { ...named('unit', data.unit, data), ...(row?.retired ? { retired: row.retired } : {}) };
      case 'unit-retired':
        return { ...row!, retired: data.reason };
      case 'unit-restored': {
        const { retired: _, ...known } = row!;
        return known;
      }
      case 'studio-registered':
      case 'studio-amended':
        return named('studio', data.studio, data);
      case 'alliance-approved':
        return named('alliance', data.alliance, data);
      case 'person-registered':
      case 'person-moved':
      case 'person-amended':
        return { ...row, type: 'person', id: data.person, unit: data.unit };
      case 'person-left':
        return row!;
      case 'person-erased':
        return { ...row!, erased: true };
      case 'team-formed':
        return { ...teamOf(data), memberships: data.members };
      case 'team-amended':
        return { ...teamOf(data), memberships: row?.memberships ?? [] };
      case 'team-member-joined':
        return { ...row!, memberships: [...(row?.memberships ?? []), data.member] };
      case 'team-member-left':
        return {
          ...row!,
          memberships: (row?.memberships ?? []).map((each) =>
            each.person === data.person && each.from === data.from ? { ...each, to: data.to } : each,
          ),
        };
      case 'team-dissolved':
        return row!;
      default:
        return type satisfies never;
    }
  },
};
const named = (type: Recipient['type'], id: string, { code, name }: { code: string; name: string }) => ({
  ...{ type, id, externalId: code, name },
});
const teamOf = ({ team, unit, ...data }: EventNamed<'team-amended'>['data']) => ({
  ...named('team', team, data),
  ...(unit ? { unit } : {}),
});

/** As a list has it: a team with those who are its members on that day. */
export function recipientOn(
  { retired: _, erased: __, memberships, ...recipient }: RecipientRow,
  day: string,
): Recipient {
  if (!memberships) return recipient;
  const isMember = ({ from, to }: TeamMember) => from <= day && (to === undefined || day <= to);
  return { ...recipient, members: [...new Set(memberships.filter(isMember).map(({ person }) => person))] };
}
