// Files in GridFS, in the database of their service. A content is there when its document in `files.files` is: the driver writes
// that last, after every chunk, and each write waits for a majority. Two copies of a service may store the same content at
// once: each has chunks of its own, and readers take either.
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose from 'mongoose';
import { failpoint } from '../failpoint.ts';
import { connectMongo } from '../store/mongo.ts';
import { flowing } from './garbage.ts';
import { isContentName, type OpenFiles, type Range } from './port.ts';

const BUCKET = 'files';
const CHUNK = 255 * 1024;
/** The driver holds sixteen megabytes of what it reads at once, unless a range is less. */
const PIECE = 4 * CHUNK;

interface Stored {
  _id: mongoose.mongo.ObjectId;
  filename: string;
  length: number;
  uploadDate: Date;
}
const contentOf = ({ filename, length, uploadDate }: Stored) => ({
  name: filename,
  size: length,
  at: uploadDate.toISOString(),
});

export const openGridFs: OpenFiles = async (url, service) => {
  const connection = await connectMongo(url, service);
  const db = connection.db!;
  const bucket = new mongoose.mongo.GridFSBucket(db, {
    bucketName: BUCKET,
    chunkSizeBytes: CHUNK,
    writeConcern: { w: 'majority', journal: true },
  });
  const documents = db.collection<Stored>(`${BUCKET}.files`);
  const chunks = db.collection<{ files_id: mongoose.mongo.ObjectId; n: number }>(`${BUCKET}.chunks`);
  const documentOf = (filename: string) => documents.findOne({ filename });
  async function* inPieces({ _id, length }: Stored, { start, end }: Range = { start: 0, end: length - 1 }) {
    // The driver excludes the end.
    for (let from = start; from <= end; from += PIECE)
      yield* bucket.openDownloadStream(_id, { start: from, end: Math.min(from + PIECE, end + 1) });
  }
  const spool = mkdtempSync(join(tmpdir(), 'jiangong-uploads-'));
  return {
    spool,
    async put(name, spooled) {
      if (!isContentName(name)) throw new Error(`not the name of a content: ${name}`);
      failpoint('file-synced');
      if (!(await documentOf(name)))
        await pipeline(flowing(createReadStream(spooled, { highWaterMark: CHUNK })), bucket.openUploadStream(name));
      rmSync(spooled, { force: true });
    },
    async read(name, range): Promise<Readable> {
      const found = await documentOf(name);
      if (!found) throw new Error(`no such content: ${name}`);
      return Readable.from(inPieces(found, range), { objectMode: false });
    },
    async find(name) {
      const found = await documentOf(name);
      return found ? contentOf(found) : undefined;
    },
    async remove(name) {
      for (const { _id } of await documents.find({ filename: name }).toArray()) {
        // The document first: what has lost a chunk is not there.
        await documents.deleteOne({ _id });
        await chunks.deleteMany({ files_id: _id });
      }
    },
    async *all() {
      let last = '';
      for await (const found of documents.find().sort({ filename: 1 })) {
        if (found.filename !== last) yield contentOf(found);
        last = found.filename;
      }
    },
    async clean(before) {
      const oldest = mongoose.mongo.ObjectId.createFromTime(Math.floor(before / 1000));
      for await (const { files_id } of chunks.find({ n: 0, files_id: { $lt: oldest } }).project({ files_id: 1 }))
        if (!(await documents.findOne({ _id: files_id }))) await chunks.deleteMany({ files_id });
    },
    async close() {
      rmSync(spool, { recursive: true, force: true });
      await connection.close();
    },
  };
};
