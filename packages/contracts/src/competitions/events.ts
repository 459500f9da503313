// What the competitions service tells the others: units, schemes, competitions, entries.
import { z } from 'zod';
import { type EventOf, event } from '../event.ts';
import { businessDate, code, id, jsonObject, label, prose, year } from '../values.ts';
import { calendarEvents } from './calendar.ts';
import { personEvents, teamEvents } from './person-events.ts';

/** What a unit is to the union. */
export const unitKind = z.enum(['branch', 'project-department', 'employer']);
const unit = z.object({
  unit: id,
  kind: unitKind,
  /** The union's own code: what HR knows the unit by. */
  code,
  name: label,
  shortName: z.string().min(1).max(20),
  /** The branch a project department belongs to. */
  parent: id.optional(),
});
const unitExample = {
  unit: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01',
  kind: 'project-department' as const,
  code: 'XM-07',
  name: '万泉寺中阳广场项目部',
  shortName: '万泉寺项目部',
  parent: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d02',
};
/** A unit is known from now on. */
export const unitRegistered = event('unit-registered', unit, unitExample);
/** The unit is called otherwise. */
export const unitAmended = event('unit-amended', unit, unitExample);
/** Nothing new is entered for the unit; what it did stays its own. */
export const unitRetired = event(
  'unit-retired',
  z.object({
    unit: id,
    /** The unit that goes on in its place. */
    into: id.optional(),
    reason: prose,
  }),
  { unit: unitExample.unit, into: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d06', reason: '与 XM-08 重复登记' },
);
/** The unit was retired by mistake. */
export const unitRestored = event('unit-restored', z.object({ unit: id, reason: prose }), {
  unit: unitExample.unit,
  reason: '两个项目部，并非重复',
});

const scheme = z.object({ scheme: id, version: z.int().min(1), body: jsonObject });
const schemeExample = {
  scheme: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d03',
  version: 1,
  body: { language: 1, id: 'qi-bi-qi-sai', version: 1, title: '七比七赛' },
};
/** A draft was made from a template, or saved anew; `version` is the one it will be published as. */
export const schemeDrafted = event('scheme-drafted', scheme, schemeExample);
/** This version never changes again. */
export const schemePublished = event('scheme-published', scheme, schemeExample);

/** A quarter, a month: a time in which every entrant is checked once. */
export const period = z.object({ id: code, label, from: businessDate, to: businessDate });
/** A period of a competition's track. */
export type Period = z.infer<typeof period>;
const q1 = { id: 'q1', label: '一季度', from: '2024-01-01', to: '2024-03-31' };

/** A track of a competition: who competes (projects, branches), by which published scheme, checked when. */
export const competitionTrack = z.object({
  track: code,
  label,
  scheme: id,
  schemeVersion: z.int().min(1),
  groups: z.array(z.object({ id: code, label })),
  /** Empty for a track that is only judged at the end of the year. */
  periods: z.array(period),
});
/**
 * What every page and event says of a competition.
 * @example
 * ```ts
 * const competition = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d04';
 * const head = { competition, name: '2024年劳动竞赛', year: 2024, theme: '岗位立功', slogan: '创效创优' };
 * competitionHead.parse(head); // → head
 * ```
 */
export const competitionHead = z.object({
  competition: id,
  name: label,
  year,
  theme: label,
  slogan: label,
});
const headExample = {
  competition: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d04',
  name: '2024年“七比七赛”劳动竞赛',
  year: 2024,
  theme: '岗位立功',
  slogan: '岗位立功、创效创优',
};
const trackExample = {
  track: 'projects',
  label: '项目部',
  scheme: schemeExample.scheme,
  schemeVersion: 1,
  groups: [],
  periods: [q1],
};
/** A competition was announced: units may register in its window. */
export const competitionAnnounced = event(
  'competition-announced',
  competitionHead.extend({
    tracks: z.array(competitionTrack).min(1),
    registration: z.object({ from: businessDate, to: businessDate }),
    /** The competition that it repeats. */
    copyOf: id.optional(),
    /** The document that approves its name. */
    approval: code.optional(),
  }),
  { ...headExample, tracks: [trackExample], registration: { from: '2023-12-18', to: '2024-01-12' } },
  // The first version could not say what it repeats.
  { version: 2 },
);

/** An entrant as every later event names it. */
export const entrant = z.object({
  entry: id,
  unit: id,
  code,
  name: label,
  shortName: z.string().min(1).max(20),
  track: code,
  group: code.optional(),
  /** The branch a project department belongs to: a unit. */
  parent: id.optional(),
});
/** A unit that takes part, on its track. */
export type Entrant = z.infer<typeof entrant>;
const entrantExample = {
  entry: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d05',
  unit: unitExample.unit,
  code: unitExample.code,
  name: unitExample.name,
  shortName: unitExample.shortName,
  track: 'projects',
  parent: unitExample.parent,
};

/** Before 0.2.0 the competition listed its entries; since then `entry-accepted` and `entry-regrouped` say it all. */
export const entryListed = event('entry-listed', z.object({ competition: id, entrant, late: z.boolean() }), {
  competition: headExample.competition,
  entrant: entrantExample,
  late: false,
});
/** Before 0.2.0: a listed entry was withdrawn. */
export const entryUnlisted = event('entry-unlisted', z.object({ competition: id, entry: id, track: code }), {
  competition: headExample.competition,
  entry: entrantExample.entry,
  track: 'projects',
});
/** Before 0.2.0: part of the list of entries, before the launch that completed it. */
export const entriesPaged = event(
  'entries-paged',
  z.object({ competition: id, page: z.int().min(1), entries: z.array(entrant).max(500) }),
  { competition: headExample.competition, page: 1, entries: [entrantExample] },
);
/** The competition runs: its tracks with the schemes' whole text. Who takes part, the entries' own events say. */
export const competitionLaunched = event(
  'competition-launched',
  competitionHead.extend({
    tracks: z.array(competitionTrack.extend({ body: jsonObject })),
    /** Entries accepted so far. */
    accepted: z.int().min(0).optional(),
  }),
  { ...headExample, tracks: [{ ...trackExample, body: schemeExample.body }], accepted: 15 },
  // The first version carried the list of entries.
  { version: 2 },
);
/** What was announced is corrected, as it now stands as a whole; once launched only names and the registration window. */
export const competitionAmended = event(
  'competition-amended',
  competitionAnnounced.data.extend({ reason: prose }),
  { ...competitionAnnounced.example, reason: '报名截止日期录错' },
  { version: 2 },
);
/** The competition is over. */
export const competitionClosed = event('competition-closed', z.object({ competition: id }), {
  competition: headExample.competition,
});
/** The competition does not take place, or not to its end. */
export const competitionCancelled = event('competition-cancelled', z.object({ competition: id, reason: prose }), {
  competition: headExample.competition,
  reason: '与上级竞赛合并',
});
/** The last day to register is over; organisers may still register units. */
export const registrationEnded = event('registration-ended', z.object({ competition: id }), {
  competition: headExample.competition,
});

const entryEvent = z.object({ competition: id, entrant });
const entryExample = { competition: headExample.competition, entrant: entrantExample };
/** A unit asks to take part. */
export const entryRegistered = event('entry-registered', entryEvent, entryExample);
/** The entry takes part. */
export const entryAccepted = event('entry-accepted', entryEvent, entryExample);
/** The entry does not take part. */
export const entryRejected = event('entry-rejected', entryEvent.extend({ reason: prose }), {
  ...entryExample,
  reason: '不在参赛范围',
});
/** The entry takes part no longer. */
export const entryWithdrawn = event('entry-withdrawn', entryEvent.extend({ reason: prose }), {
  ...entryExample,
  reason: '项目移交',
});
/** The entry competes in another group from now on. */
export const entryRegrouped = event('entry-regrouped', entryEvent, entryExample);

/** The latest decision on the entry was a mistake: it stands again as it did before, with whatever was entered for it. */
export const entryDecisionUndone = event(
  'entry-decision-undone',
  entryEvent.extend({
    /** How it stands again. */
    state: z.enum(['registered', 'accepted']),
    undone: z.enum(['accepted', 'rejected', 'withdrawn', 'regrouped']),
    reason: prose,
  }),
  { ...entryExample, state: 'accepted', undone: 'withdrawn', reason: '退出的是同名项目，录错' },
);

/** Whether there is work on a project's site. */
export const projectStatus = z.enum(['not-started', 'under-construction', 'suspended', 'completed']);
/** The state of a project's site. */
export type ProjectStatus = z.infer<typeof projectStatus>;
/** From this day on the project is in this state, until the next one recorded. */
export const projectStatusRecorded = event(
  'project-status-recorded',
  z.object({ competition: id, entry: id, status: projectStatus, from: businessDate, reason: prose }),
  {
    competition: headExample.competition,
    entry: entrantExample.entry,
    status: 'suspended',
    from: '2024-07-01',
    reason: '业主调整设计，停工',
  },
);
/** The status that was recorded from this day on was a mistake: what held before it goes on holding. */
export const projectStatusStruck = event(
  'project-status-struck',
  z.object({ competition: id, entry: id, from: businessDate, reason: prose }),
  {
    competition: headExample.competition,
    entry: entrantExample.entry,
    from: '2024-07-01',
    reason: '日期录错，项目并未停工',
  },
);

/** Every event type of the competitions service. */
export const competitionsEvents = [
  unitRegistered,
  unitAmended,
  unitRetired,
  unitRestored,
  schemeDrafted,
  schemePublished,
  competitionAnnounced,
  entryListed,
  entryUnlisted,
  entriesPaged,
  competitionLaunched,
  competitionAmended,
  competitionClosed,
  competitionCancelled,
  registrationEnded,
  entryRegistered,
  entryAccepted,
  entryRejected,
  entryWithdrawn,
  entryRegrouped,
  entryDecisionUndone,
  projectStatusRecorded,
  projectStatusStruck,
  ...calendarEvents,
  ...personEvents,
  ...teamEvents,
] as const;
/** Any event of the competitions service; narrow it by `type`. */
export type CompetitionsEvent = EventOf<(typeof competitionsEvents)[number]>;
