// The journals' events as everybody else sees them, made anew from the commits.
import { type CloudEvent, dataschema, definitionOf } from '@jiangong/contracts';
import type { Evidence, JournalCommit } from './evidence.ts';

export interface Happened {
  service: string;
  event: CloudEvent;
}

function envelopeOf(service: string, commit: JournalCommit, index: number): CloudEvent {
  const { type, version, data } = commit.events[index]!;
  if (definitionOf(type)?.version !== version) throw new Error(`${type} of version ${version}: not written today`);
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
    correlationid: commit.correlation,
    causationid: commit.causation,
    ...(commit.traceparent ? { traceparent: commit.traceparent } : {}),
    data,
  };
}

/** Every event that ever happened, each stream in its order. */
export function eventsOf({ services }: Pick<Evidence, 'services'>): Happened[] {
  return services.flatMap(({ service, commits }) =>
    [...commits]
      .sort((a, b) => a.version - b.version)
      .flatMap((commit) => commit.events.map((_, index) => ({ service, event: envelopeOf(service, commit, index) }))),
  );
}
