// A proposal to take the plaques off an alliance or a studio: a person of the committee, and not who proposed it, decides.
import {
  type Command,
  type decidePlaqueRemoval,
  type EventNamed,
  hasPart,
  peopleOf,
  type plaqueRemovalView,
  type Refusal,
  refuse,
  requestsOf,
  valueLabels,
} from '@jiangong/contracts';
import type { z } from 'zod';

type Opened = EventNamed<'plaque-removal-opened'>['data'];
type Event = EventNamed<'plaque-removal-opened' | 'plaque-removal-decided'>;
type PlaqueRemovalCommand =
  | Command<'open', Omit<Opened, 'removal'>>
  | Command<'decide', z.infer<typeof decidePlaqueRemoval>>;

export type State = z.infer<typeof plaqueRemovalView> | undefined;
export const initial = undefined as State;

export function decide(removal: State, command: PlaqueRemovalCommand): Event[] | Refusal {
  if (command.type === 'open')
    return removal ? [] : [{ type: 'plaque-removal-opened', data: { removal: command.id, ...command.data } }];
  if (!removal) return refuse('not-found', { what: command.id });
  const { status: outcome, name, holder, grants, proposedBy } = removal;
  if (outcome !== 'open')
    return refuse('removal-decided', { name, outcome, outcomeZh: valueLabels.plaqueRemoval[outcome] });
  const { data, actor, businessDate: on } = command;
  if (peopleOf(actor).some((person) => proposedBy.includes(person))) return refuse('own-proposal');
  if (hasPart(actor, { unit: holder })) return refuse('own-unit');
  if (data.outcome === 'removed' && data.returnBy < on)
    return refuse('return-date-past', { returnBy: data.returnBy, on });
  return [{ type: 'plaque-removal-decided', data: { removal: command.id, ...data, on, by: actor.sub, grants } }];
}

export function evolve(removal: State, event: Event): State {
  if (event.type === 'plaque-removal-opened') return { ...event.data, status: 'open' };
  if (!removal) throw new Error('a removal was decided before it was proposed');
  const { removal: _, grants: __, ...decided } = event.data;
  return { ...removal, status: decided.outcome, decided };
}

/** Makes requests of this noun. */
export const plaqueRemovalCommand = requestsOf<PlaqueRemovalCommand>('plaque-removal');
