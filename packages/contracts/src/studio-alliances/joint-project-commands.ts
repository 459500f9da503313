// The bodies of a joint project's commands, as they cross the border.
import { z } from 'zod';
import { businessDate, id, filledLabel as label, filledProse as prose } from '../values.ts';

const milestone = z.strictObject({ title: label, due: businessDate });
const content = {
  topic: label,
  goal: prose,
  /** Studios of the alliance; all of them if absent. */
  studios: z.array(id).min(1).max(50).optional(),
  milestones: z.array(milestone).max(50).optional(),
};
/** Opens a joint project of an alliance; it does not begin in the future. */
export const openJointProject = z.strictObject({
  id: id.optional(),
  alliance: id,
  ...content,
  from: businessDate.optional(),
});
/** Changes what is given; `milestones` replaces those that are not reached. */
export const amendJointProject = z
  .strictObject({ ...z.object(content).partial().shape, reason: prose })
  .refine(
    ({ reason: _, ...changes }) => Object.values(changes).some((each) => each !== undefined),
    '须填课题名称、目标、参加工作室或节点 / takes a topic, a goal, members or milestones',
  );
/** Reports how far a joint project is. */
export const reportJointProject = z.strictObject({ progress: prose });
/** Says that a milestone, by its title, is reached; by default on the business date. */
export const reachMilestone = z.strictObject({ milestone: label, on: businessDate.optional(), note: prose.optional() });
/** Links an output of the alliance to the joint project that it came of, or takes the link back. */
export const linkOutput = z.strictObject({ output: id });
/** Closes a joint project with its result; with a reason where milestones are not reached. */
export const closeJointProject = z.strictObject({ result: prose, reason: prose.optional() });
