// Classifies MongoDB's errors: a duplicate is an answer, content it can never take is a bug, all else may be mended.
import mongoose from 'mongoose';

const { MongoBulkWriteError, MongoError } = mongoose.mongo;

const DUPLICATE = 11000;
/** BadValue, FailedToParse, TypeMismatch, too deep, too large (as a document, as a key). */
const CONTENT = new Set<unknown>([2, 9, 14, 15, 10334, 17280]);

/** Of sockets; the driver lets them through as they are when the other side has closed one that it is about to write to. */
const SOCKET = new Set<unknown>(
  'EPIPE ECONNRESET ECONNREFUSED ECONNABORTED ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTCONN ERR_STREAM_DESTROYED ERR_STREAM_WRITE_AFTER_END'.split(
    ' ',
  ),
);

/** Whether a repetition may mend it: the server, the way to it, or its replicas failed, not what was written. */
export function isMongoFault(error: unknown): boolean {
  if (error instanceof MongoError) return !CONTENT.has(error.code);
  return SOCKET.has((error as { code?: unknown } | undefined)?.code);
}

/**
 * Reads what an unordered bulk made of each operation.
 * @returns the error of each operation that failed, by its index
 * @throws the error if it does not say that, or if the others are not known to be durable
 */
export function failedOnes(error: unknown): Map<number, { code?: number | string | undefined; error: Error }> {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  const failed = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  const notDurable = error.result.getWriteConcernError();
  if (notDurable || failed.length === 0) throw new MongoError(notDurable?.errmsg ?? error.message, { cause: error });
  return new Map(
    failed.map(({ index, code, errmsg }) => {
      const fault = new MongoError(errmsg ?? 'a write failed');
      fault.code = code;
      return [index, { code, error: fault }];
    }),
  );
}
export const isDuplicateCode = (code: unknown) => code === DUPLICATE;
