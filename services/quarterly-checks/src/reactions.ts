// What follows from events: rounds from a launch, checks from rounds and entries, seals from a closing and the count of
// them, and the days on site from a project's status, whichever of the two is heard of first.
import { byTarget, type CommandRequest, digestOf, evaluationId, type Read, roundPageId } from '@jiangong/contracts';
import { on } from '@jiangong/service-kit';
import { calendarOf } from '@jiangong/service-kit/calendar';
import { checkCommand } from './check.ts';
import { checksToMake, noteEntry } from './entry-facts.ts';
import { admitted, dropped, noteToChecks, roundsOf } from './entry-reactions.ts';
import { publicationCommand } from './publication.ts';
import { isClosing, type Round, roundCommand } from './round.ts';
import { roundPageCommand } from './round-page.ts';
import { checks, competitions, entries, roundPages, rounds } from './views.ts';
import { checksPage, entrantsPage } from './walk.ts';
import { periodicStage } from './year.ts';
import { evaluatedAnew, granting } from './year-reactions.ts';

export const reactions = [
  on('competition-launched', ({ data }) => {
    const { competition, name, year } = data;
    return roundsOf(data).map(({ id, track, label, period, scheme, schemeVersion, body }) => {
      const stage = periodicStage(body, track, period.id);
      if (!stage) throw new Error(`the scheme of track ${track} has no stage with period ${period.id}`);
      const about = { competition, competitionName: name, year, track, trackLabel: label, stage, period };
      return roundCommand(id, 'make', { ...about, scheme, schemeVersion, body, publication: 'hidden' });
    });
  }),
  // What is launched is hidden until an organiser publishes it.
  on('competition-launched', ({ data }) => {
    const { competition } = data;
    const ofRounds = roundsOf(data).map(({ id, track, period }) => ({ id, track, period: period.id }));
    const ofYears = data.tracks.map(({ track }) => ({ id: evaluationId(competition, track), track, period: null }));
    const all = [...ofRounds, ...ofYears];
    return byTarget(all.map(({ id, ...about }) => publicationCommand(id, 'hide', { competition, ...about })));
  }),
  on('round-made', async ({ data }, read) => {
    const round = (await read.get(rounds, data.round))!;
    return round.status === 'closed' ? [] : [await entrantsPage(round, { page: 1 }, read)];
  }),
  on('round-entrants-added', async ({ data: { round: id, entrants, open, page, last, attempt } }, read) => {
    const round = (await read.get(rounds, id))!;
    const { workingDays } = await calendarOf(read);
    const make = checksToMake(round, entrants, open, workingDays);
    if (page === undefined || last) return make;
    return [...make, await entrantsPage(round, { page: page + 1, after: entrants.at(-1)!.entry, attempt }, read)];
  }),
  // Accepted after the launch, or while the round's entrants were gone through.
  on('entry-accepted', ({ data }, read) => admitted(data, read)),
  on('entry-withdrawn', ({ data: { entrant } }, read) => dropped(entrant.entry, read)),
  on('entry-decision-undone', ({ data }, read) => {
    if (data.undone === 'regrouped') return noteToChecks(data.entrant.entry, read);
    return data.state === 'accepted' ? admitted(data, read) : dropped(data.entrant.entry, read);
  }),
  on('competition-cancelled', async ({ data: { competition } }, read) => {
    const launched = await read.get(competitions, competition);
    // By target: what 0.1.0 did with this event, by ordinal, was something else.
    return byTarget(launched ? roundsOf(launched).map(({ id }) => roundCommand(id, 'dismiss', {})) : []);
  }),

  on('check-made', async ({ data }, read) => {
    const { check, entrant, round: id } = data;
    const round = (await read.get(rounds, id))!;
    const entry = await read.get(entries, entrant.entry);
    if (round.dismissed || entry?.standing === 'out') return byTarget([checkCommand(check, 'withdraw', {})]);
    const requests: CommandRequest[] = [];
    if (round.status !== 'made' && !data.open) requests.push(checkCommand(check, 'open', {}));
    const isLate = round.status === 'closing' || round.status === 'closed';
    // Whatever is sealed was on a page.
    if (isLate && (await read.get(checks, check))?.status !== 'sealed')
      requests.push(roundCommand(id, 'note-check', { check, entry: entrant.entry }));
    const isOther = entry && (entry.statuses.length > 0 || entry.entrant?.group !== entrant.group);
    // A calendar may have come since the check was made, before there was a row for it to find.
    const calendar = await calendarOf(read);
    if (isOther || calendar.workingDays(data.period.from, data.period.to) !== data.siteDays.plan)
      requests.push(noteEntry(data, entry, calendar));
    return byTarget(requests);
  }),
  on('round-entrant-removed', ({ data: { check } }) => [checkCommand(check, 'withdraw', {})]),
  on('round-dismissed', async ({ data: { round, attempt } }, read) => [
    await checksPage({ round, to: 'unseal', attempt }, { page: 1 }, read),
    await checksPage({ round, to: 'withdraw', attempt: 0 }, { page: 1 }, read),
  ]),
  on('round-opened', async ({ data: { round } }, read) => [
    await checksPage({ round, to: 'open', attempt: 0 }, { page: 1 }, read),
  ]),
  on('round-closing', async ({ data: { round, attempt, paged } }, read) =>
    paged ? [await checksPage({ round, to: 'seal', attempt }, { page: 1 }, read)] : [],
  ),
  on('round-reopened', async ({ data: { round, attempt } }, read) => [
    await checksPage({ round, to: 'unseal', attempt }, { page: 1 }, read),
  ]),
  // Whoever was accepted since the closure is owed a check; what was sealed opens again.
  on('round-closure-undone', async ({ data: { round: id, attempt } }, read) => {
    const round = (await read.get(rounds, id))!;
    return [
      await checksPage({ round: id, to: 'unseal', attempt }, { page: 1 }, read),
      await entrantsPage(round, { page: 1, attempt }, read),
    ];
  }),
  on('checks-asked', async ({ data: { round: id, to, attempt, checks, page, last, calendar } }, read) => {
    const round = (await read.get(rounds, id))!;
    // An attempt that was given up goes no further; what it sealed already opens again.
    if (to === 'seal' && !isClosing(round, attempt)) return [];
    if (to === 'recount') {
      const requests = await recounted(checks, read);
      if (last) return requests;
      const step = { page: page! + 1, after: checks.at(-1)! };
      return [...requests, await checksPage({ round: id, to, attempt, calendar }, step, read)];
    }
    const { body } = round;
    const given = undoneIn(round);
    const requests = checks.map((check) => {
      if (to === 'open') return checkCommand(check, 'open', {});
      if (to === 'withdraw') return checkCommand(check, 'withdraw', {});
      if (to === 'unseal') return checkCommand(check, 'unseal', { attempt, ...given });
      return checkCommand(check, 'seal', { attempt, page: page ?? 0, body, ...given });
    });
    if (page === undefined || last) return requests;
    const step = { page: page + 1, after: checks.at(-1)! };
    return [...requests, await checksPage({ round: id, to, attempt }, step, read)];
  }),
  on('check-sealed', async ({ data: { round: id, attempt, check, digest, page } }, read) => {
    if (!page) return [];
    const round = (await read.get(rounds, id))!;
    if (round.attempt === attempt && round.status !== 'open')
      return [roundPageCommand(roundPageId(id, 'seal', attempt, page), 'count-seal', { check, digest })];
    return [checkCommand(check, 'unseal', { attempt, ...undoneIn(round) })];
  }),
  on('check-excused', ({ data: { round, attempt, page, check } }) => [
    roundPageCommand(roundPageId(round, 'seal', attempt, page), 'excuse', { check }),
  ]),
  on('seal-refused', ({ data: { round, attempt, check, missing } }) => [
    roundCommand(round, 'refuse-seal', { attempt, check, missing }),
  ]),
  on('round-page-sealed', async ({ data: { round, attempt } }, read) => {
    const filter = { walk: `${round}/${attempt}` };
    const sealed = await read.count(roundPages, filter);
    const [last] = await read.all(roundPages, { lastOf: `${round}/${attempt}` });
    if (last?.page !== sealed) return [];
    const digests = (await read.all(roundPages, filter)).flatMap((page) => page.digests);
    digests.sort(([a], [b]) => (a < b ? -1 : 1));
    return [roundCommand(round, 'conclude', { attempt, count: digests.length, digest: digestOf(digests) })];
  }),
  // Its entrant was accepted again while the withdrawal was on its way.
  on('check-withdrawn', async ({ data: { check: id } }, read) => {
    const check = (await read.get(checks, id))!;
    const entry = await read.get(entries, check.entry);
    const round = (await read.get(rounds, check.round))!;
    if (!entry?.entrant || entry.standing !== 'accepted' || round.dismissed || round.status === 'closed') return [];
    const { workingDays } = await calendarOf(read);
    return checksToMake(round, [entry.entrant], round.status !== 'made', workingDays);
  }),
  // It was sealed when its entrant left; what was closed by then stands, though the closure be undone.
  on('check-unsealed', async ({ data: { check: id, reason } }, read) => {
    if (reason) return [];
    const check = (await read.get(checks, id))!;
    const entry = await read.get(entries, check.entry);
    const round = await read.get(rounds, check.round);
    return entry?.standing === 'out' || round?.dismissed ? [checkCommand(id, 'withdraw', {})] : [];
  }),

  // Rounds that are closed keep the days that they were scored by.
  on('calendar-published', async ({ data: { year, version } }, read) => {
    const live = await read.all(rounds, { status: ['made', 'open', 'closing'] });
    const touched = live.filter(({ period }) => period.from <= `${year}-12-31` && period.to > `${year - 1}-12-20`);
    const walk = { to: 'recount' as const, attempt: version, calendar: `${year}/${version}` };
    return byTarget(await Promise.all(touched.map(({ round }) => checksPage({ round, ...walk }, { page: 1 }, read))));
  }),
  on('project-status-recorded', ({ data: { entry } }, read) => noteToChecks(entry, read)),
  on('project-status-struck', ({ data: { entry } }, read) => noteToChecks(entry, read)),
  on('entry-regrouped', ({ data: { entrant } }, read) => noteToChecks(entrant.entry, read)),

  // What the round's stage promises is granted with its closing, and again where a correction changes it.
  on('round-closed', ({ data }, read) => granting(data.round, read)),
  on('result-corrected', ({ data }, read) => granting(data.round, read)),
  on('result-corrected', ({ data }, read) => evaluatedAnew(data.competition, read)),
  // A year waits while one of its rounds is open again.
  on('round-closed', ({ data }, read) => evaluatedAnew(data.competition, read)),
  on('review-recorded', ({ data }, read) => evaluatedAnew(data.competition, read)),
  // What was corrected while the year was being evaluated had no year to ask for.
  on('annual-evaluation-completed', ({ data }, read) => evaluatedAnew(data.competition, read)),
];

/** The closure that was undone last, if any was. */
function undoneIn({ undone }: Round) {
  const last = undone?.at(-1);
  return last ? { undone: last } : {};
}

/** Entries are read before the calendar: so of two counts the one with the later entry has the later calendar, too. */
async function recounted(page: readonly string[], read: Read): Promise<CommandRequest[]> {
  const known = (await Promise.all(page.map((id) => read.get(checks, id)))).filter((check) => check !== undefined);
  const of = await Promise.all(known.map(({ entry }) => read.get(entries, entry)));
  const calendar = await calendarOf(read);
  return known.map((check, at) => noteEntry(check, of[at], calendar));
}
