// Contests next to the quarterly drive: announced by a scheme, then led stage by stage.
import { Link } from 'wouter';
import { useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { contestLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Answer, Empty } from '../parts/states.tsx';
import { Announce } from './announce.tsx';

export default function Contests({ me }: Work) {
  const say = useSay();
  const contests = useItems('/contests', {});
  return (
    <>
      <div className="head">
        <h1>{say(['专项比赛', 'Contests'])}</h1>
        {holds(me, 'organiser') && (
          <div className="actions">
            <Announce />
          </div>
        )}
      </div>
      <Answer of={contests}>
        {(items) =>
          items.length === 0 ? (
            <Empty
              say={[
                '还没有专项比赛。组织者点“公布比赛”，选一个方案或模板。',
                'None yet. An organiser announces one by a scheme or a template.',
              ]}
            />
          ) : (
            <ul className="rows card">
              {[...items]
                .sort((a, b) => b.year - a.year || (a.registration.from < b.registration.from ? 1 : -1))
                .map(({ contest, year, name, registration, state }) => (
                  <li key={contest}>
                    <Link href={`/contests/${contest}`}>
                      <span className="soft">{year}</span> <b>{name}</b>
                      <span className="soft">
                        {say(['报名', 'Entries'])} {registration.from} – {registration.to}
                      </span>
                      <span className={`tag ${state === 'announced' ? 'good' : 'wait'} end`}>
                        {say(contestLabel(state))}
                      </span>
                    </Link>
                  </li>
                ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}
