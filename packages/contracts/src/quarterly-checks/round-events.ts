// The events of a round: one track of a competition, checked in one period.
import { z } from 'zod';
import { entrant, period } from '../competitions/events.ts';
import { event } from '../event.ts';
import { code, id, jsonObject, label, prose, year } from '../values.ts';
import { honouredExample, stageHonours } from './evaluation-events.ts';
import { missingItem } from './marks.ts';
import { checkExample, entrantExample, headExample, periodExample, roundExample as round } from './samples.ts';

/** A round of a launched competition, with the scheme that scores it; its entrants are owed a check each. */
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
    /** Its results are hidden until they are published; without it, all entrants see all rows. Since 0.2.0. */
    publication: z.literal('hidden').optional(),
  }),
  {
    ...{ round, ...headExample, stage: 'quarter', period: periodExample },
    ...{ body: { language: 1, id: 'qi-bi-qi-sai' }, publication: 'hidden' },
  },
  { version: 2 },
);
/** A page of a walk over all of something: pages are numbered from 1, the last one says so. */
const pageOfWalk = { page: z.int().min(1).optional(), last: z.boolean().optional() };
/** A page of the round's entrants, each of which is owed a check. `open`: the round is open already. */
export const roundEntrantsAdded = event(
  'round-entrants-added',
  z.object({
    round: id,
    entrants: z.array(entrant).max(250),
    open: z.boolean(),
    ...pageOfWalk,
    /** Of the closure that was undone; 0 where the round's checks are made for the first time. */
    attempt: z.int().min(0).optional(),
  }),
  { round, entrants: [entrantExample], open: false, page: 1, last: true, attempt: 0 },
  { version: 3 },
);
/** An entrant that came when the round was closed already: its check is withdrawn. */
export const roundEntrantRemoved = event('round-entrant-removed', z.object({ round: id, entry: id, check: id }), {
  round,
  entry: entrantExample.entry,
  check: checkExample,
});
/** From here on the scheme's version and the departments that score are locked. */
export const roundOpened = event(
  'round-opened',
  z.object({
    round: id,
    scheme: id,
    schemeVersion: z.int().min(1),
    panel: z.array(code),
    /** Why before the period's first day. Since 0.2.0. */
    reason: prose.optional(),
  }),
  { round, scheme: headExample.scheme, schemeVersion: 1, panel: ['engineering', 'safety'] },
  { version: 2 },
);
/** A page of the round's checks that are to open, seal, unseal, count their days on site again, or withdraw because the competition was cancelled. */
export const checksAsked = event(
  'checks-asked',
  z.object({
    round: id,
    to: z.enum(['open', 'seal', 'unseal', 'withdraw', 'recount']),
    /** Which attempt at closing; 0 for opening and withdrawing. */
    attempt: z.int().min(0),
    checks: z.array(id).max(500),
    /** `year/version` of the calendar by which days on site are counted again. */
    calendar: z.string().optional(),
    ...pageOfWalk,
  }),
  { round, to: 'seal', attempt: 1, checks: [checkExample], page: 1, last: true },
  { version: 3 },
);
/** Every check is to seal itself, page by page; when all pages are sealed, the round closes. `paged`: since 0.2.0. */
export const roundClosing = event(
  'round-closing',
  z.object({
    round: id,
    attempt: z.int().min(1),
    count: z.int(),
    paged: z.boolean().optional(),
    /** Why before the period's last day. Since 0.2.0. */
    reason: prose.optional(),
  }),
  { round, attempt: 1, count: 15, paged: true },
  { version: 3 },
);
/** A check of a page was sealed. */
export const sealCounted = event('seal-counted', z.object({ round: id, check: id, digest: z.string() }), {
  round,
  check: checkExample,
  digest: '0'.repeat(64),
});
/** A check of a page was withdrawn before it could seal: the page does not wait for it. */
export const sealExcused = event('seal-excused', z.object({ round: id, check: id }), { round, check: checkExample });
/** Every check of a page is sealed or excused; `digests` are those of the sealed results, by check. */
export const roundPageSealed = event(
  'round-page-sealed',
  z.object({
    round: id,
    attempt: z.int().min(1),
    page: z.int().min(1),
    last: z.boolean(),
    digests: z.array(z.tuple([id, z.string()])).max(500),
  }),
  { round, attempt: 1, page: 1, last: true, digests: [[checkExample, '0'.repeat(64)]] },
);
/** A check turned out to lack something, or is new: the attempt is given up, sealed checks open again. */
export const roundReopened = event(
  'round-reopened',
  z.object({ round: id, attempt: z.int().min(1), check: id, missing: z.array(missingItem) }),
  { round, attempt: 1, check: checkExample, missing: [] },
);
/** Every check is sealed: the period's standings are final. */
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

/** A closed round opens again: its checks are unsealed and take marks, and it is closed anew. */
export const roundClosureUndone = event(
  'round-closure-undone',
  z.object({
    round: id,
    competition: id,
    track: code,
    stage: code,
    period: code,
    /** The attempt that had closed it, and the digest that it had come to. */
    attempt: z.int().min(1),
    digest: z.string(),
    reason: prose,
    by: z.string(),
  }),
  {
    round,
    competition: headExample.competition,
    track: 'projects',
    stage: 'quarter',
    period: 'q1',
    attempt: 1,
    digest: '0'.repeat(64),
    reason: '安全部评分表整表录错，须重新评分',
    by: 'user-union',
  },
);

/** The competition was cancelled: every check that is not closed is withdrawn. */
export const roundDismissed = event('round-dismissed', z.object({ round: id, attempt: z.int().min(0) }), {
  round,
  attempt: 0,
});

/**
 * The honours of a closed round (a travelling flag, single prizes): what its stage promises, with who gets it. Granted again by a
 * later `revision` if a correction or another closing changes them; while the round is open again, the last ones stand.
 */
export const roundHonoursGranted = event(
  'round-honours-granted',
  z.object({
    round: id,
    competition: id,
    competitionName: label,
    year,
    track: code,
    trackLabel: label,
    stage: code,
    period: code,
    periodLabel: label,
    /** From 1. */
    revision: z.int().min(1),
    /** The closing that they are of, and how far its results were corrected by then. */
    attempt: z.int().min(1),
    basis: z.int().min(0),
    honours: stageHonours,
    /** People who scored: they cannot decide objections against these results. */
    scoredBy: z.array(z.string()),
  }),
  {
    round,
    competition: headExample.competition,
    competitionName: headExample.competitionName,
    year: headExample.year,
    track: 'projects',
    trackLabel: headExample.trackLabel,
    stage: 'quarter',
    period: 'q1',
    periodLabel: periodExample.label,
    revision: 1,
    attempt: 1,
    basis: 15,
    honours: [
      {
        ...{ honour: 'flag', label: '流动红旗', group: null, seats: 1 },
        ...{ granted: [honouredExample], referred: [], provisional: [] },
      },
    ],
    scoredBy: ['user-quality'],
  },
);

/** Every event type of a round itself. */
export const roundEvents = [
  roundMade,
  roundEntrantRemoved,
  roundOpened,
  roundClosing,
  roundReopened,
  roundClosed,
  roundClosureUndone,
  roundDismissed,
  roundHonoursGranted,
] as const;
/** The events of a page of a round: its entrants, or its checks with what they are to do. */
export const roundPageEvents = [roundEntrantsAdded, checksAsked, sealCounted, sealExcused, roundPageSealed] as const;
