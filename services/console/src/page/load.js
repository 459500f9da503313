// Gathers what the page shows. What the reader's role or organisation does not have is left out, and one section's
// failure does not take the others with it.
import { get, list, Problem } from './api.js';
import { chosen } from './choice.js';
import { today } from './words.js';

/**
 * @typedef {{data?: any, problem?: object}} Part `data` missing: there is no such thing for this reader
 */

/** Fails the whole page when signed out or unreachable; leaves out what the role may not read (403) or what is missing (404). */
async function part(answer) {
  try {
    return { data: await answer };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status } = error.details;
    if (status === 401 || status === 0) throw error;
    return status === 403 || status === 404 ? {} : { problem: error.details };
  }
}

/** Reads what changes rarely (closed rounds, past years) at most once a minute. */
const kept = new Map();
async function seldom(path, how = get) {
  const before = kept.get(path);
  if (before && Date.now() - before.at < 60_000) return before.body;
  const body = await how(path);
  kept.set(path, { at: Date.now(), body });
  return body;
}
export const forgetAll = () => kept.clear();

export async function load() {
  const [competitions, alliances, grants, notices] = await Promise.all([
    part(list('/api/competitions')),
    part(alliancesOf()),
    part(list('/api/grants')),
    part(list('/api/notices')),
  ]);
  const items = (competitions.data ?? []).toSorted((a, b) => b.year - a.year || order(a) - order(b));
  const wanted = items.find(({ competition }) => competition === chosen('competition')) ?? items[0];
  const about = wanted ? await competitionOf(wanted.competition) : undefined;
  return { competitions: { ...competitions, data: items }, about, alliances, grants, notices };
}
const order = ({ state }) => ['launched', 'announced', 'closed', 'cancelled'].indexOf(state);

async function competitionOf(id) {
  const [competition, entries, rounds] = await Promise.all([
    part(get(`/api/competitions/${id}`)),
    part(list(`/api/competitions/${id}/entries`)),
    part(list(`/api/rounds?competition=${id}`)),
  ]);
  const open = (rounds.data ?? []).filter(({ status }) => status === 'open');
  const [standings, missing] = await Promise.all([
    Promise.all(ranked(competition.data).map((track) => standingsOf(id, track, rounds.data ?? []))),
    Promise.all(open.map(async (round) => ({ round, ...(await part(get(`/api/rounds/${round.round}/missing`))) }))),
  ]);
  return { competition, entries, rounds, standings, missing };
}

/** Before the launch nobody is ranked. */
const ranked = (competition) => (competition && competition.state !== 'announced' ? competition.tracks : []);

/** A track's year, and each of its periods that has begun. */
async function standingsOf(competition, { track, label, periods }, rounds) {
  const at = `/api/standings/${competition}?track=${encodeURIComponent(track)}`;
  const statusOf = (period) => rounds.find((round) => round.track === track && round.period.id === period)?.status;
  const begun = periods.filter(({ id }) => (statusOf(id) ?? 'made') !== 'made');
  const [year, ...views] = await Promise.all([
    part(get(at)),
    ...begun.map(({ id }) => {
      const path = `${at}&period=${encodeURIComponent(id)}`;
      return part(statusOf(id) === 'closed' ? seldom(path) : get(path));
    }),
  ]);
  return { track, label, periods, year, views: begun.map((period, n) => ({ period, ...views[n] })) };
}

/** Alliances of the organisation, and those of the reader's own studios, with their duty this year and in earlier years. */
async function alliancesOf() {
  const thisYear = Number(today().slice(0, 4));
  const year = Number(chosen('duty') ?? thisYear);
  const items = await listed(year, list);
  const first = Math.min(thisYear, ...items.flatMap(({ since }) => (since ? [Number(since.slice(0, 4))] : [])));
  const years = Array.from({ length: Math.min(4, thisYear - first + 1) }, (_, n) => thisYear - n).reverse();
  const others = await Promise.all(
    years
      .filter((other) => other !== year && items.length > 0)
      .map((other) => listed(other, (path) => seldom(path, list))),
  );
  const lines = [items, ...others].flat().flatMap((alliance) => alliance.year ?? []);
  return { year, years, items, lines };
}

async function listed(year, read) {
  const [own, mine] = await Promise.all([
    read(`/api/alliances?year=${year}`),
    read(`/api/alliances?year=${year}&mine=true`),
  ]);
  const all = new Map([...own, ...mine].map((alliance) => [alliance.alliance, alliance]));
  return [...all.values()].toSorted((a, b) => a.code.localeCompare(b.code, 'zh', { numeric: true }));
}
