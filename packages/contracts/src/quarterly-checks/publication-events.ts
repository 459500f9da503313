// How far results are published: a round's, or a track's year; and what readers keep seeing while they are frozen.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, code, id, prose } from '../values.ts';
import { headExample, roundExample } from './samples.ts';
import { frozenStanding, publicationState, standingsView } from './views.ts';

/** Results of a round or a year are from now on published so far. A round's or a year's own id; `period`: null of a year. */
export const publicationSet = event(
  'publication-set',
  z.object({
    publication: id,
    competition: id,
    track: code,
    period: code.nullable(),
    to: publicationState,
    /** Readers keep seeing the standings of the last freeze, whatever is corrected meanwhile. */
    frozen: z.boolean(),
    /** How often they were frozen so far. */
    freezes: z.int().min(0),
    /** Since when entrants see their results, and for how many working days from the next on they may appeal. Since 0.2.0. */
    appeals: z.object({ from: businessDate, workingDays: z.int().min(0) }).optional(),
    /** Why less is published than before. */
    reason: prose.optional(),
    by: z.string(),
  }),
  {
    ...{ publication: roundExample, competition: headExample.competition, track: 'projects', period: 'q1' },
    ...{ to: 'public', frozen: false, freezes: 0, by: 'user-union' },
    appeals: { from: '2024-04-12', workingDays: 5 },
  },
  { version: 2 },
);
/** Part of the standings as they were when they were frozen, at most 100 a page; the honours are on the first. */
export const standingsFrozen = event(
  'standings-frozen',
  z.object({
    publication: id,
    freeze: z.int().min(1),
    page: z.int().min(1),
    state: standingsView.shape.state,
    items: z.array(frozenStanding).max(100),
    honours: standingsView.shape.honours,
  }),
  {
    ...{ publication: roundExample, freeze: 1, page: 1, state: 'final', honours: [] },
    items: [
      {
        ...{ place: 1, joint: false, result: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d11', status: 'scored', score: 94.21 },
        entry: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d05',
        unit: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01',
        ...{ code: 'XM-07', name: '万泉寺中阳广场项目部', shortName: '万泉寺项目部', group: null, groupLabel: null },
        ...{ band: null, bandLabel: null, bars: [], alerts: [], figures: { safety: 14 } },
      },
    ],
  },
);

/** The events of a publication. */
export const publicationEvents = [publicationSet, standingsFrozen] as const;
