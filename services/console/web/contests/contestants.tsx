// Who takes part on a track: entered one by one or by file, accepted, rejected, withdrawn.
import type { ContestantView, ContestTrack, ContestView, MeView } from '@jiangong/client';
import { useCommand, usePages } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { contestantLabel } from '../app/vocabulary.ts';
import { holds } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';
import { ImportFile } from '../parts/import-file.tsx';
import { More } from '../parts/more.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { Enter } from './enter.tsx';

interface Part {
  contest: ContestView;
  track: ContestTrack;
  me: MeView;
}
export function Contestants({ contest, track, me }: Part) {
  const say = useSay();
  const { contest: id, state } = contest;
  const reads = holds(me, 'organiser', 'checker', 'committee', 'auditor', 'entrant');
  const { more, ...contestants } = usePages(
    '/contests/{id}/contestants',
    reads ? { id, track: track.track, limit: 100 } : undefined,
  );
  if (!reads) return null;
  return (
    <>
      <div className="head">
        <h3>{say(['参赛名单', 'Contestants'])}</h3>
        {state === 'announced' && holds(me, 'organiser', 'entrant') && (
          <div className="actions">
            {holds(me, 'organiser') && (
              <ImportFile path="/contests/{id}/contestants/import" id={id} label={['导入参赛名单', 'Import']} />
            )}
            <Enter contest={id} track={track} />
          </div>
        )}
      </div>
      <Answer of={contestants}>
        {(pages) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty say={['还没有参赛者。', 'Nobody is entered yet.']} />;
          return (
            <ul className="rows">
              {items.map((contestant) => (
                <li key={contestant.contestant} className="row">
                  <span className="code">{contestant.code}</span>{' '}
                  <b>{contestant.name ?? say(['（已删除）', '(erased)'])}</b>
                  <span className="soft">{track.groups.find(({ id }) => id === contestant.group)?.label}</span>
                  {contestant.reason && <span className="soft">{contestant.reason}</span>}
                  <span className={`tag ${contestant.state === 'accepted' ? 'good' : 'wait'}`}>
                    {say(contestantLabel(contestant.state))}
                  </span>
                  {state === 'announced' && <Acts contestant={contestant} me={me} />}
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
      <More more={more} />
    </>
  );
}

function Acts({ contestant: { contestant: id, name = '', state }, me }: { contestant: ContestantView; me: MeView }) {
  const accept = useCommand('POST', '/contestants/{id}/accept');
  const reject = useCommand('POST', '/contestants/{id}/reject');
  const withdraw = useCommand('POST', '/contestants/{id}/withdraw');
  const organises = holds(me, 'organiser');
  return (
    <div className="actions end">
      {organises && state === 'registered' && (
        <>
          <Act
            label={['受理', 'Accept']}
            title={[`受理：${name}`, `Accept ${name}`]}
            primary
            run={() => accept.run({ id }, undefined)}
          />
          <Act
            label={['不受理', 'Reject']}
            title={[`不受理：${name}`, `Reject ${name}`]}
            fields={[reasonField('不受理的原因')]}
            run={({ reason }) => reject.run({ id }, { reason })}
          />
        </>
      )}
      {holds(me, 'organiser', 'entrant') && (state === 'registered' || state === 'accepted') && (
        <Act
          label={['退赛', 'Withdraw']}
          title={[`退赛：${name}`, `Withdraw ${name}`]}
          confirm={name}
          fields={[reasonField('退赛原因')]}
          run={({ reason }) => withdraw.run({ id }, { reason })}
        />
      )}
    </div>
  );
}
