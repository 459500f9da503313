// What a ledger is between its events: claims, vouchers, and each change of the balance in its order.
import {
  type EventNamed,
  type PointsClaimState,
  type PointsLedgerView,
  type PointsVoucherState,
  peopleOf,
} from '@jiangong/contracts';

export type LedgerEvent = EventNamed<
  | 'points-claimed'
  | 'points-approved'
  | 'points-rejected'
  | 'points-taken-back'
  | 'points-voucher-drawn'
  | 'points-voucher-redeemed'
  | 'points-voucher-returned'
>;
type Claimed = EventNamed<'points-claimed'>['data'];
type Drawn = EventNamed<'points-voucher-drawn'>['data'];

/** `claimedBy`: whoever claimed it, and for whom they did. */
export type Claim = Claimed & { state: PointsClaimState; claimedBy: string[]; reason?: string };
export type Voucher = Drawn & { state: PointsVoucherState; partnerLabel?: string };
export interface Ledger extends Pick<Claimed, 'ledger' | 'campaign' | 'person' | 'unit'> {
  claims: Readonly<Record<string, Claim>>;
  vouchers: Readonly<Record<string, Voucher>>;
  /** Each change of the balance, from the first. */
  entries: PointsLedgerView['entries'];
}
export type State = Ledger | undefined;

export const balanceOf = (ledger: State): number => ledger?.entries.at(-1)?.balance ?? 0;
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
/** What a ledger comes to. */
export function totalsOf({ claims, vouchers, entries }: Ledger) {
  const points = (state: PointsClaimState) =>
    sum(Object.values(claims).flatMap((claim) => (claim.state === state ? [claim.points] : [])));
  const spent = Object.values(vouchers).flatMap((voucher) => (voucher.state === 'returned' ? [] : [voucher.points]));
  const balance = entries.at(-1)?.balance ?? 0;
  return { earned: points('approved'), spent: sum(spent), balance, waiting: points('waiting') };
}
/** What was earned by what happened between two days. */
export const earnedBetween = (ledger: State, from: string, to: string): number =>
  sum(
    Object.values(ledger?.claims ?? {}).flatMap(({ state, on, points }) =>
      state === 'approved' && from <= on && on <= to ? [points] : [],
    ),
  );

/** One claim after an event about it. */
export function claimAfter(
  claim: Claim | undefined,
  event: LedgerEvent & { behalf?: string | undefined },
): Claim | undefined {
  switch (event.type) {
    case 'points-claimed':
      return { ...event.data, state: 'waiting', claimedBy: peopleOf({ sub: event.data.by, behalf: event.behalf }) };
    case 'points-approved':
      return claim && { ...claim, state: 'approved' };
    case 'points-rejected':
      return claim && { ...claim, state: 'rejected', reason: event.data.reason };
    case 'points-taken-back':
      return claim && { ...claim, state: 'taken-back', reason: event.data.reason };
    default:
      return claim;
  }
}
/** One voucher after an event about it. */
export function voucherAfter(voucher: Voucher | undefined, event: LedgerEvent): Voucher | undefined {
  switch (event.type) {
    case 'points-voucher-drawn':
      return { ...event.data, state: 'drawn' };
    case 'points-voucher-redeemed':
      return voucher && { ...voucher, state: 'redeemed', partnerLabel: event.data.partnerLabel };
    case 'points-voucher-returned':
      return voucher && { ...voucher, state: 'returned' };
    default:
      return voucher;
  }
}

export function evolve(ledger: State, event: LedgerEvent & { behalf?: string | undefined }): State {
  const { ledger: id, campaign, person } = event.data;
  const unit = event.type === 'points-claimed' ? event.data.unit : ledger?.unit;
  if (unit === undefined) return ledger;
  const known: Ledger = { claims: {}, vouchers: {}, entries: [], ...ledger, ledger: id, campaign, person, unit };
  if ('claim' in event.data) {
    const claim = claimAfter(known.claims[event.data.claim], event);
    if (!claim) return ledger;
    return entered({ ...known, claims: { ...known.claims, [claim.claim]: claim } }, event, claim.label);
  }
  const voucher = voucherAfter(known.vouchers[event.data.voucher], event);
  if (!voucher) return ledger;
  return entered({ ...known, vouchers: { ...known.vouchers, [voucher.voucher]: voucher } }, event, voucher.label);
}

/** The ledger with what the event does to its balance. */
function entered(ledger: Ledger, { type, data }: LedgerEvent, label: string): Ledger {
  const entry = (what: Ledger['entries'][number]['what'], of: string, points: number, at: string): Ledger => ({
    ...ledger,
    entries: [...ledger.entries, { what, of, label, points, balance: balanceOf(ledger) + points, at }],
  });
  switch (type) {
    case 'points-approved':
      return entry('approved', data.claim, data.points, data.at);
    case 'points-taken-back':
      return entry('taken-back', data.claim, -data.points, data.at);
    case 'points-voucher-drawn':
      return entry('drawn', data.voucher, -data.points, data.at);
    case 'points-voucher-returned':
      return entry('returned', data.voucher, data.points, data.at);
    default:
      return ledger;
  }
}
