// From the journal's short form of an event to the CloudEvents envelope that everybody else sees.
import { type CloudEvent, dataschema, definitionOf, readData } from '@jiangong/contracts';
import type { Commit } from '../store/port.ts';

/**
 * The events of a commit in their envelopes, data lifted to today's version.
 * @example
 * ```ts
 * import type { Commit } from '@jiangong/service-kit/store';
 * const commit = { stream: 'unit/u1', version: 3, events: [{ type: 'unit-registered', version: 1, data: {} }] };
 * eventsOfCommit('competitions', commit as unknown as Commit)[0]!.id; // → 'unit/u1/3'
 * ```
 */
export function eventsOfCommit(service: string, commit: Commit): CloudEvent[] {
  return commit.events.map(({ type, version, data }, index) => {
    const definition = definitionOf(type);
    if (!definition) throw new Error(`the journal holds an event that is not declared: ${type}`);
    const sequence = commit.version + index;
    return {
      specversion: '1.0',
      id: `${commit.stream}/${sequence}`,
      source: `/${service}`,
      type,
      subject: commit.stream,
      time: commit.time,
      datacontenttype: 'application/json',
      dataschema: dataschema(type, definition.version),
      sequence,
      org: commit.org,
      actor: commit.actor,
      ...(commit.behalf === undefined ? {} : { behalf: commit.behalf }),
      correlationid: commit.correlation,
      causationid: commit.causation,
      ...(commit.traceparent ? { traceparent: commit.traceparent } : {}),
      data: version === definition.version ? data : readData(definition, version, data),
    };
  });
}
