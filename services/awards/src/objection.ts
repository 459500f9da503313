// An objection against one candidate: taken in by the list, answered, and decided by somebody who neither scored nor
// nominated the candidate. Who objected is in a private row, never here.
import {
  type Command,
  type decideObjection,
  type EventNamed,
  hasPart,
  type objectionView,
  peopleOf,
  type Refusal,
  refuse,
  requestsOf,
  valueLabels,
} from '@jiangong/contracts';
import type { z } from 'zod';

type Filed = EventNamed<'objection-filed'>['data'];
type Event = EventNamed<'objection-filed' | 'objection-answered' | 'objection-decided'>;
type ObjectionCommand =
  | Command<'file', Omit<Filed, 'objection'>>
  | Command<'answer', { answer: string }>
  /** `recipients`: who stands on the list. */
  | Command<'decide', z.infer<typeof decideObjection> & { recipients: string[] }>;

export type State = z.infer<typeof objectionView> | undefined;
export const initial = undefined as State;

export function decide(objection: State, command: ObjectionCommand): Event[] | Refusal {
  if (command.type === 'file')
    return objection ? [] : [{ type: 'objection-filed', data: { objection: command.id, ...command.data } }];
  if (!objection) return refuse('not-found', { what: command.id });
  if (objection.status !== 'open')
    return refuse('objection-closed', {
      outcome: objection.status,
      outcomeZh: valueLabels.objection[objection.status],
    });
  switch (command.type) {
    case 'answer':
      return [{ type: 'objection-answered', data: { objection: command.id, answer: command.data.answer } }];
    case 'decide': {
      const { recipients, ...decision } = command.data;
      const { sub: decidedBy } = command.actor;
      if (peopleOf(command.actor).some((person) => objection.nominatedBy.includes(person)))
        return refuse('own-nomination');
      if (recipients.some((unit) => hasPart(command.actor, { unit }))) return refuse('own-unit');
      const { list, candidate } = objection;
      return [{ type: 'objection-decided', data: { objection: command.id, list, candidate, ...decision, decidedBy } }];
    }
    default:
      return command satisfies never;
  }
}

export function evolve(objection: State, event: Event): State {
  if (event.type === 'objection-filed') return { ...event.data, status: 'open', answers: [] };
  if (!objection) throw new Error(`${event.type} before the objection was filed`);
  if (event.type === 'objection-answered') return { ...objection, answers: [...objection.answers, event.data.answer] };
  const { outcome, finding, effect, decidedBy } = event.data;
  return { ...objection, status: outcome, finding, effect, decidedBy };
}

/** Makes requests of this noun. */
export const objectionCommand = requestsOf<ObjectionCommand>('objection');
