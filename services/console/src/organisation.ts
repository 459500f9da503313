// An organisation: a union whose records are its own. An operator registers it; its name is also its own affair.
import { type Actor, type Command, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';

type Organisation = EventNamed<'organisation-amended'>['data'];
type Register = Command<'register', Omit<Organisation, 'organisation'>>;
type Amend = Command<'amend', Pick<Organisation, 'name' | 'deputyDays' | 'secondFactor'>>;
type Event = EventNamed<'organisation-registered' | 'organisation-amended'>;

export type State = Organisation | undefined;
export const initial = undefined as State;

export const owner = (organisation: State) => organisation?.organisation;
export const admits = (_: State, actor: Actor) => actor.roles.includes('operator');

export function decide(organisation: State, command: Register | Amend): Event[] | Refusal {
  switch (command.type) {
    case 'register':
      if (organisation) return refuse('already-exists', { what: organisation.name });
      return [{ type: 'organisation-registered', data: { organisation: command.id, ...command.data } }];
    case 'amend':
      if (!organisation) return refuse('not-found', { what: command.id });
      return amended(organisation, { ...organisation, ...command.data });
    default:
      return command satisfies never;
  }
}

const amended = (before: Organisation, after: Organisation): Event[] =>
  before.name === after.name && before.deputyDays === after.deputyDays && before.secondFactor === after.secondFactor
    ? []
    : [{ type: 'organisation-amended', data: after }];

export function evolve(_: State, event: Event): State {
  return event.data;
}

/** Makes requests of this noun. */
export const organisationCommand = requestsOf<Parameters<typeof decide>[1]>('organisation');
