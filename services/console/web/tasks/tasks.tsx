// What is to be done, by role: each line leads to where it is done.
import { Link } from 'wouter';
import { useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { holds, type Work } from '../app/work.ts';
import { Answer } from '../parts/states.tsx';

export default function Tasks({ me }: Work) {
  const say = useSay();
  return (
    <>
      <h1>{say(['待办', 'To do'])}</h1>
      {holds(me, 'checker') && <OpenRounds to="/sheets" />}
      {holds(me, 'organiser') && <OpenRounds to="/rounds" />}
      {holds(me, 'organiser', 'finance') && <Submitted />}
      {holds(me, 'checker', 'organiser', 'committee') && <Appealed me={me} />}
      <section className="card">
        <ul className="rows">
          <Line to="/standings" what={say(['查看排名，点分数看为什么', 'Standings: every score says why'])} />
          <Line to="/alliances" what={say(['联盟与年度成果任务', 'Alliances and their duty of the year'])} />
          <Line to="/honours" what={say(['荣誉与公示', 'Honours and notices'])} />
        </ul>
      </section>
    </>
  );
}

function Line({ to, what, count }: { to: string; what: string; count?: number }) {
  return (
    <li>
      <Link href={to}>
        <span>{what}</span>
        {count !== undefined && <span className={count > 0 ? 'tag wait end' : 'tag good end'}>{count}</span>}
      </Link>
    </li>
  );
}

function OpenRounds({ to }: { to: '/sheets' | '/rounds' }) {
  const say = useSay();
  const rounds = useItems('/rounds', { status: 'open' });
  return (
    <section className="card">
      <h2>{to === '/sheets' ? say(['评分', 'Score']) : say(['检查', 'Rounds'])}</h2>
      <Answer of={rounds}>
        {(items) =>
          items.length === 0 ? (
            <p className="quiet">{say(['现在没有进行中的检查。', 'No round is open.'])}</p>
          ) : (
            <ul className="rows">
              {items.map((round) => (
                <Line
                  key={round.round}
                  to={to === '/sheets' ? to : `/rounds/${round.round}`}
                  what={`${round.trackLabel} · ${round.period.label} · ${say(['截止', 'until'])} ${round.period.to}`}
                />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function Submitted() {
  const say = useSay();
  const outputs = useItems('/outputs', { status: 'submitted' });
  return (
    <section className="card">
      <h2>{say(['成果', 'Outputs'])}</h2>
      <ul className="rows">
        <Line
          to="/outputs?status=submitted"
          what={say(['待认可、待核定的成果', 'Outputs waiting'])}
          {...(outputs.data ? { count: outputs.data.length } : {})}
        />
      </ul>
    </section>
  );
}

/** Departments see those that wait for them; whoever decides sees all that are open. */
function Appealed({ me }: { me: Work['me'] }) {
  const say = useSay();
  const appeals = useItems('/appeals', { status: 'open' });
  const decides = holds(me, 'organiser', 'committee');
  const waiting = (appeals.data ?? []).filter(
    ({ departments, answers }) =>
      decides || (answers.length === 0 && departments.some((each) => me.actor.departments.includes(each))),
  );
  if (waiting.length === 0) return null;
  return (
    <section className="card">
      <h2>{say(['申诉', 'Appeals'])}</h2>
      <ul className="rows">
        <Line
          to="/appeals"
          what={decides ? say(['待处理的申诉', 'Open appeals']) : say(['待答复的申诉', 'Appeals to be answered'])}
          count={waiting.length}
        />
      </ul>
    </section>
  );
}
