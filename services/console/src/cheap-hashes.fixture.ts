// Node's crypto with a scrypt that costs next to nothing: hashing passwords is slow on purpose, and mostly not what is tested.
import type { BinaryLike } from 'node:crypto';

type Done = (error: Error | null, key: Buffer) => void;
const crypto = process.getBuiltinModule('node:crypto');
export const cheap = {
  ...crypto,
  scrypt: (password: BinaryLike, salt: BinaryLike, length: number, _: unknown, done: Done) =>
    crypto.scrypt(password, salt, length, { N: 16, r: 1, p: 1 }, done),
};
