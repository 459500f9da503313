// A machine: a program, such as an HR system, that acts for its organisation with a secret of its own, within its scopes.
import { type Command, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';

type Registered = EventNamed<'machine-registered'>['data'];
type Register = Command<'register', Omit<Registered, 'machine' | 'organisation'>>;
type Rotate = Command<'rotate', { key: string; until: string }>;
type End = Command<'end', { reason: string }>;
export type MachineEvent = EventNamed<'machine-registered' | 'machine-secret-rotated' | 'machine-ended'>;

/** `keys`: the ids of its secrets, the present one first, then the one before it with its end. */
export type Machine = Omit<Registered, 'key'> & { keys: { key: string; until?: string }[]; ended?: string };
export type State = Machine | undefined;
export const initial = undefined as State;

export function decide(known: State, command: Register | Rotate | End): MachineEvent[] | Refusal {
  const { id, actor } = command;
  if (command.type === 'register') {
    if (known) return refuse('already-exists', { what: known.name });
    return [{ type: 'machine-registered', data: { machine: id, organisation: actor.org, ...command.data } }];
  }
  if (!known) return refuse('not-found', { what: id });
  const { organisation, name, ended } = known;
  switch (command.type) {
    case 'rotate':
      if (ended !== undefined) return refuse('machine-ended', { name });
      return [{ type: 'machine-secret-rotated', data: { machine: id, organisation, ...command.data } }];
    case 'end':
      if (ended !== undefined) return refuse('machine-ended', { name });
      return [{ type: 'machine-ended', data: { machine: id, organisation, ...command.data } }];
    default:
      return command satisfies never;
  }
}

export function evolve(known: State, event: MachineEvent): State {
  switch (event.type) {
    case 'machine-registered': {
      const { key, ...machine } = event.data;
      return { ...machine, keys: [{ key }] };
    }
    case 'machine-secret-rotated': {
      const { key, until } = event.data;
      return { ...known!, keys: [{ key }, { key: known!.keys[0]!.key, until }] };
    }
    case 'machine-ended':
      return { ...known!, ended: event.data.reason };
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const machineCommand = requestsOf<Parameters<typeof decide>[1]>('machine');
