// What the console records: organisations and users. Names, contacts and passwords are not events.
import { z } from 'zod';
import { type EventOf, event } from '../event.ts';
import { derivedId } from '../ids.ts';
import { role, scope } from '../roles.ts';
import { code, businessDate as date, id, instant, label, prose } from '../values.ts';
import { notificationEvents } from './notifications.ts';
import { secondFactorEvents, secondFactorRule } from './second-factor.ts';

/** A union has a place of its own here. */
export const organisationRegistered = event(
  'organisation-registered',
  z.object({ organisation: id, code, name: label }),
  { organisation: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12', code: 'BCEG1', name: '北京建工一建公司工会' },
);
/**
 * The union is called otherwise, or says for how many days at most its people have a deputy, by default {@link DEPUTY_DAYS}, and
 * whether its administrators, organisers and committee sign in with a second factor.
 */
export const organisationAmended = event(
  'organisation-amended',
  organisationRegistered.data.extend({ deputyDays: z.int().optional(), secondFactor: secondFactorRule.optional() }),
  {
    organisation: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12',
    code: 'BCEG1',
    name: '北京建工一建公司工会委员会',
    deputyDays: 31,
  },
  { version: 2 },
);
/** For how many days somebody has a deputy at most, where their union says nothing else. */
export const DEPUTY_DAYS = 31;
const user = z.object({
  user: id,
  organisation: id,
  roles: z.array(role).min(1),
  departments: z.array(code),
  units: z.array(id),
});
const userExample = {
  user: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d13',
  organisation: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12',
  roles: ['checker' as const],
  departments: ['safety'],
  units: [],
};
/** The organisation that an installation's first start makes. */
export const firstOrganisation = derivedId('organisation', 'first');
/** Version 1 knew no operators: the administrators of the first organisation ran the installation, and go on doing so. */
const later = {
  version: 2,
  upcast(older: Record<string, unknown>) {
    const duties = older as z.infer<typeof user>;
    const ran = duties.organisation === firstOrganisation && duties.roles.includes('admin');
    return ran ? { ...duties, roles: [...duties.roles, 'operator' as const] } : duties;
  },
};
/** A user may sign in, with these roles and duties. */
export const userRegistered = event('user-registered', user, userExample, later);
/** The user has these roles and duties instead; earlier tokens end. */
export const userAmended = event('user-amended', user, userExample, later);
/** The user may sign in no longer; name and contact are erased. */
export const userRemoved = event('user-removed', z.object({ user: id, organisation: id }), {
  user: userExample.user,
  organisation: userExample.organisation,
});

/** Ends every token that the user has. */
export const userSignedOut = event('user-signed-out', z.object({ user: id, organisation: id }), {
  user: userExample.user,
  organisation: userExample.organisation,
});

/** An administrator gave the user a code to choose another password with; an earlier code is good no longer. */
export const passwordResetOffered = event(
  'password-reset-offered',
  z.object({ user: id, organisation: id, reset: id, until: instant }),
  {
    user: userExample.user,
    organisation: userExample.organisation,
    reset: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d14',
    until: '2026-03-02T00:00:00.000Z',
  },
);
/** The user chose another password, by the one before or by a code; earlier tokens end. */
export const passwordChanged = event(
  'password-changed',
  z.object({ user: id, organisation: id, reset: id.optional() }),
  { user: userExample.user, organisation: userExample.organisation, reset: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d14' },
);

const deputyship = z.object({ user: id, organisation: id, deputyship: id, deputy: id, by: z.string() });
const deputyExample = {
  user: userExample.user,
  organisation: userExample.organisation,
  deputyship: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d18',
  deputy: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d19',
  by: userExample.user,
};
/** Somebody acts on the user's behalf from one day to another. */
export const deputyAppointed = event('deputy-appointed', deputyship.extend({ from: date, to: date, reason: prose }), {
  ...deputyExample,
  from: '2026-03-02',
  to: '2026-03-13',
  reason: '外出培训',
});
/** The deputy acts for the user no longer; tokens drawn on the user's behalf end. */
export const deputyEnded = event('deputy-ended', deputyship.extend({ reason: prose.optional() }), {
  ...deputyExample,
  reason: '提前返回',
});

const machine = z.object({ machine: id, organisation: id });
const machineExample = {
  machine: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d15',
  organisation: userExample.organisation,
};
/** A machine, such as an HR system, may draw tokens by the secret that `key` names; the secret is in no event. */
export const machineRegistered = event(
  'machine-registered',
  machine.extend({ name: label, scopes: z.array(scope).min(1), key: id }),
  { ...machineExample, name: '人力资源系统', scopes: ['hr:read'], key: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d16' },
);
/** The machine has another secret; the one before it is good until then. */
export const machineSecretRotated = event('machine-secret-rotated', machine.extend({ key: id, until: instant }), {
  ...machineExample,
  key: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d17',
  until: '2026-03-02T00:00:00.000Z',
});
/** The machine draws no more tokens, and those it has end. */
export const machineEnded = event('machine-ended', machine.extend({ reason: prose }), {
  ...machineExample,
  reason: '系统下线',
});

/** Every event type of the console. */
export const consoleEvents = [
  organisationRegistered,
  organisationAmended,
  userRegistered,
  userAmended,
  userRemoved,
  userSignedOut,
  passwordResetOffered,
  passwordChanged,
  deputyAppointed,
  deputyEnded,
  machineRegistered,
  machineSecretRotated,
  machineEnded,
  ...notificationEvents,
  ...secondFactorEvents,
] as const;
/** Any event of the console; narrow it by `type`. */
export type ConsoleEvent = EventOf<(typeof consoleEvents)[number]>;
