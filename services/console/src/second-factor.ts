// The second factor at sign-in: one-time codes by the clock (RFC 6238), each taken once, and recovery codes, whose use is a
// command. A request tries one code and no more, and is counted as a sign-in is.
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import {
  type confirmSecondFactor,
  isRefusal,
  type Refusal,
  type Role,
  type recoveryCodes,
  refuse,
  type SecondFactorRule,
  type secondFactorOffer,
  secondFactorRoles,
  type setSecondFactor,
} from '@jiangong/contracts';
import { sessionOf } from '@jiangong/service-kit';
import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';
import type { z } from 'zod';
import { actorOf, type SignInDeps } from './as-user.ts';
import { factorOf, keepFactor, keepOffer, keepRecovery, offerOf, recoveryOf } from './factor-rows.ts';
import { drawPassword, verifyPassword } from './password.ts';
import { hashOf } from './private-store.ts';
import { userCommand, userId } from './user.ts';

const PERIOD_S = 30;
/** Codes before and after the present one that are taken: clocks differ. */
const WINDOW = 1;
/** As long as SHA-1's own: RFC 4226 §4. */
const SECRET_BYTES = 20;
const OFFER_MINUTES = 15;
const RECOVERY_CODES = 10;

/** Whether somebody with these roles signs in with a second factor, by the installation's rule or the union's. */
export const isRequired = (
  rule: SecondFactorRule,
  union: { secondFactor?: SecondFactorRule | undefined } | undefined,
  roles: readonly Role[],
): boolean =>
  (rule === 'required' || union?.secondFactor === 'required') && secondFactorRoles.some((role) => roles.includes(role));

const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer: '建功', label, secret: Secret.fromBase32(secret), period: PERIOD_S });
const plain = (code: string) => code.replace(/[\s-]/g, '').toLowerCase();
/** One round is enough for what is drawn from 95 bits. */
const hashOfRecovery = (code: string) => createHash('sha256').update(plain(code)).digest();

/** The step of the clock that a code is of; undefined if it is of none near. */
function stepOf(secret: string, code: string, now: string): number | undefined {
  const timestamp = Date.parse(now);
  const apart = totpOf(secret).validate({ token: plain(code), timestamp, window: WINDOW });
  return apart === null ? undefined : TOTP.counter({ period: PERIOD_S, timestamp }) + apart;
}

/**
 * To be called once the password is known to be right.
 * @param required whether whoever has no second factor is refused
 * @returns why the second factor does not let the user in
 */
export async function passSecondFactor(
  { store, asUser, now }: SignInDeps,
  user: string,
  given: string | undefined,
  required = false,
): Promise<Refusal | undefined> {
  const factor = await factorOf(store, user);
  if (!factor) return required ? refuse('second-factor-missing') : undefined;
  if (!given || plain(given) === '') return refuse('second-factor-needed');
  const step = stepOf(factor.secret, given, now());
  if (step !== undefined) {
    // Of two who show one code at once, over all copies, one is let in.
    const isFresh = step > factor.step && (await store.swap(keepFactor(user, { ...factor, step }), factor));
    return isFresh ? undefined : refuse('wrong-second-factor');
  }
  const hash = hashOfRecovery(given);
  const found = (await recoveryOf(store, user)).find((each) => timingSafeEqual(Buffer.from(each.hash, 'hex'), hash));
  const session = (await sessionOf(store, user))?.user;
  if (!found || !session) return refuse('wrong-second-factor');
  return asUser(actorOf(session), userCommand(user, 'use-recovery-code', { recoveryCode: found.code }), []);
}

/** The user whose password it is. */
async function ownerOf({ store }: SignInDeps, { userName, password }: { userName: string; password: string }) {
  const user = userId(userName);
  const right = await verifyPassword(password, await hashOf(store, user));
  const session = (await sessionOf(store, user))?.user;
  return right && session ? session : refuse('wrong-credentials');
}

/** Draws a secret, which nobody needs until {@link confirm} has shown a code of it. */
export async function offer(
  deps: SignInDeps,
  data: z.infer<typeof setSecondFactor>,
): Promise<z.infer<typeof secondFactorOffer> | Refusal> {
  const { store, now } = deps;
  const owner = await ownerOf(deps, data);
  if (isRefusal(owner)) return owner;
  // Before the code is checked: one that is set meanwhile is not replaced.
  const replaces = (await factorOf(store, owner.user))?.factor;
  const refused = await passSecondFactor(deps, owner.user, data.oneTimeCode);
  if (refused) return refused;
  const secret = new Secret({ size: SECRET_BYTES }).base32;
  const until = new Date(Date.parse(now()) + OFFER_MINUTES * 60_000).toISOString();
  const row = { factor: randomUUID(), secret, until, ...(replaces === undefined ? {} : { replaces }) };
  await store.write({ privateRows: [keepOffer(owner.user, row)] });
  const uri = totpOf(secret, data.userName).toString();
  return { secret, uri, qr: renderSVG(uri) };
}

/** Sets the second factor whose secret was drawn, and draws recovery codes. */
export async function confirm(
  deps: SignInDeps,
  data: z.infer<typeof confirmSecondFactor>,
): Promise<z.infer<typeof recoveryCodes> | Refusal> {
  const { store, asUser, now } = deps;
  const owner = await ownerOf(deps, data);
  if (isRefusal(owner)) return owner;
  const { user } = owner;
  const offered = await offerOf(store, user);
  const isGood = offered && Date.parse(offered.until) > Date.parse(now());
  const step = isGood ? stepOf(offered.secret, data.oneTimeCode, now()) : undefined;
  if (!offered || step === undefined) return refuse('wrong-second-factor');
  const { factor, secret, replaces } = offered;
  const drawn = Array.from({ length: RECOVERY_CODES }, () => ({ code: randomUUID(), text: drawPassword() }));
  const recovery = drawn.map(({ code, text }) => ({ code, hash: hashOfRecovery(text).toString('hex') }));
  const request = userCommand(user, 'set-second-factor', {
    ...{ factor, replaces },
    recoveryCodes: drawn.map(({ code }) => code),
  });
  const refused = await asUser(actorOf(owner), request, [
    keepFactor(user, { factor, secret, step }),
    keepRecovery(user, recovery),
    keepOffer(user, undefined),
  ]);
  return refused ?? { recoveryCodes: drawn.map(({ text }) => text) };
}
