// Acting on behalf of another: a token of one's own for one that names both, and back. A deputy has the roles, departments
// and units of whom they stand in for, but never runs a union or the installation for them.
import {
  type Actor,
  type actOnBehalf,
  type Read,
  type Refusal,
  type Role,
  refuse,
  type SecondFactorRule,
  type session,
} from '@jiangong/contracts';
import { definedOnly, sessionOf } from '@jiangong/service-kit';
import type { z } from 'zod';
import { factorOf } from './factor-rows.ts';
import { type Grant, issue } from './issuer.ts';
import { type PrivateStore, personOf } from './private-store.ts';
import { isRequired } from './second-factor.ts';
import { type DeputyRow, deputies, organisations } from './views.ts';

const NEVER_LENT: readonly Role[] = ['admin', 'operator'];
const DAY_S = 86_400;

export function stateOf({ from, to, ended }: DeputyRow, today: string): 'coming' | 'current' | 'over' | 'ended' {
  if (ended) return 'ended';
  if (to < today) return 'over';
  return from > today ? 'coming' : 'current';
}

/** The deputyships by which somebody may act today. */
export async function currentOf({ sub, org }: Actor, today: string, read: Read): Promise<DeputyRow[]> {
  const rows = await read.everywhere().all(deputies, { deputy: sub });
  return rows.filter((row) => row.organisation === org && stateOf(row, today) === 'current');
}

type Session = z.infer<typeof session>;
interface Asking {
  store: PrivateStore;
  read: Read;
  /** Whoever acts, by the token that they act by now, and until when that holds, in seconds. */
  actor: Actor;
  until: number;
  today: string;
  /** Of the installation. */
  rule: SecondFactorRule;
}

/** A token on behalf of `user`, or of one's own again. */
export async function actFor(
  { store, read, actor, until, today, rule }: Asking,
  { user }: z.infer<typeof actOnBehalf>,
  grant: Pick<Grant, 'issuer' | 'audience' | 'now'>,
): Promise<Session | Refusal> {
  // First, so that whatever changes from here on ends the token.
  const own = await sessionOf(store, actor.sub);
  if (!own?.user) return refuse('unauthenticated');
  const { user: sub, organisation: org, roles, departments, units } = own.user;
  const about = { ...grant, epoch: own.epoch };
  const name = (await personOf(store, sub))?.name;
  const union = await read.everywhere().get(organisations, org);
  const names = definedOnly({ name, organisationName: union?.name });
  if (user === undefined) {
    const myself = { sub, org, roles, departments, units };
    return { ...(await issue(store, { ...about, actor: myself, until })), actor: myself, ...names };
  }
  const theirs = await sessionOf(store, user);
  const current = await currentOf(actor, today, read);
  const drawnBy = current.find((row) => row.user === user);
  const lent = theirs?.user?.roles.filter((role) => !NEVER_LENT.includes(role)) ?? [];
  if (!drawnBy || !theirs?.user || lent.length === 0) return refuse('not-deputy');
  // Whose own roles need no second factor signed in with one all the same if there is one.
  if (isRequired(rule, union, lent) && !(await factorOf(store, sub))) return refuse('second-factor-missing');
  const deputy = {
    ...{ sub, org, roles: lent, departments: theirs.user.departments, units: theirs.user.units },
    ...{ behalf: user, ownUnits: units },
  };
  const deputyship = { id: drawnBy.deputyship, duties: theirs.duties ?? theirs.epoch };
  const lastSecond = Date.parse(`${drawnBy.to}T00:00:00+08:00`) / 1000 + DAY_S;
  const drawn = await issue(store, { ...about, actor: deputy, deputyship, until: Math.min(until, lastSecond) });
  return { ...drawn, actor: deputy, ...names };
}
