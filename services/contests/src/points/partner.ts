// Whoever gives the rewards of a campaign: they redeem vouchers by a link of their own, until it is revoked.
import { type Command, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';

type Opened = EventNamed<'points-partner-opened'>['data'];
export type PartnerEvent = EventNamed<'points-partner-opened' | 'points-partner-revoked'>;
type Open = Command<'open', Omit<Opened, 'partner' | 'by'>>;
type Revoke = Command<'revoke', { reason: string }>;

export type Partner = Opened & { revoked?: string };
export type State = Partner | undefined;
export const initial = undefined as State;

export function decide(partner: State, command: Open | Revoke): PartnerEvent[] | Refusal {
  const { id, actor } = command;
  if (command.type === 'open') {
    if (partner) return refuse('already-exists', { what: partner.label });
    return [{ type: 'points-partner-opened', data: { partner: id, ...command.data, by: actor.sub } }];
  }
  if (!partner) return refuse('not-found', { what: id });
  if (partner.revoked !== undefined) return [];
  return [{ type: 'points-partner-revoked', data: { partner: id, ...command.data, by: actor.sub } }];
}

export function evolve(partner: State, event: PartnerEvent): State {
  if (event.type === 'points-partner-opened') return event.data;
  return partner && { ...partner, revoked: event.data.reason };
}

/** Makes requests of this noun. */
export const partnerCommand = requestsOf<Open | Revoke>('points-partner');
