// The journals' events as everybody else sees them, derived again from the commits; what an earlier release wrote, in today's
// version.
import { type CloudEvent, dataschema, definitionOf, readEvent } from '@jiangong/contracts';
import type { Evidence, JournalCommit } from './evidence.ts';

export interface Happened {
  service: string;
  event: CloudEvent;
}

function envelopeOf(service: string, commit: JournalCommit, index: number): CloudEvent {
  const { type, version, data } = commit.events[index]!;
  return {
    specversion: '1.0',
    id: `${commit.stream}/${commit.version + index}`,
    source: `/${service}`,
    type,
    subject: commit.stream,
    time: commit.time,
    datacontenttype: 'application/json',
    dataschema: dataschema(type, version),
    sequence: commit.version + index,
    org: commit.org,
    actor: commit.actor,
    ...(commit.behalf === undefined ? {} : { behalf: commit.behalf }),
    correlationid: commit.correlation,
    causationid: commit.causation,
    ...(commit.traceparent ? { traceparent: commit.traceparent } : {}),
    data,
  };
}

/** An event in today's version; one of today's is left as it is. @throws if nobody could read it */
export function lifted(event: CloudEvent): CloudEvent {
  const today = definitionOf(event.type);
  if (!today) throw new Error(`${event.type}: not declared`);
  const now = dataschema(event.type, today.version);
  return event.dataschema === now ? event : { ...event, dataschema: now, data: readEvent(event)!.data };
}

/** Every event that ever happened, each stream in its order. */
export function eventsOf({ services }: Pick<Evidence, 'services'>): Happened[] {
  return services.flatMap(({ service, commits }) =>
    [...commits]
      .sort((a, b) => a.version - b.version)
      .flatMap((commit) =>
        commit.events.map((_, index) => ({
          service,
          event: lifted(envelopeOf(service, commit, index)),
        })),
      ),
  );
}
