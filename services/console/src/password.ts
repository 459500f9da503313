// Passwords are kept as salted scrypt hashes that say their own cost, and checked with the same work whoever asks.
import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** The cost of new hashes, as OWASP recommends it: 16 MB and about a fifth of a second. Older hashes say their own. */
const COST = { N: 2 ** 14, r: 8, p: 5 };
const LENGTH = 32;

const derive = (password: string, salt: Buffer, cost: ScryptOptions) =>
  new Promise<Buffer>((resolve, reject) =>
    // One form of the same characters, whichever keyboard they were typed on.
    scrypt(password.normalize('NFKC'), salt, LENGTH, cost, (error, key) => (error ? reject(error) : resolve(key))),
  );

export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** What is compared with when there is no such user, so that the time taken does not tell. */
const NOBODY = [
  'scrypt',
  COST.N,
  COST.r,
  COST.p,
  'AAAAAAAAAAAAAAAAAAAAAA',
  Buffer.alloc(LENGTH).toString('base64url'),
].join('$');

/** Whether it is the password; false, after the same work, without a hash. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = (hash ?? NOBODY).split('$');
  if (scheme !== 'scrypt' || !salt || !key) throw new Error('a password hash cannot be read');
  const expected = Buffer.from(key, 'base64url');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const given = await derive(password, Buffer.from(salt, 'base64url'), cost);
  return timingSafeEqual(given, expected) && hash !== undefined;
}

const workOf = ({ N, r, p }: typeof COST) => N * r * p;
/** Whether a hash costs less to try than one that is made today. */
export function isCheaper(hash: string): boolean {
  const [, N, r, p] = hash.split('$').map(Number);
  return workOf({ N: N!, r: r!, p: p! }) < workOf(COST);
}

/** A password to be read off a screen once: no characters that look alike. About 95 bits. */
export function drawPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
