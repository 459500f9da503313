// Standings of a track, of the year or one period; every number opens why it is what it is.
import type { CompetitionView, Standing, StandingsView } from '@jiangong/client';
import { useEffect, useState } from 'react';
import { useAnswer, useItems } from '../app/api.ts';
import { compareNames, scoreText, useSay } from '../app/language.ts';
import { watch } from '../app/live.ts';
import { competitionLabel, resultLabel } from '../app/vocabulary.ts';
import type { Work } from '../app/work.ts';
import { Answer, Empty } from '../parts/states.tsx';
import { Tabs, useFilter } from '../parts/tabs.tsx';
import { Why } from './why.tsx';

export default function Standings({ me }: Work) {
  const say = useSay();
  const competitions = useItems('/competitions', {});
  const [chosen, choose] = useFilter('competition');
  const order = (state: string) => ['launched', 'closed', 'announced', 'cancelled'].indexOf(state);
  return (
    <Answer of={competitions}>
      {(items) => {
        const sorted = [...items].sort((a, b) => order(a.state) - order(b.state) || b.year - a.year);
        const current = sorted.find(({ competition }) => competition === chosen) ?? sorted[0];
        if (!current)
          return (
            <Empty
              say={[
                '还没有竞赛。组织者公布竞赛后，排名会出现在这里。',
                'No competition yet; standings appear once one is announced.',
              ]}
            />
          );
        return (
          <>
            <div className="head">
              <h1>{current.name}</h1>
              <span className="tag wait">{say(competitionLabel(current.state))}</span>
              {sorted.length > 1 && (
                <label>
                  <span className="unseen">{say(['竞赛', 'Competition'])}</span>
                  <select
                    className="inline"
                    value={current.competition}
                    onChange={({ target }) => choose(target.value)}
                  >
                    {sorted.map(({ competition, name, year }) => (
                      <option key={competition} value={competition}>
                        {year} {name}
                      </option>
                    ))}
                  </select>
                </label>
              )}
            </div>
            <p className="soft">
              {current.theme} · {current.slogan}
            </p>
            <Tracks id={current.competition} own={me.actor.units} />
          </>
        );
      }}
    </Answer>
  );
}

function Tracks({ id, own }: { id: string; own: string[] }) {
  const say = useSay();
  const competition = useAnswer('/competitions/{id}', { id });
  const [track, setTrack] = useFilter('track');
  return (
    <Answer of={competition}>
      {(data) => {
        const current = data.tracks.find((each) => each.track === track) ?? data.tracks[0]!;
        return (
          <>
            {data.tracks.length > 1 && (
              <Tabs
                label={say(['赛道', 'Track'])}
                current={current.track}
                options={data.tracks.map((each) => ({ value: each.track, label: each.label }))}
                pick={setTrack}
              />
            )}
            <Track key={current.track} competition={data} track={current} own={own} />
          </>
        );
      }}
    </Answer>
  );
}

function Track({
  competition,
  track,
  own,
}: {
  competition: CompetitionView;
  track: CompetitionView['tracks'][number];
  own: string[];
}) {
  const say = useSay();
  const [period, setPeriod] = useFilter('period');
  const isLive = competition.state === 'launched';
  const { competition: id } = competition;
  useEffect(() => (isLive ? watch(id, track.track) : undefined), [id, track.track, isLive]);
  const standings = useAnswer('/standings/{competition}', {
    competition: id,
    track: track.track,
    ...(period ? { period } : {}),
  });
  return (
    <section className="card">
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
      <Answer of={standings}>{(view) => <TableOf view={view} own={own} />}</Answer>
    </section>
  );
}

function TableOf({ view, own }: { view: StandingsView; own: string[] }) {
  const say = useSay();
  const [why, setWhy] = useState<Standing>();
  const rank = ({ place, score }: Standing) => place ?? (score === null ? 2e9 : 1e9);
  const groups = new Map<string | null, Standing[]>();
  for (const item of view.items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  if (view.items.length === 0) return <Empty say={['还没有参赛单位。', 'No entrants yet.']} />;
  return (
    <>
      <p className="soft">
        {view.state === 'final'
          ? say(['已确定', 'Final'])
          : say(['暂定：仍有未完成的检查或评审', 'Provisional: checks or reviews are still to come'])}
      </p>
      {[...groups].map(([group, items]) => (
        <div key={group} className="scroll">
          <table className="standings">
            <caption className={group ? '' : 'unseen'}>
              {items[0]!.groupLabel ?? `${view.trackLabel} ${view.periodLabel ?? say(['全年', 'Year'])}`}
            </caption>
            <thead>
              <tr>
                <th scope="col" className="number">
                  {say(['名次', 'Place'])}
                </th>
                <th scope="col">{say(['单位', 'Unit'])}</th>
                <th scope="col" className="number">
                  {say(['得分', 'Score'])}
                </th>
                <th scope="col">{say(['说明', 'Notes'])}</th>
              </tr>
            </thead>
            <tbody>
              {[...items]
                .sort((a, b) => rank(a) - rank(b) || compareNames(a.code, b.code))
                .map((item) => (
                  <tr key={item.entry} className={own.includes(item.unit) ? 'own' : ''}>
                    <td className="number place">
                      {item.joint && <span className="soft">{say(['并列', 'joint '])}</span>}
                      {item.place ?? '—'}
                    </td>
                    <th scope="row" className="unit">
                      {item.name}
                    </th>
                    <td className="number">
                      {item.score === null ? (
                        '—'
                      ) : (
                        <button
                          type="button"
                          className="plain"
                          aria-label={`${item.name} ${scoreText(item.score)} ${say(['为什么', 'why'])}`}
                          onClick={() => setWhy(item)}
                        >
                          {scoreText(item.score)}
                        </button>
                      )}
                    </td>
                    <td>
                      {item.bars.map(({ label }) => (
                        <span key={label} className="tag bad">
                          {label}
                        </span>
                      ))}
                      {item.status !== 'scored' && <span className="tag wait">{say(resultLabel(item.status))}</span>}
                      {item.bandLabel && item.bars.length === 0 && <span className="tag good">{item.bandLabel}</span>}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      ))}
      {why && <Why standing={why} view={view} onClose={() => setWhy(undefined)} />}
    </>
  );
}
