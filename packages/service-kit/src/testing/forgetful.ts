// For tests: planted bugs that only a death brings to light.
import type { Command, EventType } from '@jiangong/contracts';
import type { AnyStream } from '../define/any.ts';
import type { Manifest } from '../define/service.ts';

type Decide = (state: unknown, command: Command<string, unknown>) => unknown;

/**
 * The same service with other rules: each noun's `decide` as it is wrapped.
 * @example
 * ```ts
 * import { counter } from '@jiangong/service-kit/counter';
 * Object.keys(withDecide(counter, (_, decide) => decide).streams); // → ['unit']
 * ```
 */
export function withDecide<M extends Manifest>(manifest: M, wrap: (noun: string, decide: Decide) => Decide): M {
  const wrapped = Object.entries(manifest.streams).map(([noun, rules]): [string, AnyStream] => {
    return [noun, { ...rules, decide: wrap(noun, rules.decide as Decide) as AnyStream['decide'] }];
  });
  return { ...manifest, streams: Object.fromEntries(wrapped) };
}

/**
 * The same service with a bug: what follows from an event follows only in the process that decided it.
 * @example
 * ```ts
 * import { counter } from '@jiangong/service-kit/counter';
 * forgetful(counter, 'unit-registered').name; // → 'competitions'
 * ```
 */
export function forgetful<M extends Manifest>(manifest: M, type: EventType): M {
  const own = new Set<string>();
  const { streams } = withDecide(manifest, (_, decide) => (state, command) => {
    const events = decide(state, command);
    if (Array.isArray(events)) for (const { data } of events) own.add(JSON.stringify(data));
    return events;
  });
  const reactions = manifest.reactions.map((reaction) => ({
    ...reaction,
    react: (...[event, read]: Parameters<typeof reaction.react>) =>
      event.type !== type || own.has(JSON.stringify(event.data)) ? reaction.react(event, read) : [],
  }));
  return { ...manifest, streams, reactions };
}
