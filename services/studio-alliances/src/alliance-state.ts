// What an alliance remembers: its members with their places, and how each event changes them.
import type {
  AllianceDuty,
  allianceApproval,
  amendAlliance,
  approveAlliance,
  CloudEvent,
  Command,
  dissolveAlliance,
  EventNamed,
  leaveAlliance,
  RequestedMember,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { type Plaques, plaqued, type RemovePlaque, type SetPlaque } from './plaque.ts';

export type Approval = z.infer<typeof allianceApproval>;
type Refused = EventNamed<'reservation-refused'>['data'];
export type AllianceCommand =
  | Command<'propose', Omit<EventNamed<'alliance-proposed'>['data'], 'alliance'>>
  | Command<'note-reservation', { studio: string; request: number }>
  | Command<'note-refusal', Omit<Refused, 'alliance'> & { request: number }>
  | Command<'approve', z.infer<typeof approveAlliance>>
  | Command<
      'join',
      { member: Omit<RequestedMember, 'leading'>; from?: string | undefined; answerDays?: number | undefined }
    >
  | Command<'leave', z.infer<typeof leaveAlliance>>
  | Command<'dissolve', z.infer<typeof dissolveAlliance>>
  | Command<'amend', z.infer<typeof amendAlliance>>
  | Command<'announce', { year: number }>
  /** Follows from a year that nobody made up for. */
  | Command<'propose-removal', { reason: string }>
  | SetPlaque
  | RemovePlaque;
export type AllianceEvent = EventNamed<
  | 'alliance-proposed'
  | 'member-requested'
  | 'reservation-noted'
  | 'reservation-refused'
  | 'alliance-approved'
  | 'member-joined'
  | 'member-left'
  | 'alliance-amended'
  | 'alliance-dissolved'
  | 'duty-year-ended'
  | 'plaque-conferred'
  | 'plaque-removal-proposed'
  | 'plaque-removed'
>;

export interface Member extends RequestedMember {
  /** The request whose answer counts. */
  request: number;
  place: 'waiting' | 'reserved' | 'refused';
  holders?: Refused['holders'];
  /** Since when, for those who came after the proposal. */
  from?: string;
}
export type State =
  | {
      /** The union whose alliance it is. */
      org: string;
      head: { alliance: string; code: string; name: string; shortName: string };
      form?: Approval['form'];
      agreement?: string;
      status: 'proposed' | 'approved' | 'dissolved';
      since?: string;
      duty?: AllianceDuty;
      /** Declared beforehand, for the moment when every place is reserved. */
      approval?: Approval;
      members: Member[];
      requests: number;
      /** When those who are no members any more left for the last time. */
      left: Record<string, string>;
      /** The last year whose end was published. */
      endedYear: number;
      plaques: Plaques;
    }
  | undefined;
export const initial = undefined as State;

export function evolve(alliance: State, event: AllianceEvent & Pick<CloudEvent, 'org'>): State {
  if (event.type === 'alliance-proposed') {
    const { alliance: id, code, name, shortName, since, members, approval } = event.data;
    return {
      org: event.org,
      head: { alliance: id, code, name, shortName },
      status: 'proposed',
      ...(since ? { since } : {}),
      ...(approval ? { approval } : {}),
      members: members.map((m) => ({ ...m, request: 1, place: 'waiting' })),
      requests: 1,
      left: {},
      endedYear: 0,
      plaques: {},
    };
  }
  if (!alliance) throw new Error(`${event.type} before the alliance was proposed`);
  const changed = (studio: string, change: Partial<Member>) =>
    alliance.members.map((m) => (m.studio === studio ? { ...m, ...change } : m));
  switch (event.type) {
    case 'member-requested': {
      const { member, request, from } = event.data;
      const others = alliance.members.filter((m) => m.studio !== member.studio);
      return { ...alliance, requests: request, members: [...others, { ...member, request, from, place: 'waiting' }] };
    }
    case 'reservation-noted':
      return { ...alliance, members: changed(event.data.studio, { place: 'reserved' }) };
    case 'reservation-refused':
      return {
        ...alliance,
        members: changed(event.data.studio, { place: 'refused', holders: event.data.holders }),
      };
    case 'alliance-approved':
      return {
        ...alliance,
        status: 'approved',
        since: event.data.since,
        form: event.data.form,
        ...(event.data.agreement ? { agreement: event.data.agreement } : {}),
        ...(event.data.duty ? { duty: event.data.duty } : {}),
      };
    case 'member-joined':
      return { ...alliance, members: changed(event.data.member.studio, { place: 'reserved', from: event.data.from }) };
    case 'alliance-amended': {
      const { name = alliance.head.name, form, agreement } = event.data;
      const head = { ...alliance.head, name };
      return { ...alliance, head, ...(form ? { form } : {}), ...(agreement ? { agreement } : {}) };
    }
    case 'member-left':
      return {
        ...alliance,
        left: { ...alliance.left, [event.data.studio]: event.data.to },
        members: alliance.members
          .filter((m) => m.studio !== event.data.studio)
          .map((m) => ({ ...m, leading: m.studio === event.data.leading })),
      };
    case 'alliance-dissolved':
      return { ...alliance, status: 'dissolved' };
    case 'plaque-removal-proposed':
      return alliance;
    case 'duty-year-ended':
      return { ...alliance, endedYear: event.data.year };
    case 'plaque-conferred':
    case 'plaque-removed':
      return { ...alliance, plaques: plaqued(alliance.plaques, event) };
    default:
      return event satisfies never;
  }
}
