// Who is asking: bearer tokens verified against the issuer's keys and remembered; whether a token still acts is read anew
// from the `sessions` view every half second.
import { type Actor, type Role, refuse, roles, type Scope, scopes, topics } from '@jiangong/contracts';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { Refused } from './problem.ts';
import type { SessionRow } from './sessions.ts';

/** @returns the actor, or undefined if the token is not (or no longer) valid; rejects if that cannot be known now */
export type Verify = (authorization: string | undefined) => Actor | undefined | Promise<Actor | undefined>;

export interface Trust {
  issuer: string;
  audience: string;
  /** The time by which tokens end. */
  nowMs(): number;
  /** The session of a user, or of a deputyship that was ended ({@link sessions}); undefined if none is known. */
  sessionOf(id: string): Promise<SessionRow | undefined>;
}

const REMEMBERED_TOKENS = 10_000;
/** How long an answer of `sessionOf` holds. */
const RECHECK_MS = 500;
/** How long a signature holds: a key that its issuer has withdrawn ends its tokens. */
const REVERIFY_MS = 300_000;
/** A token that claims to live longer is refused. */
const LIFETIME_S = 24 * 3600;
/** Signatures that only the holder of a private key can make. */
const ALGORITHMS = [
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
];
/** Kinds of tokens that give access; others of the same issuer (logout, events, key binding) do not. */
const TYPES = new Set(['', 'jwt', 'at+jwt', 'application/at+jwt']);
/** Faults of the token, its bearer's; of whatever else goes wrong with the issuer's keys a later try may be rid. */
const ofTheToken = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

/** Causes begin with an organisation and a subject, those of the system with these. */
const RESERVED = new Set([...Object.keys(topics), 'deadline', 'first-start']);
const name = z.string().regex(/^[^/\s\p{C}]{1,255}$/u);
const texts = z.array(z.unknown()).transform((all) => all.filter((each) => typeof each === 'string'));
/** What is read of a token. A foreign issuer may add whatever it likes, and roles that nobody here knows give nothing. */
const claims = z.object({
  sub: name.refine((sub) => !sub.startsWith('system:')),
  org: name.refine((org) => !RESERVED.has(org)),
  roles: texts.catch([]),
  departments: texts.catch([]),
  units: texts.catch([]),
  /** Separated by spaces (RFC 9068). */
  scope: z.string().catch(''),
  iat: z.number(),
  exp: z.number(),
  epoch: z.number().catch(0),
  /** Of a deputy. What cannot be read ends the token: it would act as somebody else alone. */
  behalf: name.optional(),
  ownUnits: texts.optional(),
  deputyship: z.string().optional(),
  duties: z.number().optional(),
  /** Bound to a key whose possession nobody here asks for. */
  cnf: z.never().optional(),
});

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

interface Known {
  actor: Actor;
  expiresMs: number;
  epoch: number;
  /** Of a deputy's token: what it is drawn by, and the epoch of the duties it says. */
  deputyship?: { id: string; duties: number };
  /** Until when, by a clock that never jumps, the signature and the epoch need no other look. */
  verifiedUntil: number;
  checkedUntil: number;
  /** A look that is under way. */
  check?: Promise<Actor | undefined> | undefined;
}

export function verifier(keys: JWTVerifyGetKey, { issuer, audience, nowMs, sessionOf }: Trust): Verify {
  const seen = new LRUCache<string, Known>({ max: REMEMBERED_TOKENS });

  async function read(token: string): Promise<Known | undefined> {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['aud', 'exp', 'iat'],
      currentDate: new Date(nowMs()),
    });
    return TYPES.has((protectedHeader.typ ?? '').toLowerCase()) ? knownOf(payload) : undefined;
  }

  /** @param before what was known of it until now */
  async function verified(token: string, before: Known | undefined): Promise<Known | undefined> {
    const at = performance.now();
    try {
      const known = await read(token);
      return known && { ...known, verifiedUntil: at + REVERIFY_MS };
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      // The keys could not be read: that is not the bearer's fault, and what was seen to be right stays so.
      if (before) return { ...before, verifiedUntil: at + REVERIFY_MS, check: undefined };
      throw error;
    }
  }

  async function isCurrent({ actor: { sub, behalf }, epoch, deputyship }: Known): Promise<boolean> {
    if (((await sessionOf(sub))?.epoch ?? 0) > epoch) return false;
    if (!deputyship || behalf === undefined) return true;
    const theirs = await sessionOf(behalf);
    return (theirs?.duties ?? theirs?.epoch ?? 0) <= deputyship.duties && !(await sessionOf(deputyship.id));
  }

  async function look(token: string, before: Known | undefined): Promise<Actor | undefined> {
    const at = performance.now();
    const known = before && before.verifiedUntil > at ? before : await verified(token, before);
    if (!known || !(await isCurrent(known))) {
      seen.delete(token);
      return undefined;
    }
    known.checkedUntil = at + RECHECK_MS;
    seen.set(token, known);
    return known.actor;
  }

  return (authorization) => {
    if (!authorization?.startsWith('Bearer ')) return undefined;
    const token = authorization.slice('Bearer '.length);
    const known = seen.get(token);
    if (!known) return look(token, undefined);
    if (known.expiresMs <= nowMs()) return undefined;
    if (known.checkedUntil > performance.now()) return known.actor;
    known.check ??= look(token, known).finally(() => {
      known.check = undefined;
    });
    return known.check;
  };
}

const isScope = (text: string): text is Scope => (scopes as readonly string[]).includes(text);

function knownOf(payload: JWTPayload): Known | undefined {
  const read = claims.safeParse(payload).data;
  if (!read || read.exp - read.iat > LIFETIME_S) return undefined;
  const { sub, org, departments, units, epoch, exp, behalf, ownUnits, deputyship, duties = 0 } = read;
  const known = read.roles.filter((role): role is Role => (roles as readonly string[]).includes(role));
  // A person's token may say which scopes its client asked for: the roles are what counts.
  const granted = known.length > 0 ? [] : read.scope.split(' ').filter(isScope);
  return {
    actor: {
      ...{ sub, org, roles: known, departments, units },
      ...(granted.length > 0 ? { scopes: granted } : {}),
      ...(behalf === undefined ? {} : { behalf }),
      ...(ownUnits ? { ownUnits } : {}),
    },
    ...(deputyship === undefined ? {} : { deputyship: { id: deputyship, duties } }),
    expiresMs: exp * 1000,
    epoch,
    verifiedUntil: 0,
    checkedUntil: 0,
  };
}
