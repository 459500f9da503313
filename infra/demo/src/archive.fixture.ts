// For tests: what an installation would export, per service the text of its commits by stream and version; and how to tamper with it
// so well that no chain breaks.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Running } from '@jiangong/service-kit/start';

type Archive = Record<string, string>;

export async function archiveOf({ runtimes }: Running): Promise<Archive> {
  const archive: Archive = {};
  for (const { manifest, store } of runtimes) {
    const commits = await Array.fromAsync(store.journal());
    commits.sort((a, b) => (a.stream < b.stream ? -1 : a.stream === b.stream ? a.version - b.version : 1));
    archive[manifest.name] = commits.map((commit) => `${JSON.stringify(commit)}\n`).join('');
  }
  return archive;
}

type Data = Record<string, unknown>;
export interface Forgery {
  service: string;
  type: string;
  /** Changes the first event that it returns true for; `erase`: that event's whole stream goes. */
  change: (data: Data) => boolean;
  erase?: true;
}

/** The archive with one event changed, and its stream chained anew. */
export function forged(archive: Archive, { service, type, change, erase }: Forgery): Archive {
  const commits = archive[service]!.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  const at = commits.findIndex(({ events }) =>
    events.some((event: { type: string; data: Data }) => event.type === type && change(event.data)),
  );
  if (at < 0) throw new Error(`no ${type} to forge`);
  const { stream } = commits[at];
  const left = commits.filter((commit) => !erase || commit.stream !== stream);
  let before = '';
  for (const commit of left) {
    if (commit.stream !== stream || commit.events.length === 0) continue;
    const { hash: _, ...rest } = commit;
    commit.hash = before = createHash('sha256')
      .update(before + JSON.stringify(rest))
      .digest('hex');
  }
  return { ...archive, [service]: left.map((commit) => `${JSON.stringify(commit)}\n`).join('') };
}

const VERIFY = new URL('../../../examples/verify/verify.py', import.meta.url).pathname;
/** What the implementation in Python says of the archive. */
export function inPython(archive: Archive): string {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  try {
    for (const [service, text] of Object.entries(archive)) writeFileSync(join(folder, `${service}.ndjson`), text);
    const { stdout, stderr, error } = spawnSync('python3', [VERIFY, 'archive', folder], { encoding: 'utf8' });
    if (error) throw new Error(`examples/verify needs python3: ${error.message}`);
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
