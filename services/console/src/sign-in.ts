// Signing in: a user name and a password for a token; a wrong one is refused alike, and after the same work, whatever is wrong.
import {
  organisationRegistered,
  type Refusal,
  refuse,
  type session,
  type signIn as signInBody,
} from '@jiangong/contracts';
import { sessionOf } from '@jiangong/service-kit';
import type { z } from 'zod';
import { type Desk, hashOf, personOf } from './desk.ts';
import { type Grant, issue } from './issuer.ts';
import { verifyPassword } from './password.ts';
import { userId } from './user.ts';

export async function signIn(
  desk: Desk,
  { userName, password }: z.infer<typeof signInBody>,
  grant: Omit<Grant, 'actor' | 'epoch'>,
): Promise<z.infer<typeof session> | Refusal> {
  const id = userId(userName);
  // First, so that whatever changes from here on ends the token. Duties and epoch stand in one row and belong together.
  const row = await sessionOf(desk, id);
  const hash = await hashOf(desk, id);
  const right = await verifyPassword(password, hash);
  // The password may have been replaced meanwhile.
  if (!right || !row?.user || hash !== (await hashOf(desk, id))) return refuse('wrong-credentials');
  const { user: sub, organisation: org, roles, departments, units } = row.user;
  const actor = { sub, org, roles, departments, units };
  const name = (await personOf(desk, id))?.name;
  const union = organisationRegistered.data.safeParse((await desk.row('organisations', org))?.body).data?.name;
  return {
    ...(await issue(desk, { ...grant, actor, epoch: row.epoch })),
    actor,
    ...(name ? { name } : {}),
    ...(union ? { organisationName: union } : {}),
  };
}
