// What readers see of invitations: who invites whom, and the answer.
import type { EventNamed, InvitationAnswer, View } from '@jiangong/contracts';
import { statusAfter } from './invitation.ts';

const events = [
  'member-invited',
  'invitation-accepted',
  'invitation-declined',
  'invitation-lapsed',
  'invitation-withdrawn',
] as const;
export const invitations: View<InvitationAnswer, EventNamed<(typeof events)[number]>> = {
  name: 'invitations',
  events,
  key: ({ data }) => data.invitation,
  apply(row, event) {
    if (event.type === 'member-invited') return { ...event.data, status: 'open' };
    if (!row) return undefined;
    const status = statusAfter[event.type];
    return { ...row, status, ...(event.type === 'invitation-declined' ? { reason: event.data.reason } : {}) };
  },
  index: ['from', 'to', 'status'],
};
