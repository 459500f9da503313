/**
 * Draws an idempotency key: 128 bits, also where a page is served over plain HTTP and `crypto.randomUUID` is missing.
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { drawKey } from '@jiangong/client';
 * assert.match(drawKey(), /^[0-9a-f]{32}$/);
 * ```
 */
export function drawKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
