// The codes in the addresses of certificates: drawn, and kept in rows of the service's own, since printing again needs them; the
// journal has their hashes.
import { randomBytes, randomUUID } from 'node:crypto';
import type { PrivateRow, Store } from '@jiangong/service-kit/store';
import { checkOf } from './contents.ts';

const CODES = 'certificate-codes';
const BYTES = 20;

export const drawCode = () => randomBytes(BYTES).toString('base64url');
/** The codes of certificates that are issued in one go. */
export const codesRow = (decision: string, codes: readonly string[]): PrivateRow => ({
  table: CODES,
  key: `${decision}/${randomUUID()}`,
  body: codes,
});
/** The codes of a decision's certificates, by what the journal keeps of them. */
export async function codesIn(store: Store, decision: string): Promise<Map<string, string>> {
  const rows = await store.privateRows(CODES, `${decision}/`);
  return new Map(rows.flatMap(({ body }) => (body as string[]).map((code) => [checkOf(code), code] as const)));
}
