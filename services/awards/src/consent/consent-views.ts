// Rows of consents to publication, by the id of the person.
import type { EventNamed, Read, View } from '@jiangong/contracts';
import * as publicationConsent from './publication-consent.ts';

type Event = Parameters<typeof publicationConsent.evolve>[1];
export const publicationConsents: View<NonNullable<publicationConsent.State>, EventNamed<Event['type']>> = {
  name: 'publication-consents',
  events: ['publication-consent-given', 'publication-consent-withdrawn'],
  key: ({ data }) => data.person,
  apply: publicationConsent.evolve,
  index: ['status', 'person'],
};

/** Who of these agrees that the name is published. */
export async function agreeingOf(persons: readonly string[], read: Read): Promise<ReadonlySet<string>> {
  if (persons.length === 0) return new Set();
  const rows = await read.all(publicationConsents, { person: [...new Set(persons)] });
  return new Set(rows.filter(({ status }) => status === 'given').map(({ person }) => person));
}
