// A unit: a branch, a project department or an employer, with the code by which HR knows it.
import {
  type Command,
  type EventNamed,
  type Refusal,
  refuse,
  type registerUnit,
  requestsOf,
  type unitView,
} from '@jiangong/contracts';
import type { z } from 'zod';

type Unit = z.infer<typeof unitView>;
type Register = Command<'register', Omit<z.infer<typeof registerUnit>, 'id'>>;
type Amend = Command<'amend', Pick<Unit, 'name' | 'shortName'>>;
/** `uses`: what it is still needed for; `into`: the unit that goes on in its place. */
type Retire = Command<'retire', { into?: Unit; uses: { zh: string; en: string }[]; reason: string }>;
type Restore = Command<'restore', { reason: string }>;
export type UnitEvent = EventNamed<'unit-registered' | 'unit-amended' | 'unit-retired' | 'unit-restored'>;

export type State = Unit | undefined;
export const initial = undefined as State;

export function decide(unit: State, command: Register | Amend | Retire | Restore): UnitEvent[] | Refusal {
  switch (command.type) {
    case 'register':
      if (unit) return refuse('already-exists', { what: unit.name });
      return [{ type: 'unit-registered', data: { unit: command.id, ...command.data } }];
    case 'amend': {
      if (!unit) return refuse('not-found', { what: command.id });
      const { retired: _, ...registered } = unit;
      const amended = { ...registered, ...command.data };
      if (amended.name === unit.name && amended.shortName === unit.shortName) return [];
      return [{ type: 'unit-amended', data: amended }];
    }
    case 'retire': {
      if (!unit) return refuse('not-found', { what: command.id });
      const { into, uses, reason } = command.data;
      if (unit.retired) return [];
      if (into && (into.unit === unit.unit || into.kind !== unit.kind || into.retired))
        return refuse('unit-not-like', { name: unit.name, into: into.name });
      if (uses.length > 0)
        return refuse('unit-in-use', {
          ...{ name: unit.name, uses: uses.map(({ zh }) => zh), usesEn: uses.map(({ en }) => en) },
        });
      return [{ type: 'unit-retired', data: { unit: unit.unit, ...(into ? { into: into.unit } : {}), reason } }];
    }
    case 'restore': {
      if (!unit) return refuse('not-found', { what: command.id });
      const { reason } = command.data;
      return unit.retired ? [{ type: 'unit-restored', data: { unit: unit.unit, reason } }] : [];
    }
    default:
      return command satisfies never;
  }
}

export function evolve(unit: State, event: UnitEvent): State {
  const retired = unit?.retired ? { retired: unit.retired } : {};
  switch (event.type) {
    case 'unit-registered':
    case 'unit-amended':
      return { ...event.data, ...retired };
    case 'unit-retired': {
      const { unit: _, ...why } = event.data;
      return unit && { ...unit, retired: why };
    }
    case 'unit-restored': {
      if (!unit) return unit;
      const { retired: _, ...live } = unit;
      return live;
    }
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const unitCommand = requestsOf<Parameters<typeof decide>[1]>('unit');
