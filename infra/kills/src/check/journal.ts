// Journals against the answers to clients: what was acknowledged is there, once, as it was answered; streams have no gaps.
import { causeParts } from './causes.ts';
import type { ClientNotes, Evidence, Findings, JournalCommit } from './evidence.ts';

/** How a journal numbers an outcome that is none: it stands in no stream. */
const isNoop = ({ events }: JournalCommit) => events.length === 0;

export function lostOnes({ services }: Evidence, { acknowledged }: ClientNotes): Findings {
  const commits = new Map(services.flatMap(({ commits }) => commits.map((commit) => [commit.cause, commit])));
  return acknowledged.flatMap(({ cause, id, version }) => {
    const commit = commits.get(cause);
    if (!commit) return [`lost: ${cause}`];
    const { answer } = commit;
    if (answer.id === id && answer.version === version) return [];
    return [`answered ${id} ${version}, but the journal says ${answer.id} ${answer.version}: ${cause}`];
  });
}

/** Causes with several commits, in any journals, and commits that nobody requested. */
export function doubleOnes({ services }: Evidence, { sent }: ClientNotes): Findings {
  const counts = new Map<string, number>();
  for (const { commits } of services) for (const { cause } of commits) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  const findings: Findings = [];
  const known = knownCauses(services, sent);
  for (const [cause, count] of counts) {
    if (count > 1) findings.push(`${count} commits: ${cause}`);
    if (!known(cause)) findings.push(`nobody requested it: ${cause}`);
  }
  return findings;
}

function knownCauses(services: Evidence['services'], sent: ReadonlySet<string>) {
  const names = services.map(({ service }) => service);
  const events = new Set(
    services.flatMap(({ commits }) =>
      commits.flatMap(({ stream, version, events }) => events.map((_, index) => `${stream}/${version + index}`)),
    ),
  );
  return (cause: string) => {
    if (sent.has(cause) || cause.startsWith('deadline/')) return true;
    const { service, event } = causeParts(cause) ?? {};
    if (service && names.includes(service)) return events.has(event!);
    // Of the companion that computes a pairing.
    const [pairing] = /^pairing\/[^/]+(?=\/)/.exec(cause) ?? [];
    if (pairing) return events.has(`${pairing}/1`);
    // Written by the console itself before the first request.
    return cause.startsWith('first-start/');
  };
}

export function gapsOf({ services }: Evidence): Findings {
  const findings: Findings = [];
  for (const { service, commits } of services) {
    const streams = new Map<string, JournalCommit[]>();
    for (const commit of commits)
      if (!isNoop(commit)) streams.set(commit.stream, [...(streams.get(commit.stream) ?? []), commit]);
    for (const [stream, inIt] of streams) {
      let next = 1;
      for (const { version, events } of inIt.sort((a, b) => a.version - b.version)) {
        if (version !== next) findings.push(`${service} ${stream}: ${version} where ${next} should be`);
        next = version + events.length;
      }
    }
  }
  return findings;
}
