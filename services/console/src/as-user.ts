// What people give as themselves before they have a token: whoever signs in, changes a password or sets a second factor.
import type { Actor, EventNamed, Refusal, SecondFactorRule } from '@jiangong/contracts';
import type { PrivateRow, PrivateStore } from './private-store.ts';
import type { userCommand } from './user.ts';

/** Gives a command as the user. */
export type AsUser = (
  actor: Actor,
  request: ReturnType<typeof userCommand>,
  privateRows: PrivateRow[],
) => Promise<Refusal | undefined>;

export interface SignInDeps {
  store: PrivateStore;
  asUser: AsUser;
  now(): string;
  /** Of the installation. */
  rule: SecondFactorRule;
  /** Folder of the list of breached passwords. */
  breached?: string | undefined;
}

export const actorOf = ({
  user: sub,
  organisation: org,
  roles,
  departments,
  units,
}: EventNamed<'user-registered'>['data']): Actor => ({ sub, org, roles, departments, units });
