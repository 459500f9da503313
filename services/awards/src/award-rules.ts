// A union's rules for its honours: one record each, replaced as a whole.
import {
  type Command,
  derivedId,
  type EventNamed,
  type Refusal,
  requestsOf,
  type setAwardRules,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { papersTwice } from './dossier/papers.ts';

type Event = EventNamed<'award-rules-set'>;
type SetRules = Command<'set', z.infer<typeof setAwardRules>>;

export type State = Omit<Event['data'], 'rules' | 'by'> | undefined;
export const initial = undefined as State;

export function decide(state: State, { id, data, actor }: SetRules): Event[] | Refusal {
  const twice = papersTwice(data.papers ?? []);
  if (twice) return twice;
  if (state && JSON.stringify(state) === JSON.stringify(data)) return [];
  return [{ type: 'award-rules-set', data: { rules: id, ...data, by: actor.sub } }];
}

export function evolve(_: State, { data: { rules: _rules, by: _by, ...state } }: Event): State {
  return state;
}

/** The one record of a union. */
export const awardRulesId = (org: string) => derivedId('award-rules', org);
/** Makes requests of this noun. */
export const awardRulesCommand = requestsOf<SetRules>('award-rules');
