// By which rules a competition reminds: data of its own, replaced as a whole, with a reason once there were some.
import { type Command, digestOf, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';

type Rules = EventNamed<'reminders-set'>['data'];
type SetRules = Command<'set', Pick<Rules, 'rules' | 'reason'>>;

export type State = Rules | undefined;
export const initial = undefined as State;

export function decide(state: State, { id, data, actor }: SetRules): EventNamed<'reminders-set'>[] | Refusal {
  if (digestOf(state?.rules ?? []) === digestOf(data.rules)) return [];
  if (state && !data.reason) return refuse('reminder-reason-required');
  return [{ type: 'reminders-set', data: { competition: id, ...data, by: actor.sub } }];
}
export const evolve = (_: State, { data }: EventNamed<'reminders-set'>): State => data;

/** Makes requests of this noun. */
export const reminderRulesCommand = requestsOf<SetRules>('reminder-rules');
