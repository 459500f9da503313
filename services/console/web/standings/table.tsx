// A table of standings, group by group: every score opens why it is what it is; the year shows its periods.
import type { Standing, StandingsPage } from '@jiangong/client';
import { compareNames, scoreText, useSay } from '../app/language.ts';
import { resultLabel } from '../app/vocabulary.ts';
import { rangeText, SoFar } from '../parts/so-far.tsx';
import { useFilter } from '../parts/tabs.tsx';
import type { PeriodColumn } from './periods.ts';
import { RankFlow } from './rank-flow.tsx';
import { Why } from './why.tsx';

const rank = ({ place, score }: Standing) => place ?? (score === null ? 2e9 : 1e9);

function groupsOf(items: readonly Standing[]): Standing[][] {
  const groups = new Map<string | null, Standing[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups.values()].map((group) => group.sort((a, b) => rank(a) - rank(b) || compareNames(a.code, b.code)));
}

export function StandingsTable({
  view,
  items,
  own,
  columns,
}: {
  view: StandingsPage;
  items: Standing[];
  own: string[];
  columns: PeriodColumn[];
}) {
  const say = useSay();
  // In the address, so that a link leads to the same answer.
  const [whose, setWhose] = useFilter('why');
  const why = items.find(({ unit }) => unit === whose);
  const head = (zh: string, en: string, className = '') => (
    <th scope="col" className={className}>
      {say([zh, en])}
    </th>
  );
  return (
    <>
      {groupsOf(items).map((group) => (
        <div key={group[0]!.group} className="scroll">
          <table className="standings">
            <caption className={group[0]!.group ? '' : 'unseen'}>
              {group[0]!.groupLabel ?? `${view.trackLabel} ${view.periodLabel ?? say(['全年', 'Year'])}`}
            </caption>
            <thead>
              <tr>
                {head('名次', 'Place', 'number')}
                {head('单位', 'Unit')}
                {columns.map(({ id, label }) => (
                  <th key={id} scope="col" className="number period">
                    {label}
                  </th>
                ))}
                {head('得分', 'Score', 'number')}
                {head('说明', 'Notes')}
              </tr>
            </thead>
            <tbody>
              {group.map((item) => (
                <tr key={item.entry} className={own.includes(item.unit) ? 'own' : ''}>
                  <td className="number place">
                    {item.joint && <span className="soft">{say(['并列', 'joint '])}</span>}
                    {item.place ?? '—'}
                  </td>
                  <th scope="row" className="unit">
                    {item.name}
                  </th>
                  {columns.map(({ id, scores }) => (
                    <PeriodScore key={id} standing={scores.get(item.entry)} />
                  ))}
                  <td className="number">
                    {item.score === null && !item.provisional ? (
                      '—'
                    ) : (
                      <button
                        type="button"
                        className="plain"
                        aria-label={`${item.name} ${item.provisional ? rangeText(item.provisional) : scoreText(item.score)} ${say(['为什么', 'why'])}`}
                        onClick={() => setWhose(item.unit)}
                      >
                        {item.provisional ? <SoFar of={item.provisional} /> : scoreText(item.score)}
                      </button>
                    )}
                  </td>
                  <td className="notes">
                    <Notes item={item} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
      {why && <Why {...{ items, columns }} standing={why} onClose={() => setWhose(undefined)} />}
      <RankFlow {...{ view, items, own, columns }} />
    </>
  );
}

/** A period's score, or in a word why there is none. */
function PeriodScore({ standing }: { standing: Standing | undefined }) {
  const say = useSay();
  if (!standing) return <td className="number period">—</td>;
  if (standing.bars.length > 0)
    return (
      <td className="number period">
        <span className="tag bad">{say(['否决', 'Veto'])}</span>
      </td>
    );
  return (
    <td className="number period">
      {standing.score === null ? (
        <span className="soft">{say(resultLabel(standing.status))}</span>
      ) : (
        scoreText(standing.score)
      )}
    </td>
  );
}

function Notes({ item }: { item: Standing }) {
  const say = useSay();
  return (
    <>
      {item.bars.map(({ label, cause }) => (
        <span key={label} className="tag bad">
          {cause === 'admission' ? say(['上一阶段未入围', 'Not admitted']) : label}
        </span>
      ))}
      {item.status !== 'scored' && <span className="tag wait">{say(resultLabel(item.status))}</span>}
      {item.alerts.length > 0 && (
        <span className="tag wait">
          {say([`${item.alerts.length}项低于预警线`, `${item.alerts.length} below the alert line`])}
        </span>
      )}
      {item.bandLabel && item.bars.length === 0 && <span className="tag good">{item.bandLabel}</span>}
    </>
  );
}
