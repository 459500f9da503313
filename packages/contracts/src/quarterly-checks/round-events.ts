// The events of a round: one track of a competition, checked in one period.
import { z } from 'zod';
import { entrant, period } from '../competitions/events.ts';
import { event } from '../event.ts';
import { code, id, jsonObject, label, year } from '../values.ts';
import { missingItem } from './marks.ts';
import { checkExample, entrantExample, headExample, periodExample, roundExample as round } from './samples.ts';

/** A round of a launched competition, with the scheme that scores it; its entrants follow in pages. */
export const roundMade = event(
  'round-made',
  z.object({
    round: id,
    competition: id,
    competitionName: label,
    year,
    track: code,
    trackLabel: label,
    /** The stage of the scheme that its checks are scored by. */
    stage: code,
    period,
    scheme: id,
    schemeVersion: z.int().min(1),
    body: jsonObject,
  }),
  { round, ...headExample, stage: 'quarter', period: periodExample, body: { language: 1, id: 'qi-bi-qi-sai' } },
);
/** Entrants of the round, each of which is owed a check. `open`: the round is open already. */
export const roundEntrantsAdded = event(
  'round-entrants-added',
  z.object({ round: id, entrants: z.array(entrant).max(250), open: z.boolean() }),
  { round, entrants: [entrantExample], open: false },
);
export const roundEntrantRemoved = event('round-entrant-removed', z.object({ round: id, entry: id, check: id }), {
  round,
  entry: entrantExample.entry,
  check: checkExample,
});
/** From here on the scheme's version and the departments that score are locked. */
export const roundOpened = event(
  'round-opened',
  z.object({ round: id, scheme: id, schemeVersion: z.int().min(1), panel: z.array(code) }),
  { round, scheme: headExample.scheme, schemeVersion: 1, panel: ['engineering', 'safety'] },
);
/** The round asks its checks to open, seal or unseal: at most 500 a page. */
export const checksAsked = event(
  'checks-asked',
  z.object({
    round: id,
    to: z.enum(['open', 'seal', 'unseal']),
    /** Which attempt at closing; 0 for opening. */
    attempt: z.int().min(0),
    checks: z.array(id).max(500),
  }),
  { round, to: 'seal', attempt: 1, checks: [checkExample] },
);
/** Every check is to seal itself; the last seal closes the round. */
export const roundClosing = event('round-closing', z.object({ round: id, attempt: z.int().min(1), count: z.int() }), {
  round,
  attempt: 1,
  count: 15,
});
export const sealCounted = event('seal-counted', z.object({ round: id, check: id, digest: z.string() }), {
  round,
  check: checkExample,
  digest: '0'.repeat(64),
});
/** A check turned out to lack something, or is new: the attempt is given up, sealed checks open again. */
export const roundReopened = event(
  'round-reopened',
  z.object({ round: id, attempt: z.int().min(1), check: id, missing: z.array(missingItem) }),
  { round, attempt: 1, check: checkExample, missing: [] },
);
export const roundClosed = event(
  'round-closed',
  z.object({
    round: id,
    competition: id,
    track: code,
    stage: code,
    period: code,
    count: z.int(),
    /** Of all sealed results, by check. */
    digest: z.string(),
  }),
  {
    round,
    competition: headExample.competition,
    track: 'projects',
    stage: 'quarter',
    period: 'q1',
    count: 15,
    digest: '0'.repeat(64),
  },
);

export const roundEvents = [
  roundMade,
  roundEntrantsAdded,
  roundEntrantRemoved,
  roundOpened,
  checksAsked,
  roundClosing,
  sealCounted,
  roundReopened,
  roundClosed,
] as const;
