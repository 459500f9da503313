// Who may not be honoured, and why: what an evaluation found, what a union recorded, and what a committee overrode.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, code, id, label, prose, year } from '../values.ts';
import { requiredPapers, strictPapers } from './dossier.ts';
import { candidateState } from './list-events.ts';

/** Why a union bars a unit from honours, whatever its score. */
export const awardBarKind = z.enum([
  'wage-arrears',
  'insurance-arrears',
  'no-union',
  'safety-accident',
  'mass-incident',
  'other',
]);
/** How many years of honours a bar reaches, the year in which it happened included. */
const years = z.int().min(1).max(10);

const awardBar = z.object({
  bar: id,
  unit: id,
  name: label,
  kind: awardBarKind,
  /** When it happened: honours of its year and of those that follow are barred. */
  happenedOn: businessDate,
  years,
  /** The document that established it. */
  document: label,
});
const barExample: z.infer<typeof awardBar> = {
  bar: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d71',
  unit: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01',
  name: '万泉寺中阳广场项目部',
  kind: 'safety-accident',
  happenedOn: '2024-05-17',
  years: 3,
  document: '京建安〔2024〕12号',
};
/** A unit is barred from honours of these years. */
export const awardBarRecorded = event('award-bar-recorded', awardBar.extend({ by: z.string() }), {
  ...barExample,
  by: 'user-organiser',
});
/** The bar does not hold any more, or never did. */
export const awardBarLifted = event('award-bar-lifted', z.object({ bar: id, reason: prose, by: z.string() }), {
  bar: barExample.bar,
  reason: '经复查认定为非责任事故',
  by: 'user-committee',
});
/** A bar as it stands. */
export const awardBarView = awardBar.extend({
  by: z.string(),
  lifted: z.object({ reason: prose, by: z.string() }).optional(),
});

/** A union's rules for its honours. */
export const awardRules = z.object({
  /** Which vetoes of schemes bar for more than the year that they were established in. */
  barYears: z.array(z.object({ cause: code, years })).max(100),
  /** Whoever reviewed a list does not decide on it. */
  anotherDecides: z.boolean().optional(),
  /** No list is reviewed without a ballot. */
  byBallot: z.boolean().optional(),
  /** The papers that candidates need where a list says nothing else. */
  papers: requiredPapers.optional(),
});
/** A union's rules for its honours. */
export type AwardRules = z.infer<typeof awardRules>;
const rulesExample: AwardRules = { barYears: [{ cause: 'casualty', years: 3 }], anotherDecides: true };
/** A union's rules for its honours, whole. */
export const awardRulesSet = event(
  'award-rules-set',
  awardRules.extend({ rules: id, by: z.string() }),
  {
    ...rulesExample,
    rules: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d72',
    by: 'user-organiser',
  },
  { version: 2 },
);

/**
 * What stands against an honour. `result-barred`: a veto or an admission in an evaluation; `unit-barred`: a recorded bar;
 * `honour-held`: the same honour of the year by another list.
 */
export const eligibilityRule = z.enum(['result-barred', 'unit-barred', 'honour-held']);
const text = z.object({ zh: z.string(), en: z.string() });
/** One rule that a recipient fails, in words, with the event that it comes from. */
export const eligibilityFailure = z.object({
  recipient: id,
  /** The honour that it stands against; null: every one. */
  honour: code.nullable(),
  rule: eligibilityRule,
  why: text,
  /** Type and stream of the event, and what of it bars. */
  source: z.object({ event: z.string(), stream: z.string(), cause: z.string() }),
});
/** One rule that a recipient fails. */
export type EligibilityFailure = z.infer<typeof eligibilityFailure>;

const list = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d20';
const candidate = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d21';
const failureExample: EligibilityFailure = {
  recipient: barExample.unit,
  honour: null,
  rule: 'unit-barred',
  why: {
    zh: '安全事故（京建安〔2024〕12号），2024 年起 3 年内不予表彰',
    en: 'safety accident (京建安〔2024〕12号): barred for 3 years from 2024',
  },
  source: { event: 'award-bar-recorded', stream: `award-bar/${barExample.bar}`, cause: 'safety-accident' },
};
/** The committee lets a recipient be honoured although these rules stand against it. What comes up later is not covered. */
export const eligibilityOverridden = event(
  'eligibility-overridden',
  z.object({
    list: id,
    recipient: id,
    name: label,
    failures: z.array(eligibilityFailure).min(1).max(100),
    reason: prose,
    by: z.string(),
  }),
  {
    list,
    recipient: barExample.unit,
    name: barExample.name,
    failures: [failureExample],
    reason: '事故经认定与该项目部无关，委员会一致同意',
    by: 'user-committee',
  },
);
/** They fail a rule when the list is drafted, or when it is decided: they are not granted. */
export const candidatesBarred = event(
  'candidates-barred',
  z.object({ list: id, barred: z.array(z.object({ candidate: id, reason: prose })).max(500) }),
  { list, barred: [{ candidate, reason: failureExample.why.zh }] },
);

/** Records a bar; without `years`, three for an accident or a mass incident and one for the rest. */
export const recordAwardBar = z.strictObject({
  /** Drawn by the client, or at the border. */
  id: id.optional(),
  unit: id,
  kind: awardBarKind,
  happenedOn: businessDate,
  years: years.optional(),
  document: label,
});
/** Lifts a bar. */
export const liftAwardBar = z.strictObject({ reason: prose });
/** Sets the union's rules for its honours, whole. */
export const setAwardRules = z.strictObject({
  barYears: z.array(z.strictObject({ cause: code, years })).max(100),
  anotherDecides: z.boolean().optional(),
  byBallot: z.boolean().optional(),
  papers: strictPapers.optional(),
});
/** Overrides what stands against a recipient today. */
export const overrideEligibility = z.strictObject({ recipient: id, reason: prose });

/** Who of a list fails which rule; `recipient`: somebody who is not on it, tried. */
export const eligibilityView = z.object({
  list: id,
  title: label,
  year,
  /** Of those who could be granted, how many fail a rule that is not overridden. */
  failing: z.int(),
  items: z.array(
    z.object({
      candidate: id.optional(),
      recipient: id,
      name: label,
      honour: code.optional(),
      state: candidateState.optional(),
      failures: z.array(
        eligibilityFailure
          .omit({ recipient: true, honour: true })
          .extend({ overridden: z.object({ reason: prose, by: z.string() }).optional() }),
      ),
    }),
  ),
});
