// Signing in: a user name and a password for a token; a wrong one is refused alike, and after the same work, whatever is wrong.
import {
  organisationRegistered,
  type Refusal,
  refuse,
  type session,
  type signIn as signInBody,
  userRegistered,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { type Desk, hashOf, personOf } from './desk.ts';
import { issue } from './issuer.ts';
import { verifyPassword } from './password.ts';
import { userId } from './user.ts';

export async function signIn(
  desk: Desk,
  { userName, password }: z.infer<typeof signInBody>,
  { issuer, now }: { issuer: string; now: string },
): Promise<z.infer<typeof session> | Refusal> {
  const id = userId(userName);
  const right = await verifyPassword(password, await hashOf(desk, id));
  const row = await desk.row('users', id);
  if (!right || !row) return refuse('wrong-credentials');
  const { user: sub, organisation: org, roles, departments, units } = userRegistered.data.parse(row.body);
  const actor = { sub, org, roles, departments, units };
  const name = (await personOf(desk, id))?.name;
  const union = organisationRegistered.data.safeParse((await desk.row('organisations', org))?.body).data?.name;
  return {
    ...(await issue(desk, { issuer, actor, now })),
    actor,
    ...(name ? { name } : {}),
    ...(union ? { organisationName: union } : {}),
  };
}
