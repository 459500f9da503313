// Keys of links and receipts: drawn from 160 bits, shown once, and known to a service by their hashes alone.
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

const BYTES = 20;
/**
 * A fresh key of a link.
 * @example
 * ```ts
 * drawKey().length; // → 27
 * ```
 */
export const drawKey = (): string => randomBytes(BYTES).toString('base64url');
/**
 * What is kept of a key: SHA-256, hexadecimal.
 * @example
 * ```ts
 * hashOfKey('key').length; // → 64
 * ```
 */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');
/** A key in an address; one of another form has a hash that nothing has. */
export const keyIn: z.ZodString = z.string().max(100);
