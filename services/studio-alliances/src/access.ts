// Who may see and touch an alliance: its own organisation, and the leaders of its members from whichever organisation.
import { type Actor, isRefusal, type Read, type Refusal, refuse, type View } from '@jiangong/contracts';
import { type AllianceRow, alliances, currentMembers } from './views.ts';

interface Asking {
  actor: Actor;
  read: Read;
}

export const leads = (actor: Actor, alliance: AllianceRow) =>
  actor.roles.includes('alliance-leader') && currentMembers(alliance).some((m) => actor.units.includes(m.studio));

/** An alliance the actor may read; for everybody else it does not exist. */
export async function readable({ actor, read }: Asking, id: string): Promise<AllianceRow | Refusal> {
  const alliance = await read.everywhere().get(alliances, id);
  if (!alliance || (alliance.org !== actor.org && !leads(actor, alliance))) return refuse('not-found', { what: id });
  return alliance;
}

/** An alliance whose work the actor may record: its organiser, or the leader of one of its members. */
export async function workable(asking: Asking, id: string): Promise<AllianceRow | Refusal> {
  const alliance = await readable(asking, id);
  if (isRefusal(alliance)) return alliance;
  const { actor } = asking;
  const organises = alliance.org === actor.org && actor.roles.includes('organiser');
  return organises || leads(actor, alliance) ? alliance : refuse('not-yours', { scope: alliance.name });
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
