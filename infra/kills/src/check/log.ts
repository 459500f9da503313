// The log holds every event of the journals as it happened, nothing else, and each stream in its order: duplicates
// may follow, but the first appearance of each event is in order.
import { isDeepStrictEqual } from 'node:util';
import type { CloudEvent } from '@jiangong/contracts';
import { eventsOf, lifted } from './events.ts';
import type { Evidence, Findings, LogRecord } from './evidence.ts';

const GRANTS = 'awards.grants.v1';
/** Where an event must stand: in its service's topic, and those of grants in one more. */
const topicsOf = ({ service, event }: { service: string; event: CloudEvent }) => [
  `${service}.v1`,
  ...(event.subject.startsWith('grant/') ? [GRANTS] : []),
];
const topicOf = (topic: string) => (topic.endsWith(GRANTS) ? GRANTS : topic.replace(/^.*\.(?=[^.]+\.v1$)/, ''));

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
  for (const { topic: name, partition, key, value } of evidence.log) {
    const { id = '', sequence = 0 } = value;
    const topic = topicOf(name);
    const known = happened.get(id);
    const place = `${topic} ${key}`;
    if (!known) findings.push(`log: published, but in no journal: ${id}`);
    else if (!topicsOf(known).includes(topic) || key !== known.event.subject)
      findings.push(`log: ${id} stands in ${topic} under ${key}`);
    else if (!isDeepStrictEqual(today(value), JSON.parse(JSON.stringify(known.event))))
      findings.push(`log: ${id} is not what the journal says`);
    if ((partitions.get(place) ?? partition) !== partition) findings.push(`log: ${place} in two partitions`);
    partitions.set(place, partition);
    const last = reached.get(place) ?? 0;
    if (sequence > last + 1) findings.push(`log: out of order: ${id} after ${last} in ${topic}`);
    reached.set(place, Math.max(last, sequence));
    published.add(`${topic} ${id}`);
  }
  for (const [id, known] of happened)
    for (const topic of topicsOf(known))
      if (!published.has(`${topic} ${id}`)) findings.push(`log: never published: ${id} in ${topic}`);
  return findings;
}
