// Signatures by Standard Webhooks 1.0: HMAC-SHA256 (v1) with a shared secret and ed25519 (v1a) with a key whose public half
// the receiver has. After a rotation the secrets before sign too, for a day.
import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What signs, as it is kept: HMAC bytes in base64, the private key in PKCS#8 DER, base64. */
export interface Secret {
  hmac: string;
  ed25519: string;
}
export interface Secrets {
  current: Secret;
  /** Those before the last rotations. */
  before: (Secret & { until: string })[];
}
export const OVERLAP_MS = 24 * 3600_000;

export function drawSecret(): Secret {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    hmac: randomBytes(32).toString('base64'),
    ed25519: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  };
}
/** Those that sign at `now`, the current one first. */
const valid = ({ current, before }: Secrets, now: string): Secret[] => [
  current,
  ...before.filter(({ until }) => until > now),
];
/** A new secret; the one before signs until then, and so do others whose day is not over. */
export const rotated = ({ current, before }: Secrets, now: string, until: string): Secrets => ({
  current: drawSecret(),
  before: [{ ...current, until }, ...before.filter((each) => each.until > now)],
});
/** As receivers' libraries take them. */
export const hmacSecretOf = ({ hmac }: Secret) => `whsec_${hmac}`;
export function publicKeyOf({ ed25519 }: Secret): string {
  const der = createPublicKey(keyOf(ed25519)).export({ type: 'spki', format: 'der' });
  // The last 32 bytes of the form are the key itself.
  return `whpk_${der.subarray(-32).toString('base64')}`;
}
const keyOf = (ed25519: string) =>
  createPrivateKey({ key: Buffer.from(ed25519, 'base64'), type: 'pkcs8', format: 'der' });

/** The headers of a message that is sent at `now`. */
export function signed(message: string, body: string, now: string, secrets: Secrets) {
  const timestamp = Math.floor(Date.parse(now) / 1000);
  const content = `${message}.${timestamp}.${body}`;
  const signatures = valid(secrets, now).flatMap(({ hmac, ed25519 }) => [
    `v1,${createHmac('sha256', Buffer.from(hmac, 'base64')).update(content).digest('base64')}`,
    `v1a,${sign(null, Buffer.from(content), keyOf(ed25519)).toString('base64')}`,
  ]);
  return {
    'webhook-id': message,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
