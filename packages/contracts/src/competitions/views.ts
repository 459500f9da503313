// What the competitions service answers: units, schemes, competitions and entries as readers see them.
import { z } from 'zod';
import { businessDate, code, id, jsonObject, label, prose } from '../values.ts';
import { competitionHead, competitionTrack, entrant, projectStatus, unitRegistered } from './events.ts';

/** A unit as it is registered. */
export const unitView = unitRegistered.data.extend({
  /** Nothing new is entered for it; `into`: the unit that goes on in its place. */
  retired: z.object({ into: id.optional(), reason: prose }).optional(),
});

/** Something wrong, or doubtful, in a scheme: `at` is a JSON pointer into its text. */
export const schemeFinding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  at: z.string(),
  zh: z.string(),
  en: z.string(),
});
/** A scheme in a list: which version is published, which is drafted. */
export const schemeSummary = z.object({
  scheme: id,
  /** The latest published version; 0: none yet. */
  published: z.int().min(0),
  /** The version being drafted, if there is a draft. */
  drafting: z.int().min(1).optional(),
});
/** A scheme of a list. */
export type SchemeSummary = z.infer<typeof schemeSummary>;
/** A scheme with the text of its draft, or else of its latest version, and what is to be mended in it. */
export const schemeView = schemeSummary.extend({ body: jsonObject, findings: z.array(schemeFinding) });
/** A published version of a scheme with its whole text. */
export const schemeVersionView = z.object({ scheme: id, version: z.int().min(1), body: jsonObject });
/** One difference of two versions, by what it can move; `at` points into the later text (of what is gone, the earlier). */
export const schemeChange = z.object({
  effect: z.enum(['scores', 'places', 'honours', 'wording']),
  kind: z.enum(['added', 'removed', 'changed', 'reordered']),
  at: z.string(),
  zh: z.string(),
  en: z.string(),
});
/** Every difference of two versions of a scheme. */
export const schemeComparison = z.object({
  scheme: id,
  from: z.int().min(1),
  to: z.int().min(1),
  changes: z.array(schemeChange),
});

/** How far a competition is. */
export const competitionState = z.enum(['announced', 'launched', 'closed', 'cancelled']);
/** One of the states of a competition. */
export type CompetitionState = z.infer<typeof competitionState>;
/** A competition in a list. */
export const competitionSummary = competitionHead.extend({
  state: competitionState,
  registration: z.object({ from: businessDate, to: businessDate }),
  /** The window has passed; organisers may still register. */
  registrationEnded: z.boolean(),
  /** The competition that it repeats, whose units are proposed. */
  copyOf: id.optional(),
  /** The document that approves its name. */
  approval: code.optional(),
  reason: prose.optional(),
});
/** One competition's page: its head, its tracks with their periods, and how many entries there are in each state. */
export const competitionView = competitionSummary.extend({
  tracks: z.array(
    competitionTrack.extend({
      entries: z.object({
        registered: z.int(),
        accepted: z.int(),
        rejected: z.int(),
        withdrawn: z.int(),
      }),
    }),
  ),
});

/** A unit that took part in the competition that this one repeats, and has no entry in this one yet. */
export const proposedEntry = z.object({
  unit: id,
  code,
  name: label,
  shortName: z.string().min(1).max(20),
  track: code,
  group: code.optional(),
});

/** How far an entry is. */
export const entryState = z.enum(['registered', 'accepted', 'rejected', 'withdrawn']);
/** One of the states of an entry. */
export type EntryState = z.infer<typeof entryState>;
/** An entry with the states of its project. */
export const entryView = entrant.extend({
  competition: id,
  state: entryState,
  /** Why it was rejected or withdrawn, or why that was undone. */
  reason: prose.optional(),
  /** In date order; each holds until the next. */
  statuses: z.array(
    z.object({
      status: projectStatus,
      from: businessDate,
      /** Its last day; absent while it holds. */
      to: businessDate.optional(),
      reason: prose,
    }),
  ),
});
/** A scheme that ships, to draft one's own from. */
export const schemeTemplate = z.object({ template: code, title: label });
