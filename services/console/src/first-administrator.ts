// An empty installation gets one organisation and one administrator, whose password is told once.
import { type Actor, type Ask, derivedId } from '@jiangong/contracts';
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

const organisation = derivedId('organisation', 'first');
const userName = 'admin';
const TOLD = { table: 'first-administrator', key: 'told' };

/** Does nothing once the password has been told; interrupted before that, it sets another one and tells it. */
export async function firstAdministrator({ desk, command, tell, password }: FirstDeps): Promise<void> {
  if (await desk.kept(TOLD.table, TOLD.key)) return;
  const user = userId(userName);
  const actor: Actor = { sub: 'system:first-start', org: organisation, roles: ['admin'], departments: [], units: [] };
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
      data: { organisation, roles: ['admin'], departments: [], units: [] },
    },
    [keepPerson(user, { userName, name: '管理员' })],
  );
  await setPassword(desk, userName, password);
  await tell({ userName, password });
  await desk.write({ keep: [{ ...TOLD, body: { user } }] });
}

/** For operators, when nobody can sign in any more. */
export async function setPassword(desk: Desk, userName: string, password: string): Promise<void> {
  await desk.write({ keep: [keepHash(userId(userName), await hashPassword(password))] });
}
