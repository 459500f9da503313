// The rounds of every competition: open ones first, then what comes next.
import { Link } from 'wouter';
import { useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { roundLabel } from '../app/vocabulary.ts';
import type { Work } from '../app/work.ts';
import { Answer, Empty } from '../parts/states.tsx';
import { Tabs, useFilter } from '../parts/tabs.tsx';

const ORDER = ['open', 'closing', 'made', 'closed'];
const tone = (status: string) => (status === 'open' ? 'tag good' : 'tag wait');

export default function Rounds(_: Work) {
  const say = useSay();
  const [status, setStatus] = useFilter('status');
  const rounds = useItems('/rounds', {});
  return (
    <>
      <h1>{say(['检查', 'Rounds'])}</h1>
      <Tabs
        label={say(['状态', 'Status'])}
        current={status ?? 'all'}
        options={['all', ...ORDER].map((value) => ({
          value,
          label: value === 'all' ? say(['全部', 'All']) : say(roundLabel(value)),
        }))}
        pick={(value) => setStatus(value === 'all' ? undefined : value)}
      />
      <Answer of={rounds}>
        {(items) => {
          const shown = items
            .filter((round) => !status || round.status === status)
            .sort(
              (a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || (a.period.from < b.period.from ? -1 : 1),
            );
          if (shown.length === 0)
            return (
              <Empty
                say={[
                  '没有这样的检查。竞赛启动后，各周期的检查会列在这里。',
                  'None. Rounds appear once a competition is launched.',
                ]}
              />
            );
          return (
            <ul className="rows card">
              {shown.map((round) => (
                <li key={round.round}>
                  <Link href={`/rounds/${round.round}`}>
                    <b>{round.period.label}</b>
                    <span>
                      {round.competitionName} · {round.trackLabel}
                    </span>
                    <span className="soft">
                      {round.period.from} – {round.period.to} ·{' '}
                      {say([`${round.entrants} 个单位`, `${round.entrants} entrants`])}
                    </span>
                    <span className={`${tone(round.status)} end`}>{say(roundLabel(round.status))}</span>
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
    </>
  );
}
