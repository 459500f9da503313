// What is kept privately of second factors: the secret of the device, one that is being set, and hashes of recovery codes.
import { z } from 'zod';

/** `step`: of the last code that was taken; none so old is taken again. */
const factorRow = z.object({ factor: z.string(), secret: z.string(), step: z.number() });
/** `replaces`: the factor that its owner had, and gave a code of. */
const offerRow = factorRow.omit({ step: true }).extend({ until: z.string(), replaces: z.string().optional() });
const recoveryRow = z.array(z.object({ code: z.string(), hash: z.string() }));
export type FactorRow = z.infer<typeof factorRow>;
export type OfferRow = z.infer<typeof offerRow>;
export type RecoveryRow = z.infer<typeof recoveryRow>;

const rowOf = (table: string) => (user: string, body: unknown) => ({ table, key: user, body });
export const keepFactor = rowOf('second-factor');
export const keepOffer = rowOf('second-factor-offer');
export const keepRecovery = rowOf('recovery-codes');
/** Erases the second factor of a user. */
export const forgetFactor = (user: string) =>
  [keepFactor, keepOffer, keepRecovery].map((keep) => keep(user, undefined));

interface Rows {
  privateRow(table: string, key: string): Promise<unknown>;
}
export async function factorOf(store: Rows, user: string): Promise<FactorRow | undefined> {
  return factorRow.safeParse(await store.privateRow('second-factor', user)).data;
}
export async function offerOf(store: Rows, user: string): Promise<OfferRow | undefined> {
  return offerRow.safeParse(await store.privateRow('second-factor-offer', user)).data;
}
export async function recoveryOf(store: Rows, user: string): Promise<RecoveryRow> {
  return recoveryRow.safeParse(await store.privateRow('recovery-codes', user)).data ?? [];
}
