// A campaign: what earns points, what they are spent on, and the stages that take them in.
import { type Command, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';

type Opened = EventNamed<'points-campaign-opened'>['data'];
export type CampaignEvent = EventNamed<'points-campaign-opened' | 'points-campaign-closed'>;
type Open = Command<'open', Omit<Opened, 'campaign' | 'by'>>;
type Close = Command<'close', { reason: string }>;

export type Campaign = Opened & { state: 'open' | 'closed'; reason?: string };
export type State = Campaign | undefined;
export const initial = undefined as State;

export function decide(campaign: State, command: Open | Close): CampaignEvent[] | Refusal {
  const { id, actor } = command;
  if (command.type === 'open') {
    if (campaign) return refuse('already-exists', { what: campaign.name });
    const { data } = command;
    const isOrdered = data.from <= data.to && data.to <= data.spendBy;
    const isWithin = data.stages.every(({ from, to }) => data.from <= from && from <= to && to <= data.to);
    if (!isOrdered || !isWithin) return refuse('points-dates', { from: data.from, to: data.to, spendBy: data.spendBy });
    return [{ type: 'points-campaign-opened', data: { campaign: id, ...data, by: actor.sub } }];
  }
  if (!campaign) return refuse('not-found', { what: id });
  if (campaign.state === 'closed') return [];
  return [{ type: 'points-campaign-closed', data: { campaign: id, ...command.data, by: actor.sub } }];
}

export function evolve(campaign: State, event: CampaignEvent): State {
  if (event.type === 'points-campaign-opened') return { ...event.data, state: 'open' };
  return campaign && { ...campaign, state: 'closed', reason: event.data.reason };
}

/** Makes requests of this noun. */
export const campaignCommand = requestsOf<Open | Close>('points-campaign');
