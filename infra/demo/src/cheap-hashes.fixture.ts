// For tests: password hashes at the lowest cost, in this whole process. A year takes forty of them, and they are not what
// is tried here.
import crypto, { type BinaryLike, type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const { scrypt } = crypto;
type Done = (error: Error | null, key: Buffer) => void;
const cheap = (password: BinaryLike, salt: BinaryLike, length: number, _: ScryptOptions, done: Done) =>
  scrypt(password, salt, length, { N: 2, r: 1, p: 1 }, done);

Object.assign(crypto, { scrypt: cheap });
syncBuiltinESMExports();
