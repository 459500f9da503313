// Events of an alliance's joint projects: who works on one, its milestones, the outputs that come of it, its result.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, code, id, label, prose } from '../values.ts';
import { belonging, belongingExample } from './belonging.ts';

const { alliance } = belongingExample;
/** A studio that works on a joint project, by its name of then. */
export const projectMember = z.object({ studio: id, code, name: label });
/** What a joint project is to reach by a day; its title stands for it. */
export const projectMilestone = z.object({ title: label, due: businessDate });
/** What is to be done, and by whom: the members are all of the alliance where none are named. */
const content = {
  topic: label,
  goal: prose,
  members: z.array(projectMember).optional(),
  milestones: z.array(projectMilestone).max(50).optional(),
};
const milestones = [
  { title: '完成两轮试模', due: '2023-09-15' },
  { title: '批量验证', due: '2023-11-15' },
];
const members = [
  { studio: belongingExample.studios[0]!, code: 'GZS-05', name: '张杰创新工作室' },
  { studio: belongingExample.studios[1]!, code: 'GZS-06', name: '王保勇创新工作室' },
];
const project = z.object({ project: id, alliance: id });
const projectExample = { project: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d30', alliance };
/** The first version knew neither members nor milestones. */
const withMilestones = { version: 2 };

/** An alliance has a joint project. */
export const jointProjectOpened = event(
  'joint-project-opened',
  project.extend({ ...belonging.shape, ...content, from: businessDate }),
  {
    ...{ ...projectExample, ...belongingExample, topic: '高强钢门框成形回弹', goal: '回弹量减半' },
    ...{ from: '2023-07-01', members, milestones },
  },
  withMilestones,
);
/** Only what changes; `milestones` are those that are still to be reached. */
export const jointProjectAmended = event(
  'joint-project-amended',
  project.extend({ ...z.object(content).partial().shape, reason: prose, on: businessDate }),
  {
    ...projectExample,
    milestones: [{ title: '批量验证', due: '2023-12-15' }],
    ...{ reason: '钢厂检修，推迟一个月', on: '2023-10-20' },
  },
);
/** How far the joint project is. */
export const jointProjectReported = event(
  'joint-project-reported',
  project.extend({ progress: prose, on: businessDate }),
  { ...projectExample, progress: '完成两轮试模', on: '2023-09-10' },
);
/** A milestone is reached. */
export const jointProjectMilestoneReached = event(
  'joint-project-milestone-reached',
  project.extend({ milestone: label, on: businessDate, note: prose.optional() }),
  { ...projectExample, milestone: '完成两轮试模', on: '2023-09-10', note: '回弹量由2.1毫米降至1.4毫米' },
);
const linked = project.extend({ output: id, title: label });
const linkedExample = {
  ...projectExample,
  output: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d31',
  title: '高强钢门框回弹补偿法',
};
/** An output of the alliance came of the joint project. */
export const jointProjectOutputLinked = event('joint-project-output-linked', linked, linkedExample);
/** The output did not come of it after all. */
export const jointProjectOutputUnlinked = event('joint-project-output-unlinked', linked, linkedExample);
/** The joint project is over, with its result. */
export const jointProjectClosed = event(
  'joint-project-closed',
  project.extend({
    result: prose,
    to: businessDate,
    /** Why it ends although milestones are not reached. */
    reason: prose.optional(),
  }),
  {
    ...{ ...projectExample, result: '回弹量由2.1毫米降至0.9毫米', to: '2023-11-20' },
    reason: '批量验证并入下一课题',
  },
  { version: 2 },
);

/** Every event type of joint projects. */
export const jointProjectEvents = [
  jointProjectOpened,
  jointProjectAmended,
  jointProjectReported,
  jointProjectMilestoneReached,
  jointProjectOutputLinked,
  jointProjectOutputUnlinked,
  jointProjectClosed,
] as const;
