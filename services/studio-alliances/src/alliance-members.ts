// Studios as members: their names are taken down when they are asked, from whichever organisation they are.
import { type AllianceMember, isRefusal, type Read, type Refusal, refuse } from '@jiangong/contracts';
import { studios } from './views.ts';

type Invited = Omit<AllianceMember, 'leading'>;

/** A recognised studio. Those of other unions are known to us only once they are recognised. */
export async function memberOf(read: Read, id: string): Promise<Invited | Refusal> {
  const own = await read.get(studios, id);
  const row = own ?? (await read.everywhere().get(studios, id));
  if (!row || (!own && row.status === 'registered')) return refuse('not-found', { what: id });
  if (row.status !== 'recognised') return refuse('studio-not-recognised', { studios: [row.name] });
  const { studio, code, name, employer } = row;
  return { studio, code, name, employer };
}

export async function membersOf(read: Read, ids: string[]): Promise<Invited[] | Refusal> {
  const repeated = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (repeated.length) return refuse('studios-repeated', { studios: repeated });
  const members: Invited[] = [];
  for (const id of ids) {
    const member = await memberOf(read, id);
    if (isRefusal(member)) return member;
    members.push(member);
  }
  return members;
}
