// Needs (揭榜): problems that units post for a studio to find a partner for; open ones count among what the studio seeks.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, filledLabel, filledProse, id, label, prose } from '../values.ts';

/** The problem in a phrase, as a studio's profile has it. */
const problem = z.string().min(1).max(60);
const need = z.object({ need: id, studio: id });
const needExample = {
  need: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d70',
  studio: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d08',
};
/** A unit posted a problem with the studio that seeks a partner for it. */
export const needPosted = event(
  'need-posted',
  need.extend({ unit: label, problem, details: prose.optional(), on: businessDate, by: z.string() }),
  {
    ...{ ...needExample, unit: '北汽越野车', problem: '高强钢激光焊接', on: '2024-03-04', by: 'P-0005' },
    details: '门框拼焊变形大于1毫米',
  },
);
/** The unit has the problem no longer, or seeks nobody for it. */
export const needWithdrawn = event('need-withdrawn', need.extend({ reason: prose, on: businessDate }), {
  ...{ ...needExample, reason: '改用铸件', on: '2024-04-01' },
});
/** The problem is solved. */
export const needSolved = event('need-solved', need.extend({ result: prose, on: businessDate }), {
  ...{ ...needExample, result: '变形降至0.3毫米', on: '2024-09-10' },
});

const ofStudio = z.object({ studio: id, need: id });
const { studio, need: needId } = needExample;
/** The studio seeks a partner for the need from now on. */
export const studioNeedAdded = event('studio-need-added', ofStudio.extend({ problem, unit: label }), {
  ...{ studio, need: needId, problem: '高强钢激光焊接', unit: '北汽越野车' },
});
/** The studio no longer seeks a partner for the need. */
export const studioNeedRemoved = event('studio-need-removed', ofStudio, { studio, need: needId });

/** Every event type of needs. */
export const needEvents = [needPosted, needWithdrawn, needSolved, studioNeedAdded, studioNeedRemoved] as const;

/** Posts a need with a studio of the union. */
export const postNeed = z.strictObject({
  id: id.optional(),
  studio: id,
  unit: filledLabel,
  problem: filledLabel.max(60),
  details: filledProse.optional(),
});
/** Takes a need back. */
export const withdrawNeed = z.strictObject({ reason: filledProse });
/** Says how a need was met. */
export const solveNeed = z.strictObject({ result: filledProse });
/** How far a need is. */
export const needStatus = z.enum(['open', 'withdrawn', 'solved']);
/** A need with what became of it. */
export const needAnswer = needPosted.data.extend({
  status: needStatus,
  reason: prose.optional(),
  result: prose.optional(),
});
/** A need as it is read. */
export type NeedAnswer = z.infer<typeof needAnswer>;
