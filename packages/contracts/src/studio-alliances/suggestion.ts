// Suggestions of workers (合理化建议): the links by which anybody in a unit makes one, and what becomes of each.
import { z } from 'zod';
import { event } from '../event.ts';
import { sha256 } from '../files.ts';
import { businessDate, code, filledLabel, filledProse, id, label, prose } from '../values.ts';
import { outputApplied } from './output-rules.ts';

/** How many days a link is good where its maker says nothing. */
export const defaultLinkDays = 90;
const link = z.object({ link: id });
const linkExample = { link: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d60' };
/** A link was made, by which people make suggestions without an account; its key is known here by its hash alone. */
export const suggestionLinkOpened = event(
  'suggestion-link-opened',
  link.extend({ label, check: sha256, until: businessDate }),
  {
    ...{ ...linkExample, label: '冲压车间', until: '2024-06-30' },
    check: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  },
);
/** The link is good no longer. */
export const suggestionLinkRevoked = event('suggestion-link-revoked', link.extend({ reason: prose }), {
  ...linkExample,
  reason: '二维码流出厂外',
});

const suggestion = z.object({ suggestion: id });
const suggestionExample = { suggestion: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d61' };
const studio = { studio: id, studioName: label };
const studioExample = { studio: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d08', studioName: '张杰创新工作室' };
/** Somebody made a suggestion; who, stands in a private row under the proposer's id, and the receipt is known by its hash. */
export const suggestionProposed = event(
  'suggestion-proposed',
  suggestion.extend({ ...link.shape, title: label, text: prose, proposer: id, receipt: sha256, on: businessDate }),
  {
    ...{ ...suggestionExample, ...linkExample, title: '模具快换定位销', text: '换模时两人对位费时，可在底板加定位销' },
    ...{ proposer: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d62', on: '2024-04-10' },
    receipt: 'fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9',
  },
);
/** A studio takes it up. */
export const suggestionTakenUp = event('suggestion-taken-up', suggestion.extend({ ...studio, on: businessDate }), {
  ...{ ...suggestionExample, ...studioExample, on: '2024-04-15' },
});
/** It is tried; the proposer reads the note. */
export const suggestionTried = event('suggestion-tried', suggestion.extend({ note: prose, on: businessDate }), {
  ...{ ...suggestionExample, note: '2号压机试用两周', on: '2024-05-06' },
});
/** It is adopted: an output of the alliance is drafted from it. */
export const suggestionAdopted = event(
  'suggestion-adopted',
  suggestion.extend({
    ...{ alliance: id, owner: z.string(), studios: z.array(id), output: id, by: z.array(z.string()).min(1) },
    ...{ reason: prose, on: businessDate },
    draft: z.object({
      ...{ title: label, kind: label, summary: prose, contributors: z.array(code).min(1).max(100) },
      applied: z.array(outputApplied).min(1).max(4),
      adoptedOn: businessDate,
    }),
  }),
  {
    ...{ ...suggestionExample, alliance: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d07', owner: 'industry-union' },
    ...{ studios: [studioExample.studio], output: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d63', by: ['P-0005'] },
    ...{ reason: '换模时间由40分钟降至25分钟', on: '2024-06-03' },
    draft: {
      ...{ title: '模具快换定位销', kind: '小改革', summary: '换模时两人对位费时，可在底板加定位销' },
      ...{ contributors: ['8f14e45f-ceea-867a-9c0b-3f2c5a1b6d62', 'P-0005'], applied: ['production' as const] },
      adoptedOn: '2024-06-03',
    },
  },
);
/** It is not taken up, or not adopted; the proposer reads why. */
export const suggestionDeclined = event('suggestion-declined', suggestion.extend({ reason: prose, on: businessDate }), {
  ...{ ...suggestionExample, reason: '该压机年内报废', on: '2024-05-20' },
});
/** Who made it is erased: the name and what it is reached by. */
export const suggestionProposerErased = event('suggestion-proposer-erased', suggestion, suggestionExample);

/** Every event type of suggestions. */
export const suggestionEvents = [
  suggestionLinkOpened,
  suggestionLinkRevoked,
  suggestionProposed,
  suggestionTakenUp,
  suggestionTried,
  suggestionAdopted,
  suggestionDeclined,
  suggestionProposerErased,
] as const;

/** Makes a link for suggestions; good for 90 days if `days` is absent. */
export const openSuggestionLink = z.strictObject({
  label: filledLabel,
  days: z.int().min(1).max(366).optional(),
  /** Where the organiser reaches this system, for the link of an installation whose operator has not said where people do. */
  origin: z
    .string()
    .regex(
      /^https?:\/\/[\w.:[\]-]{1,253}$/,
      '应为网址，如 https://honours.example.cn / must be an address such as https://honours.example.cn',
    )
    .optional(),
});
/** Ends a link. */
export const revokeSuggestionLink = z.strictObject({ reason: filledProse });
/** What the form of a link takes: names are kept apart and can be erased. */
export const makeSuggestion = z.strictObject({
  title: filledLabel.max(60),
  text: filledProse.max(1000),
  /** Who makes it. */
  proposer: filledLabel.max(40),
  contact: z.string().max(60).optional(),
});
/** A studio takes a suggestion up. */
export const takeUpSuggestion = z.strictObject({ studio: id });
/** Says how it is tried. */
export const trySuggestion = z.strictObject({ note: filledProse });
/** Adopts a suggestion: an output of the alliance is drafted, with its proposer and these others as contributors. */
export const adoptSuggestion = z.strictObject({
  alliance: id,
  kind: filledLabel,
  applied: z.array(outputApplied).min(1).max(4),
  contributors: z.array(code).max(99).default([]),
  reason: filledProse,
});
/** Declines a suggestion; its proposer reads why. */
export const declineSuggestion = z.strictObject({ reason: filledProse });

/** A link as it is read; its key is not kept. */
export const suggestionLinkAnswer = z.object({
  ...{ ...link.shape, label, until: businessDate },
  /** Why it was revoked. */
  revoked: prose.optional(),
});
/** How far a suggestion is. */
export const suggestionStatus = z.enum(['proposed', 'taken-up', 'tried', 'adopted', 'declined']);
/** What whoever has the receipt reads of a suggestion. */
export const suggestionSeen = z.object({
  ...{ title: label, status: suggestionStatus, on: businessDate },
  /** The studio that took it up. */
  studioName: label.optional(),
  /** How it was tried. */
  note: prose.optional(),
  /** Why it was adopted or declined. */
  reason: prose.optional(),
});
/** A suggestion with its state; `name` and `contact` are missing once they are erased. */
export const suggestionAnswer = suggestionSeen.extend({
  ...{ ...suggestion.shape, ...link.shape, text: prose, proposer: id, label },
  ...{ studio: id.optional(), alliance: id.optional(), output: id.optional() },
  ...{ name: z.string().optional(), contact: z.string().optional() },
});
/** A suggestion as it is read. */
export type SuggestionAnswer = z.infer<typeof suggestionAnswer>;
