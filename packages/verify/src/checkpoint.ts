// What a service signs: how long its log is, its root, and the checkpoint before. The text is what is signed, so that
// whoever checks it needs no JSON.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** What is in the log: how far a stream had come, and the hash of its last commit. */
export interface Leaf {
  stream: string;
  /** Number of the first event of the commit. */
  version: number;
  hash: string;
}
/** What a service says of its journal at one moment. */
export interface Checkpoint {
  service: string;
  /** From 1, without gaps. */
  number: number;
  /** How many leaves the log has. */
  size: number;
  root: string;
  /** The digest of the checkpoint before; empty for the first. */
  before: string;
  time: string;
}
/** A checkpoint, and who vouches for it. */
export interface SignedCheckpoint extends Checkpoint {
  /** The public key's name: see {@link keyIdOf}. */
  key: string;
  /** Ed25519, in hexadecimal. */
  signature: string;
}

/**
 * The text of a leaf.
 * @example
 * ```ts
 * leafText({ stream: 'unit/u1', version: 1, hash: 'ab' }); // → 'unit/u1 1 ab'
 * ```
 */
export const leafText = ({ stream, version, hash }: Leaf): string => `${stream} ${version} ${hash}`;

/**
 * The text of a checkpoint, one field a line.
 * @example
 * ```ts
 * const empty = { service: 'awards', number: 1, size: 0, root: 'ab', before: '', time: '2024-01-01T00:00:00Z' };
 * checkpointText(empty); // → 'jiangong checkpoint 1\nawards\n1\n0\nab\n\n2024-01-01T00:00:00Z\n'
 * ```
 */
export const checkpointText = ({ service, number, size, root, before, time }: Checkpoint): string =>
  ['jiangong checkpoint 1', service, number, size, root, before, time, ''].join('\n');
/**
 * The digest of a checkpoint, by which the next one names it: SHA-256 of its text.
 * @example
 * ```ts
 * const empty = { service: 'awards', number: 1, size: 0, root: 'ab', before: '', time: '2024-01-01T00:00:00Z' };
 * checkpointDigest(empty).length; // → 64
 * ```
 */
export const checkpointDigest = (checkpoint: Checkpoint): string =>
  createHash('sha256').update(checkpointText(checkpoint)).digest('hex');

/** Before the 32 bytes of an Ed25519 key in DER (RFC 8410). */
const PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const publicKey = (key: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([PREFIX, Buffer.from(key, 'hex')]), format: 'der', type: 'spki' });
/**
 * The name of a public key: the first half of its SHA-256.
 * @example
 * ```ts
 * keyIdOf('00'.repeat(32)).length; // → 32
 * ```
 */
export const keyIdOf = (key: string): string =>
  createHash('sha256').update(Buffer.from(key, 'hex')).digest('hex').slice(0, 32);

/**
 * Whether one of these public keys signed the checkpoint.
 * @param keys 32 bytes each, in hexadecimal
 * @example
 * ```ts
 * const empty = { service: 'awards', number: 1, size: 0, root: 'ab', before: '', time: '2024-01-01T00:00:00Z' };
 * isSigned({ ...empty, key: 'unknown', signature: '' }, []); // → false
 * ```
 */
export function isSigned(checkpoint: SignedCheckpoint, keys: readonly string[]): boolean {
  const key = keys.find((key) => keyIdOf(key) === checkpoint.key);
  if (!key || !/^[0-9a-f]{64}$/.test(key)) return false;
  const text = Buffer.from(checkpointText(checkpoint));
  return verify(null, text, publicKey(key), Buffer.from(checkpoint.signature, 'hex'));
}
