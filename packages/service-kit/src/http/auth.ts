// Who is asking: bearer tokens checked against the issuer's keys, each token verified once and remembered until it expires.
import { type Actor, actor } from '@jiangong/contracts';
import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';

/** @returns the actor, or undefined if the token is not (or no longer) valid */
export type Verify = (authorization: string | undefined) => Actor | undefined | Promise<Actor | undefined>;

const REMEMBERED_TOKENS = 10_000;

export function verifier(keys: JWTVerifyGetKey, issuer: string, nowMs: () => number): Verify {
  const seen = new LRUCache<string, { actor: Actor; expires: number }>({ max: REMEMBERED_TOKENS });

  async function verify(token: string): Promise<Actor | undefined> {
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, currentDate: new Date(nowMs()) });
      const known = actor.parse(payload);
      if (payload.exp === undefined) return undefined;
      seen.set(token, { actor: known, expires: payload.exp * 1000 });
      return known;
    } catch {
      return undefined;
    }
  }

  return (authorization) => {
    if (!authorization?.startsWith('Bearer ')) return undefined;
    const token = authorization.slice('Bearer '.length);
    const remembered = seen.get(token);
    if (!remembered) return verify(token);
    return remembered.expires > nowMs() ? remembered.actor : undefined;
  };
}
