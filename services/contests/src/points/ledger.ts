// The points of a person in a campaign. They count once somebody else than whoever claimed them has approved; what is drawn is
// spent at once, so that the balance is never below zero, and a voucher is redeemed once.
import {
  type Command,
  type EventNamed,
  peopleOf,
  type Refusal,
  refuse,
  requestsOf,
  valueLabels,
} from '@jiangong/contracts';
import type { Campaign } from './campaign.ts';
import { balanceOf, evolve, type Ledger, type LedgerEvent, type State } from './ledger-state.ts';
import type { Partner } from './partner.ts';

export type { State };
export { evolve };
export const initial = undefined as State;
/** The most claims and vouchers of a ledger. */
const MOST = 2_000;

type Terms = { campaign: Campaign };
type Claim = Command<
  'claim',
  Terms & Pick<EventNamed<'points-claimed'>['data'], 'claim' | 'person' | 'unit' | 'way' | 'times' | 'on' | 'evidence'>
>;
type Approve = Command<'approve', Terms & { claim: string }>;
type Refuse = Command<'reject' | 'take-back', { claim: string; reason: string }>;
/** `voucher`: made of a fresh code. */
type Draw = Command<'draw', Terms & { voucher: string; reward: string }>;
type Return = Command<'return', { voucher: string; reason: string }>;
type Redeem = Command<'redeem', { voucher: string; partner: Pick<Partner, 'partner' | 'label' | 'rewards'> }>;
type LedgerCommand = Claim | Approve | Refuse | Draw | Return | Redeem;

export function decide(ledger: State, command: LedgerCommand): LedgerEvent[] | Refusal {
  if (command.type === 'claim') return claimed(ledger, command);
  if (!ledger) return refuse('not-found', { what: command.id });
  switch (command.type) {
    case 'approve':
    case 'reject':
    case 'take-back':
      return settled(ledger, command);
    case 'draw':
      return drawn(ledger, command);
    case 'return':
    case 'redeem':
      return used(ledger, command);
    default:
      return command satisfies never;
  }
}

const isFull = ({ claims, vouchers }: Ledger) =>
  Object.keys(claims).length + Object.keys(vouchers).length >= MOST
    ? refuse('points-ledger-full', { most: MOST })
    : undefined;
const isOver = ({ state, name }: Campaign) => (state === 'closed' ? refuse('points-closed', { name }) : undefined);
const headOf = ({ ledger, campaign, person }: Ledger) => ({ ledger, campaign, person });

function claimed(ledger: State, { id, data, businessDate, actor }: Claim): LedgerEvent[] | Refusal {
  const { campaign, times, on, ...about } = data;
  const refusal = isOver(campaign) ?? (ledger && isFull(ledger));
  if (refusal) return refusal;
  const way = campaign.earning.find((each) => each.way === about.way);
  if (!way)
    return refuse('points-way', { knownLabels: campaign.earning.map(({ way, label }) => `${label}（${way}）`) });
  const { from, to } = campaign;
  if (on < from || on > to || on > businessDate) return refuse('points-day', { from, to });
  const sameDay = Object.values(ledger?.claims ?? {}).filter(
    (claim) => claim.way === about.way && claim.on === on && (claim.state === 'waiting' || claim.state === 'approved'),
  );
  if (sameDay.some(({ evidence }) => evidence === about.evidence)) return refuse('points-claimed-already');
  const points = way.points * times;
  const before = sameDay.reduce((sum, claim) => sum + claim.points, 0);
  const { label, mostPerDay: most } = way;
  if (most !== undefined && before + points > most) return refuse('points-day-full', { label, most, claimed: before });
  const head = { ledger: id, campaign: campaign.campaign };
  return [{ type: 'points-claimed', data: { ...head, ...about, label, points, times, on, by: actor.sub } }];
}

function settled(ledger: Ledger, command: Approve | Refuse): LedgerEvent[] | Refusal {
  const { claim: id } = command.data;
  const claim = ledger.claims[id];
  if (!claim) return refuse('not-found', { what: id });
  const { points, on, state } = claim;
  const head = { ...headOf(ledger), claim: id };
  const [by, at] = [command.actor.sub, command.businessDate];
  const wrongState = refuse('points-claim-settled', { state, stateZh: valueLabels.pointsClaim[state] });
  switch (command.type) {
    case 'approve': {
      if (state === 'approved') return [];
      if (state !== 'waiting') return wrongState;
      const refusal = isOver(command.data.campaign);
      if (refusal) return refusal;
      if (peopleOf(command.actor).some((person) => claim.claimedBy.includes(person))) return refuse('points-own');
      return [{ type: 'points-approved', data: { ...head, points, on, at, by } }];
    }
    case 'reject':
      if (state === 'rejected') return [];
      if (state !== 'waiting') return wrongState;
      return [{ type: 'points-rejected', data: { ...head, reason: command.data.reason, by } }];
    case 'take-back': {
      if (state === 'taken-back') return [];
      if (state !== 'approved') return wrongState;
      const balance = balanceOf(ledger);
      if (balance < points) return refuse('points-spent', { points, balance });
      return [{ type: 'points-taken-back', data: { ...head, points, on, at, reason: command.data.reason, by } }];
    }
    default:
      return command satisfies never;
  }
}

function drawn(ledger: Ledger, { data, businessDate: at, actor }: Draw): LedgerEvent[] | Refusal {
  const { campaign, voucher, reward: id } = data;
  const refusal = isOver(campaign) ?? isFull(ledger);
  if (refusal) return refusal;
  const reward = campaign.rewards.find((each) => each.reward === id);
  if (!reward)
    return refuse('points-reward', {
      knownLabels: campaign.rewards.map(({ reward, label }) => `${label}（${reward}）`),
    });
  const { spendBy: until } = campaign;
  if (at > until) return refuse('points-spending-over', { until });
  const balance = balanceOf(ledger);
  if (balance < reward.points) return refuse('points-short', { label: reward.label, points: reward.points, balance });
  return [{ type: 'points-voucher-drawn', data: { ...headOf(ledger), voucher, ...reward, until, at, by: actor.sub } }];
}

function used(ledger: Ledger, command: Return | Redeem): LedgerEvent[] | Refusal {
  const { businessDate: at, actor } = command;
  const { voucher: id } = command.data;
  const voucher = ledger.vouchers[id];
  if (!voucher) return refuse('points-voucher-unknown');
  const { state, label, until, points } = voucher;
  if (state !== 'drawn') return refuse('points-voucher-state', { state, stateZh: valueLabels.pointsVoucher[state] });
  const head = { ...headOf(ledger), voucher: id };
  if (command.type === 'return') {
    const { reason } = command.data;
    return [{ type: 'points-voucher-returned', data: { ...head, points, reason, at, by: actor.sub } }];
  }
  const { partner, label: partnerLabel, rewards } = command.data.partner;
  if (!rewards.includes(voucher.reward)) return refuse('points-voucher-elsewhere', { label });
  if (at > until) return refuse('points-spending-over', { until });
  return [{ type: 'points-voucher-redeemed', data: { ...head, partner, partnerLabel, at } }];
}

/** Makes requests of this noun. */
export const ledgerCommand = requestsOf<LedgerCommand>('points-ledger');
