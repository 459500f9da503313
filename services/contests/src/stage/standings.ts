// The standings of a stage as a reader sees them, of an open one for those who hold it alone, with the names of those they may know.
import type { ContestResult, ContestStanding, ContestStandingsView, Table } from '@jiangong/contracts';
import { valueLabels } from '@jiangong/contracts';
import { type WorkCalendar, withLastDay } from '../appeal/appeal-window.ts';
import type { Name } from '../names.ts';
import { namesOf } from '../names.ts';
import { stageIn, zh } from '../scheme.ts';
import { judges, type Reading, sightOf } from '../sight.ts';
import type { StageRow } from '../views.ts';
import { published } from './evaluate.ts';
import { provisionalIn } from './provisional.ts';
import { inputOf, resultsIn, type Site } from './stage-input.ts';

/** A stage without what only rules need. */
export function shownStage(row: StageRow, calendar: WorkCalendar) {
  const { basis: _, honours: __, scoredBy: ___, ties: ____, revision, appeals, ...shown } = row;
  return {
    ...{ ...shown, ...(revision > 0 ? { revision } : {}) },
    ...(appeals ? { appeals: withLastDay(appeals, calendar) } : {}),
  };
}

export async function standingsOf(
  site: Site,
  { actor, read, states }: Reading,
  calendar: WorkCalendar,
): Promise<ContestStandingsView> {
  const { stage, contest, ref } = site;
  const sight = sightOf(stage, actor);
  const all: Shown[] = stage.status === 'open' ? await openIn(site, actor, read) : await resultsIn(stage, read);
  const results = all.filter(({ entrant }) => sight(entrant) !== 'nothing');
  const names = await namesOf(results, states);
  const { track, sheet } = stageIn(contest.body, ref);
  const groups = new Map((track.groups ?? []).map(({ id, label }) => [id, zh(label)]));
  const bands = new Map((sheet.bands ?? []).map(({ id, label }) => [id, zh(label)]));
  const shared = countsOf(results);
  const items = results.map((each): ContestStanding => {
    const { contestant, entrant, group, place, absence, result, provisional } = each;
    const about = {
      ...{ place, joint: (shared.get(keyOf(each)) ?? 0) > 1, contestant, ...names.get(contestant) },
      ...(entrant.unit ? { unit: entrant.unit } : {}),
      ...{ group, groupLabel: group === null ? null : (groups.get(group) ?? group) },
    };
    if (sight(entrant) === 'place')
      return { ...about, status: place === null ? 'pending' : 'scored', ...withoutNumber };
    const { status, score, band, bars, figures } = result;
    const scored = { status, score: published(score), band, bars, figures };
    return {
      ...{ ...about, ...scored, bandLabel: band === null ? null : (bands.get(band) ?? band) },
      ...(absence ? { absence } : {}),
      ...(provisional ? { provisional } : {}),
    };
  });
  const isSeen = new Set(results.map(({ contestant }) => contestant));
  const honoured = (list: ContestStandingsView['honours'][number]['granted']) =>
    list
      .filter(({ contestant }) => isSeen.has(contestant))
      .map(({ score, ...each }) => ({
        ...each,
        ...(names.get(each.contestant) as Name),
        ...(score !== undefined && sight(each.entrant) === 'result' ? { score } : {}),
      }));
  const honours = stage.honours.map(({ granted, referred, provisional, ...honour }) => ({
    ...honour,
    ...{ granted: honoured(granted), referred: honoured(referred), provisional: honoured(provisional) },
  }));
  return { ...shownStage(stage, calendar), items, honours: isSeen.size > 0 ? honours : [] };
}
type Shown = ContestResult & Pick<ContestStanding, 'provisional'>;
/** While a stage is open, contestants see nothing of each other, nor of themselves. */
const openIn = async (site: Site, actor: Reading['actor'], read: Reading['read']) =>
  judges(actor) ? provisionalIn((await inputOf(site, read)).input) : [];
const withoutNumber = { score: null, band: null, bandLabel: null, bars: [], figures: {} };

const keyOf = ({ place, group }: ContestResult) => (place === null ? '' : `${group ?? ''}/${place}`);
function countsOf(results: readonly ContestResult[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of results) if (each.place !== null) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  return counts;
}

/** The standings as people print them. */
export const standingsTable = (view: ContestStandingsView): Table => ({
  name: `${view.contestName}-${view.label}${view.periodLabel ?? ''}`,
  columns: ['名次', '编码', '参赛者', '组别', '得分', '等级', '状态', '尚缺'].map((title) => ({
    ...{ title, width: title === '参赛者' ? 28 : 12 },
  })),
  rows: view.items.map(({ place, code, name, groupLabel, score, bandLabel, absence, bars, provisional }) => [
    ...[place, code, name, groupLabel, score, bandLabel],
    absence ? valueLabels.contestAbsence[absence] : bars.length > 0 ? '不参评' : '',
    provisional?.missing.join('、'),
  ]),
});
