// Replaces the key that signs tokens: after a leak, or when somebody leaves who could read it.

import { jwks, ROW } from './issuer.ts';
import type { PrivateStore } from './private-store.ts';

/**
 * The old key is erased, so no copy draws on it again; the next that needs one makes it.
 * @returns the id of the new key
 */
export async function replaceKeys(store: Pick<PrivateStore, 'privateRow' | 'write'>): Promise<string> {
  await store.write({ privateRows: [{ ...ROW, body: undefined }] });
  const { keys } = await jwks(store);
  return String(keys[0]!.kid);
}
