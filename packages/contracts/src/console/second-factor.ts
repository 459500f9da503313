// A second factor at sign-in: one-time codes by the clock (RFC 6238), and recovery codes for whoever lost the device. Secrets and
// codes are private rows and in no event.
import { z } from 'zod';
import { event } from '../event.ts';
import type { Role } from '../roles.ts';
import { id, filledProse as prose, prose as read } from '../values.ts';

/** Who signs in with a second factor where it is required. */
export const secondFactorRoles: readonly Role[] = ['admin', 'operator', 'organiser', 'committee'];
/**
 * Whether whoever has one of {@link secondFactorRoles} may sign in without a second factor.
 * @example
 * ```ts
 * secondFactorRule.parse('required'); // → 'required'
 * ```
 */
export const secondFactorRule = z.enum(['optional', 'required']);
/** Whether a second factor is required. */
export type SecondFactorRule = z.infer<typeof secondFactorRule>;

const user = { user: id, organisation: id };
const userExample = {
  user: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d13',
  organisation: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12',
};
const code = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d21';

/** The user signs in with one-time codes from now on, also in the place of earlier ones; earlier tokens end. */
export const secondFactorSet = event(
  'second-factor-set',
  z.object({ ...user, factor: id, recoveryCodes: z.array(id) }),
  { ...userExample, factor: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d20', recoveryCodes: [code] },
);
/** The user signed in by a recovery code, which is good no longer; so many are left. */
export const recoveryCodeUsed = event(
  'recovery-code-used',
  z.object({ ...user, recoveryCode: id, left: z.int().min(0) }),
  { ...userExample, recoveryCode: code, left: 9 },
);
/** An administrator let the user sign in without one-time codes again; earlier tokens end. */
export const secondFactorRemoved = event('second-factor-removed', z.object({ ...user, by: z.string(), reason: read }), {
  ...userExample,
  by: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d22',
  reason: '手机遗失，已当面核对身份',
});
/** Every event type of second factors. */
export const secondFactorEvents = [secondFactorSet, recoveryCodeUsed, secondFactorRemoved] as const;

/** A code of the device, or a recovery code; spaces and hyphens do not count. */
export const oneTimeCode = z.string().max(200);
/**
 * Begins to set a second factor: draws a secret, which is good once {@link confirmSecondFactor} shows a code of it. Whoever has
 * a second factor gives a code of that. Refused as {@link signIn} is.
 * @example
 * ```ts
 * setSecondFactor.parse({ userName: 'zhangsan', password: '万泉寺的塔吊很高很高' }).oneTimeCode; // → undefined
 * ```
 */
export const setSecondFactor = z.strictObject({
  userName: z.string().max(200),
  password: z.string().max(200),
  oneTimeCode: oneTimeCode.optional(),
});
/** The secret of a second factor: as text, as the address that devices read, and that as a QR code (SVG). */
export const secondFactorOffer = z.object({ secret: z.string(), uri: z.string(), qr: z.string() });
/**
 * Shows a code of the secret that {@link setSecondFactor} drew within the last quarter of an hour. Every token of the user ends.
 * @example
 * ```ts
 * confirmSecondFactor.parse({ userName: 'zhangsan', password: '万泉寺的塔吊很高很高', oneTimeCode: '123 456' }).oneTimeCode; // → '123 456'
 * ```
 */
export const confirmSecondFactor = setSecondFactor.required();
/**
 * Codes that are good once each in the place of one of the device, shown once.
 * @example
 * ```ts
 * recoveryCodes.parse({ recoveryCodes: ['abcde-fghjk-mnpqr-stuvw'] }).recoveryCodes.length; // → 1
 * ```
 */
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
/** Lets a user who lost device and recovery codes sign in by the password alone; refused 409 `own-second-factor`. */
export const removeSecondFactor = z.strictObject({ reason: prose });
