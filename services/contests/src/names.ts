// What contestants are called: units, teams and studios by their entries, persons by their state, which can be erased.
import type { ContestEntrant, PersonState } from '@jiangong/contracts';

export const PEOPLE = 'people.state.v1';
/** What a request reads of persons. */
export type States = (topic: typeof PEOPLE, keys?: readonly string[]) => Promise<ReadonlyMap<string, PersonState>>;
export interface Name {
  code?: string;
  name?: string;
}
interface Named {
  contestant: string;
  entrant: ContestEntrant;
}

/** By contestant; whoever is erased has none. */
export async function namesOf(contestants: readonly Named[], states: States): Promise<Map<string, Name>> {
  const persons = contestants.filter(({ entrant }) => entrant.type === 'person').map(({ entrant }) => entrant.id);
  const known = persons.length > 0 ? await states(PEOPLE, [...new Set(persons)]) : new Map<string, PersonState>();
  return new Map(
    contestants.map(({ contestant, entrant: { type, id, code, name } }) => {
      const { externalId, name: own } = known.get(id) ?? {};
      const [number, called] = type === 'person' ? [externalId, own] : [code, name];
      return [contestant, { ...(number ? { code: number } : {}), ...(called ? { name: called } : {}) }];
    }),
  );
}
