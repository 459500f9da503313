// Whom a unit enters on a track of a contest. Of a person only ids travel: name and employee number are the person's state.
import { z } from 'zod';
import { event } from '../event.ts';
import { code, id, label, prose } from '../values.ts';
import { contestEntrantType, contestExample } from './contest.ts';

/** Who competes: of a person the id alone, of everybody else also what they are called. */
export const contestEntrant = z.object({
  type: contestEntrantType,
  id,
  code: code.optional(),
  name: label.optional(),
  /** Of a person or a team: the unit they belong to. */
  unit: id.optional(),
});
/** Who competes. */
export type ContestEntrant = z.infer<typeof contestEntrant>;
/** One entrant on a track; `represents`: the team or unit whose result theirs counts for, where it is not their own unit. */
export const contestant = z.object({
  contestant: id,
  squad: id,
  contest: id,
  track: code,
  group: code.optional(),
  entrant: contestEntrant,
  represents: id.optional(),
});
/** One entrant on a track. */
export type Contestant = z.infer<typeof contestant>;

/** A plausible entrant, for the documentation. */
export const contestantExample = {
  contestant: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d42',
  squad: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d43',
  contest: contestExample.contest,
  track: 'runners',
  entrant: {
    type: 'person' as const,
    id: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d31',
    unit: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01',
  },
};
/** A unit puts somebody forward: an organiser has to accept. */
export const contestantRegistered = event('contestant-registered', contestant, contestantExample);
/** The entrant takes part. */
export const contestantAccepted = event('contestant-accepted', contestant, contestantExample);
const one = z.object({ contestant: id, squad: id, reason: prose });
const oneExample = { contestant: contestantExample.contestant, squad: contestantExample.squad };
/** The entrant does not take part. */
export const contestantRejected = event('contestant-rejected', one, { ...oneExample, reason: '不在参赛范围' });
/** The entrant takes part no longer; what was scored stays. */
export const contestantWithdrawn = event('contestant-withdrawn', one, { ...oneExample, reason: '因伤退赛' });

/** The events of a squad. */
export const squadEvents = [contestantRegistered, contestantAccepted, contestantRejected, contestantWithdrawn] as const;
