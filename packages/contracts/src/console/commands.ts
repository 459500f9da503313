// The bodies of the console's commands, as they cross the border. Strict: an unknown field is an error.
import { z } from 'zod';
import { role, roles, scope, scopes } from '../roles.ts';
import { code, businessDate as date, id, filledLabel as label, filledProse as prose } from '../values.ts';
import { oneTimeCode, secondFactorRule } from './second-factor.ts';

/** Registers a union. */
export const registerOrganisation = z.strictObject({ code, name: label });
/**
 * Renames a union; its code stays. Says for how many days at most its people have a deputy, and whether
 * {@link secondFactorRoles} sign in with a second factor; both stay as they are where they are left out.
 * @example
 * ```ts
 * amendOrganisation.parse({ name: '集团工会', secondFactor: 'required' }).secondFactor; // → 'required'
 * ```
 */
export const amendOrganisation = z.strictObject({
  name: label,
  deputyDays: z.int().min(1).max(366).optional(),
  secondFactor: secondFactorRule.optional(),
});

/** What people sign in with: letters of any script, digits and . _ @ -, upper and lower case alike. */
export const userName = z
  .string()
  .regex(
    /^[\p{L}\p{N}._@-]{2,64}$/u,
    '应为 2 至 64 个字，可用文字、数字和 . _ @ - / takes 2 to 64 letters, digits or . _ @ -',
  );
/** Long rather than complicated. */
export const password = z.string().min(10).max(200);

const duties = {
  roles: z.array(role).min(1).max(roles.length),
  /** Departments a checker scores for. */
  departments: z.array(code).max(100).default([]),
  /** Units of an entrant, studios of an alliance leader. */
  units: z.array(id).max(500).default([]),
};
/** Kept privately and erased with the user: never in an event. */
const person = { userName, name: label, contact: z.string().max(200).optional() };

/**
 * Registers a user with a first password.
 * @example
 * ```ts
 * const user = { userName: 'zhangsan', name: '张三', password: '万泉寺的塔吊很高很高', roles: ['finance'] };
 * registerUser.parse(user).departments; // → []
 * ```
 */
export const registerUser = z.strictObject({
  ...person,
  password,
  /** By default the administrator's own. */
  organisation: id.optional(),
  ...duties,
});
/** The whole of a user anew; the user name stays, and so does the password unless there is another. */
export const amendUser = z.strictObject({ ...person, password: password.optional(), ...duties });

/** Lets a user choose another password by a code that is shown once; refused 403 `operator-only`. */
export const offerPasswordReset = z.strictObject({});
/** Replaces one's own password; refused as {@link signIn} is, and 422 `weak-password`. Every token of the user ends. */
export const changePassword = z.strictObject({
  userName: z.string().max(200),
  password: z.string().max(200),
  newPassword: password,
  oneTimeCode: oneTimeCode.optional(),
});
/** Chooses another password by the code of an administrator, which is good once and for a day; refused 401 `wrong-reset-code`. */
export const resetPassword = z.strictObject({
  userName: z.string().max(200),
  code: z.string().max(200),
  newPassword: password,
});

/** Appoints a deputy, by id or user name, from one day to another; refused 422 `deputy-window`, 409 `own-deputy`. */
export const appointDeputy = z.strictObject({ deputy: z.string().min(2).max(64), from: date, to: date, reason: prose });
/** Ends a deputyship before its last day; tokens drawn by it end at once. */
export const endDeputy = z.strictObject({ reason: prose });
/**
 * Draws a token on behalf of somebody whose deputy one is today; without `user`, a token of one's own again. Neither lives
 * longer than the token it is drawn by. Refused 403 `not-deputy`.
 * @example
 * ```ts
 * actOnBehalf.parse({}); // → {}
 * ```
 */
export const actOnBehalf = z.strictObject({ user: id.optional() });

/**
 * Signs a user in; refused 401 `wrong-credentials`, `second-factor-needed` and `wrong-second-factor`, 403
 * `second-factor-missing`, 429 `too-many-sign-ins`.
 */
export const signIn = z.strictObject({
  userName: z.string().max(200),
  password: z.string().max(200),
  /** Of whoever has a second factor: a code of the device, or a recovery code. */
  oneTimeCode: oneTimeCode.optional(),
});

/** Registers a machine, such as an HR system, with a first secret, which is shown once. */
export const registerMachine = z.strictObject({ name: label, scopes: z.array(scope).min(1).max(scopes.length) });
/**
 * Gives a machine another secret, which is shown once; the one before it is good for so many hours more. With 0 it ends at
 * once, with every token drawn by it.
 * @example
 * ```ts
 * rotateMachine.parse({}).overlapHours; // → 24
 * ```
 */
export const rotateMachine = z.strictObject({ overlapHours: z.int().min(0).max(168).default(24) });
/** Ends a machine: its secrets and tokens are good no longer. */
export const endMachine = z.strictObject({ reason: prose });
/**
 * A machine's request for a token (RFC 6749 §4.4), as a form or JSON; id and secret may stand in `Authorization: Basic`
 * instead. Refused 401 `wrong-client`, 422 `scope-not-granted`, 429 `too-many-sign-ins`.
 * @example
 * ```ts
 * tokenRequest.parse({ grant_type: 'client_credentials', resource: 'ignored' }); // → { grant_type: 'client_credentials' }
 * ```
 */
export const tokenRequest = z.object({
  grant_type: z.literal('client_credentials'),
  client_id: z.string().max(200).optional(),
  client_secret: z.string().max(200).optional(),
  /** Separated by spaces; by default all that the machine has. */
  scope: z.string().max(200).optional(),
});
