// The answers of studio-alliances' queries, as they cross the border.
import { z } from 'zod';
import { businessDate, code, id, instant, label, year } from '../values.ts';
import { allianceAmended, allianceDuty, allianceForm, allianceProposed, requestedMember } from './alliance.ts';
import { outputRulesTemplate } from './commands.ts';
import { studioListed } from './consent.ts';
import { dutyReassessed, dutyRectificationSet, dutyStatus, dutyYearCorrected } from './duty.ts';
import { jointProjectAmended, jointProjectOpened, projectMilestone } from './joint-project.ts';
import { studioNeedAdded } from './need.ts';
import { outputAdopted, outputBenefitCertified, outputComparison, outputLogged } from './output.ts';
import { outputApplied, outputRule, outputRulesBody } from './output-rules.ts';
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
  proposalDecision,
} from './pairing.ts';
import { placeHolder, studioProfile } from './studio.ts';

/**
 * A plaque, by the grant that conferred it.
 * @example
 * ```ts
 * const grant = grantId('decision-1', 'alliance', 'alliance-1');
 * const document = { honour: '首批职工创新工作室联盟', documentNumber: '京工发〔2023〕12号', date: '2023-06-15' };
 * plaqueAnswer.parse({ grant, ...document, revision: 1 }).revision; // → 1
 * ```
 */
export const plaqueAnswer = z.object({
  grant: id,
  honour: label,
  documentNumber: code,
  date: businessDate,
  revision: z.int(),
});
/** A studio with its places and plaques. */
export const studioAnswer = studioProfile.extend({
  status: z.enum(['registered', 'recognised', 'suspended']),
  /** The alliances that hold its places. */
  places: z.array(placeHolder),
  plaques: z.array(plaqueAnswer),
  /** The day by which it is confirmed again, where its union has set after how many years. */
  confirmBy: businessDate.optional(),
  /** That day is over: it is to be confirmed. */
  toConfirm: z.boolean().optional(),
  /** The needs of units that it seeks a partner for. */
  needs: z.array(studioNeedAdded.data.omit({ studio: true })).optional(),
  /** What other unions see of it in the directory, in addition to its head; absent where it is not listed. */
  shows: studioListed.data.shape.shows.optional(),
});
/** A studio as it is read. */
export type StudioAnswer = z.infer<typeof studioAnswer>;

/** A member of an alliance with its place. */
export const allianceMemberAnswer = requestedMember.extend({
  place: z.enum(['waiting', 'reserved', 'refused']),
  /** Why it got no place, and who holds them. */
  refusal: z.object({ reason: z.string(), holders: z.array(placeHolder) }).optional(),
  from: businessDate.optional(),
  to: businessDate.optional(),
  /** Its studio as it is by now, where that is called otherwise or is no longer recognised. */
  now: z.object({ name: label, status: studioAnswer.shape.status }).optional(),
});
/** The duty of an alliance in a year: what counts so far, and what is owed. */
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
  /** The first day after the year, where it is behind. */
  behindSince: businessDate.optional(),
  /** Something was accepted, withdrawn or struck after the year was closed. */
  correctionDue: z.boolean().optional(),
  /** What was corrected since it was closed, and why. */
  corrections: z.array(dutyYearCorrected.data.omit({ alliance: true, year: true })).optional(),
  /** Outputs for which the calendar did not close the year. */
  heldFor: z.array(label).optional(),
  /** By when what is missing is made up for, and what became of it. */
  rectification: dutyRectificationSet.data
    .omit({ alliance: true, year: true })
    .extend({ ...dutyReassessed.data.pick({ outcome: true, madeUp: true, undecided: true }).partial().shape })
    .optional(),
});
/** An alliance on the board of a year: its duty, what counts by kind and by where it is in use, and what is undecided. */
export const dutyBoardLine = dutyAnswer.extend({
  ...{ code, name: label },
  kinds: z.array(z.object({ kind: label, outputs: z.int() })),
  applied: z.array(z.object({ applied: outputApplied, outputs: z.int() })),
  undecided: z.array(label),
});
/** An alliance on the board as it is read. */
export type DutyBoardLine = z.infer<typeof dutyBoardLine>;
/** A year's duty as it is read. */
export type DutyAnswer = z.infer<typeof dutyAnswer>;
/** An alliance with its members and plaques. */
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
  /** The proposal it came from. */
  from: allianceProposed.data.shape.from,
  /** What was changed since it was approved, and why. */
  amendments: z.array(allianceAmended.data.omit({ alliance: true })).optional(),
});
/** An alliance as it is read. */
export type AllianceAnswer = z.infer<typeof allianceAnswer>;
/** An alliance in a list. */
export const allianceListed = allianceAnswer.extend({
  /** The duty of the requested year, where the alliance had one. */
  year: dutyAnswer.optional(),
});
/** The form that profiles suggest between the leading studio and another; a person declares it. */
export const formSuggestion = z.object({ studio: id, form: allianceForm, zh: z.string(), en: z.string() });

const { pairing, mode, studios, ...found } = pairingCompleted.data.shape;
const { pairing: _, ...certified } = pairingCertified.data.shape;
/** How far a pairing run is. */
export const pairingStatus = z.enum(['running', 'completed', 'cancelled', 'failed']);
/**
 * Which stage a run is in, and how much of it is done.
 * @example
 * ```ts
 * const progress = { stage: 'candidates', done: 3, of: 17 };
 * pairingProgress.parse(progress); // → progress
 * ```
 */
export const pairingProgress = z.object({ stage: pairingStage, done: z.int(), of: z.int() });
/** The progress of a run. */
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
/** A pairing run as it is read. */
export type PairingAnswer = z.infer<typeof pairingAnswer>;
/** A page of what a run was made from. */
export const pairingInputAnswer = pairingInput.data;
/** A studio that a run left without a partner. */
export const leftOutAnswer = pairingLeftOut;
/** A price of a run's certificate. */
export const priceAnswer = pairingPrice;
/**
 * An odd set of a run's certificate.
 * @example
 * ```ts
 * oddSetAnswer.parse({ set: 1, of: [studioId('union', 'GZS-05')], price: 120 }).price; // → 120
 * ```
 */
export const oddSetAnswer = pairingOddSet;
/** Why two studios are paired, or not: their score in reasons against what their places are worth to others. */
export const whyAnswer = z.object({
  reason: z.enum([
    'chosen',
    'kept',
    'forbidden',
    'not-possible',
    'same-employer',
    'nothing-in-common',
    'no-leader',
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
  /** Of a pair that is kept: the rule that would not have it, and what it costs the others, at least. */
  against: z.enum(['same-employer', 'nothing-in-common', 'worth-more-elsewhere']).optional(),
  cost: z.number().optional(),
});
/** The reasons for a pair or against it. */
export type WhyAnswer = z.infer<typeof whyAnswer>;
/** One leading studio with the members a run proposes. */
export const groupAnswer = z.object({
  leader: z.object({ studio: id, name: z.string() }),
  members: z.array(z.object({ studio: id, name: z.string(), number: z.int(), weight: z.number() })),
  total: z.number(),
});
/** A proposal, what people decided about it, and the alliance that came of it. */
export const proposalAnswer = pairingProposal.extend({
  decision: proposalDecision,
  alliance: allianceAnswer.pick({ alliance: true, code: true, name: true, status: true }).optional(),
});

/** A joint project with its milestones, reports and outputs. */
export const jointProjectAnswer = jointProjectOpened.data.extend({
  /** In the order of their days; `reachedOn` is missing where one is still to come. */
  milestones: z
    .array(projectMilestone.extend({ reachedOn: businessDate.optional(), note: z.string().optional() }))
    .optional(),
  reports: z.array(z.object({ progress: z.string(), on: businessDate })),
  /** The outputs that came of it, under their titles of when they were linked. */
  outputs: z.array(z.object({ output: id, title: label })).optional(),
  result: z.string().optional(),
  to: businessDate.optional(),
  /** Why it ended although milestones were not reached. */
  reason: z.string().optional(),
  /** What was changed since it was opened, and why. */
  amendments: z.array(jointProjectAmended.data.omit({ project: true, alliance: true })).optional(),
});
const { output: ___, alliance: ____, points, ...benefit } = outputBenefitCertified.data.shape;
/** A benefit as it was certified. */
export const certifiedBenefit = z.object(benefit);
/** An output with its state and its certified benefit. */
export const outputAnswer = outputLogged.data.extend({
  status: z.enum(['draft', 'submitted', 'accepted', 'rejected', 'withdrawn']),
  year,
  counts: z.boolean(),
  /** Why it was rejected or withdrawn. */
  reason: z.string().optional(),
  benefit: certifiedBenefit.optional(),
  /** What was certified before. */
  benefitsBefore: z.array(certifiedBenefit).optional(),
  /** What it was submitted under, and its points by it once it is accepted. */
  rule: outputRule.optional(),
  points,
  /** What its accepter wrote of those that are alike. */
  comparisons: z.array(outputComparison).optional(),
  /** Where it was taken up. */
  adoptions: z.array(outputAdopted.data.omit({ output: true, alliance: true })).optional(),
});
/** An output as it is read. */
export type OutputAnswer = z.infer<typeof outputAnswer>;

/** An output of the union that is like another, and what of it is alike. */
export const duplicateAnswer = outputAnswer
  .pick({ output: true, alliance: true, title: true, kind: true, status: true, adoptedOn: true })
  .extend({
    /** How much is alike, of 100. */
    percent: z.int(),
    by: z.enum(['code', 'title', 'summary']),
    zh: z.string(),
    en: z.string(),
  });
/** A like output as it is read. */
export type DuplicateAnswer = z.infer<typeof duplicateAnswer>;

/** Rules as people read them, a line each. */
const text = z.object({ zh: z.array(z.string()), en: z.array(z.string()) });
/** A template of rules for outputs. */
export const outputRulesTemplateAnswer = z.object({ template: outputRulesTemplate, body: outputRulesBody, text });
/** A union's rules for outputs: the version that applies, and the draft of the next. */
export const outputRulesAnswer = z.object({
  rules: id,
  /** 0 before the first is published. */
  version: z.int(),
  body: outputRulesBody.optional(),
  draft: outputRulesBody.optional(),
  text,
});
/** A published version of a union's rules for outputs. */
export const outputRulesVersionAnswer = z.object({ rules: id, version: z.int(), body: outputRulesBody, text });
