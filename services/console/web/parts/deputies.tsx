// Deputies: who acts for whom, from when to when. Everybody arranges their own, administrators see those of all.
import { useCommand, useItems } from '../app/api.ts';
import { type Label, today, useSay } from '../app/language.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from './act.tsx';
import { reasonField } from './form.tsx';
import { Answer } from './states.tsx';

const states: Record<string, Label> = {
  coming: ['未开始', 'Coming'],
  current: ['代理中', 'Current'],
  over: ['已到期', 'Over'],
  ended: ['已提前结束', 'Ended early'],
};

/** @param of the user whose deputies they are; absent: those of everybody */
export function Deputies({ me, of }: Pick<Work, 'me'> & { of?: string }) {
  const say = useSay();
  const deputies = useItems('/deputies', of === undefined ? {} : { user: of });
  const end = useCommand('POST', '/users/{id}/deputies/{deputyship}/end');
  const arranges = me.actor.behalf === undefined;
  return (
    <section className="card">
      <div className="head">
        <h2>{say(of === undefined ? ['代理安排', 'Deputies'] : ['我的代理人', 'My deputies'])}</h2>
        {of !== undefined && arranges && <Appoint user={of} />}
      </div>
      <Answer of={deputies}>
        {(items) =>
          items.length === 0 ? (
            <p className="quiet">{say(['没有代理安排。', 'None.'])}</p>
          ) : (
            <ul className="rows">
              {items.map(({ deputyship, user, userName = '—', deputyName = '—', from, to, reason, state }) => (
                <li key={deputyship} className="row">
                  <b>{say([`${deputyName} 代 ${userName}`, `${deputyName} for ${userName}`])}</b>
                  <span className="soft">
                    {from} – {to} · {reason}
                  </span>
                  <span className={`tag ${state === 'current' ? 'good' : 'wait'}`}>{say(states[state]!)}</span>
                  {(state === 'coming' || state === 'current') && arranges && (of || holds(me, 'admin')) && (
                    <Act
                      label={['提前结束', 'End early']}
                      fields={[reasonField('原因')]}
                      run={({ reason }) => end.run({ id: user, deputyship }, { reason: reason as string })}
                    />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function Appoint({ user }: { user: string }) {
  const appoint = useCommand('POST', '/users/{id}/deputies');
  return (
    <Act
      label={['请人代办', 'Appoint a deputy']}
      fields={[
        { name: 'deputy', label: ['代理人的用户名', 'User name of the deputy'] },
        { name: 'from', label: ['自', 'From'], kind: 'date', initial: today() },
        { name: 'to', label: ['至', 'To'], kind: 'date' },
        reasonField('原因'),
      ]}
      run={(values) => appoint.run({ id: user }, values as Parameters<typeof appoint.run>[1])}
    />
  );
}
