// Each commit of a stream carries SHA-256 of the hash before it and of its own JSON, in both engines alike; a release before
// 0.2.0 wrote none, and the first hash after its commits vouches for them.
import { createHash } from 'node:crypto';
import type { Evidence, Findings, JournalCommit } from './evidence.ts';

/** The commit's text: what the engine adds is no part of it. */
function textOf(commit: JournalCommit): string {
  const { hash, _id, pending, keep, ...text } = commit as JournalCommit & Record<string, unknown>;
  return JSON.stringify(text);
}

const linkOf = (before: string, commit: JournalCommit) =>
  createHash('sha256')
    .update(`${before}${textOf(commit)}`)
    .digest('hex');

export function brokenChains({ services }: Pick<Evidence, 'services'>): Findings {
  const findings: Findings = [];
  for (const { service, commits } of services) {
    const heads = new Map<string, { hashes: [string, string]; carried: boolean }>();
    const sorted = commits.filter(({ events }) => events.length > 0).sort((a, b) => a.version - b.version);
    for (const commit of sorted) {
      const { stream, version, hash } = commit;
      const head = heads.get(stream);
      const [expected, other] = (head?.hashes ?? ['']).map((before) => linkOf(before, commit));
      if (hash === undefined ? head?.carried : hash !== expected && hash !== other)
        findings.push(`${service} ${stream} ${version}: carries ${hash}, not ${expected}`);
      // One fault is reported once: the next commit follows what this one carries, or what it should.
      heads.set(stream, { hashes: [hash ?? expected!, expected!], carried: hash !== undefined });
    }
  }
  return findings;
}
