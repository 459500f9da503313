// Studios as members: their names are recorded when they are invited. Until a studio's own union can consent, only the
// studios of the alliance's union exist here; any other is not found, whoever knows its id.
import { type AllianceMember, isRefusal, type Read, type Refusal, refuse } from '@jiangong/contracts';
import { studios } from './views.ts';

type Invited = Omit<AllianceMember, 'leading'>;

/** A recognised studio of the own union. */
export async function memberOf(read: Read, id: string): Promise<Invited | Refusal> {
  const row = await read.get(studios, id);
  if (!row) return refuse('not-found', { what: id });
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
