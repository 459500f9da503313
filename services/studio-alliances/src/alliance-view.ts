// What readers see of an alliance: its state, its members then and now, its plaques.
import {
  type AllianceAnswer,
  defaultDuty,
  digestOf,
  type EventNamed,
  type Recorded,
  type View,
} from '@jiangong/contracts';
import { withoutPlaque, withPlaque } from './plaque-rows.ts';

const events = [
  'alliance-proposed',
  'member-requested',
  'reservation-noted',
  'reservation-refused',
  'alliance-approved',
  'member-joined',
  'member-left',
  'alliance-amended',
  'alliance-dissolved',
  'plaque-conferred',
  'plaque-removed',
] as const;
export interface AllianceRow extends AllianceAnswer {
  /** Its organisation, by which the system's own work finds it. */
  owner: string;
  /** The run that it came from. */
  pairing?: string;
  /** Which studios are its members, or are to be: the same studios, the same word. */
  who: string;
}
type Member = AllianceRow['members'][number];

export const currentMembers = (row: Pick<AllianceAnswer, 'members'>) =>
  row.members.filter((m) => m.place === 'reserved' && m.to === undefined);

export const whoOf = (studios: readonly string[]) => digestOf([...studios].sort());

type AllianceEvent = EventNamed<(typeof events)[number]>;
export const alliances: View<AllianceRow, AllianceEvent> = {
  name: 'alliances',
  events: events,
  key: ({ data }) => ('alliance' in data ? data.alliance : data.of === 'alliance' ? data.id : undefined),
  apply(row, event) {
    const next = allianceAfter(row, event);
    const present = next?.members.filter((m) => m.to === undefined && m.place !== 'refused') ?? [];
    return next && { ...next, owner: next.org, who: whoOf(present.map((m) => m.studio)) };
  },
  index: ['owner', 'code', 'status', 'form', 'pairing', 'who'],
  revision: 4,
};
type Known = Omit<AllianceRow, 'who' | 'owner'>;
function allianceAfter(row: Known | undefined, event: Recorded<AllianceEvent>): Known | undefined {
  if (event.type === 'alliance-proposed') {
    const { members, answerDays: _, approval: __, ...head } = event.data;
    return {
      ...head,
      ...(head.from ? { pairing: head.from.pairing } : {}),
      org: event.org,
      status: 'proposed',
      duty: defaultDuty,
      members: members.map((m) => ({ ...m, place: 'waiting' })),
      plaques: [],
    };
  }
  if (!row) return undefined;
  /** The place of a present or coming member; those who left stay as they were. */
  const changed = (studio: string, change: (m: Member) => Member) =>
    row.members.map((m) => (m.studio === studio && m.to === undefined ? change(m) : m));
  switch (event.type) {
    case 'member-requested': {
      const { member, from } = event.data;
      const others = row.members.filter((m) => m.studio !== member.studio || m.to !== undefined);
      return { ...row, members: [...others, { ...member, place: 'waiting', from }] };
    }
    case 'reservation-noted':
      return { ...row, members: changed(event.data.studio, (m) => ({ ...m, place: 'reserved' })) };
    case 'reservation-refused': {
      const { reason, holders } = event.data;
      const refusal = { reason, holders };
      return { ...row, members: changed(event.data.studio, (m) => ({ ...m, place: 'refused', refusal })) };
    }
    case 'alliance-approved': {
      const { form, reason, agreement, duty = row.duty, since } = event.data;
      const members = row.members.map((m) => ({ ...m, from: since }));
      return { ...row, status: 'approved', form, reason, ...(agreement ? { agreement } : {}), duty, since, members };
    }
    case 'member-joined': {
      const { member, from } = event.data;
      return { ...row, members: changed(member.studio, (m) => ({ ...m, place: 'reserved', from })) };
    }
    case 'member-left': {
      const { studio, to, leading } = event.data;
      const was = row.status === 'approved' ? row.members : row.members.filter((m) => m.studio !== studio);
      const members = was
        .filter((m) => m.studio !== studio || m.to !== undefined || m.place === 'reserved')
        .map((m) => (m.studio === studio && m.to === undefined ? { ...m, to } : m))
        .map((m) => ({ ...m, leading: m.studio === leading && m.to === undefined }));
      return { ...row, members };
    }
    case 'alliance-amended': {
      const { alliance: _, ...amendment } = event.data;
      const { name = row.name, form, agreement } = amendment;
      const changed = { name, ...(form ? { form } : {}), ...(agreement ? { agreement } : {}) };
      return { ...row, ...changed, amendments: [...(row.amendments ?? []), amendment] };
    }
    case 'alliance-dissolved':
      return { ...row, status: 'dissolved', to: event.data.to };
    case 'plaque-conferred':
      return { ...row, plaques: withPlaque(row.plaques, event.data) };
    case 'plaque-removed':
      return { ...row, plaques: withoutPlaque(row.plaques, event.data) };
    default:
      return event satisfies never;
  }
}
