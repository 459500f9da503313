// The HR feed is the events of the grants: every revision of every grant, each once, as it was recorded.
import { eventsOf } from './events.ts';
import type { Evidence, Findings } from './evidence.ts';

const granting = ['award-granted', 'award-corrected', 'award-revoked'];

export function faultsOfFeed(evidence: Evidence): Findings {
  const lineOf = (grant: string, revision: number, status: string, at: string, name: string) =>
    [grant, revision, status, new Date(at).toISOString(), name].join(' ');
  const expected = eventsOf(evidence)
    .filter(({ event }) => granting.includes(event.type))
    .map(({ event: { data, time } }) => {
      const { grant, revision, status, recipient } = data as {
        grant: string;
        revision: number;
        status: string;
        recipient: { name: string };
      };
      return lineOf(grant, revision, status, time, recipient.name);
    });
  const found = evidence.feed.map(({ grant, revision, status, recordedAt, recipientName }) =>
    lineOf(grant, revision, status, recordedAt, recipientName),
  );
  const once = new Set(found);
  const expectedSet = new Set(expected);
  return [
    ...expected.filter((line) => !once.has(line)).map((line) => `feed: missing: ${line}`),
    ...[...once].filter((line) => !expectedSet.has(line)).map((line) => `feed: of no grant: ${line}`),
    ...(once.size === found.length ? [] : [`feed: ${found.length - once.size} rows twice`]),
  ];
}
