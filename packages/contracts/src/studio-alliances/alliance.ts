// Events of alliances: proposal, places, approval, members coming and going, plaques, the end of a duty year.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, code, id, label, prose, year } from '../values.ts';
import { answerDays } from './consent.ts';
import { placeHolder } from './studio.ts';

/** How members of an alliance fit: along a chain, of one trade, or across trades. */
export const allianceForm = z.enum(['linked', 'same-type', 'cross-type']);
/** A member as others need to know it. */
export const allianceMember = z.object({
  studio: id,
  code,
  name: label,
  employer: label,
  leading: z.boolean(),
});
/** A studio in an alliance. */
export type AllianceMember = z.infer<typeof allianceMember>;
/**
 * A member when its place is requested; one of another union is invited, and its union answers.
 * @example
 * ```ts
 * const { example } = definitionOf('alliance-proposed')!;
 * requestedMember.parse(example.members[1]).union; // → 'district-union'
 * ```
 */
export const requestedMember = allianceMember.extend({
  /** Its union, where that is another than the alliance's. */
  union: z.string().optional(),
});
/** A member whose place is requested. */
export type RequestedMember = z.infer<typeof requestedMember>;
/** The first version knew no invitations. */
const withInvitations = { version: 2 };
/** How many outputs a year; data of the union. In the founding year the numbers may shrink with the months left. */
export const allianceDuty = z.object({
  minimum: z.int().min(0).max(99),
  aim: z.int().min(0).max(99),
  foundingYear: z.enum(['full', 'pro-rata']),
});
/** What an alliance owes each year. */
export type AllianceDuty = z.infer<typeof allianceDuty>;
/** The duty of an alliance where its approval sets none. */
export const defaultDuty: AllianceDuty = { minimum: 1, aim: 2, foundingYear: 'full' };

/**
 * What whoever approves an alliance declares.
 * @example
 * ```ts
 * const { example } = definitionOf('alliance-proposed')!;
 * allianceApproval.parse(example.approval).form; // → 'linked'
 * ```
 */
export const allianceApproval = z.object({
  form: allianceForm,
  reason: prose,
  agreement: label.optional(),
  duty: allianceDuty.optional(),
});

const head = z.object({ alliance: id, code, name: label, shortName: z.string().min(1).max(20) });
const headExample = {
  alliance: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d07',
  code: 'LM-03',
  name: '北汽越野车张杰—首钢京唐王保勇创新工作室联盟',
  shortName: '张杰—王保勇联盟',
};
const leading = {
  studio: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d08',
  code: 'GZS-05',
  name: '张杰创新工作室',
  employer: '北汽越野车',
  leading: true,
};
const second = {
  studio: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d09',
  code: 'GZS-06',
  name: '王保勇创新工作室',
  employer: '首钢京唐',
  leading: false,
};
/** Asks every studio for a place: request 1. */
export const allianceProposed = event(
  'alliance-proposed',
  head.extend({
    members: z.array(requestedMember).min(2).max(50),
    since: businessDate.optional(),
    /** How long invitations wait. */
    answerDays: answerDays.optional(),
    /** The proposal of a pairing run it came from. */
    from: z.object({ pairing: id, number: z.int().min(1) }).optional(),
    /** Declared beforehand: the alliance is approved as soon as every place is reserved. */
    approval: allianceApproval.optional(),
  }),
  {
    ...{ ...headExample, members: [leading, { ...second, union: 'district-union' }], answerDays: 30 },
    approval: { form: 'linked', reason: '汽车用钢的供应与使用', duty: defaultDuty },
  },
  // The second version knew no approval beforehand.
  { version: 3 },
);
/** A place is requested of one more studio, or again of one that refused. */
export const memberRequested = event(
  'member-requested',
  z.object({
    ...placeHolder.shape,
    member: requestedMember,
    request: z.int().min(1),
    from: businessDate,
    answerDays: answerDays.optional(),
  }),
  {
    alliance: headExample.alliance,
    code: headExample.code,
    name: headExample.shortName,
    member: { ...second, studio: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d18', code: 'GZS-17', name: '赵郁创新工作室' },
    request: 2,
    from: '2024-03-01',
  },
  withInvitations,
);
const memberOf = z.object({ alliance: id, studio: id });
const memberExample = { alliance: headExample.alliance, studio: second.studio };
/** A studio has reserved a place for the alliance. */
export const reservationNoted = event('reservation-noted', memberOf, memberExample);
/** A studio has no place for the alliance. */
export const reservationRefused = event(
  'reservation-refused',
  memberOf.extend({
    reason: z.enum(['full', 'not-recognised', 'suspended', 'declined', 'lapsed']),
    holders: z.array(placeHolder),
  }),
  {
    ...memberExample,
    reason: 'full',
    holders: [{ alliance: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d17', code: 'LM-09', name: '赵郁—刘更生联盟' }],
  },
  withInvitations,
);
/** All places are reserved and an organiser has declared the form: the alliance exists from `since` on. */
export const allianceApproved = event(
  'alliance-approved',
  head.extend({
    form: allianceForm,
    reason: prose,
    /** The agreement's number or title. */
    agreement: label.optional(),
    duty: allianceDuty.optional(),
    members: z.array(allianceMember).min(2),
    since: businessDate,
  }),
  {
    ...headExample,
    form: 'linked',
    reason: '汽车用钢的供应与使用',
    agreement: '联盟协议〔2023〕3号',
    duty: defaultDuty,
    members: [leading, second],
    since: '2023-06-15',
  },
);
/** A studio is a member from this day on. */
export const memberJoined = event(
  'member-joined',
  z.object({ alliance: id, member: allianceMember, from: businessDate }),
  { alliance: headExample.alliance, member: second, from: '2024-03-01' },
);
/** `leading` names who leads from then on. */
export const memberLeft = event('member-left', memberOf.extend({ to: businessDate, reason: prose, leading: id }), {
  ...memberExample,
  to: '2024-11-30',
  reason: '工作室合并',
  leading: leading.studio,
});
/** The alliance exists no longer: its places are free from the day after `to`. */
export const allianceDissolved = event(
  'alliance-dissolved',
  z.object({ alliance: id, studios: z.array(id), to: businessDate, reason: prose }),
  { alliance: headExample.alliance, studios: [leading.studio, second.studio], to: '2025-06-30', reason: '协议期满' },
);
/** The year's last day is over; whether the duty was met is for a person to close. */
export const dutyYearEnded = event('duty-year-ended', z.object({ alliance: id, year }), {
  alliance: headExample.alliance,
  year: 2023,
});
/** Only what changes; the reason is kept with it. */
const amended = { name: label, form: allianceForm, agreement: label };
/** The alliance is called otherwise, or another form or agreement holds. */
export const allianceAmended = event(
  'alliance-amended',
  z.object({ alliance: id, ...z.object(amended).partial().shape, reason: prose, on: businessDate }),
  {
    ...{ alliance: headExample.alliance, form: 'cross-type', agreement: '联盟协议〔2024〕1号' },
    ...{ reason: '新增机器人课题', on: '2024-02-01' },
  },
);
/** What has these plaques should have them no longer, somebody says; whether they go is decided where they were granted. */
export const plaqueRemovalProposed = event(
  'plaque-removal-proposed',
  z.object({
    of: z.enum(['alliance', 'studio']),
    id,
    name: label,
    grants: z.array(id).min(1),
    reason: prose,
    on: businessDate,
  }),
  {
    ...{ of: 'alliance', id: headExample.alliance, name: headExample.name },
    ...{ grants: ['8f14e45f-ceea-867a-9c0b-3f2c5a1b6d10'], reason: '协议期满', on: '2025-06-30' },
  },
);

const plaque = z.object({ of: z.enum(['alliance', 'studio']), id, grant: id, revision: z.int().min(1) });
const plaqueExample = {
  of: 'alliance' as const,
  id: headExample.alliance,
  grant: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d10',
  revision: 1,
};
/** A grant put a plaque on an alliance or a studio, or corrected it. */
export const plaqueConferred = event(
  'plaque-conferred',
  plaque.extend({ honour: label, documentNumber: code, date: businessDate }),
  { ...plaqueExample, honour: '首批职工创新工作室联盟', documentNumber: '京工发〔2023〕12号', date: '2023-06-15' },
);
/** The plaque came off again, since its grant was revoked. */
export const plaqueRemoved = event('plaque-removed', plaque.extend({ reason: prose.optional() }), {
  ...plaqueExample,
  revision: 2,
  reason: '联盟解散',
});

/** Every event type of an alliance. */
export const allianceEvents = [
  allianceProposed,
  memberRequested,
  reservationNoted,
  reservationRefused,
  allianceApproved,
  memberJoined,
  memberLeft,
  allianceDissolved,
  dutyYearEnded,
  allianceAmended,
  plaqueRemovalProposed,
  plaqueConferred,
  plaqueRemoved,
] as const;
