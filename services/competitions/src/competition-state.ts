// What is known of a competition, and what launching it takes.
import type { Command, CompetitionState, EventNamed } from '@jiangong/contracts';
import type { Body } from './tracks.ts';

export type Announced = EventNamed<'competition-announced'>['data'];

export interface Competition extends Announced {
  state: CompetitionState;
  registrationEnded: boolean;
}

/** `accepted`: how many entries are; `bodies`: the text of each track's scheme. */
export type Launch = Command<'launch', { accepted: number; bodies: Record<string, Body> }>;
