// The secrets of machines: drawn from 256 bits, kept as hashes, each in a row of its own. Which of them are good is the
// machine's own record, so that a rotation or an end needs no second write.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type machineToken, type Refusal, refuse, type tokenRequest } from '@jiangong/contracts';
import { sessionOf } from '@jiangong/service-kit';
import { z } from 'zod';
import { type Grant, issue } from './issuer.ts';
import type { Machine } from './machine.ts';
import type { PrivateRow, PrivateStore } from './private-store.ts';

const SECRETS = 'machine-secret';
const USES = 'machine-use';
const secretRow = z.object({ hash: z.string() });
const useRow = z.object({ at: z.string() });
const rowKey = (machine: string, key: string) => `${machine}/${key}`;
/** One round is enough for what is drawn. */
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

/** A fresh secret, and the row that keeps its hash. */
export function drawSecret(machine: string, key: string): { secret: string; row: PrivateRow } {
  const secret = `jgm_${randomBytes(32).toString('base64url')}`;
  return { secret, row: { table: SECRETS, key: rowKey(machine, key), body: { hash: hashOf(secret) } } };
}
/** Erases the hashes of secrets that are good no longer. */
export const forgetSecrets = ({ machine, keys }: Machine): PrivateRow[] =>
  keys.map(({ key }) => ({ table: SECRETS, key: rowKey(machine, key), body: undefined }));

/** When the secret last drew a token. */
export async function lastUse(store: Pick<PrivateStore, 'privateRow'>, machine: string, key: string) {
  return useRow.safeParse(await store.privateRow(USES, rowKey(machine, key))).data?.at;
}

/** The key whose secret it is, if that is still good. */
async function keyOf(store: PrivateStore, { machine, keys, ended }: Machine, secret: string, now: string) {
  if (ended !== undefined) return undefined;
  const given = Buffer.from(hashOf(secret));
  for (const { key, until } of keys) {
    if (until !== undefined && Date.parse(until) <= Date.parse(now)) continue;
    const kept = secretRow.safeParse(await store.privateRow(SECRETS, rowKey(machine, key))).data;
    if (kept && timingSafeEqual(Buffer.from(kept.hash), given)) return key;
  }
  return undefined;
}

/** A token for a machine's id and secret. */
export async function drawToken(
  store: PrivateStore,
  { client_id = '', client_secret = '', scope }: z.infer<typeof tokenRequest>,
  grant: Omit<Grant, 'actor' | 'epoch'>,
): Promise<z.infer<typeof machineToken> | Refusal> {
  // First, so that an end or a rotation from here on ends the token.
  const epoch = (await sessionOf(store, client_id))?.epoch;
  const machine = (await store.row('machines', client_id))?.body as Machine | undefined;
  const key = machine && (await keyOf(store, machine, client_secret, grant.now));
  if (epoch === undefined || !machine || key === undefined) return refuse('wrong-client');
  const asked = scope?.split(' ').filter(Boolean) ?? [];
  const scopes = asked.length > 0 ? machine.scopes.filter((each) => asked.includes(each)) : machine.scopes;
  if (asked.some((each) => !(machine.scopes as string[]).includes(each)))
    return refuse('scope-not-granted', { scopes: machine.scopes.join(' ') });
  const at = grant.now;
  const use = { at, revision: Date.parse(at) };
  await store.write({ privateRows: [{ table: USES, key: rowKey(client_id, key), body: use, newer: true }] });
  const actor = { sub: client_id, org: machine.organisation, roles: [], departments: [], units: [], scopes };
  const { token, expiresAt } = await issue(store, { ...grant, actor, epoch });
  const seconds = Math.floor((Date.parse(expiresAt) - Date.parse(at)) / 1000);
  return { access_token: token, token_type: 'Bearer', expires_in: seconds, scope: scopes.join(' ') };
}
