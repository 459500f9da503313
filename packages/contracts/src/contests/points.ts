// Points of a campaign: claimed for a person by a rule with evidence, approved by another, spent at partners by one-time codes.
import { z } from 'zod';
import { event } from '../event.ts';
import { sha256 } from '../files.ts';
import { businessDate, code, filledLabel, filledProse, id, label, prose, year } from '../values.ts';
import { contestExample } from './contest.ts';

/** The most points of one claim. */
export const POINTS_PER_CLAIM = 100_000;
const amount = z.int().min(1).max(10_000);
const way = { way: code, label, points: amount, mostPerDay: z.int().min(1).max(POINTS_PER_CLAIM).optional() };
const reward = { reward: code, label, points: amount };
const fed = { stage: id, from: businessDate, to: businessDate };
const repeated = '不得重复 / must not repeat';
const differ = (all: readonly unknown[]) => new Set(all).size === all.length;

/** Opens a campaign: what earns how many points, what they are spent on, and the contest whose stages take them in. */
export const openPointsCampaign = z.strictObject({
  id: id.optional(),
  name: filledLabel,
  year,
  /** What earns points lies between these days. */
  from: businessDate,
  to: businessDate,
  /** The last day on which points are spent. */
  spendBy: businessDate,
  earning: z
    .array(z.strictObject({ ...way, label: filledLabel }))
    .min(1)
    .max(50)
    .refine((all) => differ(all.map(({ way }) => way)), repeated),
  rewards: z
    .array(z.strictObject({ ...reward, label: filledLabel }))
    .max(100)
    .refine((all) => differ(all.map(({ reward }) => reward)), repeated)
    .default([]),
  /** A criterion of these stages is the sum that a contestant earned between two days; by default the only one there is. */
  feeds: z
    .strictObject({
      criterion: code.optional(),
      stages: z
        .array(z.strictObject(fed))
        .min(1)
        .max(31)
        .refine((all) => differ(all.map(({ stage }) => stage)), repeated),
    })
    .optional(),
});
/** Ends a campaign: nothing is claimed, approved or drawn any more; vouchers that were drawn stay good. */
export const closePointsCampaign = z.strictObject({ reason: filledProse });
/** Lets a partner redeem rewards by a link of their own; all of them if `rewards` is absent. */
export const openPointsPartner = z.strictObject({
  label: filledLabel,
  rewards: z.array(code).min(1).max(100).refine(differ, repeated).optional(),
});
/** Ends a partner's link. */
export const revokePointsPartner = z.strictObject({ reason: filledProse });
/** Claims points for a person: what they did when, how often, and what shows it. */
export const claimPoints = z.strictObject({
  person: id,
  way: code,
  times: z.int().min(1).max(100).default(1),
  on: businessDate,
  evidence: filledProse,
});
/** Approves claims of others. */
export const approvePoints = z.strictObject({ ids: z.array(id).min(1).max(1000) });
/** Does not approve a claim, or takes approved points back. */
export const refusePoints = z.strictObject({ reason: filledProse });
/** Spends points on a reward: a one-time code is shown once. */
export const drawPointsVoucher = z.strictObject({ reward: code });
/** Gives a voucher back that was not redeemed; its points return. */
export const returnPointsVoucher = z.strictObject({ reason: filledProse });
/** Redeems a voucher, as the partner whose link it is. */
export const redeemPointsVoucher = z.strictObject({ voucher: z.string().min(1).max(60) });

const campaign = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d70';
/** A campaign is open. */
export const pointsCampaignOpened = event(
  'points-campaign-opened',
  z.object({
    ...{ campaign: id, name: label, year, from: businessDate, to: businessDate, spendBy: businessDate },
    earning: z.array(z.object(way)).min(1),
    rewards: z.array(z.object(reward)),
    /** Where a contest takes the points in: its track, and the criterion of these stages. */
    contest: id.optional(),
    track: code.optional(),
    criterion: code.optional(),
    stages: z.array(z.object(fed)),
    by: z.string(),
  }),
  {
    ...{ campaign, name: '志愿服务积分', year: 2024, from: '2024-04-01', to: '2024-04-30', spendBy: '2024-12-31' },
    earning: [{ way: 'hour', label: '志愿服务一小时', points: 10, mostPerDay: 80 }],
    rewards: [{ reward: 'meal', label: '爱心早餐一份', points: 20 }],
    ...{ contest: contestExample.contest, track: 'persons', criterion: 'points', by: 'user-union' },
    stages: [{ stage: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d41', from: '2024-04-01', to: '2024-04-30' }],
  },
);
/** Nothing is claimed, approved or drawn any more. */
export const pointsCampaignClosed = event(
  'points-campaign-closed',
  z.object({ campaign: id, reason: prose, by: z.string() }),
  { campaign, reason: '活动结束', by: 'user-union' },
);

const partner = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d71';
/** A partner redeems vouchers by a link; its key is known here by its hash alone. */
export const pointsPartnerOpened = event(
  'points-partner-opened',
  z.object({
    ...{ partner: id, campaign: id, label, rewards: z.array(code), check: sha256, until: businessDate },
    by: z.string(),
  }),
  {
    ...{ partner, campaign, label: '职工食堂', rewards: ['meal'], until: '2024-12-31', by: 'user-union' },
    check: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  },
);
/** The partner redeems no longer. */
export const pointsPartnerRevoked = event(
  'points-partner-revoked',
  z.object({ partner: id, reason: prose, by: z.string() }),
  { partner, reason: '合作期满', by: 'user-union' },
);

const ledger = { ledger: id, campaign: id, person: id };
const ledgerExample = {
  ...{ ledger: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d72', campaign, person: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d31' },
};
const claim = { claim: id, points: z.int().min(1).max(POINTS_PER_CLAIM) };
const claimExample = { claim: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d73', points: 40 };
/** Points are claimed for a person; they count once another person has approved them. */
export const pointsClaimed = event(
  'points-claimed',
  z.object({
    ...{ ...ledger, ...claim, unit: id, way: code, label, times: z.int().min(1), on: businessDate },
    ...{ evidence: prose, by: z.string() },
  }),
  {
    ...{ ...ledgerExample, ...claimExample, unit: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01' },
    ...{ way: 'hour', label: '志愿服务一小时', times: 4, on: '2024-04-10' },
    ...{ evidence: '社区签收单 2024-018 号', by: 'user-branch' },
  },
);
/** The points count. `on`: the day of what earned them; `at`: the day of the approval. */
export const pointsApproved = event(
  'points-approved',
  z.object({ ...ledger, ...claim, on: businessDate, at: businessDate, by: z.string() }),
  { ...ledgerExample, ...claimExample, on: '2024-04-10', at: '2024-04-11', by: 'user-union' },
);
/** The claim does not count. */
export const pointsRejected = event(
  'points-rejected',
  z.object({ ...ledger, claim: id, reason: prose, by: z.string() }),
  { ...ledgerExample, claim: claimExample.claim, reason: '签收单无经办人签字', by: 'user-union' },
);
/** Points that counted are taken back; `on`: the day of what had earned them. */
export const pointsTakenBack = event(
  'points-taken-back',
  z.object({ ...ledger, ...claim, on: businessDate, at: businessDate, reason: prose, by: z.string() }),
  {
    ...{ ...ledgerExample, ...claimExample, on: '2024-04-10', at: '2024-04-20' },
    ...{ reason: '时长重复申报', by: 'user-union' },
  },
);

const voucher = { voucher: id };
const voucherExample = { voucher: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d74' };
/** Points are spent on a reward. The voucher's id is made of its code by a secret of the store: the code is kept nowhere. */
export const pointsVoucherDrawn = event(
  'points-voucher-drawn',
  z.object({
    ...{ ...ledger, ...voucher, reward: code, label, points: amount, until: businessDate, at: businessDate },
    by: z.string(),
  }),
  {
    ...{ ...ledgerExample, ...voucherExample, reward: 'meal', label: '爱心早餐一份', points: 20 },
    ...{ until: '2024-12-31', at: '2024-05-06', by: 'user-branch' },
  },
);
/** A partner gave the reward. */
export const pointsVoucherRedeemed = event(
  'points-voucher-redeemed',
  z.object({ ...ledger, ...voucher, partner: id, partnerLabel: label, at: businessDate }),
  { ...ledgerExample, ...voucherExample, partner, partnerLabel: '职工食堂', at: '2024-05-07' },
);
/** A voucher that nobody redeemed is given back; its points return. */
export const pointsVoucherReturned = event(
  'points-voucher-returned',
  z.object({ ...ledger, ...voucher, points: amount, reason: prose, at: businessDate, by: z.string() }),
  { ...ledgerExample, ...voucherExample, points: 20, reason: '改兑其他项目', at: '2024-05-08', by: 'user-branch' },
);

/** The events of campaigns, partners and ledgers. */
export const pointsEvents = [
  pointsCampaignOpened,
  pointsCampaignClosed,
  pointsPartnerOpened,
  pointsPartnerRevoked,
  pointsClaimed,
  pointsApproved,
  pointsRejected,
  pointsTakenBack,
  pointsVoucherDrawn,
  pointsVoucherRedeemed,
  pointsVoucherReturned,
] as const;
