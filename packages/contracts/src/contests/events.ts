// What the contests service tells the others: contests, who takes part, what they did, and the results of each stage.
import type { EventOf } from '../event.ts';
import { contestAppealEvents } from './appeal.ts';
import { contestEvents } from './contest.ts';
import { fixtureEvents } from './fixture.ts';
import { judgingEvents } from './judging.ts';
import { performanceEvents } from './performance.ts';
import { pointsEvents } from './points.ts';
import { squadEvents } from './squad.ts';
import { contestStageEvents } from './stage.ts';

export * from './appeal.ts';
export * from './contest.ts';
export * from './fixture.ts';
export * from './judging.ts';
export * from './performance.ts';
export * from './points.ts';
export * from './squad.ts';
export * from './stage.ts';

/** Every event type of the contests service. */
export const contestsEvents = [
  ...contestEvents,
  ...squadEvents,
  ...performanceEvents,
  ...judgingEvents,
  ...fixtureEvents,
  ...contestStageEvents,
  ...pointsEvents,
  ...contestAppealEvents,
] as const;
/** Any event of the contests service; narrow it by `type`. */
export type ContestsEvent = EventOf<(typeof contestsEvents)[number]>;
