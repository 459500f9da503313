// An award list: whom it is meant to honour, from the draft through ties, review and objections to the decision.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, code, id, label, prose, year } from '../values.ts';
import { grantedHonour, recipient } from './grant.ts';

/** Where a list comes from: results, plaques for alliances, duties of a year, accepted outputs, or a person's hand. */
export const awardListKind = z.enum(['competition', 'plaque', 'duty', 'outputs', 'hand']);
/** An honour of a list; with groups, once per group. */
export const listHonour = grantedHonour.extend({
  group: code.nullable(),
  /** How many there are to give; null: no limit. */
  seats: z.int().min(0).nullable(),
  /** Prize in yuan for each recipient. */
  prize: z.number().min(0).optional(),
});
/** An honour of a list. */
export type ListHonour = z.infer<typeof listHonour>;

/** `referred`: tied at the cut, the committee decides. `provisional`: waits for an earlier honour's tie. */
export const candidateState = z.enum([
  'proposed',
  'referred',
  'provisional',
  'passed-over',
  'removed',
  'barred',
  'struck',
  'granted',
]);
/**
 * An event by which somebody came on a list: its type and its stream.
 * @example
 * ```ts
 * const source = { event: 'duty-year-closed', stream: 'alliance/8f14e45f-ceea-867a-9c0b-3f2c5a1b6d07' };
 * candidateSource.parse(source); // → source
 * ```
 */
export const candidateSource = z.object({ event: z.string(), stream: z.string() });
/** Someone proposed for an honour of a list, and what became of it. */
export const candidate = z.object({
  candidate: id,
  honour: code,
  group: code.nullable(),
  recipient,
  place: z.int().min(1).optional(),
  /** Others share the place. */
  joint: z.boolean(),
  score: z.number().optional(),
  state: candidateState,
  /** People who put the candidate forward: they cannot decide an objection against it. */
  nominatedBy: z.array(z.string()),
  /** The events that it was drafted from. Since 0.2.0. */
  sources: z.array(candidateSource).max(100).optional(),
});
/** A candidate of a list. */
export type Candidate = z.infer<typeof candidate>;
const candidates = z.array(candidate).max(500);

const list = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d20';
const notice = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d22';
const objection = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d23';
const candidateExample: Candidate = {
  candidate: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d21',
  honour: 'winner',
  group: null,
  recipient: {
    type: 'unit',
    id: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01',
    externalId: 'XM-07',
    name: '万泉寺中阳广场项目部',
  },
  place: 1,
  joint: false,
  score: 94.21,
  state: 'proposed',
  nominatedBy: [],
};

/** A list exists, with its honours and first candidates. */
export const awardListDrafted = event(
  'award-list-drafted',
  z.object({
    list: id,
    kind: awardListKind,
    title: label,
    year,
    competition: id.optional(),
    /** The annual evaluation it was drawn from. */
    evaluation: id.optional(),
    honours: z.array(listHonour),
    /** People whose scores made the list: they count as nominating every candidate drafted here. */
    scoredBy: z.array(z.string()),
    /** The first candidates; more follow in `candidates-added`. */
    candidates,
  }),
  {
    list,
    kind: 'competition',
    title: '2024年“七比七赛”劳动竞赛：优胜项目部',
    year: 2024,
    competition: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d04',
    evaluation: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d06',
    honours: [
      {
        code: 'winner',
        name: '2024年度劳动竞赛优胜项目部',
        shortName: '2024竞赛优胜项目部',
        level: 'enterprise',
        group: null,
        seats: 3,
      },
    ],
    scoredBy: ['user-quality'],
    candidates: [candidateExample],
  },
  { version: 2 },
);
/** More candidates, at most 500 at once. */
export const candidatesAdded = event(
  'candidates-added',
  z.object({ list: id, candidates, reason: prose.optional() }),
  { list, candidates: [candidateExample], reason: '补充推荐' },
  { version: 2 },
);
const oneCandidate = z.object({ list: id, candidate: id });
const one = { list, candidate: candidateExample.candidate };
/** The candidate is on the list no longer. */
export const candidateRemoved = event('candidate-removed', oneCandidate.extend({ reason: prose }), {
  ...one,
  reason: '单位申请退出',
});
/** Somebody speaks for the candidate. */
export const candidateRecommended = event(
  'candidate-recommended',
  oneCandidate.extend({ by: z.string(), reason: prose }),
  { ...one, by: 'user-organiser', reason: '进度与质量均居前列' },
);
/** A document approves that the honour's name says 国家, 中国 or 全国. */
export const honourApproved = event('honour-approved', z.object({ list: id, honour: code, approval: code }), {
  list,
  honour: 'winner',
  approval: '国评组函〔2025〕7号',
});
/** An honour's names and level as the decision will give them, in every group; seats and prize where they change. */
export const honourNamed = event(
  'honour-named',
  z.object({
    list: id,
    honour: grantedHonour.extend({ seats: listHonour.shape.seats.optional(), prize: listHonour.shape.prize }),
  }),
  {
    list,
    honour: {
      code: 'winner',
      name: '2024年度优胜项目部',
      shortName: '2024优胜项目部',
      level: 'enterprise',
      prize: 30000,
    },
  },
);
/** The committee decided a tie at the cut; `outcomes` also settles the later honours that waited for it. */
export const tieResolved = event(
  'tie-resolved',
  z.object({
    list: id,
    honour: code,
    group: code.nullable(),
    /** All of the tied were taken, beyond the seats if need be. */
    joint: z.boolean(),
    reason: prose,
    outcomes: z.array(z.object({ candidate: id, state: candidateState, joint: z.boolean() })),
  }),
  {
    list,
    honour: 'winner',
    group: null,
    joint: true,
    reason: '并列第三名，均予表彰',
    outcomes: [{ candidate: candidateExample.candidate, state: 'proposed', joint: true }],
  },
);
/** A decided tie is open again; `outcomes` also opens what was decided after it in the group. */
export const tieReopened = event(
  'tie-reopened',
  z.object({
    list: id,
    honour: code,
    group: code.nullable(),
    reason: prose,
    outcomes: z.array(z.object({ candidate: id, state: candidateState, joint: z.boolean() })),
    by: z.string(),
  }),
  {
    ...{ list, honour: 'winner', group: null, reason: '漏看一项比较指标，重新裁定', by: 'user-committee' },
    outcomes: [{ candidate: candidateExample.candidate, state: 'referred', joint: true }],
  },
);
/** The committee reviewed the list and barred these candidates. */
export const awardListReviewed = event(
  'award-list-reviewed',
  z.object({
    list: id,
    barred: z.array(z.object({ candidate: id, reason: prose })),
    /** Who reviewed it. Since 0.2.0. */
    by: z.string().optional(),
  }),
  { list, barred: [], by: 'user-committee' },
  { version: 2 },
);
/** The list stands in a public notice: objections received on these days count. */
export const awardListPublished = event(
  'award-list-published',
  z.object({ list: id, notice: id, from: businessDate, lastDay: businessDate }),
  { list, notice, from: '2025-01-06', lastDay: '2025-01-10' },
);

/** The reviewed list can be changed again; its notice, if there is one, is withdrawn. */
export const awardListReturned = event(
  'award-list-returned',
  z.object({ list: id, reason: prose, by: z.string(), notice: id.optional() }),
  { list, reason: '一名候选对象的材料有误，退回核实', by: 'user-committee', notice },
);
/** The list was taken back while this notice of it was being published: the notice is withdrawn. */
export const awardListNoticeDeclined = event(
  'award-list-notice-declined',
  z.object({ list: id, notice: id, reason: prose }),
  { list, notice, reason: '一名候选对象的材料有误，退回核实' },
);
/** The list's notice runs longer. */
export const awardListNoticeLengthened = event(
  'award-list-notice-lengthened',
  z.object({ list: id, notice: id, lastDay: businessDate }),
  { list, notice, lastDay: '2025-01-14' },
);

/** An objection as it was received, without the objector. */
export const objectionFiling = z.object({
  channel: z.enum(['letter', 'phone', 'visit']),
  /** A person gives a real name, a unit its seal; who it is stays in a private row. */
  from: z.enum(['person', 'unit']),
  receivedOn: businessDate,
  /** A letter counts by its postmark. */
  postmarkedOn: businessDate.optional(),
  statement: prose,
  evidence: z.array(label).max(50),
});
/** A plausible objection, for the documentation. */
export const filingExample: z.infer<typeof objectionFiling> = {
  channel: 'letter',
  from: 'unit',
  receivedOn: '2025-01-13',
  postmarkedOn: '2025-01-09',
  statement: '三季度曾发生未上报的质量问题',
  evidence: ['监理通知单2024-031'],
};
/** An objection against a candidate was taken in: until it is decided, the candidate is not granted. */
export const candidateHeld = event(
  'candidate-held',
  oneCandidate.extend({
    objection: id,
    filing: objectionFiling,
    /** Everybody who scored or nominated the candidate. */
    nominatedBy: z.array(z.string()),
  }),
  { ...one, objection, filing: filingExample, nominatedBy: ['user-quality'] },
);
/** The objection was dismissed. */
export const candidateReleased = event('candidate-released', oneCandidate.extend({ objection: id }), {
  ...one,
  objection,
});
/** The objection was upheld. */
export const candidateStruck = event('candidate-struck', oneCandidate.extend({ objection: id, reason: prose }), {
  ...one,
  objection,
  reason: '查证属实',
});
