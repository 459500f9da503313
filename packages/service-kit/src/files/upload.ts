// The way of an upload: spooled and hashed as it arrives, inspected, its bytes stored durably, and only then its row written. Until
// there is a row there is no file; whatever was left behind on the way is cleaned up.
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Actor, refuse } from '@jiangong/contracts';
import { failpoint } from '../failpoint.ts';
import { Refused } from '../http/problem.ts';
import { asDiskFault } from '../sqlite/disk.ts';
import type { Store } from '../store/port.ts';
import { inspectFile } from './content/inspect.ts';
import { fileNameOf } from './content/name.ts';
import { refusedFile } from './content/refused.ts';
import type { Scanner } from './content/scanner.ts';
import { discard } from './folder.ts';
import { flowing } from './garbage.ts';
import { contentName, type FileStore } from './port.ts';
import { contentsOf, FILES, type FileRow, fileRow } from './rows.ts';

export const FILE_LIMIT_MB = 50;

export interface Upload {
  /** The same for every repetition of the same request. */
  id: string;
  noun: string;
  actor: Actor;
  now: string;
  /** As the client gave it. */
  name: string | undefined;
  content: Readable & { truncated?: boolean };
}
export interface UploadDeps {
  store: Store;
  files: FileStore;
  scanner: Scanner | undefined;
}

/** @throws Refused if it is not to be kept */
export async function keepUpload({ store, files, scanner }: UploadDeps, upload: Upload): Promise<FileRow> {
  const spooled = join(files.spool, randomUUID());
  const paths = { redrawn: `${spooled}.redrawn`, thumbnail: `${spooled}.thumbnail` };
  try {
    const originalSha256 = await spool(upload.content, spooled);
    failpoint('file-spooled');
    const { kind, redrawn } = await inspectFile(spooled, paths.redrawn, scanner);
    const kept = redrawn ? paths.redrawn : spooled;
    const { size } = await stat(kept);
    const sha256 = redrawn?.sha256 ?? originalSha256;
    const { id, noun, actor, now } = upload;
    const row: FileRow = {
      file: id,
      name: fileNameOf(upload.name, kind),
      type: kind.type,
      size,
      sha256,
      originalSha256,
      noun,
      org: actor.org,
      by: actor.sub,
      at: now,
      ...(redrawn ? { thumbnail: { sha256: redrawn.thumbnailSha256, size: redrawn.thumbnail.length } } : {}),
    };
    await files.put(contentName(sha256, id), kept);
    if (redrawn) {
      await writeFile(paths.thumbnail, redrawn.thumbnail);
      await files.put(contentName(redrawn.thumbnailSha256, id), paths.thumbnail);
    }
    failpoint('file-stored');
    await store.write({ privateRows: [{ table: FILES, key: id, body: row, once: true }] });
    failpoint('file-recorded');
    return await recorded({ store, files }, row);
  } catch (error) {
    throw asDiskFault(error, spooled);
  } finally {
    for (const path of [spooled, ...Object.values(paths)]) await discard(path);
  }
}

async function spool(content: Upload['content'], path: string): Promise<string> {
  const hash = createHash('sha256');
  let size = 0;
  async function* hashed(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  await pipeline(content, flowing, hashed, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  if (content.truncated) throw new Refused(refuse('file-too-large', { limit: FILE_LIMIT_MB }));
  if (size === 0) throw refusedFile('文件是空的', 'it is empty');
  return hash.digest('hex');
}

/** The row as it is; another request with the same key may have been first. */
async function recorded({ store, files }: Omit<UploadDeps, 'scanner'>, row: FileRow): Promise<FileRow> {
  const found = await fileRow(store, row.file);
  if (found?.originalSha256 === row.originalSha256) return found;
  const others = new Set(found ? contentsOf(found).map(({ name }) => name) : []);
  for (const { name } of contentsOf(row)) if (!others.has(name)) await files.remove(name);
  throw new Refused(refuse('key-reused'));
}
