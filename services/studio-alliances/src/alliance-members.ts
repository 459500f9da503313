// Studios as members: their names are recorded when they are invited. Of other unions' studios only those in the directory exist
// here; any other is not found, whoever knows its id.
import { type Actor, isRefusal, type Read, type Refusal, type RequestedMember, refuse } from '@jiangong/contracts';
import { knownStudio } from './studio-directory.ts';

type Invited = Omit<RequestedMember, 'leading'>;
interface Asking {
  actor: Actor;
  read: Read;
}

/** A recognised studio of the own union, or one that another union shows. */
export async function memberOf({ actor, read }: Asking, id: string): Promise<Invited | Refusal> {
  const row = await knownStudio(read, id);
  if (!row) return refuse('not-found', { what: id });
  if (row.status !== 'recognised') return refuse('studio-not-recognised', { studios: [row.name] });
  const { studio, code, name, employer, org } = row;
  return { studio, code, name, employer, ...(org === actor.org ? {} : { union: org }) };
}

export async function membersOf(asking: Asking, ids: string[]): Promise<Invited[] | Refusal> {
  const repeated = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (repeated.length) return refuse('studios-repeated', { studios: repeated });
  const members: Invited[] = [];
  for (const id of ids) {
    const member = await memberOf(asking, id);
    if (isRefusal(member)) return member;
    members.push(member);
  }
  return members;
}
