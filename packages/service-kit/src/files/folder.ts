// Files in a folder beside the data: `files/<service>/<two digits>/<sha256>.<id>`. A content gets its name only when its bytes
// are synced, and is reported stored only when its folder is.
import {
  constants,
  copyFileSync,
  createReadStream,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { failpoint } from '../failpoint.ts';
import { asDiskFault } from '../sqlite/disk.ts';
import { type FileStore, isContentName, type OpenFiles, type StoredContent } from './port.ts';

const SPOOL = 'uploads';
const folderOf = (name: string) => name.slice(0, 2);

/** Where the files of a service are, below a data folder or a backup. */
export const filesIn = (data: string, service: string) => join(data, 'files', service);

export const openFolder: OpenFiles = async (url, service) => {
  const isTemporary = url === 'memory:';
  const data = isTemporary ? mkdtempSync(join(tmpdir(), 'jiangong-files-')) : url.slice('file:'.length);
  const store = folderStore(filesIn(data, service));
  // The folder is locked: whatever lies here was left by a process that has ended.
  rmSync(store.spool, { recursive: true, force: true });
  mkdirSync(store.spool, { recursive: true });
  return {
    ...store,
    async close() {
      if (isTemporary) rmSync(data, { recursive: true, force: true });
    },
  };
};

/** The files that lie in a folder; makes nothing. */
export function folderStore(root: string): FileStore {
  const pathOf = (name: string) => {
    if (!isContentName(name)) throw new Error(`not the name of a content: ${name}`);
    return join(root, folderOf(name), name);
  };
  return {
    spool: join(root, SPOOL),
    async put(name, spooled) {
      const path = pathOf(name);
      try {
        await synced(spooled);
        failpoint('file-synced');
        await mkdir(join(root, folderOf(name)), { recursive: true });
        await rename(spooled, path);
        await synced(join(root, folderOf(name)));
        await synced(root);
      } catch (error) {
        throw asDiskFault(error, path);
      }
    },
    async read(name, range): Promise<Readable> {
      const file = await open(pathOf(name), 'r');
      return file.createReadStream({ ...range, highWaterMark: 64 * 1024 });
    },
    find: async (name) => found(pathOf(name), name),
    async remove(name) {
      await unlink(pathOf(name)).catch(ifThere);
    },
    async *all() {
      for (const folder of (await namesIn(root)).sort())
        if (folder !== SPOOL)
          for (const name of (await namesIn(join(root, folder))).sort()) {
            const content = isContentName(name) ? await found(join(root, folder, name), name) : undefined;
            if (content) yield content;
          }
    },
    // What was cut off lies in the spool, which is emptied at the start.
    async clean() {},
    backup(target) {
      for (const folder of foldersIn(root)) {
        const to = join(target, folder);
        mkdirSync(to, { recursive: true });
        // Contents never change, so a second name is a copy; across disks it is one in fact.
        for (const name of readdirSync(join(root, folder))) linked(join(root, folder, name), join(to, name));
      }
    },
    async close() {},
  };
}

export const readWhole = (path: string) => createReadStream(path, { highWaterMark: 64 * 1024 });

async function found(path: string, name: string): Promise<StoredContent | undefined> {
  const about = await stat(path).catch(ifThere);
  return about && { name, size: about.size, at: about.mtime.toISOString() };
}
const namesIn = async (folder: string) => (await readdir(folder).catch(ifThere)) ?? [];
function foldersIn(root: string): string[] {
  try {
    return readdirSync(root).filter((name) => name !== SPOOL);
  } catch (error) {
    return ifThere(error) ?? [];
  }
}
function ifThere(error: unknown): undefined {
  if ((error as { code?: string }).code !== 'ENOENT') throw error;
}
function linked(from: string, to: string) {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK'].includes((error as { code?: string }).code ?? '')) throw error;
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}
async function synced(path: string) {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
/** Erases a spooled file, if it is still there. */
export const discard = (path: string) => rm(path, { force: true });
