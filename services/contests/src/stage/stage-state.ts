// What a stage is between its events, and what it is evaluated from.
import type { ContestCause, ContestHonour, EventNamed, PublicationState } from '@jiangong/contracts';
import type { Standing } from './changes.ts';
import type { StageInput } from './evaluate.ts';

export type StageEvent = EventNamed<
  | 'contest-stage-made'
  | 'contest-stage-opened'
  | 'contest-stage-results-paged'
  | 'contest-stage-closed'
  | 'contest-stage-revised'
  | 'contest-tie-decided'
  | 'contest-stage-published'
>;
export type Made = EventNamed<'contest-stage-made'>['data'];
export type Closed = EventNamed<'contest-stage-closed'>['data'];
export type Published = EventNamed<'contest-stage-published'>['data'];
export type TieDecided = EventNamed<'contest-tie-decided'>['data'];

/**
 * `sources`: the revision of every performance, scorecard and earlier stage that the input was read from. `differing`: what
 * judges marked too far apart, once for each contestant.
 */
export interface Evaluate {
  input: StageInput;
  differing?: number;
  sources: ContestCause[];
  scoredBy: string[];
}

export interface Stage extends Made {
  status: 'made' | 'open' | 'closed';
  to: PublicationState;
  /** When contestants may appeal; absent while results are hidden. */
  appeals?: NonNullable<Published['appeals']>;
  /** 0 until it is closed. */
  revision: number;
  basis: Record<string, number>;
  honours: ContestHonour[];
  /** By honour and group. */
  ties: Record<string, TieDecided>;
  /** By contestant. */
  standings: Record<string, Standing>;
}
