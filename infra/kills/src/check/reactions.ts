// Every event that a service reacts to has had its reactions there, each once: their causes count up without a gap, or
// name their targets. Where a reaction follows from the event alone, it is also known how many they are.
import { causeParts } from './causes.ts';
import { eventsOf } from './events.ts';
import type { Evidence, Findings } from './evidence.ts';
import { type ReactionFunctions, reactionsOf, serviceNames } from './manifests.ts';

class ReadAttempted extends Error {}
/** A reaction that looks at rows depends on more than its event. */
const unread = new Proxy({}, { get: () => () => Promise.reject(new ReadAttempted()) });

async function countOf(reactions: readonly ReactionFunctions[], event: Parameters<ReactionFunctions['react']>[0]) {
  try {
    let count = 0;
    for (const { react } of reactions) count += (await react(event, unread)).length;
    return Math.max(1, count);
  } catch (error) {
    if (error instanceof ReadAttempted) return undefined;
    throw error;
  }
}

export async function missingReactions(evidence: Evidence): Promise<Findings> {
  const findings: Findings = [];
  const events = eventsOf(evidence);
  for (const service of serviceNames) {
    const places = new Map<string, string[]>();
    for (const { cause } of evidence.services.find((found) => found.service === service)?.commits ?? []) {
      const parts = causeParts(cause);
      if (parts?.service === service) places.set(parts.event, [...(places.get(parts.event) ?? []), parts.place]);
    }
    for (const { event } of events) {
      const reactions = reactionsOf(service).filter(({ event: type }) => type === event.type);
      if (reactions.length === 0) continue;
      const found = [...new Set(places.get(event.id) ?? [])];
      const ordinals = found.filter((place) => /^\d+$/.test(place)).map(Number);
      const expected = await countOf(reactions, event);
      if (
        found.length === 0 ||
        ordinals.some((ordinal) => ordinal >= ordinals.length) ||
        (expected !== undefined && expected !== found.length)
      )
        findings.push(`${service} on ${event.type} ${event.id}: ${found.length} of ${expected ?? 'some'} reactions`);
    }
  }
  return findings;
}
