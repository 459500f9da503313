// The log holds every event of the journals as it happened, nothing else, and each stream in its order: duplicates
// may follow, but the first appearance of each event is in order.
import { isDeepStrictEqual } from 'node:util';
import type { CloudEvent } from '@jiangong/contracts';
import { eventsOf, lifted } from './events.ts';
import type { Evidence, Findings, LogRecord } from './evidence.ts';

const topicOf = (topic: string) => topic.replace(/^.*\.(?=[^.]+\.v1$)/, '');

/** A record of an earlier release stands for the event in today's version. */
function today(value: LogRecord['value']): unknown {
  try {
    return lifted(value as CloudEvent);
  } catch {
    return value;
  }
}

export function faultsOfLog(evidence: Evidence): Findings {
  const findings: Findings = [];
  const happened = new Map(eventsOf(evidence).map(({ service, event }) => [event.id, { service, event }]));
  const reached = new Map<string, number>();
  const partitions = new Map<string, number>();
  const published = new Set<string>();
  for (const { topic, partition, key, value } of evidence.log) {
    const { id = '', sequence = 0 } = value;
    const known = happened.get(id);
    if (!known) findings.push(`log: published, but in no journal: ${id}`);
    else if (topicOf(topic) !== `${known.service}.v1` || key !== known.event.subject)
      findings.push(`log: ${id} stands in ${topic} under ${key}`);
    else if (!isDeepStrictEqual(today(value), JSON.parse(JSON.stringify(known.event))))
      findings.push(`log: ${id} is not what the journal says`);
    if ((partitions.get(key) ?? partition) !== partition) findings.push(`log: ${key} in two partitions`);
    partitions.set(key, partition);
    const last = reached.get(key) ?? 0;
    if (sequence > last + 1) findings.push(`log: out of order: ${id} after ${last}`);
    reached.set(key, Math.max(last, sequence));
    published.add(id);
  }
  for (const id of happened.keys()) if (!published.has(id)) findings.push(`log: never published: ${id}`);
  return findings;
}
