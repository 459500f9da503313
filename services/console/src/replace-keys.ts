// Replaces the key that signs tokens: after a leak, or when somebody leaves who could read it.
import type { Desk } from './desk.ts';
import { jwks, ROW } from './issuer.ts';

/**
 * The old key is erased, so no copy draws on it again; the next that needs one makes it.
 * @returns the id of the new key
 */
export async function replaceKeys(desk: Pick<Desk, 'kept' | 'write'>): Promise<string> {
  await desk.write({ keep: [{ ...ROW, body: undefined }] });
  const { keys } = await jwks(desk);
  return String(keys[0]!.kid);
}
