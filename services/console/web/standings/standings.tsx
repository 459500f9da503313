// Standings of a track, of the year or one period; every number opens why it is what it is.
import { useAnswer, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { competitionLabel } from '../app/vocabulary.ts';
import type { Work } from '../app/work.ts';
import { Answer, Empty } from '../parts/states.tsx';
import { Tabs, useFilter } from '../parts/tabs.tsx';
import { Track } from './track.tsx';

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
            <>
              <h1>{say(['排名', 'Standings'])}</h1>
              <Empty
                say={[
                  '还没有竞赛。组织者公布竞赛后，排名会出现在这里。',
                  'No competition yet; standings appear once one is announced.',
                ]}
              />
            </>
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
              {current.theme} · {current.slogan} ·{' '}
              <a href={`/wall?competition=${current.competition}`} target="_blank" rel="noreferrer">
                {say(['大屏', 'Wall'])}
              </a>
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
