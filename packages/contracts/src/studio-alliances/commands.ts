// The bodies of studio-alliances' commands, as they cross the border. Strict: an unknown field is an error.
import { z } from 'zod';
import { fileIds } from '../files.ts';
import {
  businessDate,
  code,
  id,
  filledLabel as label,
  filledProse as prose,
  filledShortName as shortName,
} from '../values.ts';
import { allianceForm } from './alliance.ts';
import { dutyOfAlliance } from './bulk.ts';
import { answerDays } from './consent.ts';
import { outputComparison, outputContent, outputEvidence } from './output.ts';
import { benefitBand, outputKind, outputRulesBody } from './output-rules.ts';
import { pairingLeader, pairingMode } from './pairing.ts';
import { studioProfile } from './studio.ts';

const { studio: _, ...profile } = studioProfile.shape;
const { code: __, leader: ___, ...amendable } = profile;
/** Registers a studio; without `id` it is derived from the organisation and the code. */
export const registerStudio = z.strictObject({ id: id.optional(), ...profile });
/** Only what changes. */
export const amendStudio = z.strictObject(amendable).partial();
/** `name` where the studio takes the new leader's. */
export const changeLeader = z.strictObject({ leader: code, name: label.optional(), reason: prose });
/** Confirms a recognised studio again. */
export const confirmStudio = z.strictObject({ reason: prose });
/** Suspends a studio, which takes no new alliance. */
export const suspendStudio = z.strictObject({ reason: prose });
const couple = z.tuple([id, id]);
const wishes = {
  kept: z.array(couple).max(10_000).default([]),
  forbidden: z.array(couple).max(10_000).default([]),
};
/** Requests a pairing run, which proposes alliances of studios. */
export const runPairing = z.strictObject({
  id: id.optional(),
  /** Recognised studios; all of the organisation if absent. */
  studios: z.array(id).min(2).max(100_000).optional(),
  mode: pairingMode.default('best'),
  /** 1+N: who leads, and how many members each takes; then only pairs of a leader and another studio are proposed. */
  leaders: z.array(z.strictObject(pairingLeader.shape)).max(5_000).default([]),
  ...wishes,
});
/** Accepted proposals are kept and dropped ones forbidden, in addition to what is given here, which goes before. */
export const runAgain = z.strictObject({ id: id.optional(), mode: pairingMode.optional(), ...wishes });

/** Proposes an alliance and asks every studio for a place. */
export const proposeAlliance = z.strictObject({
  id: id.optional(),
  code,
  name: label,
  shortName,
  /** The first leads. */
  studios: z.array(id).min(2).max(50),
  since: businessDate.optional(),
  /** How many days invited unions have to answer; 30 if absent. */
  answerDays: answerDays.optional(),
  from: z.strictObject({ pairing: id, number: z.int().min(1) }).optional(),
});
/** Approves an alliance whose places are all reserved. */
export const approveAlliance = z.strictObject({
  form: allianceForm,
  reason: prose,
  agreement: label,
  /** The date proposed, or the business date, if absent. */
  since: businessDate.optional(),
  duty: dutyOfAlliance.optional(),
});
/** Corrects what an alliance is called, its form or its agreement; only what is given changes. */
export const amendAlliance = z
  .strictObject({
    name: label.optional(),
    form: allianceForm.optional(),
    agreement: label.optional(),
    reason: prose,
  })
  .refine(
    ({ name, form, agreement }) => [name, form, agreement].some((each) => each !== undefined),
    '须填名称、结盟形式或联盟协议 / takes a name, a form or an agreement',
  );
/** Asks one more studio for a place. */
export const joinAlliance = z.strictObject({
  studio: id,
  from: businessDate.optional(),
  answerDays: answerDays.optional(),
});
/** Takes a studio out of an alliance; of the leading one with a successor. */
export const leaveAlliance = z.strictObject({
  studio: id,
  to: businessDate.optional(),
  reason: prose,
  /** Who leads when the leading studio leaves. */
  successor: id.optional(),
});
/** Dissolves an alliance; by default on the business date. */
export const dissolveAlliance = z.strictObject({ reason: prose, to: businessDate.optional() });

/** Counts a closed year again. */
export const correctDuty = z.strictObject({ reason: prose });

const content = {
  ...outputContent.shape,
  evidence: z.array(z.strictObject(outputEvidence.shape)).max(50),
  files: fileIds.optional(),
};
/** Drafts an output of an alliance. */
export const logOutput = z.strictObject({ id: id.optional(), alliance: id, ...content });
/** Changes a draft: only the fields that are given. */
export const amendOutput = z.strictObject(content).partial();
/** An amount in yuan with cents. */
const yuan = z.number().min(0).max(1_000_000_000).multipleOf(0.01);
/** Certifies what an output earned, in yuan: net of cost, or the gross amount and its cost. */
export const certifyBenefit = z
  .strictObject({
    yuan: yuan.optional(),
    gross: yuan.optional(),
    cost: yuan.optional(),
    from: businessDate,
    to: businessDate,
    /** Why a benefit of twelve months is certified otherwise. */
    reason: prose.optional(),
  })
  .refine(
    ({ yuan, gross, cost }) =>
      (yuan === undefined) !== (gross === undefined) && (gross === undefined) === (cost === undefined),
    '须填净效益，或同时填总收益与成本 / takes the net amount, or both gross and cost',
  );
/** Returns a submitted output. */
export const rejectOutput = z.strictObject({ reason: prose });
/** Withdraws an output. */
export const withdrawOutput = z.strictObject({ reason: prose });
/** Notes the honour that an output won elsewhere: it counts no longer. */
export const noteAward = z.strictObject({ wonElsewhere: label });
/**
 * Accepts an output; of each that was accepted before and is alike it says whether it is the same, and why.
 * @example
 * ```ts
 * const output = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d32';
 * acceptOutput.parse({ comparisons: [{ output, same: true, reason: '同一方法' }] })!.comparisons!.length; // → 1
 * ```
 */
export const acceptOutput = z
  .strictObject({ comparisons: z.array(z.strictObject(outputComparison.shape)).max(100).optional() })
  .nullish();
/** Records that another unit has taken up an accepted output, and what it earns there. */
export const adoptOutput = z.strictObject({ unit: label, adoptedOn: businessDate, yuan: yuan.optional() });

/** The lists of kinds that unions begin their rules from. */
export const outputRulesTemplate = z.enum(['five-small-alterations', 'five-small-creations']);
/** Drafts the union's rules for outputs from a template. */
export const draftOutputRules = z.strictObject({ template: outputRulesTemplate });
/** Saves the draft of the union's rules for outputs. */
export const saveOutputRules = z.strictObject({
  body: z
    .strictObject({
      ...outputRulesBody.shape,
      kinds: z.array(z.strictObject(outputKind.shape)).min(1).max(50),
      bands: z.array(z.strictObject(benefitBand.shape)).max(20),
    })
    .refine(
      ({ kinds }) => new Set(kinds.map(({ kind }) => kind.trim())).size === kinds.length,
      '的成果种类不能重复 / names each kind once',
    )
    .refine(
      ({ bands }) => bands.every(({ from }, at) => at === 0 || from > bands[at - 1]!.from),
      '的效益档次须由低到高 / has its benefit bands in ascending order',
    ),
});
