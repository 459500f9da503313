// Looks inside archives and office documents: every entry is unpacked, counted and thrown away, so that neither what an archive says of
// itself nor its depth can fool anybody. No entry is ever written under a name of its own.
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise } from 'yauzl';
import { discard } from '../folder.ts';
import { isExecutable, isExecutableName } from './executable.ts';
import { damagedFile, refusedFile } from './refused.ts';

export const archiveLimits = {
  entries: 2_000,
  /** Of all entries together, archives in it included. */
  unpackedMb: 400,
  /** Unpacked for each packed byte; what is small may be dense. */
  ratio: 200,
  denseMb: 16,
  /** Archives inside archives. */
  depth: 2,
};
const MB = 1024 * 1024;
const HEAD = 512;
const ENCRYPTED = 1;

interface Budget {
  entries: number;
  bytes: number;
}

/** @throws Refused if anything in it must not be kept */
export async function inspectArchive(path: string): Promise<void> {
  const { size } = await stat(path);
  const { unpackedMb, ratio, denseMb, entries } = archiveLimits;
  const budget = { entries, bytes: Math.min(unpackedMb * MB, Math.max(denseMb * MB, size * ratio)) };
  await inspect(path, budget, 1);
}

async function inspect(path: string, budget: Budget, depth: number): Promise<void> {
  const zip = await openPromise(path, { lazyEntries: true, strictFileNames: true, autoClose: false }).catch(() => {
    throw damagedFile();
  });
  try {
    if (zip.entryCount > budget.entries) throw tooMany();
    let packed = 0;
    for await (const entry of entriesOf(zip)) {
      budget.entries -= 1;
      packed += entry.compressedSize;
      if (budget.entries < 0) throw tooMany();
      // Entries that share their bytes: a small archive that unpacks to anything.
      if (packed > zip.fileSize) throw tooLarge();
      if (entry.generalPurposeBitFlag & ENCRYPTED)
        throw refusedFile('压缩包设有密码，无法检查', 'the archive is encrypted and cannot be checked');
      if (isExecutableName(entry.fileName)) throw executable();
      if (entry.uncompressedSize > budget.bytes) throw tooLarge();
      if (!entry.fileName.endsWith('/')) await inspectEntry(zip, entry, { path, budget, depth });
    }
  } finally {
    zip.close();
  }
}
type Zip = Awaited<ReturnType<typeof openPromise>>;

async function* entriesOf(zip: Zip): AsyncIterable<Entry> {
  const entries = zip.eachEntry()[Symbol.asyncIterator]();
  for (;;) {
    const next = await entries.next().catch(() => {
      throw damagedFile();
    });
    if (next.done) return;
    yield next.value as Entry;
  }
}

async function inspectEntry(
  zip: Zip,
  entry: Entry,
  { path, budget, depth }: { path: string; budget: Budget; depth: number },
): Promise<void> {
  const inner = `${path}.${depth}`;
  let head = Buffer.alloc(0);
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      budget.bytes -= chunk.length;
      if (budget.bytes < 0) throw tooLarge();
      if (head.length < HEAD) head = Buffer.concat([head, chunk.subarray(0, HEAD - head.length)]);
      if (head.length >= 4 && isExecutable(head)) throw executable();
      yield chunk;
    }
  }
  try {
    const unpacked = counted((await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>);
    const first = await unpacked.next();
    const all = (async function* () {
      if (!first.done) yield first.value;
      yield* unpacked;
    })();
    if (!isArchive(head)) for await (const _ of all);
    else {
      if (depth >= archiveLimits.depth) throw refusedFile('压缩包层层嵌套过深', 'archives are nested too deep');
      await pipeline(all, createWriteStream(inner));
      await inspect(inner, budget, depth + 1);
    }
  } catch (error) {
    throw (error as { refusal?: unknown }).refusal ? error : damagedFile();
  } finally {
    await discard(inner);
  }
}

const isArchive = (head: Buffer) => head.length >= 4 && head.readUInt32LE(0) === 0x04034b50;
const executable = () => refusedFile('其中含有可执行文件、脚本或宏', 'it contains an executable, a script or a macro');
const tooMany = () =>
  refusedFile(`其中的文件超过 ${archiveLimits.entries} 个`, `it contains more than ${archiveLimits.entries} files`);
const tooLarge = () => refusedFile('解压后过大', 'it is too large once unpacked');
