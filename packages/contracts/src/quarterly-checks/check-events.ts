// The events of a check: one entrant in one period, with its plan, progress, sheets and vetoes.
import { z } from 'zod';
import { entrant, period } from '../competitions/events.ts';
import { event } from '../event.ts';
import { code, id, label, prose } from '../values.ts';
import {
  doneItem,
  entrantResult,
  marks,
  missingItem,
  planItem,
  siteDays,
  standingVeto,
  verifiedItem,
} from './marks.ts';
import {
  checkExample as check,
  entrantExample,
  headExample,
  periodExample,
  resultExample,
  roundExample,
} from './samples.ts';

/** A leaf of the sheet that somebody must enter: what kind of mark, how many points, whose. */
export const checkCriterion = z.object({
  id: code,
  label,
  /** The department that enters it. */
  owner: code,
  /** How its input comes: on a department's sheet, by plan and verified progress, or from the project's status. */
  from: z.enum(['sheet', 'work', 'site-days']),
  kind: z.enum(['value', 'ratio', 'events', 'level']),
  points: z.number().optional(),
  /** The highest value that can be entered. */
  most: z.number().optional(),
  /** Codes of events or levels that can be entered. */
  codes: z.array(code).optional(),
  /** Groups it applies to; absent: all. */
  only: z.array(code).optional(),
  due: z.boolean(),
});
/** One criterion of a check. */
export type CheckCriterion = z.infer<typeof checkCriterion>;
/** A veto that the scheme knows, how far it reaches and who raises it. */
export const vetoRule = z.object({
  id: code,
  label,
  zero: code.optional(),
  bars: z.enum(['stage', 'year']).optional(),
  /** Departments that raise it; absent: every department of the check. Since 0.2.0. */
  raisedBy: z.array(code).optional(),
});
/** A department that scores. */
export const checkDepartment = z.object({ id: code, label });

/** An entrant's check of a period exists, with what is to be entered. */
export const checkMade = event(
  'check-made',
  z.object({
    check: id,
    round: id,
    competition: id,
    entrant,
    track: code,
    stage: code,
    period,
    scheme: id,
    schemeVersion: z.int().min(1),
    departments: z.array(checkDepartment),
    criteria: z.array(checkCriterion),
    vetoes: z.array(vetoRule),
    siteDays,
    open: z.boolean(),
  }),
  {
    check,
    round: roundExample,
    competition: headExample.competition,
    entrant: entrantExample,
    track: 'projects',
    stage: 'quarter',
    period: periodExample,
    scheme: headExample.scheme,
    schemeVersion: 1,
    departments: [{ id: 'safety', label: '安全部' }],
    criteria: [
      {
        id: 'safety',
        label: '安全',
        owner: 'safety',
        from: 'sheet',
        kind: 'events',
        points: 14,
        codes: ['minor'],
        due: true,
      },
    ],
    vetoes: [{ id: 'casualty', label: '伤亡事故', bars: 'year', raisedBy: ['safety'] }],
    siteDays: { plan: 60, done: 60 },
    open: false,
  },
  { version: 2 },
);
/** The check takes marks. */
export const checkOpened = event('check-opened', z.object({ check: id }), { check });
/** The check counts no longer, since its entry was withdrawn or its competition cancelled. */
export const checkWithdrawn = event('check-withdrawn', z.object({ check: id }), { check });
/** What is known of the entry up to its event number `seen`: its group, and the days on site. */
export const entryFactsNoted = event(
  'entry-facts-noted',
  z.object({
    check: id,
    seen: z.int(),
    group: code.optional(),
    siteDays,
    /** The edition of the calendar by which the days were counted. */
    calendar: z.int().optional(),
  }),
  { check, seen: 4, siteDays: { plan: 60, done: 0 }, calendar: 1 },
  { version: 2 },
);
/** What is planned of the criteria that are scored by plan and verified work. */
export const planSet = event(
  'plan-set',
  z.object({
    check: id,
    revision: z.int().min(1),
    items: z.record(z.string(), planItem),
    /** Why it was changed after the round had opened. */
    reason: prose.optional(),
    /** Criteria whose reported and verified work was measured against the plan before: verify it again. Since 0.2.0. */
    voids: z.array(code).optional(),
    by: z.string(),
  }),
  {
    check,
    revision: 1,
    items: { progress: { parts: [{ id: 'm1', label: '主体结构封顶', weight: 60, plan: 100, due: '2024-03-20' }] } },
    voids: [],
    by: 'user-wanquansi',
  },
  { version: 2 },
);
/** What the entrant says was done. */
export const progressReported = event(
  'progress-reported',
  z.object({ check: id, items: z.record(z.string(), doneItem), by: z.string() }),
  { check, items: { progress: { parts: [{ id: 'm1', done: 100 }] } }, by: 'user-wanquansi' },
);
/** What a department found done and accepted. */
export const progressVerified = event(
  'progress-verified',
  z.object({ check: id, items: z.record(z.string(), verifiedItem), by: z.string(), at: z.string() }),
  {
    check,
    items: { progress: { parts: [{ id: 'm1', done: 100, accepted: 96 }] } },
    by: 'user-engineering',
    at: '2024-04-03T10:00:00+08:00',
  },
);
const sheet = z.object({ check: id, department: code, by: z.string() });
const sheetExample = { check, department: 'safety', by: 'user-safety' };
/** A draft: all marks of the department as they now are. */
export const sheetSaved = event('sheet-saved', sheet.extend({ marks }), {
  ...sheetExample,
  marks: { safety: { events: [{ code: 'minor', times: 1 }], by: 'user-safety', at: '2024-04-03T10:00:00+08:00' } },
});
/** A department's sheet is complete. */
export const sheetSubmitted = event('sheet-submitted', sheet, sheetExample);
/** A sheet goes back to its department. */
export const sheetReturned = event('sheet-returned', sheet.extend({ reason: prose }), {
  ...sheetExample,
  reason: '扣分依据不全',
});
/** A veto stands against the entrant, with its evidence. */
export const vetoRaised = event(
  'veto-raised',
  z.object({
    check: id,
    veto: id,
    kind: code,
    /** What it costs: one criterion's points, the place in this stage, or the place in the year. */
    level: z.enum(['item', 'stage', 'year']),
    evidence: z.array(z.string()).min(1),
    by: z.string(),
    at: z.string(),
  }),
  {
    check,
    veto: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12',
    kind: 'casualty',
    level: 'year',
    evidence: ['京建安〔2024〕12号'],
    by: 'user-safety',
    at: '2024-04-03T10:00:00+08:00',
  },
);
/** The veto stands no longer. */
export const vetoLifted = event('veto-lifted', z.object({ check: id, veto: id, reason: prose, by: z.string() }), {
  check,
  veto: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12',
  reason: '经调查认定非责任事故',
  by: 'user-union',
});

const sealed = z.object({
  check: id,
  round: id,
  competition: id,
  track: code,
  stage: code,
  period: code,
  entrant,
  revision: z.int().min(1),
  /** The marks it was scored by, and the vetoes that stood. */
  inputs: marks,
  vetoes: z.array(standingVeto),
  result: entrantResult,
  /** People who scored: they cannot decide objections against it. */
  scoredBy: z.array(z.string()),
  scheme: id,
  schemeVersion: z.int().min(1),
  digest: z.string(),
  /** Digests of the marks with the vetoes, and of the result alone; absent in what was sealed by version 1. */
  inputDigest: z.string().optional(),
  resultDigest: z.string().optional(),
});
const sealedExample = {
  check,
  round: roundExample,
  competition: headExample.competition,
  track: 'projects',
  stage: 'quarter',
  period: 'q1',
  entrant: entrantExample,
  revision: 1,
  inputs: { safety: { events: [] } },
  vetoes: [],
  result: resultExample,
  scoredBy: ['user-safety'],
  scheme: headExample.scheme,
  schemeVersion: 1,
  digest: '0'.repeat(64),
  inputDigest: '1'.repeat(64),
  resultDigest: '2'.repeat(64),
};
/** The result is scored and fixed; from now on it is only corrected. */
export const checkSealed = event(
  'check-sealed',
  /** `page`: of the round's checks, since 0.2.0. */
  sealed.extend({ attempt: z.int().min(1), page: z.int().min(1).optional() }),
  { ...sealedExample, attempt: 1, page: 1 },
  { version: 3 },
);
/** It was to seal when it was withdrawn already. */
export const checkExcused = event(
  'check-excused',
  z.object({ check: id, round: id, attempt: z.int().min(1), page: z.int().min(1) }),
  { check, round: roundExample, attempt: 1, page: 1 },
);
/** Sealing was refused, because something due is missing. */
export const sealRefused = event(
  'seal-refused',
  z.object({ check: id, round: id, attempt: z.int().min(1), missing: z.array(missingItem) }),
  { check, round: roundExample, attempt: 1, missing: [] },
);
/** The check takes marks again: its round's closing was given up or undone. */
export const checkUnsealed = event(
  'check-unsealed',
  z.object({
    check: id,
    attempt: z.int().min(1),
    /** Why its round's closure was undone, and by whom; absent where an attempt at closing was given up. Since 0.2.0. */
    reason: prose.optional(),
    by: z.string().optional(),
  }),
  { check, attempt: 1, reason: '安全部评分表整表录错，须重新评分', by: 'user-union' },
  { version: 2 },
);
/** A new revision of a sealed result. */
export const resultCorrected = event(
  'result-corrected',
  sealed.extend({ reason: prose, by: z.string() }),
  { ...sealedExample, revision: 2, reason: '复核后补记一项隐患', by: 'user-union' },
  { version: 2 },
);

/** Every event type of a check. */
export const checkEvents = [
  checkMade,
  checkOpened,
  checkWithdrawn,
  entryFactsNoted,
  planSet,
  progressReported,
  progressVerified,
  sheetSaved,
  sheetSubmitted,
  sheetReturned,
  vetoRaised,
  vetoLifted,
  checkSealed,
  checkExcused,
  sealRefused,
  checkUnsealed,
  resultCorrected,
] as const;
