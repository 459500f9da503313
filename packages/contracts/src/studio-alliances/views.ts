// The answers of studio-alliances' queries, as they cross the border.
import { z } from 'zod';
import { businessDate, code, id, instant, label, year } from '../values.ts';
import { allianceDuty, allianceForm, allianceMember } from './alliance.ts';
import { dutyStatus, jointProjectOpened, outputLogged } from './output.ts';
import {
  pairingCertified,
  pairingCompleted,
  pairingInput,
  pairingLeftOut,
  pairingOddSet,
  pairingPrice,
  pairingProposal,
  pairingReason,
  pairingRequested,
  pairingStage,
} from './pairing.ts';
import { placeHolder, studioProfile } from './studio.ts';

export const plaqueAnswer = z.object({
  grant: id,
  honour: label,
  documentNumber: code,
  date: businessDate,
  revision: z.int(),
});
export const studioAnswer = studioProfile.extend({
  status: z.enum(['registered', 'recognised', 'suspended']),
  /** The alliances that hold its places. */
  places: z.array(placeHolder),
  plaques: z.array(plaqueAnswer),
});
export type StudioAnswer = z.infer<typeof studioAnswer>;

export const allianceMemberAnswer = allianceMember.extend({
  place: z.enum(['waiting', 'reserved', 'refused']),
  /** Why it got no place, and who holds them. */
  refusal: z.object({ reason: z.string(), holders: z.array(placeHolder) }).optional(),
  from: businessDate.optional(),
  to: businessDate.optional(),
});
export const dutyAnswer = z.object({
  alliance: id,
  year,
  outputs: z.int(),
  minimum: z.int(),
  aim: z.int(),
  due: businessDate,
  status: dutyStatus,
  closed: z.boolean(),
  text: z.object({ zh: z.string(), en: z.string() }),
});
export type DutyAnswer = z.infer<typeof dutyAnswer>;
export const allianceAnswer = z.object({
  alliance: id,
  /** The organisation it belongs to. */
  org: z.string(),
  code,
  name: label,
  shortName: z.string(),
  status: z.enum(['proposed', 'approved', 'dissolved']),
  form: allianceForm.optional(),
  reason: z.string().optional(),
  agreement: z.string().optional(),
  since: businessDate.optional(),
  to: businessDate.optional(),
  duty: allianceDuty,
  members: z.array(allianceMemberAnswer),
  plaques: z.array(plaqueAnswer),
});
export type AllianceAnswer = z.infer<typeof allianceAnswer>;
export const allianceListed = allianceAnswer.extend({
  /** The duty of the requested year, where the alliance had one. */
  year: dutyAnswer.optional(),
});
/** The form that profiles suggest between the leading studio and another; a person declares it. */
export const formSuggestion = z.object({ studio: id, form: allianceForm, zh: z.string(), en: z.string() });

const { pairing, mode, studios, ...found } = pairingCompleted.data.shape;
const { pairing: _, ...certified } = pairingCertified.data.shape;
export const pairingStatus = z.enum(['running', 'completed', 'cancelled', 'failed']);
export const pairingProgress = z.object({ stage: pairingStage, done: z.int(), of: z.int() });
export type PairingProgress = z.infer<typeof pairingProgress>;
/** A run: what was found is there as soon as it is `completed`, and all at once. */
export const pairingAnswer = z.object({
  ...{ pairing, mode, studios, status: pairingStatus },
  ...pairingRequested.data.pick({ input: true, after: true }).partial().shape,
  requestedAt: instant.optional(),
  progress: pairingProgress.optional(),
  ...z.object({ ...found, ...certified }).partial().shape,
  /** The last time that the same input was paired again. */
  repetition: z
    .object({ repetition: z.int(), digest: z.string().optional(), equal: z.boolean().optional() })
    .optional(),
  failure: z.string().optional(),
});
export type PairingAnswer = z.infer<typeof pairingAnswer>;
export const pairingInputAnswer = pairingInput.data;
export const leftOutAnswer = pairingLeftOut;
export const priceAnswer = pairingPrice;
export const oddSetAnswer = pairingOddSet;
/** Why two studios are paired, or not: their score in reasons against what their places are worth to others. */
export const whyAnswer = z.object({
  reason: z.enum([
    'chosen',
    'kept',
    'forbidden',
    'not-possible',
    'no-place',
    'partners-already',
    'worth-more-elsewhere',
    'a-tie',
  ]),
  weight: z.number(),
  prices: z.tuple([z.number(), z.number()]),
  odd: z.number(),
  zh: z.string(),
  en: z.string(),
  reasons: z.array(pairingReason),
});
export type WhyAnswer = z.infer<typeof whyAnswer>;
/** One leading studio with the members a run proposes. */
export const groupAnswer = z.object({
  leader: z.object({ studio: id, name: z.string() }),
  members: z.array(z.object({ studio: id, name: z.string(), number: z.int(), weight: z.number() })),
  total: z.number(),
});
export const proposalAnswer = pairingProposal.extend({ decision: z.enum(['open', 'accepted', 'dropped']) });

export const jointProjectAnswer = jointProjectOpened.data.extend({
  reports: z.array(z.object({ progress: z.string(), on: businessDate })),
  result: z.string().optional(),
  to: businessDate.optional(),
});
export const outputAnswer = outputLogged.data.extend({
  status: z.enum(['draft', 'submitted', 'accepted', 'rejected', 'withdrawn']),
  year,
  counts: z.boolean(),
  /** Why it was rejected or withdrawn. */
  reason: z.string().optional(),
  benefit: z.object({ yuan: z.number(), from: businessDate, to: businessDate }).optional(),
});
export type OutputAnswer = z.infer<typeof outputAnswer>;
