// How places changed over the periods: the first ten, and one's own unit wherever it stands.
import type { Standing, StandingsPage } from '@jiangong/client';
import { useSay } from '../app/language.ts';
import { Chart } from '../parts/chart.tsx';
import type { PeriodColumn } from './periods.ts';

const MOST = 10;

export function RankFlow({
  view,
  items,
  own,
  columns,
}: {
  view: StandingsPage;
  items: readonly Standing[];
  own: readonly string[];
  columns: readonly PeriodColumn[];
}) {
  const say = useSay();
  // Places of several groups have nothing to do with each other.
  if (columns.length < 2 || new Set(items.map(({ group }) => group)).size > 1) return null;
  const newest = columns.at(-1)!.scores;
  const place = ({ entry, place: ofYear }: Standing) => ofYear ?? newest.get(entry)?.place ?? 1e9;
  const shown = [...items]
    .sort((a, b) => place(a) - place(b))
    .filter(({ unit }, at) => at < MOST || own.includes(unit));
  return (
    <Chart
      kind="places"
      title={[`${view.trackLabel}名次变化`, `${view.trackLabel}: places over the year`]}
      figures={{
        columns: [...columns.map(({ label }) => label), say(['全年', 'Year'])],
        rows: shown.map((item) => ({
          label: item.shortName,
          values: [...columns.map(({ scores }) => scores.get(item.entry)?.place ?? null), item.place ?? null],
          own: own.includes(item.unit),
        })),
      }}
    />
  );
}
