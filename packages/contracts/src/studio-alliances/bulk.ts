// The bodies of commands on many studios, proposals and alliances at once.
import { z } from 'zod';
import { businessDate, id, label, prose } from '../values.ts';
import { allianceDuty, allianceForm } from './alliance.ts';
import { answerDays } from './consent.ts';

/** So many things at most are named in one request. */
const most = 5000;
/** Recognises many studios. */
export const recogniseStudios = z.strictObject({ ids: z.array(id).min(1).max(most) });
const number = z.int().min(1);
/** Decides about many proposals of a run: those with these numbers, or every undecided one from a weight on. */
export const decideProposals = z
  .strictObject({
    numbers: z.array(number).min(1).max(most).optional(),
    fromWeight: z.int().min(0).optional(),
  })
  .refine(
    ({ numbers, fromWeight }) => (numbers === undefined) !== (fromWeight === undefined),
    '须填建议序号或最低得分之一 / takes either numbers or the lowest weight',
  );
/** What a duty needs to make sense. */
export const dutyOfAlliance = z
  .strictObject(allianceDuty.shape)
  .refine(({ minimum, aim }) => aim >= minimum, '的目标数不能小于最低数 / must have an aim no lower than the minimum');
/** Founds an alliance from each accepted proposal of a run; approved as soon as its places are reserved. */
export const foundAlliances = z.strictObject({
  /** Where `#` stands, the number of the proposal is put, with zeros to the length of the run's last one. */
  code: z
    .string()
    .min(2)
    .max(50)
    .refine(
      (code) => code.split('#').length === 2,
      '须恰好含有一个 #，代表建议的序号 / has exactly one # for the proposal’s number',
    ),
  since: businessDate.optional(),
  /** What the run suggests for each, or the same for all. */
  form: z.enum(['suggested', ...allianceForm.options]),
  reason: prose,
  agreement: label.optional(),
  duty: dutyOfAlliance.optional(),
  answerDays: answerDays.optional(),
  /** All accepted ones if absent. */
  numbers: z.array(number).min(1).max(most).optional(),
});
