// An empty installation gets one organisation and one administrator, who also operates it; the password is announced once.
import { type Actor, type CommandRequest, firstOrganisation, type Role } from '@jiangong/contracts';
import { organisationCommand } from './organisation.ts';
import { hashPassword } from './password.ts';
import { keepHash, keepPerson, type PrivateRow, type PrivateStore } from './private-store.ts';
import { userCommand, userId } from './user.ts';

export interface Credentials {
  userName: string;
  password: string;
}
export interface FirstDeps {
  store: Pick<PrivateStore, 'privateRow' | 'write'>;
  /** Gives a command as the system, at most once per cause. */
  command(cause: string, actor: Actor, request: CommandRequest, privateRows: PrivateRow[]): Promise<unknown>;
  /** Announces the password, which is stored nowhere in readable form. */
  announce(credentials: Credentials): void | Promise<void>;
  password: string;
}

const organisation = firstOrganisation;
const roles: Role[] = ['admin', 'operator'];
const userName = 'admin';
const ANNOUNCED = { table: 'first-administrator', key: 'told' };
/** Until it is announced: consoles that start together announce the same one. */
const DRAWN = { table: 'first-administrator', key: 'drawn' };

/** Does nothing once the password was announced; if interrupted before, the next start announces it. */
export async function firstAdministrator({ store, command, announce, password: drawn }: FirstDeps): Promise<void> {
  const isAnnounced = () => store.privateRow(ANNOUNCED.table, ANNOUNCED.key);
  if (await isAnnounced()) return;
  await store.write({ privateRows: [{ ...DRAWN, body: drawn, once: true }] });
  // Another console may have announced its own meanwhile, and erased it.
  if (await isAnnounced()) return void (await store.write({ privateRows: [{ ...DRAWN, body: undefined }] }));
  const password = (await store.privateRow(DRAWN.table, DRAWN.key)) as string | undefined;
  if (password === undefined) return;
  const user = userId(userName);
  const actor: Actor = { sub: 'system:first-start', org: organisation, roles, departments: [], units: [] };
  await command(
    'first-start/organisation',
    actor,
    organisationCommand(organisation, 'register', { code: 'platform', name: '平台管理' }),
    [],
  );
  await command(
    'first-start/administrator',
    actor,
    userCommand(user, 'register', { organisation, roles, departments: [], units: [] }),
    [keepPerson(user, { userName, name: '管理员' })],
  );
  await store.write({ privateRows: [keepHash(user, await hashPassword(password))] });
  await announce({ userName, password });
  await store.write({
    privateRows: [
      { ...ANNOUNCED, body: { user } },
      { ...DRAWN, body: undefined },
    ],
  });
}
