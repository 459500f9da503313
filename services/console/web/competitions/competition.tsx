// One competition: its state, its tracks with the year's evaluation, its entries.
import type { CompetitionView } from '@jiangong/client';
import { Link, useLocation } from 'wouter';
import { useAnswer, useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { competitionLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';
import { ImportFile } from '../parts/import-file.tsx';
import { Answer } from '../parts/states.tsx';
import { Amend } from './amend.tsx';
import { Entries } from './entries.tsx';
import { Preparation } from './preparation.tsx';
import { Publication } from './publication.tsx';
import { Reminders } from './reminders.tsx';

export default function Competition({ me, params }: Work) {
  const say = useSay();
  const competition = useAnswer('/competitions/{id}', { id: params.id! });
  const organises = holds(me, 'organiser');
  return (
    <Answer of={competition}>
      {(data) => (
        <>
          <p>
            <Link href="/competitions">{say(['← 全部竞赛', '← All competitions'])}</Link>
          </p>
          <div className="head">
            <h1>{data.name}</h1>
            <span className={data.state === 'launched' ? 'tag good' : 'tag wait'}>
              {say(competitionLabel(data.state))}
            </span>
            {organises && <Moves competition={data} />}
          </div>
          <p className="soft">
            {data.theme} · {data.slogan} · {say(['报名', 'Registration'])} {data.registration.from} –{' '}
            {data.registration.to}
          </p>
          {data.reason && <p className="problem">{data.reason}</p>}
          {organises && data.state === 'announced' && <Preparation competition={data} />}
          <Tracks competition={data} organises={organises} />
          {(data.state === 'launched' || data.state === 'closed') && (
            <Publication competition={data} organises={organises} />
          )}
          <Entries competition={data} organises={organises} />
        </>
      )}
    </Answer>
  );
}

function Moves({ competition }: { competition: CompetitionView }) {
  const { competition: id, name, state, year } = competition;
  const launch = useCommand('POST', '/competitions/{id}/launch');
  const close = useCommand('POST', '/competitions/{id}/close');
  const cancel = useCommand('POST', '/competitions/{id}/cancel');
  const copy = useCommand('POST', '/competitions/{id}/copy');
  const [, go] = useLocation();
  return (
    <div className="actions">
      {state === 'announced' && (
        <>
          <ImportFile path="/competitions/{id}/entries/import" id={id} label={['导入报名', 'Import entries']} />
          <Act label={['启动竞赛', 'Launch']} primary confirm={name} run={() => launch.run({ id }, undefined)} />
        </>
      )}
      {state === 'launched' && (
        <>
          <Reminders competition={id} />
          <ImportFile path="/competitions/{id}/statuses/import" id={id} label={['导入工程状态', 'Import statuses']} />
          <ImportFile path="/competitions/{id}/reviews/import" id={id} label={['导入年终评审', 'Import reviews']} />
          <Act label={['结束竞赛', 'Close']} danger confirm={name} run={() => close.run({ id }, undefined)} />
        </>
      )}
      <Act
        label={['沿用到另一年', 'Copy to another year']}
        fields={[
          { name: 'year', label: ['年度', 'Year'], kind: 'number', initial: year + 1 },
          { name: 'approval', label: ['批准文号', 'Approval document'], optional: true },
        ]}
        run={async (values) => {
          const { id: copied } = await copy.run({ id }, values as Parameters<typeof copy.run>[1]);
          go(`/competitions/${copied}`);
        }}
      />
      {(state === 'announced' || state === 'launched') && (
        <>
          <Amend competition={competition} />
          <Act
            label={['取消竞赛', 'Cancel']}
            danger
            confirm={name}
            fields={[reasonField('取消原因')]}
            run={({ reason }) => cancel.run({ id }, { reason })}
          />
        </>
      )}
    </div>
  );
}

function Tracks({ competition, organises }: { competition: CompetitionView; organises: boolean }) {
  const say = useSay();
  const { competition: id } = competition;
  const evaluations = useItems('/evaluations', { competition: id });
  const complete = useCommand('POST', '/evaluations');
  return competition.tracks.map(({ track, label, periods, entries }) => {
    const evaluated = evaluations.data?.find((each) => each.track === track);
    return (
      <section key={track} className="card">
        <div className="head">
          <h2>{label}</h2>
          <span className="soft">
            {say([
              `已接受 ${entries.accepted}，待审 ${entries.registered}，周期：${periods.map((each) => each.label).join('、') || '无'}`,
              `${entries.accepted} accepted, ${entries.registered} waiting; periods: ${periods.map((each) => each.label).join(', ') || 'none'}`,
            ])}
          </span>
          {evaluated ? (
            <span className="tag good">
              {say([
                `年终考评已完成（第 ${evaluated.revision} 版）`,
                `Year evaluated (revision ${evaluated.revision})`,
              ])}
            </span>
          ) : (
            organises &&
            competition.state === 'launched' && (
              <div className="actions">
                <Act
                  label={['完成年终考评', 'Complete the year']}
                  confirm={label}
                  run={() => complete.run({}, { competition: id, track })}
                />
              </div>
            )
          )}
        </div>
        {evaluated?.honours.map((honour) => (
          <p key={`${honour.honour} ${honour.group}`}>
            <b>{honour.label}</b> {honour.granted.map(({ name }) => name).join('、')}
            {honour.referred.length > 0 && (
              <span className="tag wait">
                {say(['并列待裁定：', 'Tied: '])}
                {honour.referred.map(({ name }) => name).join('、')}
              </span>
            )}
          </p>
        ))}
      </section>
    );
  });
}
