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
type Deputyship = Pick<EventNamed<'deputy-appointed'>['data'], 'deputyship' | 'deputy' | 'from' | 'to'>;
type SecondFactor = Pick<EventNamed<'second-factor-set'>['data'], 'factor' | 'recoveryCodes'>;
type Duties = Pick<User, 'roles' | 'departments' | 'units'>;
type Register = Command<'register', Omit<User, 'user'>>;
type Amend = Command<'amend', Duties>;
type Remove = Command<'remove', Record<string, never>>;
type SignOut = Command<'sign-out', Record<string, never>>;
type OfferReset = Command<'offer-password-reset', { reset: string; until: string }>;
type ChangePassword = Command<'change-password', { reset?: string }>;
type SetSecondFactor = Command<
  'set-second-factor',
  { factor: string; replaces?: string | undefined; recoveryCodes: string[] }
>;
type UseRecoveryCode = Command<'use-recovery-code', { recoveryCode: string }>;
type RemoveSecondFactor = Command<'remove-second-factor', { reason: string }>;
type AppointDeputy = Command<'appoint-deputy', Deputyship & { reason: string; days: number }>;
type EndDeputy = Command<'end-deputy', { deputyship: string; reason: string }>;
type SetNotifications = Command<'set-notifications', Record<string, never>>;
type Event = EventNamed<
  | 'user-registered'
  | 'user-amended'
  | 'user-removed'
  | 'user-signed-out'
  | 'password-reset-offered'
  | 'password-changed'
  | 'deputy-appointed'
  | 'deputy-ended'
  | 'user-notifications-set'
  | 'second-factor-set'
  | 'recovery-code-used'
  | 'second-factor-removed'
>;

/** A user name is had once, however it is written; so the id is derived from it and sign-in needs no other look-up. */
export const userId = (userName: string) => derivedId('user', userName.normalize('NFKC').toLowerCase());

/** `reset`: the code that is good at present; `deputies`: those that were not ended; `recoveryCodes`: those that were not used. */
export type State =
  | (User & {
      removed?: true;
      reset?: { id: string; until: string };
      deputies?: Deputyship[];
      secondFactor?: SecondFactor;
    })
  | undefined;
export const initial = undefined as State;

/** A user is a record of the organisation it is for, whoever registered it; a name given up is free for anybody. */
export const owner = (user: State) => user?.organisation;
export const admits = (user: State, actor: Actor) => actor.roles.includes('operator') || user?.removed === true;

export function decide(
  known: State,
  command:
    | (Register | Amend | Remove | SignOut)
    | (OfferReset | ChangePassword | SetNotifications)
    | (SetSecondFactor | UseRecoveryCode | RemoveSecondFactor)
    | (AppointDeputy | EndDeputy),
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
      return [
        ...(user.deputies ?? []).map((each) => ended(user, each, command.actor)),
        { type: 'user-removed', data: { user: command.id, organisation: user.organisation } },
      ];
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
    case 'set-second-factor': {
      if (!user || command.actor.sub !== command.id) return refuse('not-found', { what: command.id });
      const { replaces, ...factor } = command.data;
      // Another one was set since a code of the one before it was given.
      if (user.secondFactor?.factor !== replaces) return refuse('wrong-second-factor');
      return [{ type: 'second-factor-set', data: { user: command.id, organisation: user.organisation, ...factor } }];
    }
    case 'use-recovery-code': {
      const { recoveryCode } = command.data;
      const codes = user?.secondFactor?.recoveryCodes ?? [];
      if (!user || command.actor.sub !== command.id || !codes.includes(recoveryCode))
        return refuse('wrong-second-factor');
      const { organisation } = user;
      const data = { user: command.id, organisation, recoveryCode, left: codes.length - 1 };
      return [{ type: 'recovery-code-used', data }];
    }
    case 'remove-second-factor': {
      if (!user) return refuse('not-found', { what: command.id });
      if (command.actor.sub === command.id) return refuse('own-second-factor');
      if (!user.secondFactor) return [];
      const data = { user: command.id, organisation: user.organisation, by: command.actor.sub, ...command.data };
      return [{ type: 'second-factor-removed', data }];
    }
    case 'appoint-deputy':
      return user && mayArrange(user, command) ? appointed(user, command) : refuse('not-found', { what: command.id });
    case 'end-deputy': {
      const { deputyship: id, reason } = command.data;
      const deputyship = user?.deputies?.find(({ deputyship }) => deputyship === id);
      if (!user || !mayArrange(user, command) || !deputyship) return refuse('not-found', { what: id });
      if (command.actor.behalf !== undefined) return refuse('deputy-passed-on');
      return [ended(user, deputyship, command.actor, reason)];
    }
    default:
      return command satisfies never;
  }
}

/** One's deputies are arranged by oneself or by an administrator. */
const mayArrange = ({ user }: User, { actor: { sub, roles } }: Command) =>
  sub === user || roles.some((role) => inCharge.includes(role));

function appointed(user: NonNullable<State>, { data, actor, businessDate: today }: AppointDeputy): Event[] | Refusal {
  const { days, ...deputyship } = data;
  const { deputy, from, to } = deputyship;
  if (actor.behalf !== undefined) return refuse('deputy-passed-on');
  if (deputy === user.user) return refuse('own-deputy');
  const last = new Date(Date.parse(from) + (days - 1) * DAY_MS).toISOString().slice(0, 10);
  if (from < today || to < from || to > last) return refuse('deputy-window', { today, days, from, to });
  const same = user.deputies?.find((each) => each.deputy === deputy && each.from <= to && each.to >= from);
  if (same) return refuse('already-exists', { what: `${same.from} – ${same.to}` });
  const { user: id, organisation } = user;
  return [{ type: 'deputy-appointed', data: { user: id, organisation, ...deputyship, by: actor.sub } }];
}
const DAY_MS = 86_400_000;

const ended = (
  { user, organisation }: User,
  { deputyship, deputy }: Deputyship,
  { sub: by }: Actor,
  reason?: string,
): Event => ({
  type: 'deputy-ended',
  data: { user, organisation, deputyship, deputy, ...(reason ? { reason } : {}), by },
});

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
      return { ...user, ...event.data };
    case 'user-removed':
      return { ...user!, removed: true };
    case 'user-signed-out':
    case 'user-notifications-set':
      return user;
    case 'password-reset-offered':
      return { ...user!, reset: { id: event.data.reset, until: event.data.until } };
    case 'password-changed': {
      const { reset: _, ...rest } = user!;
      return rest;
    }
    case 'second-factor-set': {
      const { factor, recoveryCodes } = event.data;
      return { ...user!, secondFactor: { factor, recoveryCodes } };
    }
    case 'recovery-code-used': {
      const { factor, recoveryCodes } = user!.secondFactor!;
      const left = recoveryCodes.filter((each) => each !== event.data.recoveryCode);
      return { ...user!, secondFactor: { factor, recoveryCodes: left } };
    }
    case 'second-factor-removed': {
      const { secondFactor: _, ...rest } = user!;
      return rest;
    }
    case 'deputy-appointed': {
      const { deputyship, deputy, from, to } = event.data;
      return { ...user!, deputies: [...(user!.deputies ?? []), { deputyship, deputy, from, to }] };
    }
    case 'deputy-ended':
      return { ...user!, deputies: user!.deputies!.filter(({ deputyship }) => deputyship !== event.data.deputyship) };
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const userCommand = requestsOf<Parameters<typeof decide>[1]>('user');
