// Who decides about honours, and how they vote: members with their terms, and ballots whose votes nobody can read.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, code, filledLabel, filledProse, id, instant, label, prose } from '../values.ts';

/** Somebody's seat on a committee, by the id of their account. */
export const committeeMember = z.object({
  user: code,
  /** Whom they sit for: an office or a department, never a person's name. */
  seat: label,
  from: businessDate,
  /** The last day of the term. */
  to: businessDate.optional(),
  /** A member without a vote may be a substitute. */
  voting: z.boolean(),
  /** Who votes in their place where they have a part in it. */
  substitute: code.optional(),
  /** Units that they belong to. */
  units: z.array(id).max(50),
  /** Who they are among those who can be honoured. */
  person: id.optional(),
});
/** Somebody's seat on a committee. */
export type CommitteeMember = z.infer<typeof committeeMember>;
const committee = z.object({ committee: id, name: label, members: z.array(committeeMember).min(1).max(100) });
const committeeExample: z.infer<typeof committee> = {
  committee: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d91',
  name: '2025年度评审委员会',
  members: [
    {
      ...{
        user: 'user-committee',
        seat: '技术质量部',
        from: '2025-01-01',
        to: '2027-12-31',
        voting: true,
        substitute: 'user-substitute',
      },
      units: ['8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01'],
    },
    {
      user: 'user-substitute',
      seat: '技术质量部（候补）',
      from: '2025-01-01',
      to: '2027-12-31',
      voting: false,
      units: [],
    },
  ],
};
/** The committee's members and terms, whole. */
export const awardCommitteeSet = event('award-committee-set', committee.extend({ by: z.string() }), {
  ...committeeExample,
  by: 'user-organiser',
});
/** A committee as it stands. */
export const awardCommitteeView = committee;
/** Sets who is on a committee, whole. */
export const setAwardCommittee = z.strictObject({
  name: filledLabel,
  members: z
    .array(
      z.strictObject({
        ...committeeMember.shape,
        seat: filledLabel,
        units: committeeMember.shape.units.default([]),
      }),
    )
    .min(1)
    .max(100),
});

/** What gives somebody a part in a candidate: their unit or themselves, or what they did for the list. */
export const conflictKind = z.enum(['own-unit', 'own-person', 'nominated', 'scored']);
const conflict = z.object({ candidate: id, name: label.optional(), why: conflictKind });
/** Why somebody has a part in a candidate of a list. */
export type Conflict = z.infer<typeof conflict>;
/** Who of a committee has a part in whom of a list, found before the meeting. */
export const conflictsView = z.object({
  list: id,
  committee: id,
  items: z.array(
    z.object({
      user: code,
      seat: label,
      voting: z.boolean(),
      conflicts: z.array(conflict),
      /** Who would vote in their place. */
      substitute: code.optional(),
    }),
  ),
});

const share = z.object({ numerator: z.int().min(1).max(100), denominator: z.int().min(1).max(100) });
/** How a ballot is decided. */
export const ballotRule = z.object({
  /** At least this share of those who may vote must have voted. */
  quorum: share,
  /** Who is carried has more than this share of the votes, or as many where `orEqual`. */
  majority: share.extend({ orEqual: z.boolean() }),
  /** The votes that a majority is of: those that were cast, or one of everybody who may vote. */
  of: z.enum(['cast', 'voters']),
});
/** How a ballot is decided. */
export type BallotRule = z.infer<typeof ballotRule>;
const recusal = z.object({ user: code, substitute: code.optional(), reason: prose });
const opened = z.object({
  ballot: id,
  list: id,
  committee: id,
  title: label,
  candidates: z.array(id).min(1).max(200),
  /** Everybody who may vote. */
  voters: z.array(code).min(1).max(100),
  /** Who may not, for what was found when it was opened. */
  recusals: z.array(recusal),
  rule: ballotRule,
  /** No vote is taken from then on. */
  closesAt: instant,
  /** Why the committee votes once more on a list that has a result. */
  reason: prose.optional(),
});
const ballot = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d92';
const candidate = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d21';
const openedExample: z.infer<typeof opened> = {
  ...{ ballot, list: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d20', committee: committeeExample.committee },
  ...{ title: '2024年“七比七赛”劳动竞赛：优胜项目部', candidates: [candidate] },
  voters: ['user-1', 'user-2', 'user-substitute'],
  recusals: [{ user: 'user-committee', substitute: 'user-substitute', reason: '本人所在单位在名单中' }],
  rule: {
    quorum: { numerator: 2, denominator: 3 },
    majority: { numerator: 1, denominator: 2, orEqual: false },
    of: 'cast',
  },
  closesAt: '2025-01-03T17:00:00+08:00',
};
/** The committee votes in secret on candidates of a list. */
export const ballotOpened = event('ballot-opened', opened.extend({ by: z.string() }), {
  ...openedExample,
  by: 'user-organiser',
});
/** Somebody does not vote after all; their substitute may, if they have one. */
export const ballotRecused = event('ballot-recused', recusal.extend({ ballot: id }), {
  ...{ ballot, user: 'user-1', reason: '与候选对象有近亲属关系' },
});
/** Somebody voted; what, nobody can read. */
export const voteCast = event('vote-cast', z.object({ ballot: id, voter: code }), { ballot, voter: 'user-2' });
const count = z.int().min(0);
const result = z.object({ candidate: id, for: count, against: count, abstain: count, carried: z.boolean() });
const closed = z.object({
  voters: count,
  cast: count,
  /** Whether enough voted; nobody is carried if not. */
  quorate: z.boolean(),
  results: z.array(result).max(200),
});
/** The votes are counted, and gone. */
export const ballotClosed = event(
  'ballot-closed',
  closed.extend({ ballot: id, list: id, by: z.string(), reason: opened.shape.reason }),
  {
    ...{ ballot, list: openedExample.list, voters: 3, cast: 3, quorate: true, by: 'user-organiser' },
    results: [{ candidate, for: 2, against: 1, abstain: 0, carried: true }],
  },
);
/**
 * What a ballot does to its list: its result holds from then on, or nothing changes, because too few voted, or because an
 * earlier result holds and no reason was given to vote once more.
 */
export const ballotEffect = z.enum(['holds', 'no-quorum', 'earlier-holds']);
/** The list knows what the committee voted. */
export const awardListVoted = event(
  'award-list-voted',
  z.object({
    ...{ list: id, ballot: id, carried: z.array(id).max(200), failed: z.array(id).max(200) },
    effect: ballotEffect,
    reason: opened.shape.reason,
  }),
  { list: openedExample.list, ballot, carried: [candidate], failed: [], effect: 'holds' },
);
/** A ballot: who may vote and who did, and once it is closed the counts. */
export const ballotView = opened.extend({
  status: z.enum(['open', 'closed']),
  cast: z.array(code),
  result: closed.optional(),
});

const strictShare = z.strictObject(share.shape);
/** Opens a ballot about candidates of a list; by default about all that are proposed, decided by more than half of the votes. */
export const openBallot = z.strictObject({
  /** Drawn by the client, or at the border. */
  id: id.optional(),
  list: id,
  committee: id,
  candidates: z.array(id).min(1).max(200).optional(),
  quorum: strictShare.default({ numerator: 2, denominator: 3 }),
  majority: strictShare
    .extend({ orEqual: z.boolean().default(false) })
    .default({ numerator: 1, denominator: 2, orEqual: false }),
  of: ballotRule.shape.of.default('cast'),
  closesAt: instant,
  /** Needed where the list has a result, which then holds no longer. */
  reason: filledProse.optional(),
});
/** What somebody votes about one candidate. */
export const vote = z.enum(['for', 'against', 'abstain']);
/** One secret vote about each candidate of a ballot. */
export const castVote = z.strictObject({
  votes: z
    .array(z.strictObject({ candidate: id, vote }))
    .min(1)
    .max(200),
});
/** Steps back from a ballot. */
export const recuse = z.strictObject({ reason: filledProse });
