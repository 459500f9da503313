// What the contests service answers of points: campaigns, claims, ledgers with every entry of a balance, partners.
import { z } from 'zod';
import { businessDate, code, id, label, prose } from '../values.ts';
import { pointsCampaignOpened, pointsClaimed, pointsPartnerOpened, pointsVoucherDrawn } from './points.ts';

/** Whether points are earned and spent in a campaign. */
export const pointsCampaignState = z.enum(['open', 'closed']);
/** A campaign. */
export const pointsCampaignView = pointsCampaignOpened.data.omit({ by: true }).extend({
  state: pointsCampaignState,
  /** Why it was closed. */
  reason: prose.optional(),
});
/** A partner; the key of its link is not kept. */
export const pointsPartnerView = pointsPartnerOpened.data.omit({ check: true, by: true }).extend({
  /** Why it was revoked. */
  revoked: prose.optional(),
});

/** How far a claim is. */
export const pointsClaimState = z.enum(['waiting', 'approved', 'rejected', 'taken-back']);
/** How far a claim is. */
export type PointsClaimState = z.infer<typeof pointsClaimState>;
const named = { code: code.optional(), name: label.optional() };
/** A claim with whom it is for. */
export const pointsClaimView = pointsClaimed.data.omit({ by: true }).extend({
  ...named,
  state: pointsClaimState,
  /** Why it does not count. */
  reason: prose.optional(),
});

/** How far a voucher is. */
export const pointsVoucherState = z.enum(['drawn', 'redeemed', 'returned']);
/** How far a voucher is. */
export type PointsVoucherState = z.infer<typeof pointsVoucherState>;
/** A voucher; its code is kept nowhere. */
const voucher = pointsVoucherDrawn.data
  .omit({ ledger: true, campaign: true, person: true, by: true })
  .extend({ state: pointsVoucherState, partnerLabel: label.optional() });

/** Why a balance changed. */
export const pointsEntryKind = z.enum(['approved', 'taken-back', 'drawn', 'returned']);
/** One change of a balance. */
const entry = z.object({
  what: pointsEntryKind,
  /** The claim or the voucher. */
  of: id,
  label,
  /** More or fewer points. */
  points: z.int(),
  /** After this entry. */
  balance: z.int().min(0),
  at: businessDate,
});
/** A ledger in a list: whose it is, and how many points there are. */
export const pointsLedgerSummary = z.object({
  ...{ ledger: id, campaign: id, person: id, unit: id, ...named },
  /** Approved, less what was taken back. */
  earned: z.int().min(0),
  /** Of vouchers that were not returned. */
  spent: z.int().min(0),
  balance: z.int().min(0),
  /** Claimed and neither approved nor rejected. */
  waiting: z.int().min(0),
});
/** A ledger with every entry, from the first; the last one's balance is the ledger's. */
export const pointsLedgerView = pointsLedgerSummary.extend({
  entries: z.array(entry),
  vouchers: z.array(voucher),
  /** How the balance came about, in words. */
  text: z.object({ zh: z.string(), en: z.string() }),
});
/** A ledger with every entry. */
export type PointsLedgerView = z.infer<typeof pointsLedgerView>;
