// Consent across unions: the studios that a union shows to the others, and the invitations that a studio's own union answers.
import { z } from 'zod';
import { event } from '../event.ts';
import { code, id, instant, label, prose } from '../values.ts';
import { placeHolder, studioProfile } from './studio.ts';

/** How many days an invitation waits for its answer where the union that invites sets none. */
export const defaultAnswerDays = 30;
/** How many days an invitation waits for its answer. */
export const answerDays = z.int().min(1).max(365);
/** What a union may show of its studio in addition to what the directory always shows. */
export const directoryField = z.enum(['leader', 'chain', 'offers', 'seeks']);
const shows = z.array(directoryField).max(directoryField.options.length);
const { capacity: _, leader, chain, stage, offers, seeks, ...always } = studioProfile.shape;
/** A studio as the other unions see it. */
export const directoryAnswer = z.object({
  ...always,
  ...z.object({ leader, chain, stage, offers, seeks }).partial().shape,
  /** The union whose studio it is. */
  union: z.string(),
});
/** A studio in the directory. */
export type DirectoryAnswer = z.infer<typeof directoryAnswer>;

const studioExample = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d09';
/** The studio's union shows it to the others, with these fields. */
export const studioListed = event('studio-listed', z.object({ studio: id, shows }), {
  studio: studioExample,
  shows: ['offers', 'seeks'],
});
/** The studio's union shows it no longer. */
export const studioUnlisted = event('studio-unlisted', z.object({ studio: id }), { studio: studioExample });

const invitation = z.object({
  invitation: id,
  studio: id,
  /** The alliance's request that it stands for, as in {@link placeReserved}. */
  request: z.int().min(1),
  ...placeHolder.shape,
});
const invitationExample = {
  invitation: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d40',
  studio: studioExample,
  request: 1,
  alliance: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d07',
  code: 'LM-03',
  name: '张杰—王保勇联盟',
};
/** A studio of another union is invited: its own union answers, until the invitation lapses. */
export const memberInvited = event(
  'member-invited',
  invitation.extend({
    studioName: label,
    studioCode: code,
    /** The union that invites, and the studio's own. */
    from: z.string(),
    to: z.string(),
    lapsesAt: instant,
  }),
  {
    ...invitationExample,
    studioName: '王保勇创新工作室',
    studioCode: 'GZS-06',
    from: 'industry-union',
    to: 'district-union',
    lapsesAt: '2023-06-07T09:00:00Z',
  },
);
/** The studio's own union agrees: a place is now requested of the studio. */
export const invitationAccepted = event('invitation-accepted', invitation, invitationExample);
/** The studio's own union does not agree. */
export const invitationDeclined = event('invitation-declined', invitation.extend({ reason: prose }), {
  ...invitationExample,
  reason: '本年已承担两项联合攻关',
});
/** Nobody answered in time. */
export const invitationLapsed = event('invitation-lapsed', invitation, invitationExample);
/** The studio is no member any more, or the alliance is dissolved: the place is given back, if there was one. */
export const invitationWithdrawn = event('invitation-withdrawn', invitation, invitationExample);

/** Every event type of consent across unions. */
export const consentEvents = [
  studioListed,
  studioUnlisted,
  memberInvited,
  invitationAccepted,
  invitationDeclined,
  invitationLapsed,
  invitationWithdrawn,
] as const;

/** Shows a studio to other unions; the code, name, employer, district, level and trade always are shown. */
export const listStudio = z.strictObject({ shows: shows.default([]) });
/** Declines an invitation. */
export const declineInvitation = z.strictObject({ reason: prose });
/** How far an invitation is. */
export const invitationStatus = z.enum(['open', 'accepted', 'declined', 'lapsed', 'withdrawn']);
/** An invitation with its answer. */
export const invitationAnswer = memberInvited.data.extend({
  status: invitationStatus,
  /** Why it was declined. */
  reason: z.string().optional(),
});
/** An invitation as it is read. */
export type InvitationAnswer = z.infer<typeof invitationAnswer>;
