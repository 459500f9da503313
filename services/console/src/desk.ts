// What the console keeps privately, and where: names, password hashes and the issuer's key, which are never events.
import { z } from 'zod';

/** A private row; body undefined erases it; `once` keeps the first. */
export interface Keep {
  table: string;
  key: string;
  body: unknown;
  once?: true;
}
/** The part of the service's store that sign-in, issuer and lists of people need. */
export interface Desk {
  kept(table: string, key: string): Promise<unknown>;
  write(unit: { keep: Keep[] }): Promise<unknown>;
  /** A row of a view. */
  row(view: string, key: string): Promise<{ body: object } | undefined>;
}

const person = z.object({ userName: z.string(), name: z.string(), contact: z.string().optional() });
const secret = z.object({ hash: z.string() });
export type Person = z.infer<typeof person>;

export const keepPerson = (user: string, { userName, name, contact }: Person): Keep => ({
  table: 'person',
  key: user,
  body: { userName, name, ...(contact ? { contact } : {}) },
});
export const keepHash = (user: string, hash: string): Keep => ({ table: 'sign-in', key: user, body: { hash } });
/** Erases who a user is and how they signed in. */
export const forget = (user: string): Keep[] => [
  { table: 'person', key: user, body: undefined },
  { table: 'sign-in', key: user, body: undefined },
];

export async function personOf(desk: Pick<Desk, 'kept'>, user: string): Promise<Person | undefined> {
  return person.safeParse(await desk.kept('person', user)).data;
}
export async function hashOf(desk: Pick<Desk, 'kept'>, user: string): Promise<string | undefined> {
  return secret.safeParse(await desk.kept('sign-in', user)).data?.hash;
}
