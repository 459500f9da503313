// Standings of one track, of the year or of a period, page by page; live while the competition runs.
import type { CompetitionView, StandingsPage } from '@jiangong/client';
import { useQueries } from '@tanstack/react-query';
import { client, usePages } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { useWatch } from '../app/live.ts';
import { Download } from '../parts/download.tsx';
import { More } from '../parts/more.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { Tabs, useFilter } from '../parts/tabs.tsx';
import type { PeriodColumn } from './periods.ts';
import { StandingsTable } from './table.tsx';

type TrackOf = CompetitionView['tracks'][number];
/** The year shows its periods only where all rows are on one page. */
const ONE_PAGE = 500;

export function Track({ competition, track, own }: { competition: CompetitionView; track: TrackOf; own: string[] }) {
  const say = useSay();
  const [period, setPeriod] = useFilter('period');
  const isLive = competition.state === 'launched';
  const { competition: id } = competition;
  useWatch(id, isLive ? [{ track: track.track, period }] : []);
  const query = { track: track.track, ...(period ? { period } : {}) };
  const { more, ...standings } = usePages('/standings/{competition}', { competition: id, ...query });
  return (
    <section className="card">
      <div className="head">
        {track.periods.length > 0 && (
          <Tabs
            label={say(['周期', 'Period'])}
            current={period ?? 'year'}
            options={[
              { value: 'year', label: say(['全年', 'Year']) },
              ...track.periods.map((each) => ({ value: each.id, label: each.label })),
            ]}
            pick={(value) => setPeriod(value === 'year' ? undefined : value)}
          />
        )}
        <div className="actions">
          <Download path={`/standings/${id}`} query={query} what={`${track.label}${say(['排名', ' standings'])}`} />
        </div>
      </div>
      <Answer of={standings}>
        {(pages) => (
          <>
            <Pages
              {...{ pages, track, own }}
              isYear={period === undefined}
              hasBegun={competition.state === 'launched' || competition.state === 'closed'}
            />
            <More more={more} />
          </>
        )}
      </Answer>
    </section>
  );
}

function Pages({
  pages,
  track,
  own,
  isYear,
  hasBegun,
}: {
  pages: StandingsPage[];
  track: TrackOf;
  own: string[];
  isYear: boolean;
  hasBegun: boolean;
}) {
  const say = useSay();
  const view = pages.at(-1)!;
  const items = pages.flatMap((page) => page.items);
  const columns = usePeriods(view, isYear && view.total <= ONE_PAGE ? track.periods : []);
  if (items.length === 0)
    return (
      <Empty
        say={
          hasBegun
            ? ['成绩还没有公布。组织者公布后，这里会列出名次。', 'Not published yet; places appear once they are.']
            : ['还没有参赛单位。竞赛启动后公布排名。', 'No entrants yet; standings appear after the launch.']
        }
      />
    );
  return (
    <>
      <p className="soft">
        {view.state === 'final'
          ? say(['已确定', 'Final'])
          : say(['暂定：仍有未完成的检查或评审', 'Provisional: checks or reviews are still to come'])}
        {view.total > items.length &&
          say([` · 已显示 ${items.length} / ${view.total}`, ` · ${items.length} of ${view.total}`])}
      </p>
      {view.honours
        .filter(({ referred }) => referred.length > 0)
        .map(({ honour, group, label }) => (
          <p key={`${honour} ${group}`} className="tag wait">
            {say([`${label}名额处出现并列，由评审委员会裁定`, `${label}: a tie at the cut goes to the committee`])}
          </p>
        ))}
      <StandingsTable {...{ view, items, own, columns }} />
    </>
  );
}

/** A column per period that has standings. */
function usePeriods({ competition, track }: StandingsPage, periods: TrackOf['periods']): PeriodColumn[] {
  const answers = useQueries({
    queries: periods.map(({ id }) => {
      const input = { competition, track, period: id };
      return {
        queryKey: ['/standings/{competition}', input],
        queryFn: () => client.get('/standings/{competition}', input),
      };
    }),
  });
  return periods.flatMap(({ id, label }, at) => {
    const items = answers[at]?.data?.items;
    return items?.some(({ score }) => score !== null)
      ? [{ id, label, scores: new Map(items.map((item) => [item.entry, item])) }]
      : [];
  });
}
