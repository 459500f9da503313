// A robot of a group chat. Its address, whose path is a key, and its secret are a private row.
import { type Command, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';

type Registered = EventNamed<'robot-registered'>['data'];
type Register = Command<'register', Omit<Registered, 'robot' | 'organisation'>>;
type Remove = Command<'remove', { reason: string }>;
export type RobotEvent = EventNamed<'robot-registered' | 'robot-removed'>;
export type Robot = Registered & { state: 'active' | 'removed'; removed?: string };
export type State = Robot | undefined;
export const initial = undefined as State;

export function decide(robot: State, command: Register | Remove): RobotEvent[] | Refusal {
  const { id, actor } = command;
  if (command.type === 'register')
    return robot
      ? refuse('already-exists', { what: robot.name })
      : [{ type: 'robot-registered', data: { robot: id, organisation: actor.org, ...command.data } }];
  if (!robot) return refuse('not-found', { what: id });
  if (robot.state === 'removed') return [];
  return [{ type: 'robot-removed', data: { robot: id, organisation: robot.organisation, ...command.data } }];
}

export function evolve(robot: State, event: RobotEvent): State {
  if (event.type === 'robot-registered') return { ...event.data, state: 'active' };
  return robot && { ...robot, state: 'removed', removed: event.data.reason };
}

/** Makes requests of this noun. */
export const robotCommand = requestsOf<Register | Remove>('robot');
