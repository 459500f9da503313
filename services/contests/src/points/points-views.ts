// What readers see of points; a ledger's stream feeds its row, and those of its claims and vouchers.
import type { View } from '@jiangong/contracts';
import { type Campaign, type CampaignEvent, evolve as evolveCampaign } from './campaign.ts';
import {
  type Claim,
  claimAfter,
  evolve as evolveLedger,
  type Ledger,
  type LedgerEvent,
  type Voucher,
  voucherAfter,
} from './ledger-state.ts';
import { evolve as evolvePartner, type Partner, type PartnerEvent } from './partner.ts';

export const campaigns: View<Campaign, CampaignEvent> = {
  name: 'points-campaigns',
  events: ['points-campaign-opened', 'points-campaign-closed'],
  key: ({ data }) => data.campaign,
  apply: evolveCampaign,
  index: ['contest', 'year', 'state'],
};
export type PartnerRow = Partner & { org: string };
export const partners: View<PartnerRow, PartnerEvent> = {
  name: 'points-partners',
  events: ['points-partner-opened', 'points-partner-revoked'],
  key: ({ data }) => data.partner,
  apply(row, event) {
    const partner = evolvePartner(row, event);
    return partner && { ...partner, org: event.org };
  },
  index: ['check', 'campaign'],
};
export const ledgers: View<Ledger, LedgerEvent> = {
  name: 'points-ledgers',
  events: [
    'points-claimed',
    'points-approved',
    'points-rejected',
    'points-taken-back',
    'points-voucher-drawn',
    'points-voucher-redeemed',
    'points-voucher-returned',
  ],
  key: ({ data }) => data.ledger,
  apply: evolveLedger,
  index: ['campaign', ['campaign', 'unit']],
};
type ClaimEvent = Extract<LedgerEvent, { data: { claim: string } }>;
export const claims: View<Claim, ClaimEvent> = {
  name: 'points-claims',
  events: ['points-claimed', 'points-approved', 'points-rejected', 'points-taken-back'],
  key: ({ data }) => data.claim,
  apply: claimAfter,
  index: ['campaign', ['campaign', 'state'], ['campaign', 'unit']],
};
type VoucherEvent = Exclude<LedgerEvent, ClaimEvent>;
export const vouchers: View<Voucher, VoucherEvent> = {
  name: 'points-vouchers',
  events: ['points-voucher-drawn', 'points-voucher-redeemed', 'points-voucher-returned'],
  key: ({ data }) => data.voucher,
  apply: voucherAfter,
  index: ['ledger'],
};
