// Replacing a password: by the one before it, or by a code that an administrator gave. Both end every token of the user. A
// request tries one password and no more, so that it is worth no more to whoever guesses than a sign-in.
import { createHash, timingSafeEqual } from 'node:crypto';
import { type changePassword, type Refusal, refuse, type resetPassword } from '@jiangong/contracts';
import { sessionOf } from '@jiangong/service-kit';
import type { z } from 'zod';
import { actorOf, type SignInDeps } from './as-user.ts';
import { passwordFault } from './breached.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { hashOf, keepHash, keepReset, personOf, resetOf } from './private-store.ts';
import { passSecondFactor } from './second-factor.ts';
import { userCommand, userId } from './user.ts';

/** What a code is kept as: it is drawn from 95 bits, so that one round is enough. */
export const hashOfCode = (code: string) => createHash('sha256').update(code.trim().toLowerCase()).digest('base64url');

/** @returns why it was not replaced */
async function replace(
  { store, asUser, breached }: SignInDeps,
  { user, newPassword, reset }: { user: string; newPassword: string; reset?: string },
): Promise<Refusal | undefined> {
  const session = (await sessionOf(store, user))?.user;
  if (!session) return refuse('wrong-credentials');
  const person = await personOf(store, user);
  const names = person ? [person.userName, person.name] : [];
  const weak = await passwordFault(newPassword, names, breached, '/body/newPassword');
  if (weak) return weak;
  return asUser(actorOf(session), userCommand(user, 'change-password', reset === undefined ? {} : { reset }), [
    keepHash(user, await hashPassword(newPassword)),
    keepReset(user, undefined),
  ]);
}

/** Replaces a password by the one before it. */
export async function changePasswordOf(
  deps: SignInDeps,
  { userName, password, newPassword, oneTimeCode }: z.infer<typeof changePassword>,
): Promise<Refusal | undefined> {
  const user = userId(userName);
  const right = await verifyPassword(password, await hashOf(deps.store, user));
  if (!right) return refuse('wrong-credentials');
  const refused = await passSecondFactor(deps, user, oneTimeCode);
  return refused ?? replace(deps, { user, newPassword });
}

/** Chooses a password by a code; repeated, it answers that it is done. */
export async function resetPasswordOf(
  deps: SignInDeps,
  { userName, code, newPassword }: z.infer<typeof resetPassword>,
): Promise<Refusal | undefined> {
  const { store } = deps;
  const user = userId(userName);
  const kept = await resetOf(store, user);
  // The same work whether or not there is such a user and a code.
  const done = await verifyPassword(newPassword, await hashOf(store, user));
  if (kept && equal(kept.hash, hashOfCode(code))) return replace(deps, { user, newPassword, reset: kept.reset });
  return done ? undefined : refuse('wrong-reset-code');
}
const equal = (a: string, b: string) => timingSafeEqual(Buffer.from(a), Buffer.from(b));
