// An empty installation gets one organisation and one administrator, who also operates it; the password is told once.
import { type Actor, type Ask, firstOrganisation, type Role } from '@jiangong/contracts';
import { type Desk, type Keep, keepHash, keepPerson } from './desk.ts';
import { hashPassword } from './password.ts';
import { userId } from './user.ts';

export interface Credentials {
  userName: string;
  password: string;
}
export interface FirstDeps {
  desk: Desk;
  /** Gives a command as the system, at most once per cause. */
  command(cause: string, actor: Actor, ask: Ask, keep: Keep[]): Promise<unknown>;
  /** Where the password is told: it is not kept anywhere readable. */
  tell(credentials: Credentials): void | Promise<void>;
  password: string;
}

const organisation = firstOrganisation;
const roles: Role[] = ['admin', 'operator'];
const userName = 'admin';
const TOLD = { table: 'first-administrator', key: 'told' };
/** Until it is told: consoles that start together tell the same one. */
const DRAWN = { table: 'first-administrator', key: 'drawn' };

/** Does nothing once the password has been told; interrupted before that, it is told by whoever starts next. */
export async function firstAdministrator({ desk, command, tell, password: drawn }: FirstDeps): Promise<void> {
  const isTold = () => desk.kept(TOLD.table, TOLD.key);
  if (await isTold()) return;
  await desk.write({ keep: [{ ...DRAWN, body: drawn, once: true }] });
  // Another console may have told its own meanwhile, and erased it.
  if (await isTold()) return void (await desk.write({ keep: [{ ...DRAWN, body: undefined }] }));
  const password = (await desk.kept(DRAWN.table, DRAWN.key)) as string | undefined;
  if (password === undefined) return;
  const user = userId(userName);
  const actor: Actor = { sub: 'system:first-start', org: organisation, roles, departments: [], units: [] };
  await command(
    'first-start/organisation',
    actor,
    { stream: 'organisation', id: organisation, type: 'register', data: { code: 'platform', name: '平台管理' } },
    [],
  );
  await command(
    'first-start/administrator',
    actor,
    {
      stream: 'user',
      id: user,
      type: 'register',
      data: { organisation, roles, departments: [], units: [] },
    },
    [keepPerson(user, { userName, name: '管理员' })],
  );
  await desk.write({ keep: [keepHash(user, await hashPassword(password))] });
  await tell({ userName, password });
  await desk.write({
    keep: [
      { ...TOLD, body: { user } },
      { ...DRAWN, body: undefined },
    ],
  });
}
