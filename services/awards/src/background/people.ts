// Names of persons for whoever reads without belonging to an organisation: the public.
import type { PersonState } from '@jiangong/contracts';
import type { Companion, CompanionDeclaration } from '@jiangong/service-kit';
import { statesIn } from '@jiangong/service-kit/store';
import type { States } from '../people.ts';

interface People extends Companion {
  of(org: string): States;
}
export const people: CompanionDeclaration<People> = {
  name: 'people',
  make: ({ store }) => ({ of: (org) => statesOf(store, org) }),
};

/** What the store of this service knows of an organisation's persons. */
export const statesOf =
  (store: Parameters<typeof statesIn>[0], org: string): States =>
  async (topic, keys) =>
    (await statesIn(store, org, topic, keys)) as ReadonlyMap<string, PersonState>;
