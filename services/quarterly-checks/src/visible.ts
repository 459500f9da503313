// What a reader sees of an entrant's result, by how far it is published. Everything that is read is cut by this alone.
import { type Actor, isOwn } from '@jiangong/contracts';
import type { Publication } from './publication.ts';

/** `result`: all of it. `entries`: what the entrant entered itself. `place`: its place. `name`: that it takes part. */
export type Sight = 'result' | 'entries' | 'place' | 'name';
export interface Sighting {
  /** Everybody's results. */
  all: boolean;
  of(entrant: { unit: string; parent?: string | undefined }): Sight;
}
export type Published = Pick<Publication, 'to' | 'rows' | 'frozen'> & {
  /** Nothing of it is under way: while a round is open, rivals see nothing of each other. */
  closed: boolean;
};

/** Those who hold and judge a competition see its results at any time. */
export const judges = ({ roles }: Actor): boolean =>
  roles.some((role) => ['organiser', 'checker', 'committee', 'auditor'].includes(role));

/** What is frozen is shown as it was then, and nothing that may have changed since. */
export function visible({ to, rows, frozen, closed }: Published, reader: Actor): Sighting {
  if (judges(reader)) return { all: true, of: () => 'result' };
  const isShown = to !== 'hidden' && !frozen;
  const all = isShown && closed && (to === 'public' || rows === 'all');
  return {
    all,
    of(entrant) {
      if (all) return 'result';
      if (isOwn(reader, entrant)) return isShown ? 'result' : 'entries';
      return isShown ? 'place' : 'name';
    },
  };
}
