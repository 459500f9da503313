// Each commit of a stream carries SHA-256 of the hash before it and of its own JSON, in both engines alike; a release before
// 0.2.0 wrote none, and the first hash after its commits vouches for them.
import { createHash } from 'node:crypto';
import type { Evidence, Findings, JournalCommit } from './evidence.ts';

/** The commit's text: what the engine adds is no part of it. */
function textOf(commit: JournalCommit): string {
  const { hash, _id, pending, keep, ...text } = commit as JournalCommit & Record<string, unknown>;
  return JSON.stringify(text);
}

export function brokenChains({ services }: Pick<Evidence, 'services'>): Findings {
  const findings: Findings = [];
  for (const { service, commits } of services) {
    const heads = new Map<string, { hash: string; carried: boolean }>();
    const sorted = commits.filter(({ events }) => events.length > 0).sort((a, b) => a.version - b.version);
    for (const commit of sorted) {
      const { stream, version, hash } = commit;
      const head = heads.get(stream);
      const expected = createHash('sha256')
        .update(`${head?.hash ?? ''}${textOf(commit)}`)
        .digest('hex');
      if (hash === undefined ? head?.carried : hash !== expected)
        findings.push(`${service} ${stream} ${version}: carries ${hash}, not ${expected}`);
      // One fault is reported once, not at every commit after it.
      heads.set(stream, { hash: hash ?? expected, carried: hash !== undefined });
    }
  }
  return findings;
}
