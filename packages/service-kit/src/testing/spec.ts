// For tests of rules: a noun's history, a command, and what comes of it.
import {
  type CloudEvent,
  type Command,
  type DataOf,
  isRefusal,
  type NewEvent,
  type Refusal,
  type Stream,
} from '@jiangong/contracts';
import { expect } from 'vitest';

type Frame = Pick<Command, 'id' | 'businessDate' | 'now' | 'actor'>;
/** A command of a noun: its type, its data unless they may be empty, and where it differs from the frame. */
export type Given<C extends Command> = {
  [T in C['type']]: object extends DataOf<C, T>
    ? [type: T, data?: DataOf<C, T>, over?: Partial<Frame>]
    : [type: T, data: DataOf<C, T>, over?: Partial<Frame>];
}[C['type']];

interface Spec<S, C extends Command, E extends NewEvent> {
  state: S;
  /** What came of the last command. */
  outcome: E[] | Refusal;
  given(...events: E[]): Spec<S, C, E>;
  /** Decides commands in turn, each after the events of those before it. */
  when(...commands: Given<C>[]): Spec<S, C, E>;
  /** The last command was refused with this code, or made these events (or events with at least these fields). */
  then(expected: string | readonly { type?: E['type']; data?: object }[]): void;
}

/**
 * Specifies a noun's rules: given its events, when commands are decided, then these events or this refusal.
 * @param frame what the commands have in common: who acts, when, on what
 * @example
 * ```ts
 * import { counter } from '@jiangong/service-kit/counter';
 * const actor = { sub: 'somebody', org: 'union', roles: ['organiser' as const], departments: [], units: [] };
 * const frame = { id: 'u1', businessDate: '2024-05-06', now: '2024-05-06T08:00:00Z', actor };
 * const registered = spec(counter.streams.unit!, frame).when(['register', { name: '一公司' }]);
 * registered.then([{ type: 'unit-registered' }]);
 * registered.state.name; // → '一公司'
 * ```
 */
export function spec<S, C extends Command, E extends NewEvent>(noun: Stream<S, C, E>, frame: Frame): Spec<S, C, E> {
  const by =
    ({ org, sub, behalf }: Frame['actor']) =>
    (state: S, event: E) =>
      noun.evolve(state, { ...event, org, actor: sub, behalf } as E & CloudEvent);
  const at = (state: S, outcome: E[] | Refusal): Spec<S, C, E> => ({
    state,
    outcome,
    given: (...events) => at(events.reduce(by(frame.actor), state), events),
    when: (...commands) =>
      commands.reduce<Spec<S, C, E>>(
        (before, [type, data = {}, over]) => {
          const decided = noun.decide(before.state, { ...frame, ...over, type, data } as unknown as C);
          return at(
            isRefusal(decided) ? before.state : decided.reduce(by(over?.actor ?? frame.actor), before.state),
            decided,
          );
        },
        at(state, outcome),
      ),
    // biome-ignore lint/suspicious/noThenProperty: given, when, then; nobody awaits a specification
    then(expected) {
      if (typeof expected === 'string') expect(outcome).toMatchObject({ refused: expected });
      else expect(outcome).toMatchObject(expected);
    },
  });
  return at(noun.initial, []);
}
