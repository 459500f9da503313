// For tests: planted bugs that only a death brings to light, as long as a process lives it does all that it should.
import { type Command, type EventType, type NewEvent, requestsOf, type StreamName } from '@jiangong/contracts';
import { on } from '@jiangong/service-kit';
import { forgetful, withDecide } from '@jiangong/service-kit/testing';
import { quarterlyChecks } from './service.ts';

type Service = typeof quarterlyChecks;

/** What one commit should hold is written in two: the event of this type by a command of its own, which is kept in memory. */
function torn(stream: StreamName, type: EventType, after: EventType): Service {
  const later: NewEvent[] = [];
  const { streams } = withDecide(quarterlyChecks, (noun, decide) => (state, command) => {
    if (noun !== stream) return decide(state, command);
    if (command.type === 'later') return later.splice(0);
    const events = decide(state, command);
    if (!Array.isArray(events) || events.length < 2) return events;
    later.push(...events.filter((event: NewEvent) => event.type === type));
    return events.filter((event: NewEvent) => event.type !== type);
  });
  const rest = requestsOf<Command<'later', Record<string, never>>>(stream);
  const write = on(after, ({ data }) => {
    const { publication, check } = data as { publication?: string; check?: string };
    return later.length > 0 ? [rest((publication ?? check)!, 'later', {})] : [];
  });
  return { ...quarterlyChecks, streams, reactions: [...quarterlyChecks.reactions, write] };
}

export const plants = {
  'honours are granted only by the process that closed the round': () => forgetful(quarterlyChecks, 'round-closed'),
  'checks open again only by the process that reopened the round': () =>
    forgetful(quarterlyChecks, 'round-closure-undone'),
  'standings are frozen in one commit and published in the next': () =>
    torn('publication', 'publication-set', 'standings-frozen'),
  'an appeal is corrected in one commit and decided in the next': () =>
    torn('check', 'appeal-decided', 'result-corrected'),
};
export type Plant = keyof typeof plants;
