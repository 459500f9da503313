// Appeals against results: those that wait come first, with who has to act on them.
import type { AppealView } from '@jiangong/client';
import { Link } from 'wouter';
import { useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { appealLabel } from '../app/vocabulary.ts';
import type { Work } from '../app/work.ts';
import { Answer, Empty } from '../parts/states.tsx';

const rank = ({ status }: AppealView) => (status === 'open' ? 0 : 1);

export default function Appeals(_: Work) {
  const say = useSay();
  const appeals = useItems('/appeals', {});
  return (
    <section className="card">
      <h1>{say(['申诉', 'Appeals'])}</h1>
      <Answer of={appeals}>
        {(items) =>
          items.length === 0 ? (
            <Empty
              say={[
                '没有申诉。成绩公布后，参赛单位可在“本单位”的检查中提出。',
                'No appeal. Once results are published, entrants file them from their own check.',
              ]}
            />
          ) : (
            <ul className="rows">
              {[...items]
                .sort((a, b) => rank(a) - rank(b) || (a.at < b.at ? 1 : -1))
                .map((appeal) => (
                  <Line key={appeal.check + appeal.appeal} appeal={appeal} />
                ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function Line({ appeal }: { appeal: AppealView }) {
  const say = useSay();
  const { status, answers, answerBy } = appeal;
  const waits =
    answers.length > 0
      ? say(['已答复，待处理', 'Answered; to be decided'])
      : say([`待部门答复，至 ${answerBy}`, `To be answered by ${answerBy}`]);
  return (
    <li>
      <Link href={`/appeals/${appeal.check}/${appeal.appeal}`}>
        <b>{appeal.entrant.name}</b>
        <span>{appeal.itemLabel}</span>
        {status === 'open' && <span className="soft">{waits}</span>}
        <span className={`tag ${status === 'open' ? 'wait' : 'good'} end`}>{say(appealLabel(status))}</span>
      </Link>
    </li>
  );
}
