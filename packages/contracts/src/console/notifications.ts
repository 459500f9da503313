// What the console sends: one digest a day to whoever is reminded, by mail or into a group chat. Names, addresses and keys are
// private rows and in no event.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, id, instant, label, prose } from '../values.ts';

/** Where group chats have robots. */
export const robotKind = z.enum(['dingtalk', 'feishu', 'wecom']);
/** A kind of robot. */
export type RobotKind = z.infer<typeof robotKind>;
/** By what a digest went out; `log`: no mail server is set. */
export const digestChannel = z.enum(['mail', 'log', ...robotKind.options]);

const user = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d13';
const organisation = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';
const robot = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d41';
const digest = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d42';

/** The user set where and when to hear of what is due; the settings are a private row. */
export const userNotificationsSet = event('user-notifications-set', z.object({ user: id, organisation: id }), {
  ...{ user, organisation },
});
/** A robot of a group chat hears of what is due; its address and secret are a private row. */
export const robotRegistered = event(
  'robot-registered',
  z.object({ robot: id, organisation: id, kind: robotKind, name: label }),
  { robot, organisation, kind: 'wecom', name: '竞赛工作群' },
);
/** The robot hears no more. */
export const robotRemoved = event('robot-removed', z.object({ robot: id, organisation: id, reason: prose }), {
  ...{ robot, organisation, reason: '工作群已解散' },
});
/** Who gets a digest. */
export const digestTo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), user: id }),
  z.object({ kind: z.literal('robot'), robot: id }),
]);
/** One line of a digest. */
export const digestItem = z.object({
  reminder: id,
  text: z.object({ zh: z.string(), en: z.string() }),
  about: label,
  due: businessDate,
  link: z.string(),
});
/** One line of a digest. */
export type DigestItem = z.infer<typeof digestItem>;
const item = {
  ...{ reminder: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d31', about: '万泉寺项目部', due: '2024-03-31' },
  ...{ text: { zh: '计划未填报（项目部 · 一季度）', en: 'the plan is missing' }, link: '/own' },
};
/** A line is in the digest, which goes out at `at`. */
export const digestItemAdded = event(
  'digest-item-added',
  z.object({ digest: id, organisation: id, to: digestTo, at: instant, item: digestItem }),
  { digest, organisation, to: { kind: 'user', user }, at: '2024-03-24T01:30:00.000Z', item },
);
/** The digest went out, or could not: `lines` of it, `part` counts those that came too late for an earlier one. */
export const digestSettled = event(
  'digest-settled',
  z.object({
    digest: id,
    part: z.int().min(1),
    outcome: z.enum(['sent', 'no-address', 'failed']),
    channel: digestChannel,
    lines: z.int().min(0),
    /** The Message-ID: the same at every attempt. */
    message: z.string(),
    reason: z.string().optional(),
    at: instant,
    /** When what is left of it goes out. */
    next: instant.optional(),
  }),
  {
    ...{ digest, part: 1, outcome: 'sent', channel: 'mail', lines: 1, at: '2024-03-24T01:30:02.000Z' },
    message: `<${digest}.1@jiangong>`,
  },
);
/** Every event type of notifications. */
export const notificationEvents = [
  userNotificationsSet,
  robotRegistered,
  robotRemoved,
  digestItemAdded,
  digestSettled,
] as const;

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '须为 24 小时制的时刻，如 21:30 / must be a time such as 21:30');
/** Where and when somebody hears of what is due. */
export const setNotifications = z.strictObject({
  /** Absent: the contact, if it is an address. */
  email: z
    .email('应为邮箱地址，如 contest@union.example / must be an e-mail address such as contest@union.example')
    .max(254)
    .optional(),
  mail: z.boolean().default(true),
  /** No mail from then … */
  quietFrom: clock.default('21:00'),
  /** … until then, in Asia/Shanghai. */
  quietTo: clock.default('08:00'),
});
/** Where and when somebody hears of what is due. */
export type Notifications = z.infer<typeof setNotifications>;
/** Registers a robot of a group chat, with the address that the chat shows and, where it signs, its secret. */
export const registerRobot = z.strictObject({
  kind: robotKind,
  name: label,
  url: z.string().min(1).max(500),
  secret: z.string().min(8).max(200).optional(),
});
/** Ends a robot: its address and secret are erased. */
export const removeRobot = z.strictObject({ reason: prose });
/** A robot as it is read, without its address. */
export const robotView = robotRegistered.data.extend({ removed: z.string().optional() });
/**
 * A digest as it is read: to whom, when, what became of it, never the address.
 * @example
 * ```ts
 * const digest = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d42';
 * const to = { kind: 'user' as const, user: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d13' };
 * digestView.parse({ digest, to, at: '2024-03-24T01:30:00.000Z', state: 'waiting', lines: 2 }).lines; // → 2
 * ```
 */
export const digestView = z.object({
  digest: id,
  to: digestTo,
  at: instant,
  state: z.enum(['waiting', 'settled']),
  lines: z.int(),
  last: digestSettled.data.omit({ digest: true, next: true }).optional(),
});
