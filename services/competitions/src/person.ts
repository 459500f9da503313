// A person: where somebody works, from when to when. Who it is, by name and number, is a state that can be erased; the journal
// knows the id alone. What HR says is numbered, and an older revision changes nothing.
import { type Command, type PersonEvent, type Refusal, refuse, requestsOf } from '@jiangong/contracts';

interface Placed {
  unit: string;
  from: string;
}
type Register = Command<'register', Placed>;
/** Everything that HR says of a person now; without a revision, what a list says. `renamed`: name or role are others. */
type Put = Command<'put', Placed & { to?: string | undefined; revision?: number | undefined; renamed: boolean }>;
type Amend = Command<'amend', Record<string, never>>;
type Move = Command<'move', Placed>;
type Leave = Command<'leave', { to: string }>;
type Erase = Command<'erase', Record<string, never>>;

export type State =
  | (Placed & { person: string; to?: string | undefined; revision: number; erased?: true | undefined })
  | undefined;
export const initial = undefined as State;

export function decide(known: State, command: Register | Put | Amend | Move | Leave | Erase): PersonEvent[] | Refusal {
  const { id: person, type } = command;
  if (type === 'register') {
    if (known && !known.erased) return refuse('person-known');
    const { unit, from } = command.data;
    return [{ type: 'person-registered', data: { person, unit, from, revision: known?.revision ?? 0 } }];
  }
  if (known?.erased) return type === 'erase' ? [] : refuse('person-erased');
  if (type === 'put') return put(known, person, command.data);
  if (!known) return refuse('not-found', { what: person });
  const { unit, from, revision } = known;
  switch (type) {
    case 'amend':
      return [{ type: 'person-amended', data: { person, unit, from, revision } }];
    case 'move': {
      const { data } = command;
      if (data.unit === unit && data.from === from && known.to === undefined) return [];
      if (data.from < from) return refuse('dates-reversed', { from, to: data.from });
      return [{ type: 'person-moved', data: { person, ...data, revision } }];
    }
    case 'leave': {
      const { to } = command.data;
      if (known.to !== undefined) return known.to === to ? [] : refuse('person-left-already', { to: known.to });
      if (to < from) return refuse('dates-reversed', { from, to });
      return [{ type: 'person-left', data: { person, to, revision } }];
    }
    case 'erase':
      return [{ type: 'person-erased', data: { person } }];
    default:
      return command satisfies never;
  }
}

function put(known: State, person: string, data: Put['data']): PersonEvent[] | Refusal {
  const { unit, from, to } = data;
  const current = known?.revision ?? -1;
  const revision = data.revision ?? Math.max(current, 0);
  if (data.revision !== undefined && revision < current)
    return refuse('person-revision-older', { given: revision, current });
  if (to !== undefined && to < from) return refuse('dates-reversed', { from, to });
  const isMoved = known && (known.unit !== unit || (known.to !== undefined && known.to !== to));
  const isOther = data.renamed || revision !== current || known?.from !== from || known.to !== to;
  // HR's revision that is here already was applied, whatever it says this time.
  if (known && ((data.revision !== undefined && revision === current && revision > 0) || (!isMoved && !isOther)))
    return [];
  const placed = { person, unit, from, revision };
  const events: PersonEvent[] = !known
    ? [{ type: 'person-registered', data: placed }]
    : isMoved
      ? [{ type: 'person-moved', data: placed }]
      : [{ type: 'person-amended', data: placed }];
  if (to !== undefined && (isMoved || known?.to !== to))
    events.push({ type: 'person-left', data: { person, to, revision } });
  return events;
}

export function evolve(known: State, event: PersonEvent): State {
  switch (event.type) {
    case 'person-registered':
    case 'person-moved':
      return { ...event.data };
    case 'person-amended':
      return { ...event.data, to: known?.to };
    case 'person-left':
      return known && { ...known, to: event.data.to, revision: event.data.revision };
    case 'person-erased':
      return known && { ...known, erased: true };
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const personCommand = requestsOf<Parameters<typeof decide>[1]>('person');
