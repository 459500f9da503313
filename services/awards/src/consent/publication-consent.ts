// Whether a person agrees that their name is published. The record has the person's id alone, and everything that was said.
import {
  type Command,
  type EventNamed,
  type publicationConsentView,
  type Refusal,
  type recordConsent,
  refuse,
  requestsOf,
} from '@jiangong/contracts';
import type { z } from 'zod';

type Event = EventNamed<'publication-consent-given' | 'publication-consent-withdrawn'>;
type ConsentCommand = Command<'give' | 'withdraw', z.infer<typeof recordConsent>>;

export type State = z.infer<typeof publicationConsentView> | undefined;
export const initial = undefined as State;

export function decide(consent: State, { id, type, data, actor, businessDate }: ConsentCommand): Event[] | Refusal {
  const { on = businessDate, means } = data;
  if (on > businessDate) return refuse('date-in-future', { on, today: businessDate });
  const last = consent?.history.at(-1);
  const isSame = last?.status === (type === 'give' ? 'given' : 'withdrawn') && last.on === on && last.means === means;
  if (isSame) return [];
  if (last && on < last.on) return refuse('dates-reversed', { from: last.on, to: on });
  const said = { person: id, on, means, by: actor.sub };
  if (type === 'give') return [{ type: 'publication-consent-given', data: said }];
  if (consent?.status !== 'given') return refuse('consent-not-given');
  return [{ type: 'publication-consent-withdrawn', data: said }];
}

export function evolve(consent: State, { type, data: { person, ...said } }: Event): State {
  const status = type === 'publication-consent-given' ? 'given' : 'withdrawn';
  return { person, status, history: [...(consent?.history ?? []), { ...said, status }] };
}

/** Makes requests of this noun. */
export const consentCommand = requestsOf<ConsentCommand>('publication-consent');
