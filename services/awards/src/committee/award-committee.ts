// A committee: its members with their terms, set as a whole.
import {
  type awardCommitteeView,
  type Command,
  type EventNamed,
  type Refusal,
  refuse,
  requestsOf,
  type setAwardCommittee,
} from '@jiangong/contracts';
import type { z } from 'zod';

type Event = EventNamed<'award-committee-set'>;
type CommitteeCommand = Command<'set', z.infer<typeof setAwardCommittee>>;

export type State = z.infer<typeof awardCommitteeView> | undefined;
export const initial = undefined as State;

export function decide(state: State, { id, data, actor }: CommitteeCommand): Event[] | Refusal {
  const { committee: _, ...before } = state ?? { committee: id };
  if (state && JSON.stringify(before) === JSON.stringify(data)) return [];
  const { members } = data;
  const users = members.map(({ user }) => user);
  const twice = users.find((user, at) => users.indexOf(user) !== at);
  if (twice !== undefined) return refuse('member-twice', { position: users.lastIndexOf(twice) + 1 });
  const reversed = members.find(({ from, to }) => to !== undefined && to < from);
  if (reversed) return refuse('dates-reversed', { from: reversed.from, to: reversed.to });
  const lost = members.findIndex(
    ({ user, substitute }) => substitute !== undefined && (substitute === user || !users.includes(substitute)),
  );
  if (lost >= 0) return refuse('substitute-unknown', { position: lost + 1 });
  return [{ type: 'award-committee-set', data: { committee: id, ...data, by: actor.sub } }];
}

export function evolve(_: State, { data: { by: _by, ...committee } }: Event): State {
  return committee;
}

/** Makes requests of this noun. */
export const committeeCommand = requestsOf<CommitteeCommand>('award-committee');
