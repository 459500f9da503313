// Every event that a service reacts to has had its reactions there, each once: their causes count up without a gap. Where
// a reaction follows from the event alone, it is also known how many they are.
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
    const ordinals = new Map<string, number[]>();
    for (const { cause } of evidence.services.find((found) => found.service === service)?.commits ?? []) {
      const [, event, ordinal] = new RegExp(`^${service}/(.+)/(\\d+)$`).exec(cause) ?? [];
      if (event) ordinals.set(event, [...(ordinals.get(event) ?? []), Number(ordinal)]);
    }
    for (const { event } of events) {
      const reactions = reactionsOf(service).filter(({ event: type }) => type === event.type);
      if (reactions.length === 0) continue;
      const found = [...new Set(ordinals.get(event.id) ?? [])].sort((a, b) => a - b);
      const expected = await countOf(reactions, event);
      if (
        found.length === 0 ||
        found.at(-1) !== found.length - 1 ||
        (expected !== undefined && expected !== found.length)
      )
        findings.push(`${service} on ${event.type} ${event.id}: ${found.length} of ${expected ?? 'some'} reactions`);
    }
  }
  return findings;
}
