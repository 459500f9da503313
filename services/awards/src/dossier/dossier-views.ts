// Rows of dossiers.
import type { EventNamed, Read, View } from '@jiangong/contracts';
import * as dossier from './dossier.ts';
import type { Dossier } from './papers.ts';

type Event = Parameters<typeof dossier.evolve>[1];
export const dossiers: View<Dossier, EventNamed<Event['type']>> = {
  name: 'dossiers',
  events: ['paper-handed-in', 'paper-waived', 'dossier-texts-erased'],
  key: ({ data }) => data.dossier,
  apply: dossier.evolve,
  index: ['list'],
};

/** Every candidate's of a list. */
export const dossiersOf = (read: Read, list: string) => read.all(dossiers, { list });
