// What the console keeps privately, and where: names, password hashes and the issuer's key, which are never events.
import { type Notifications, setNotifications } from '@jiangong/contracts';
import { z } from 'zod';
import { forgetFactor } from './factor-rows.ts';

/** A private row; body undefined erases it; `once` keeps the first. */
export interface PrivateRow {
  table: string;
  key: string;
  body: unknown;
  once?: true;
  /** Only if the row there has no `revision` so high. */
  newer?: true;
}
/** The part of the service's store that sign-in, issuer and lists of people need. */
export interface PrivateStore {
  privateRow(table: string, key: string): Promise<unknown>;
  write(unit: { privateRows: PrivateRow[] }): Promise<unknown>;
  /** A row of a view. */
  row(view: string, key: string): Promise<{ body: object } | undefined>;
  /** Replaces a row that still is what was read. @returns false if another write was faster */
  swap(row: Omit<PrivateRow, 'once'>, was: unknown): Promise<boolean>;
}

const robotAddress = z.object({ url: z.string(), secret: z.string().optional() });
const person = z.object({ userName: z.string(), name: z.string(), contact: z.string().optional() });
const lastDigest = z.object({ sent: z.string() });
const secret = z.object({ hash: z.string() });
const resetCode = z.object({ reset: z.string(), hash: z.string() });
export type Person = z.infer<typeof person>;

export const keepPerson = (user: string, { userName, name, contact }: Person): PrivateRow => ({
  table: 'person',
  key: user,
  body: { userName, name, ...(contact ? { contact } : {}) },
});
export const keepHash = (user: string, hash: string): PrivateRow => ({ table: 'sign-in', key: user, body: { hash } });
/** The code that the user may choose another password with; undefined once it was used. */
export const keepReset = (user: string, body: z.infer<typeof resetCode> | undefined): PrivateRow => ({
  table: 'password-reset',
  key: user,
  body,
});
/** Where and when the user hears of what is due; undefined erases it. */
export const keepNotifications = (user: string, body: Notifications | undefined): PrivateRow => ({
  table: 'notifications',
  key: user,
  body,
});
/** The address of a robot, whose path is a key; undefined erases it. */
export const keepRobotAddress = (robot: string, body: z.infer<typeof robotAddress> | undefined): PrivateRow => ({
  table: 'robot-addresses',
  key: robot,
  body,
});
/** When a person or group chat had its last digest; undefined erases it. */
export const keepLastDigest = (recipient: string, sent: string | undefined): PrivateRow => ({
  table: 'last-digests',
  key: recipient,
  body: sent === undefined ? undefined : { sent },
});
/** Erases who a user is and how they signed in. */
export const forget = (user: string): PrivateRow[] => [
  { table: 'person', key: user, body: undefined },
  { table: 'sign-in', key: user, body: undefined },
  keepReset(user, undefined),
  ...forgetFactor(user),
  keepNotifications(user, undefined),
  keepLastDigest(user, undefined),
];

export async function personOf(store: Pick<PrivateStore, 'privateRow'>, user: string): Promise<Person | undefined> {
  return person.safeParse(await store.privateRow('person', user)).data;
}
export async function hashOf(store: Pick<PrivateStore, 'privateRow'>, user: string): Promise<string | undefined> {
  return secret.safeParse(await store.privateRow('sign-in', user)).data?.hash;
}
export async function resetOf(store: Pick<PrivateStore, 'privateRow'>, user: string) {
  return resetCode.safeParse(await store.privateRow('password-reset', user)).data;
}
export async function notificationsOf(store: Pick<PrivateStore, 'privateRow'>, user: string): Promise<Notifications> {
  return setNotifications.parse((await store.privateRow('notifications', user)) ?? {});
}
export async function robotAddressOf(store: Pick<PrivateStore, 'privateRow'>, robot: string) {
  return robotAddress.safeParse(await store.privateRow('robot-addresses', robot)).data;
}
export async function lastDigestOf(store: Pick<PrivateStore, 'privateRow'>, recipient: string) {
  return lastDigest.safeParse(await store.privateRow('last-digests', recipient)).data?.sent;
}
