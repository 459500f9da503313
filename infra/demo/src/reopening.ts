// A closed round is opened again, since a department entered a mark wrongly: it comes back, is put right, and the round is closed.
import { checkId, roundId, roundView } from '@jiangong/contracts';
import { type Cast, competitionOf, entryOf } from './cast.ts';
import { marksOf } from './department-marks.ts';
import { reopened } from './seed/incidents.ts';
import { found } from './seed/marks.ts';
import { quarters } from './seed/projects.ts';

/** @param at the round's path */
export async function reopen(cast: Cast, at: string) {
  const { code, quarter, department, reason } = reopened;
  const [organiser, checker] = await Promise.all([cast.company(), cast.as(`yijian.${department}`)]);
  const key = `demo/${quarter}/reopened`;
  await organiser.post(key, `${at}/reopen`, { reason });
  await organiser.until(
    `${quarter} 已重新开启 / the round is open again`,
    roundView,
    at,
    // Played on where it was interrupted, it may be closed again already.
    ({ status, undone, checks }) => undone !== undefined && (checks.sealed === 0 || status !== 'open'),
  );
  const sheet = `/checks/${checkId(entryOf(organiser, code), quarter)}/sheets/${department}`;
  const right = found.find((each) => each.code === code && each.quarter === quarter)!;
  await organiser.post(`${key}/return`, `${sheet}/return`, { reason });
  await checker.put(`${key}/sheet`, sheet, { marks: marksOf('technology', right) });
  await checker.post(`${key}/submit`, `${sheet}/submit`);
  await organiser.post(`${key}/close`, `${at}/close`, undefined, { wait: ['round-incomplete'] });
  await organiser.until(
    `${quarter} 已再次关闭 / the round is closed again`,
    roundView,
    at,
    ({ status, undone }) => status === 'closed' && undone !== undefined,
  );
}

/** Closures that were undone in the year, with the reasons. */
export async function reopenedOf(cast: Cast) {
  const organiser = await cast.company();
  const rounds = quarters.map(({ id }) => `/rounds/${roundId(competitionOf(organiser), 'projects', id)}`);
  const views = await Promise.all(rounds.map((path) => organiser.get(roundView, path)));
  return views.flatMap(({ period, status, undone = [] }) =>
    undone.map(({ reason }) => ({ period: period.id, label: period.label, status, reason })),
  );
}
