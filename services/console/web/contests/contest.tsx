// One contest: its stages track by track, and who takes part.
import type { ContestStageView, ContestView } from '@jiangong/client';
import { Link } from 'wouter';
import { useAnswer, useCommand } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { contestLabel, entrantTypeLabel, publicationLabel, stageLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';
import { Answer } from '../parts/states.tsx';
import { Contestants } from './contestants.tsx';

export default function Contest({ me, params }: Work) {
  const say = useSay();
  const contest = useAnswer('/contests/{id}', { id: params.id! });
  return (
    <Answer of={contest}>
      {(data) => (
        <>
          <p>
            <Link href="/contests">{say(['← 全部比赛', '← All contests'])}</Link>
          </p>
          <div className="head">
            <h1>{data.name}</h1>
            <span className={data.state === 'announced' ? 'tag good' : 'tag wait'}>
              {say(contestLabel(data.state))}
            </span>
            {holds(me, 'organiser') && data.state === 'announced' && (
              <div className="actions">
                <Cancel contest={data} />
              </div>
            )}
          </div>
          <p className="soft">
            {data.year} · {say(['报名', 'Entries'])} {data.registration.from} – {data.registration.to}
          </p>
          {data.reason && <p className="problem">{data.reason}</p>}
          {data.tracks.map((track) => (
            <section key={track.track} className="card">
              <div className="head">
                <h2>{track.label}</h2>
                <span className="soft">
                  {say(entrantTypeLabel(track.entrants))}
                  {track.perUnit !== undefined &&
                    say([`，每个单位最多 ${track.perUnit} 名`, `, at most ${track.perUnit} of one unit`])}
                </span>
              </div>
              <ul className="rows">
                {data.stages
                  .filter((stage) => stage.track === track.track)
                  .map((stage) => (
                    <StageLine key={stage.stage} stage={stage} />
                  ))}
              </ul>
              <Contestants contest={data} track={track} me={me} />
            </section>
          ))}
        </>
      )}
    </Answer>
  );
}

function StageLine({ stage: { stage, label, periodLabel, status, to } }: { stage: ContestStageView }) {
  const say = useSay();
  return (
    <li>
      <Link href={`/contest-stages/${stage}`}>
        <b>
          {label} {periodLabel}
        </b>
        <span className="end">
          <span className={status === 'open' ? 'tag good' : 'tag wait'}>{say(stageLabel(status))}</span>{' '}
          {status === 'closed' && (
            <span className={to === 'public' ? 'tag good' : 'tag wait'}>{say(publicationLabel(to))}</span>
          )}
        </span>
      </Link>
    </li>
  );
}

function Cancel({ contest: { contest: id, name } }: { contest: ContestView }) {
  const cancel = useCommand('POST', '/contests/{id}/cancel');
  return (
    <Act
      label={['取消比赛', 'Cancel']}
      danger
      confirm={name}
      fields={[reasonField('取消原因')]}
      run={({ reason }) => cancel.run({ id }, { reason })}
    />
  );
}
