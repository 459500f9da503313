// Who may see and touch an alliance: its own organisation, those of invited members, and the leaders of its members from
// whichever organisation.
import { type Actor, isRefusal, type Read, type Refusal, refuse, type View } from '@jiangong/contracts';
import { type AllianceRow, alliances, currentMembers, studios } from './views.ts';

export interface Asking {
  actor: Actor;
  read: Read;
}

/** A token may name any studio, but it speaks only for those of its own union. */
export async function leads({ actor, read }: Asking, alliance: AllianceRow): Promise<boolean> {
  if (!actor.roles.includes('alliance-leader')) return false;
  const named = currentMembers(alliance).filter((m) => actor.units.includes(m.studio));
  const own = await Promise.all(named.map((m) => read.get(studios, m.studio)));
  return own.some((studio) => studio !== undefined);
}

/** An alliance the actor may read; for everybody else it does not exist. */
export async function readable({ actor, read }: Asking, id: string): Promise<AllianceRow | Refusal> {
  const alliance = await read.everywhere().get(alliances, id);
  if (alliance?.org === actor.org) return alliance;
  const isInvited = alliance?.members.some((m) => m.union === actor.org && m.place !== 'refused');
  if (!alliance || !(isInvited || (await leads({ actor, read }, alliance)))) return refuse('not-found', { what: id });
  // Which other alliances hold the places of a union's studios is its own affair.
  const members = alliance.members.map((m) => (m.refusal ? { ...m, refusal: { ...m.refusal, holders: [] } } : m));
  return { ...alliance, members };
}

/** An alliance whose work the actor may record: its organiser, or the leader of one of its members. */
export async function workable(asking: Asking, id: string): Promise<AllianceRow | Refusal> {
  const alliance = await readable(asking, id);
  if (isRefusal(alliance)) return alliance;
  const { actor } = asking;
  const organises = alliance.org === actor.org && actor.roles.includes('organiser');
  return organises || (await leads(asking, alliance)) ? alliance : refuse('not-yours', { scope: alliance.name });
}

/** A piece of an alliance's work, whichever organisation wrote it down, if `may` lets the actor at its alliance. */
export async function workOf<R extends { alliance: string }>(
  asking: Asking,
  // biome-ignore lint/suspicious/noExplicitAny: whichever events feed the view
  view: View<R, any>,
  id: string,
  may: typeof readable,
): Promise<R | Refusal> {
  const work = await asking.read.everywhere().get(view, id);
  if (!work) return refuse('not-found', { what: id });
  const alliance = await may(asking, work.alliance);
  if (!isRefusal(alliance)) return work;
  return alliance.refused === 'not-found' ? refuse('not-found', { what: id }) : alliance;
}
