// Records as a reader sees them: what is not published to it is not there.
import type { Standing, StandingsView } from '@jiangong/contracts';
import type { Check } from './check-state.ts';
import { type Ranking, rankingOf } from './ranking.ts';
import type { Sight, Sighting } from './visible.ts';

/** A check without what may not be seen: marks, scorers, vetoes and results; of rivals also plans and work done. */
export function shownCheck(check: Check, sight: Sight): Check {
  if (sight === 'result') return check;
  const { sealed: _, undone: __, carried: ___, lifted: ____, appeals: _____, selfScore: ______, ...rest } = check;
  const cut = { ...rest, vetoes: [], earlier: [], correctionDue: false };
  if (sight === 'entries') {
    const unmarked = Object.entries(check.sheets).map(([department, { status }]) => {
      return [department, { status, marks: {}, by: '' }] as const;
    });
    return { ...cut, sheets: Object.fromEntries(unmarked) };
  }
  const { plan: _______, voided: ________, ...least } = cut;
  return { ...least, sheets: {}, reported: {}, verified: {} };
}

type Honours = StandingsView['honours'];
export function shownHonours(honours: Honours, { all, of }: Sighting): Honours {
  if (all) return honours;
  const cut = (units: Honours[number]['granted']) =>
    units.flatMap((unit) => {
      const sight = of(unit);
      if (sight === 'result') return [unit];
      const { score: _, ...rest } = unit;
      return sight === 'place' ? [rest] : [];
    });
  return honours.map(({ granted, referred, provisional, ...honour }) => ({
    ...honour,
    granted: cut(granted),
    referred: cut(referred),
    provisional: cut(provisional),
  }));
}

function shownStanding(item: Standing, { of }: Sighting, parent: string | undefined): Standing[] {
  const sight = of({ unit: item.unit, parent });
  if (sight === 'result') return [item];
  if (sight !== 'place') return [];
  const { provisional: _, ...rest } = item;
  const status = item.place === null ? 'pending' : 'scored';
  return [{ ...rest, status, score: null, band: null, bandLabel: null, bars: [], alerts: [], figures: {} }];
}

/** `parents`: the branch above each entry that has one. */
export function shownRanking(ranking: Ranking, sighting: Sighting, parents: ReadonlyMap<string, string>): Ranking {
  if (sighting.all) return ranking;
  const { of: _, hash: __, total: ___, ...view } = ranking;
  const shown = view.items.flatMap((item) => shownStanding(item, sighting, parents.get(item.entry)));
  // The order of those without a place would tell who is ahead.
  const [placed, others] = [shown.filter(({ place }) => place !== null), shown.filter(({ place }) => place === null)];
  const items = [...placed, ...others.sort((a, b) => (a.code < b.code ? -1 : 1))];
  return rankingOf({ ...view, items, honours: shownHonours(view.honours, sighting) });
}
