// Replaces the key that signs tokens: at once after a leak, or with overlap, so that nobody notices.
import { drawKey, jwks, keysAt, NEXT, ROW } from './issuer.ts';
import type { PrivateStore } from './private-store.ts';

type Rows = Pick<PrivateStore, 'privateRow' | 'write' | 'swap'>;
/** Longer than whoever checks tokens goes on with the keys that it read: ten minutes. */
const PUBLISHED_BEFORE_MS = 15 * 60_000;

/**
 * The old keys are erased, so no copy draws on them again; the next that needs one makes it.
 * @returns the id of the new key
 */
export async function replaceKeys(store: Rows, now: string): Promise<string> {
  await store.write({ privateRows: [NEXT, ROW].map((row) => ({ ...row, body: undefined })) });
  const { keys } = await jwks(store, now);
  return String(keys[0]!.kid);
}

/**
 * Draws the next key, which is published at once and signs a quarter of an hour later; tokens of the key before stay good as
 * long as they live. Refused while tokens of two keys are good.
 * @returns the next key's id, since when it signs, and until when tokens of the key before are good
 */
export async function rotateKeys(store: Rows, now: string): Promise<{ kid: string; from: string; until: string }> {
  const before = await store.privateRow(NEXT.table, NEXT.key);
  const { signs, good, until: overlaps } = await keysAt(store, now);
  if (good.length > 1)
    throw new Error(`上一次更换至 ${overlaps} 才结束 / the rotation before this one lasts until ${overlaps}`);
  const jwk = await drawKey();
  const from = new Date(Date.parse(now) + PUBLISHED_BEFORE_MS).toISOString();
  // First, what signs now; interrupted between the two, it still does.
  await store.write({ privateRows: [{ ...ROW, body: signs }] });
  const next = { ...NEXT, body: { jwk, from } };
  if (before === undefined) await store.write({ privateRows: [{ ...next, once: true }] });
  else await store.swap(next, before);
  const kept = await keysAt(store, now);
  if (!kept.good.some(({ kid }) => kid === jwk.kid))
    throw new Error('另一个更换正在进行 / another rotation is under way');
  return { kid: jwk.kid, from, until: kept.until! };
}
