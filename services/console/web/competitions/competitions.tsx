// Competitions: announced from last year's or from a scheme, then led through the year.
import { Link } from 'wouter';
import { useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { competitionLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Answer, Empty } from '../parts/states.tsx';

export default function Competitions({ me }: Work) {
  const say = useSay();
  const competitions = useItems('/competitions', {});
  return (
    <>
      <div className="head">
        <h1>{say(['竞赛', 'Competitions'])}</h1>
        {holds(me, 'organiser') && (
          <div className="actions">
            <Link className="button" href="/competitions/new">
              {say(['公布竞赛', 'Announce a competition'])}
            </Link>
          </div>
        )}
      </div>
      <Answer of={competitions}>
        {(items) =>
          items.length === 0 ? (
            <Empty
              say={[
                '还没有竞赛。点“公布竞赛”，选一个方案或模板。',
                'None yet. Announce one by a scheme or a template.',
              ]}
            />
          ) : (
            <ul className="rows card">
              {[...items]
                .sort((a, b) => b.year - a.year)
                .map((each) => (
                  <li key={each.competition}>
                    <Link href={`/competitions/${each.competition}`}>
                      <span className="soft">{each.year}</span> <b>{each.name}</b>
                      <span className={`tag ${each.state === 'launched' ? 'good' : 'wait'} end`}>
                        {say(competitionLabel(each.state))}
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
