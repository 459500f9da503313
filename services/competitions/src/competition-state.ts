// What is known of a competition, and what launching it takes.
import type { Command, CompetitionState, Entrant, EventNamed } from '@jiangong/contracts';
import type { Body } from './tracks.ts';

export type Announced = EventNamed<'competition-announced'>['data'];

export interface Competition extends Announced {
  state: CompetitionState;
  registrationEnded: boolean;
  /** Accepted entries by id. */
  entries: Readonly<Record<string, Entrant>>;
}

/** `accepted`: what the list of entries says; `bodies`: the text of each track's scheme. */
export type Launch = Command<'launch', { accepted: Entrant[]; bodies: Record<string, Body> }>;
