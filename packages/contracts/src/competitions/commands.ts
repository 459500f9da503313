// The bodies of the competitions service's commands, as they cross the border. Strict: an unknown field is an error.
import { z } from 'zod';
import {
  businessDate,
  code,
  id,
  jsonObject,
  filledLabel as label,
  filledProse as prose,
  filledShortName as shortName,
  year,
} from '../values.ts';
import { period, projectStatus, unitKind } from './events.ts';

/** Registers a branch, a project department or an employer. */
export const registerUnit = z.strictObject({
  /** Drawn by the client; by default derived from the organisation and the unit's code. */
  id: id.optional(),
  kind: unitKind,
  code: z.string().min(1).max(64),
  name: label,
  shortName,
  /** The branch a project department belongs to. */
  parent: id.optional(),
});
/** Renames a unit; its code and kind stay. */
export const amendUnit = z.strictObject({ name: label, shortName });

/** Retires a unit that was entered twice or is no more; `into`: the one that goes on in its place. */
export const retireUnit = z.strictObject({ into: id.optional(), reason: prose });
/** Takes a unit into use again that was retired by mistake. */
export const restoreUnit = z.strictObject({ reason: prose });

/** Drafts a scheme from a template that ships. */
export const draftScheme = z.strictObject({ id: id.optional(), template: code });
/** The draft's whole text; a draft may be unfinished, publishing may not. */
export const saveScheme = z.strictObject({ body: jsonObject });

/** `acceptUnsupported`: the organiser knows what of the scheme will be missing, and publishes it all the same. */
export const publishScheme = z.strictObject({ acceptUnsupported: z.boolean().optional() }).nullish();

const named = z.strictObject({ id: code, label });
const enteredPeriod = z.strictObject({ ...period.shape, label });
/** Announces a competition: its tracks with their schemes and periods, and when units may register. */
export const announceCompetition = z.strictObject({
  id: id.optional(),
  name: label,
  year,
  theme: label,
  slogan: label,
  /** The document that approves a name with 国家, 中国 or 全国. */
  approval: code.optional(),
  tracks: z
    .array(
      z.strictObject({
        /** A track of the scheme. */
        track: code,
        label,
        scheme: id,
        /** A published version; by default the latest. */
        schemeVersion: z.int().min(1).optional(),
        /** By default the scheme's own groups of this track. */
        groups: z.array(named).max(200).optional(),
        /** Dates of the periods that the scheme's stages of this track name. */
        periods: z.array(enteredPeriod).max(400).default([]),
      }),
    )
    .min(1)
    .max(50),
  registration: z.strictObject({ from: businessDate, to: businessDate }),
});
/** Corrects what was announced; what is absent stays. Until the launch also tracks: all periods of one, its scheme's version. */
export const amendCompetition = z.strictObject({
  name: label.optional(),
  theme: label.optional(),
  slogan: label.optional(),
  approval: code.optional(),
  registration: z.strictObject({ from: businessDate, to: businessDate }).optional(),
  tracks: z
    .array(
      z.strictObject({
        track: code,
        schemeVersion: z.int().min(1).optional(),
        periods: z.array(enteredPeriod).max(400).optional(),
      }),
    )
    .min(1)
    .max(50)
    .optional(),
  reason: prose,
});
/** Announces a competition anew for another year: its schemes, groups and periods, every date moved. */
export const copyCompetition = z.strictObject({ id: id.optional(), year, approval: code.optional() });
/** Cancels a competition, with the reason that readers see. */
export const cancelCompetition = z.strictObject({ reason: prose });

/** Registers a unit on a track of a competition. */
export const registerEntry = z.strictObject({ unit: id, track: code, group: code.optional() });
/** Rejects a registered entry. */
export const rejectEntry = z.strictObject({ reason: prose });
/** Withdraws an entry, also after the competition was launched. */
export const withdrawEntry = z.strictObject({ reason: prose });
/** Moves an entry to another group of its track. */
export const regroupEntry = z.strictObject({ group: code });
/** Undoes the latest decision on an entry that was wrong: it was accepted, rejected, withdrawn or regrouped by mistake. */
export const undoEntryDecision = z.strictObject({ reason: prose });
/** Strikes the status that was recorded from a day on by mistake. */
export const strikeProjectStatus = z.strictObject({ from: businessDate, reason: prose });
/**
 * Records from which day on a project is under construction, suspended or completed; also one that was forgotten before a later
 * one. The same first day corrects.
 */
export const recordProjectStatus = z.strictObject({ status: projectStatus, from: businessDate, reason: prose });
