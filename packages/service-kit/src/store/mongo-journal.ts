// The journal in MongoDB: one document per commit, whose `_id` (stream and version) is the optimistic lock and whose
// unique `cause` is the inbox. Inserts travel in groups; nothing but the technical fields `pending` and `keep` is unset.
import { type Connection, type mongo, Schema } from 'mongoose';
import { FORGET_PAGE, forgottenBefore, isForgettable } from '../command/cause.ts';
import { failpoint } from '../failpoint.ts';
import { batched } from './batch.ts';
import { failedOnes, isDuplicateCode } from './mongo-errors.ts';
import { type Backlog, type Commit, type CommitId, type Outcome, PENDING_PAGE, type PrivateRow } from './port.ts';

/** A commit as it is stored. `keep`: private rows that go with it, until they are written. */
export interface CommitDocument extends Commit {
  _id: string;
  pending?: true;
  keep?: PrivateRow[];
}

const PENDING = 'pending';
/** The ids of commits that nothing came of; see handle.ts, noop. */
const NOOP = { $gte: 'noop/', $lt: 'noop0' };
const PAGE = 500;

const schema = new Schema(
  {
    _id: String,
    stream: { type: String, required: true },
    version: { type: Number, required: true },
    cause: { type: String, required: true },
    pending: Boolean,
    keep: [Schema.Types.Mixed],
    events: [Schema.Types.Mixed],
    fingerprint: String,
    org: String,
    actor: String,
    behalf: String,
    time: String,
    correlation: String,
    causation: String,
    traceparent: String,
    answer: Schema.Types.Mixed,
    hash: String,
  },
  { autoIndex: false, autoCreate: false, collection: 'commits' },
);
schema.index({ cause: 1 }, { unique: true, name: 'cause' });
schema.index({ stream: 1, version: 1 }, { name: PENDING, partialFilterExpression: { pending: true } });

const idOf = (stream: string, version: number) => `${stream}/${String(version).padStart(10, '0')}`;

function documentOf(commit: Commit, privateRows: PrivateRow[]): CommitDocument {
  const open = commit.events.length > 0 || privateRows.length > 0;
  return {
    _id: idOf(commit.stream, commit.version),
    ...commit,
    ...(open ? { pending: true } : {}),
    ...(privateRows.length > 0 ? { keep: privateRows } : {}),
  };
}
function commitOf({ _id, pending, keep: privateRows, ...commit }: CommitDocument): Commit {
  return commit;
}

export async function mongoJournal(connection: Connection) {
  await connection.model('Commit', schema).createIndexes();
  const commits = connection.db!.collection<CommitDocument>('commits');

  /** The causes first: if cause and version both collide, the server names only the version. */
  async function outcomesOfDuplicates(documents: CommitDocument[]): Promise<Outcome[]> {
    const causes = documents.map(({ cause }) => cause);
    const found = await commits.find({ cause: { $in: causes } }).toArray();
    const known = new Map(found.map((document) => [document.cause, commitOf(document)]));
    return causes.map((cause) => {
      const commit = known.get(cause);
      return commit ? { kind: 'known', commit } : { kind: 'taken' };
    });
  }

  const insert = batched<CommitDocument, Outcome>(async (documents) => {
    const outcomes = documents.map((): (() => Outcome) => () => ({ kind: 'written' }));
    try {
      failpoint('before-insert');
      await commits.insertMany(documents, { ordered: false });
      failpoint('after-insert');
    } catch (thrown) {
      const duplicates: number[] = [];
      for (const [index, { code, error }] of failedOnes(thrown)) {
        if (isDuplicateCode(code)) duplicates.push(index);
        else
          outcomes[index] = () => {
            throw error;
          };
      }
      const answers = await outcomesOfDuplicates(duplicates.map((index) => documents[index]!));
      for (const [place, index] of duplicates.entries()) outcomes[index] = () => answers[place]!;
    }
    return outcomes;
  }, PAGE);

  /** With the private rows that go with them. */
  async function pendingOnes(query: mongo.FindCursor<mongo.WithId<CommitDocument>>) {
    const found = await query.hint(PENDING).sort({ stream: 1, version: 1 }).toArray();
    return found.map((document) => ({ commit: commitOf(document), keep: document.keep ?? [] }));
  }

  return {
    insert: (commit: Commit, privateRows: PrivateRow[]) => insert(documentOf(commit, privateRows)),
    async read(stream: string, after: number): Promise<Commit[]> {
      const _id = { $gt: idOf(stream, after), $lt: `${stream}0` };
      return (await commits.find({ _id, stream }).sort({ _id: 1 }).toArray()).map(commitOf);
    },
    async byCause(cause: string): Promise<Commit | undefined> {
      const found = await commits.findOne({ cause });
      return found ? commitOf(found) : undefined;
    },
    pending: (streams: string[]) => pendingOnes(commits.find({ pending: true, stream: { $in: streams } })),
    pendingPage(after?: CommitId) {
      const page = commits.find({ pending: true }).limit(PENDING_PAGE);
      return pendingOnes(after ? page.min({ stream: after.stream, version: after.version + 1 }) : page);
    },
    async backlog(): Promise<Backlog> {
      const stages = [
        { $match: { pending: true } },
        { $group: { _id: null, count: { $sum: 1 }, oldest: { $min: '$time' } } },
        { $project: { _id: 0 } },
      ];
      const [found] = await commits.aggregate<Backlog>(stages, { hint: PENDING }).toArray();
      return found ?? { count: 0 };
    },
    /** Goes through a page of the empty commits. @returns where it ends; undefined at the end of all */
    async forget(now: string, from = NOOP.$gte): Promise<string | undefined> {
      const page = await commits
        .find({ _id: { $gt: from, $lt: NOOP.$lt } })
        .project<CommitDocument>({ actor: 1, time: 1, events: 1, pending: 1 })
        .sort({ _id: 1 })
        .limit(FORGET_PAGE)
        .toArray();
      const before = forgottenBefore(now);
      const old = page.filter((commit) => isForgettable(commit) && !commit.pending && commit.time < before);
      if (old.length > 0) await commits.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } });
      return page.length < FORGET_PAGE ? undefined : page.at(-1)!._id;
    },
    async markPublished(settled: Commit[]): Promise<void> {
      if (settled.length === 0) return;
      const ids = settled.map(({ stream, version }) => idOf(stream, version));
      await commits.updateMany({ _id: { $in: ids } }, { $unset: { pending: '', keep: '' } });
    },
    /** Commits without events are never published. */
    async publishedCount(noun?: string): Promise<number> {
      if (noun !== undefined) {
        const stream = { $gt: `${noun}/`, $lt: `${noun}0` };
        const pending = await commits.countDocuments({ pending: true, stream }, { hint: PENDING });
        return (await commits.countDocuments({ _id: stream })) - pending;
      }
      const [before, after] = [{ $lt: NOOP.$gte }, { $gt: NOOP.$lt }];
      const happened = (await commits.countDocuments({ _id: before })) + (await commits.countDocuments({ _id: after }));
      return happened - (await commits.countDocuments({ pending: true }, { hint: PENDING }));
    },
    /** Every commit, each stream in its order. */
    async *all(after = 0): AsyncIterable<Commit> {
      for await (const document of commits.find().sort({ _id: 1 }).skip(after).batchSize(PAGE))
        yield commitOf(document);
    },
  };
}
