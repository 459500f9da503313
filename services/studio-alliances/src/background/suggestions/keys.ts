// Keys of links and receipts: drawn from 160 bits, shown once, and known here by their hashes alone.
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

const BYTES = 20;
export const drawKey = () => randomBytes(BYTES).toString('base64url');
export const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');
/** A key in an address; one of another form has a hash that nothing has. */
export const keyIn = z.string().max(100);
