// The days in which anybody may object, and what became of objections.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, id, instant, label, prose } from '../values.ts';
import { filingExample, objectionFiling } from './list-events.ts';

/** How to object: by letter to an address, by phone, or in person at an office. */
export const objectionChannel = z.object({ kind: z.enum(['letter', 'phone', 'visit']), where: label });
/** What a notice says of one candidate, and no more. */
export const noticeItem = z.object({
  honour: label,
  /** Absent of a person, whose name is filled in where it is read. */
  recipient: label.optional(),
  person: id.optional(),
  /** Of a person: what the unit is called, read in place of a name that the person does not agree to publish. Since 0.2.0; without it the name is read. */
  unit: label.optional(),
  /** What its group is called. Since 0.2.0. */
  group: label.optional(),
});
const items = z.array(noticeItem).max(500);

const notice = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d22';
const list = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d20';
const objection = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d23';
const candidate = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d21';

/** A list is public until the last day: anybody may object. */
export const noticePublished = event(
  'notice-published',
  z.object({
    notice: id,
    list: id,
    title: label,
    from: businessDate,
    workingDays: z.int().min(1),
    /** Whether the day of publication is the first working day of the notice. */
    firstDayCounts: z.boolean(),
    lastDay: businessDate,
    /** Last day at the closing time, in Asia/Shanghai. */
    closesAt: instant,
    channels: z.array(objectionChannel).min(1),
    /** Which of the list's reviews it shows. Since 0.2.0. */
    review: z.int().min(1).optional(),
    /** The first candidates; more follow in `notice-continued`. */
    items,
  }),
  {
    notice,
    list,
    title: '2024年“七比七赛”劳动竞赛：优胜项目部',
    from: '2025-01-06',
    workingDays: 5,
    firstDayCounts: true,
    lastDay: '2025-01-10',
    closesAt: '2025-01-10T17:00:00+08:00',
    channels: [{ kind: 'visit', where: '公司工会办公室' }],
    review: 1,
    items: [{ honour: '2024年度劳动竞赛优胜项目部', recipient: '万泉寺中阳广场项目部' }],
  },
  { version: 3 },
);
/** The notice stands no longer: its list was taken back. It may be published anew. */
export const noticeWithdrawn = event('notice-withdrawn', z.object({ notice: id, list: id, reason: prose }), {
  notice,
  list,
  reason: '一名候选对象的材料有误，退回核实',
});
/** More candidates of a notice. */
export const noticeContinued = event(
  'notice-continued',
  z.object({ notice: id, items }),
  { notice, items: [{ honour: '2024年度劳动竞赛优胜项目部', recipient: '万泉寺中阳广场项目部', group: '土建组' }] },
  { version: 3 },
);
/** The notice runs longer: until the end of this day at the same time. It is never shortened. */
export const noticeLengthened = event(
  'notice-lengthened',
  z.object({ notice: id, list: id, lastDay: businessDate, closesAt: instant, reason: prose }),
  {
    notice,
    list,
    lastDay: '2025-01-14',
    closesAt: '2025-01-14T17:00:00+08:00',
    reason: '春节放假安排公布较晚，延长公示',
  },
);
/** Announces that the closing time has passed; rules judge by dates, not by this. */
export const noticeEnded = event('notice-ended', z.object({ notice: id, list: id }), { notice, list });

/** An objection was received in time. */
export const objectionFiled = event(
  'objection-filed',
  z.object({ objection: id, list: id, candidate: id, filing: objectionFiling, nominatedBy: z.array(z.string()) }),
  { objection, list, candidate, filing: filingExample, nominatedBy: ['user-quality'] },
);
/** The objector was answered. */
export const objectionAnswered = event('objection-answered', z.object({ objection: id, answer: prose }), {
  objection,
  answer: '已受理，正在核实',
});
/** Whether an objection holds. */
export const objectionOutcome = z.enum(['upheld', 'dismissed']);
/** The objection is decided; an upheld one strikes the candidate. */
export const objectionDecided = event(
  'objection-decided',
  z.object({
    objection: id,
    list: id,
    candidate: id,
    outcome: objectionOutcome,
    finding: prose,
    effect: prose,
    /** Who decided, by id. */
    decidedBy: z.string(),
  }),
  {
    objection,
    list,
    candidate,
    outcome: 'dismissed',
    finding: '经核实，所反映问题已整改闭合',
    effect: '维持原评选结果',
    decidedBy: 'user-committee',
  },
);
