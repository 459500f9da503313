// A bar that a union records against a unit: wage arrears, an accident; it reaches honours of some years and can be lifted.
import {
  type awardBarView,
  type Command,
  type EventNamed,
  type liftAwardBar,
  type Refusal,
  refuse,
  requestsOf,
} from '@jiangong/contracts';
import type { z } from 'zod';

type Recorded = EventNamed<'award-bar-recorded'>['data'];
type Event = EventNamed<'award-bar-recorded' | 'award-bar-lifted'>;
type AwardBarCommand =
  | Command<'record', Omit<Recorded, 'bar' | 'by' | 'years'> & { years: number | undefined }>
  | Command<'lift', z.infer<typeof liftAwardBar>>;

export type State = z.infer<typeof awardBarView> | undefined;
export const initial = undefined as State;

const yearsOf: Partial<Record<Recorded['kind'], number>> = { 'safety-accident': 3, 'mass-incident': 3 };

export function decide(bar: State, { type, id, data, actor, businessDate }: AwardBarCommand): Event[] | Refusal {
  switch (type) {
    case 'record': {
      if (bar) return refuse('already-exists', { what: bar.name });
      const { happenedOn, kind } = data;
      if (happenedOn > businessDate) return refuse('date-in-future', { on: happenedOn, today: businessDate });
      const years = data.years ?? yearsOf[kind] ?? 1;
      return [{ type: 'award-bar-recorded', data: { bar: id, ...data, years, by: actor.sub } }];
    }
    case 'lift': {
      if (!bar) return refuse('not-found', { what: id });
      if (bar.lifted) return refuse('bar-lifted', { name: bar.name });
      return [{ type: 'award-bar-lifted', data: { bar: id, reason: data.reason, by: actor.sub } }];
    }
    default:
      return type satisfies never;
  }
}

export function evolve(bar: State, event: Event): State {
  if (event.type === 'award-bar-recorded') return event.data;
  if (!bar) throw new Error(`bar ${event.data.bar} was lifted before it was recorded`);
  const { reason, by } = event.data;
  return { ...bar, lifted: { reason, by } };
}

/** Makes requests of this noun. */
export const awardBarCommand = requestsOf<AwardBarCommand>('award-bar');
