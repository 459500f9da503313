// A unit: a branch, a project department or an employer, with the code by which HR knows it.
import {
  type Command,
  type EventNamed,
  type Refusal,
  refuse,
  type registerUnit,
  requestsOf,
} from '@jiangong/contracts';
import type { z } from 'zod';

type Unit = EventNamed<'unit-registered'>['data'];
type Register = Command<'register', Omit<z.infer<typeof registerUnit>, 'id'>>;
type Amend = Command<'amend', Pick<Unit, 'name' | 'shortName'>>;
type Event = EventNamed<'unit-registered' | 'unit-amended'>;

export type State = Unit | undefined;
export const initial = undefined as State;

export function decide(unit: State, command: Register | Amend): Event[] | Refusal {
  switch (command.type) {
    case 'register':
      if (unit) return refuse('already-exists', { what: unit.name });
      return [{ type: 'unit-registered', data: { unit: command.id, ...command.data } }];
    case 'amend': {
      if (!unit) return refuse('not-found', { what: command.id });
      const amended = { ...unit, ...command.data };
      if (amended.name === unit.name && amended.shortName === unit.shortName) return [];
      return [{ type: 'unit-amended', data: amended }];
    }
    default:
      return command satisfies never;
  }
}

export function evolve(_: State, event: Event): State {
  return event.data;
}

/** Makes requests of this noun. */
export const unitCommand = requestsOf<Parameters<typeof decide>[1]>('unit');
