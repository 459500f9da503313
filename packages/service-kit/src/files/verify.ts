// What the rows say is held against what is kept: missing, changed and unknown contents.
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FileStore } from './port.ts';
import { contentsOf, type FileRow } from './rows.ts';

export interface FileFindings {
  /** Contents that were read and are right. */
  right: number;
  /** Files whose content is not there, by id. */
  missing: string[];
  /** Files whose content is not what its sha256 says, by id. */
  changed: string[];
  /** Contents that no row knows, by name: of uploads under way or cut off. */
  orphans: string[];
}

export async function verifyFiles(rows: Iterable<FileRow>, files: FileStore): Promise<FileFindings> {
  const findings: FileFindings = { right: 0, missing: [], changed: [], orphans: [] };
  const known = new Set<string>();
  for (const row of rows)
    for (const { name, size, sha256 } of contentsOf(row)) {
      known.add(name);
      const found = await files.find(name);
      // One that is being removed may be gone already.
      if (!found) {
        if (!row.sweeping) findings.missing.push(row.file);
      } else if (found.size !== size || (await hashOf(await files.read(name))) !== sha256)
        findings.changed.push(row.file);
      else findings.right += 1;
    }
  for await (const { name } of files.all()) if (!known.has(name)) findings.orphans.push(name);
  return findings;
}

export async function hashOf(content: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
