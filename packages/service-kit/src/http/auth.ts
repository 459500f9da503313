// Who is asking: bearer tokens checked against the issuer's keys, each token verified once and remembered until it expires.
import { type Actor, actor, refuse } from '@jiangong/contracts';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { Refused } from './problem.ts';

/** @returns the actor, or undefined if the token is not (or no longer) valid */
export type Verify = (authorization: string | undefined) => Actor | undefined | Promise<Actor | undefined>;

const REMEMBERED_TOKENS = 10_000;
/** Faults of the token, its bearer's; of whatever else goes wrong with the issuer's keys a later try may be rid. */
const ofTheToken = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

/** The keys of an issuer in another process. */
export function remoteKeys(url: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url), { cooldownDuration: 1000 });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (ofTheToken.some((fault) => error instanceof fault)) throw error;
      throw new Refused(refuse('busy'));
    }
  };
}

export function verifier(keys: JWTVerifyGetKey, issuer: string, nowMs: () => number): Verify {
  const seen = new LRUCache<string, { actor: Actor; expires: number }>({ max: REMEMBERED_TOKENS });

  async function verify(token: string): Promise<Actor | undefined> {
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, currentDate: new Date(nowMs()) });
      const known = actor.safeParse(payload).data;
      if (!known || payload.exp === undefined) return undefined;
      seen.set(token, { actor: known, expires: payload.exp * 1000 });
      return known;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      // The keys could not be read: that is not the bearer's fault.
      throw error;
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
