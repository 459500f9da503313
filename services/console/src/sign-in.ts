// Signing in: a user name and a password for a token; a wrong one is refused alike, and after the same work, whatever is wrong.
import {
  organisationAmended,
  type Refusal,
  refuse,
  type session,
  type signIn as signInBody,
} from '@jiangong/contracts';
import { sessionOf } from '@jiangong/service-kit';
import type { z } from 'zod';
import { actorOf, type SignInDeps } from './as-user.ts';
import { type Grant, issue } from './issuer.ts';
import { hashPassword, isCheaper, verifyPassword } from './password.ts';
import { hashOf, keepHash, personOf } from './private-store.ts';
import { isRequired, passSecondFactor } from './second-factor.ts';
import { userId } from './user.ts';

export async function signIn(
  deps: SignInDeps,
  { userName, password, oneTimeCode }: z.infer<typeof signInBody>,
  grant: Omit<Grant, 'actor' | 'epoch'>,
): Promise<z.infer<typeof session> | Refusal> {
  const { store } = deps;
  const id = userId(userName);
  // First, so that whatever changes from here on ends the token. Duties and epoch stand in one row and belong together.
  const row = await sessionOf(store, id);
  const hash = await hashOf(store, id);
  const right = await verifyPassword(password, hash);
  // The password may have been replaced meanwhile, or hashed anew by somebody who signed in at the same time.
  const newest = await hashOf(store, id);
  if (!right || !row?.user || !newest) return refuse('wrong-credentials');
  if (newest !== hash && !(await verifyPassword(password, newest))) return refuse('wrong-credentials');
  const actor = actorOf(row.user);
  const union = organisationAmended.data.safeParse((await store.row('organisations', actor.org))?.body).data;
  const refused = await passSecondFactor(deps, id, oneTimeCode, isRequired(deps.rule, union, actor.roles));
  if (refused) return refused;
  // Only now is the password at hand; one that was replaced meanwhile stays.
  if (isCheaper(newest)) await store.swap(keepHash(id, await hashPassword(password)), keepHash(id, newest).body);
  const name = (await personOf(store, id))?.name;
  return {
    ...(await issue(store, { ...grant, actor, epoch: row.epoch })),
    actor,
    ...(name ? { name } : {}),
    ...(union ? { organisationName: union.name } : {}),
  };
}
