// A user: somebody who acts for one organisation in some roles. Who it is, by name, is kept elsewhere and can be erased.
import {
  type Actor,
  type Command,
  derivedId,
  type EventNamed,
  fieldLabel,
  type Refusal,
  type Role,
  refuse,
  requestsOf,
  valueLabels,
} from '@jiangong/contracts';

type User = EventNamed<'user-registered'>['data'];
type Duties = Pick<User, 'roles' | 'departments' | 'units'>;
type Register = Command<'register', Omit<User, 'user'>>;
type Amend = Command<'amend', Duties>;
type Remove = Command<'remove', Record<string, never>>;
type SignOut = Command<'sign-out', Record<string, never>>;
type OfferReset = Command<'offer-password-reset', { reset: string; until: string }>;
type ChangePassword = Command<'change-password', { reset?: string }>;
type SetNotifications = Command<'set-notifications', Record<string, never>>;
type Event = EventNamed<
  | 'user-registered'
  | 'user-amended'
  | 'user-removed'
  | 'user-signed-out'
  | 'password-reset-offered'
  | 'password-changed'
  | 'user-notifications-set'
>;

/** A user name is had once, however it is written; so the id is derived from it and sign-in needs no other look-up. */
export const userId = (userName: string) => derivedId('user', userName.normalize('NFKC').toLowerCase());

/** `reset`: the code that is good at present. */
export type State = (User & { removed?: true; reset?: { id: string; until: string } }) | undefined;
export const initial = undefined as State;

/** A user is a record of the organisation it is for, whoever registered it; a name given up is free for anybody. */
export const owner = (user: State) => user?.organisation;
export const admits = (user: State, actor: Actor) => actor.roles.includes('operator') || user?.removed === true;

export function decide(
  known: State,
  command: Register | Amend | Remove | SignOut | OfferReset | ChangePassword | SetNotifications,
): Event[] | Refusal {
  const user = known?.removed ? undefined : known;
  const granted = 'roles' in command.data ? command.data.roles : [];
  if ([...granted, ...(user?.roles ?? [])].includes('operator') && !command.actor.roles.includes('operator'))
    return refuse('operator-only');
  switch (command.type) {
    case 'register':
      if (user) return refuse('already-exists', { what: command.id });
      return unscoped(command.data) ?? [{ type: 'user-registered', data: { user: command.id, ...command.data } }];
    case 'amend': {
      if (!user) return refuse('not-found', { what: command.id });
      const laidDown = inCharge.filter((role) => user.roles.includes(role) && !command.data.roles.includes(role));
      if (command.actor.sub === command.id && laidDown.length > 0) return refuse('own-account');
      // An event even if no duty changes: that somebody set a new password or name is part of the record.
      return unscoped(command.data) ?? [{ type: 'user-amended', data: { ...userOf(user), ...command.data } }];
    }
    case 'remove':
      if (!user) return refuse('not-found', { what: command.id });
      if (command.actor.sub === command.id) return refuse('own-account');
      return [{ type: 'user-removed', data: { user: command.id, organisation: user.organisation } }];
    case 'sign-out':
      if (!user || command.actor.sub !== command.id) return refuse('not-found', { what: command.id });
      return [{ type: 'user-signed-out', data: { user: command.id, organisation: user.organisation } }];
    case 'set-notifications':
      // Somebody of an issuer of the installation's own has no record here.
      if (!user || command.actor.sub !== command.id) return refuse('not-found', { what: command.id });
      return [{ type: 'user-notifications-set', data: { user: command.id, organisation: user.organisation } }];
    case 'offer-password-reset': {
      if (!user) return refuse('not-found', { what: command.id });
      const { organisation } = user;
      return [{ type: 'password-reset-offered', data: { user: command.id, organisation, ...command.data } }];
    }
    case 'change-password': {
      if (!user || command.actor.sub !== command.id) return refuse('not-found', { what: command.id });
      const { reset } = command.data;
      if (reset !== undefined && (user.reset?.id !== reset || user.reset.until < command.now))
        return refuse('wrong-reset-code');
      return [
        { type: 'password-changed', data: { user: command.id, organisation: user.organisation, ...command.data } },
      ];
    }
    default:
      return command satisfies never;
  }
}
const userOf = ({ user, organisation, roles, departments, units }: User): User => ({
  ...{ user, organisation, roles },
  ...{ departments, units },
});

/** Roles that nobody lays down alone, so that somebody stays in charge. */
const inCharge: Role[] = ['admin', 'operator'];

const scopeOf: Partial<Record<Role, 'departments' | 'units'>> = {
  checker: 'departments',
  entrant: 'units',
  'alliance-leader': 'units',
};

/** A role that acts only for its own departments or units has some. */
function unscoped(duties: Duties): Refusal | undefined {
  for (const role of duties.roles) {
    const field = scopeOf[role];
    if (field && duties[field].length === 0)
      return refuse('role-needs-scope', {
        role,
        roleZh: valueLabels.role[role],
        field,
        fieldZh: fieldLabel(field)![0],
        fieldEn: fieldLabel(field)![1],
      });
  }
  return undefined;
}

export function evolve(user: State, event: Event): State {
  switch (event.type) {
    case 'user-registered':
      return event.data;
    case 'user-amended':
      return { ...event.data, ...(user?.reset ? { reset: user.reset } : {}) };
    case 'user-removed':
      return { ...user!, removed: true };
    case 'user-signed-out':
    case 'user-notifications-set':
      return user;
    case 'password-reset-offered':
      return { ...user!, reset: { id: event.data.reset, until: event.data.until } };
    case 'password-changed':
      return userOf(user!);
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const userCommand = requestsOf<Parameters<typeof decide>[1]>('user');
