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

/** A competition as amended; a registration that had ended stays so unless its window is lengthened. */
export function withAmended<Stage extends Pick<Competition, 'registration' | 'registrationEnded'>>(
  before: Stage,
  { reason: _, ...after }: EventNamed<'competition-amended'>['data'],
) {
  const registrationEnded = before.registrationEnded && after.registration.to <= before.registration.to;
  return { ...before, ...after, registrationEnded };
}
