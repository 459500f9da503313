// The issuer: an ES256 key pair, made once and kept privately, signs the tokens that every service checks by the JWKS. While it
// is rotated there are two: the next is published before it signs, and the one before it for as long as its tokens live.
import type { Actor } from '@jiangong/contracts';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTVerifyGetKey,
  SignJWT,
} from 'jose';
import { z } from 'zod';
import type { PrivateStore } from './private-store.ts';

const ALG = 'ES256';
/** A working day. */
const HOURS = 12;
/** Of a machine, which draws another by itself. */
const MACHINE_HOURS = 1;
export const ROW = { table: 'issuer', key: 'key' };
export const NEXT = { table: 'issuer', key: 'next' };
type Rows = Pick<PrivateStore, 'privateRow' | 'write'>;

const privateJwk = z.object({
  kty: z.literal('EC'),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
});

/** The key that signs from then on. */
const nextKey = z.object({ jwk: privateJwk, from: z.string() });

export async function drawKey(): Promise<z.infer<typeof privateJwk>> {
  const { privateKey } = await generateKeyPair(ALG, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return privateJwk.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk) });
}
/** The private key; made if there is none. It is read each time, so several copies agree on the first that was kept. */
async function firstKey(store: Rows): Promise<z.infer<typeof privateJwk>> {
  const stored = await store.privateRow(ROW.table, ROW.key);
  if (stored) return privateJwk.parse(stored);
  await store.write({ privateRows: [{ ...ROW, body: await drawKey(), once: true }] });
  return privateJwk.parse(await store.privateRow(ROW.table, ROW.key));
}

/** The keys at a moment: the one that signs, and all whose tokens may be good or will be. */
export async function keysAt(store: Rows, now: string) {
  const next = nextKey.safeParse(await store.privateRow(NEXT.table, NEXT.key)).data;
  const first = await firstKey(store);
  if (!next) return { signs: first, good: [first] };
  const [at, from] = [Date.parse(now), Date.parse(next.from)];
  const until = from + HOURS * 3_600_000;
  return {
    signs: at < from ? first : next.jwk,
    good: at < until ? [first, next.jwk] : [next.jwk],
    /** Of a rotation: until when tokens of the key before are good. */
    until: new Date(until).toISOString(),
  };
}

/** The public keys, for whoever checks tokens. */
export async function jwks(store: Rows, now: string): Promise<{ keys: JWK[] }> {
  const { good } = await keysAt(store, now);
  return { keys: good.map(({ d: _, ...publicJwk }) => ({ ...publicJwk, alg: ALG, use: 'sig' })) };
}

/** The same keys for this process, without asking over the network. */
export const verificationKeys =
  (store: Rows, now: () => string): JWTVerifyGetKey =>
  async (header, token) =>
    createLocalJWKSet(await jwks(store, now()))(header, token);

export interface Grant {
  issuer: string;
  audience: string;
  actor: Actor;
  /** Of the user's last change: the next one ends the token. */
  epoch: number;
  /** Of a deputy: what it is drawn by, and the epoch of the duties it says. */
  deputyship?: { id: string; duties: number };
  /** It ends no later, in seconds. */
  until?: number;
  now: string;
}
/** A token that says who may act as what, where, and until when. */
export async function issue(
  store: Rows,
  { issuer, audience, actor, epoch, deputyship, until = Number.POSITIVE_INFINITY, now }: Grant,
): Promise<{ token: string; expiresAt: string }> {
  const { signs: jwk } = await keysAt(store, now);
  const issued = Math.floor(Date.parse(now) / 1000);
  const { sub, scopes, ...claims } = actor;
  const expires = Math.min(until, issued + (scopes ? MACHINE_HOURS : HOURS) * 3600);
  const drawnBy = deputyship ? { deputyship: deputyship.id, duties: deputyship.duties } : {};
  const token = await new SignJWT({ ...claims, ...(scopes ? { scope: scopes.join(' ') } : {}), ...drawnBy, epoch })
    .setProtectedHeader({ alg: ALG, kid: jwk.kid, typ: 'at+jwt' })
    .setSubject(sub)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(issued)
    .setExpirationTime(expires)
    .sign(await importJWK(jwk, ALG));
  return { token, expiresAt: new Date(expires * 1000).toISOString() };
}
