// How far results are published, and the standings that readers keep seeing while they are frozen.
import type { EventNamed, View } from '@jiangong/contracts';
import { evolve, type Publication, type PublicationEvent } from './publication.ts';

/** How far rounds and years are published; without a row, `unset` and `hiddenYet` say it. */
export const publications: View<Publication, PublicationEvent> = {
  name: 'publications',
  events: ['publication-set'],
  key: (event) => event.data.publication,
  apply: evolve,
  index: ['competition'],
};
/** Standings as they were frozen, a row per page; `freeze` names the publication, too. */
export type FrozenPage = Omit<EventNamed<'standings-frozen'>['data'], 'freeze'> & { freeze: string };
export const frozenPages: View<FrozenPage, EventNamed<'standings-frozen'>> = {
  name: 'frozen-standings',
  events: ['standings-frozen'],
  key: ({ data: { publication, freeze, page } }) => `${publication}/${freeze}/${String(page).padStart(5, '0')}`,
  apply: (_, { data }) => ({ ...data, freeze: `${data.publication}/${data.freeze}` }),
  index: ['freeze'],
};
