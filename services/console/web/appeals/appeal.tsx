// One appeal: what it is about, what the departments answer, how it is decided, and the result before and after.
import type { AppealExplained, CheckView } from '@jiangong/client';
import { Link } from 'wouter';
import { useAnswer } from '../app/api.ts';
import { dayOf, scoreText, useLanguage, useSay } from '../app/language.ts';
import { appealLabel } from '../app/vocabulary.ts';
import type { Work } from '../app/work.ts';
import { Answer } from '../parts/states.tsx';
import { AppealActs } from './appeal-acts.tsx';

export default function Appeal({ me, params }: Work) {
  const say = useSay();
  const check = useAnswer('/checks/{id}', { id: params.check! });
  const appeal = useAnswer('/checks/{id}/appeals/{appeal}', { id: params.check!, appeal: params.appeal! });
  return (
    <Answer of={check}>
      {(about) => (
        <Answer of={appeal}>
          {(data) => (
            <>
              <p>
                <Link href="/appeals">{say(['← 全部申诉', '← All appeals'])}</Link>
              </p>
              <div className="head">
                <h1>
                  {data.entrant.name} · {data.itemLabel}
                </h1>
                <span className="soft">{about.period.label}</span>
                <span className={data.status === 'open' ? 'tag wait' : 'tag good'}>
                  {say(appealLabel(data.status))}
                </span>
              </div>
              <Said appeal={data} check={about} />
              {data.status === 'open' && <AppealActs appeal={data} check={about} me={me} />}
              <Results appeal={data} />
            </>
          )}
        </Answer>
      )}
    </Answer>
  );
}

/** What the entrant, the departments and the decider say, in turn. */
function Said({ appeal, check }: { appeal: AppealExplained; check: CheckView }) {
  const say = useSay();
  const named = (department: string) => check.departments.find(({ id }) => id === department)?.label ?? department;
  const { reason, evidence, files = [], answers, decided, status, answerBy, departments } = appeal;
  return (
    <section className="card">
      <h2>{say(['申诉理由', 'Reason'])}</h2>
      <p className="prose">{reason}</p>
      {evidence.length > 0 && (
        <ul>
          {evidence.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <p className="actions">
          {files.map(({ file, name }) => (
            <a key={file} className="button" download={name} href={`/api/files/check/${file}`}>
              {name}
            </a>
          ))}
        </p>
      )}
      <p className="soft">{dayOf(appeal.at)}</p>
      <h2>{say(['部门答复', 'Answers'])}</h2>
      {answers.length === 0 && (
        <p className="soft">
          {departments.map(named).join('、')}
          {status === 'open' && say([`：至 ${answerBy} 答复`, `: answers by ${answerBy}`])}
        </p>
      )}
      {answers.map(({ department, answer, at }) => (
        <div key={at + department}>
          <p className="prose">
            <b>{named(department)}</b> {answer}
          </p>
          <p className="soft">{dayOf(at)}</p>
        </div>
      ))}
      {decided && (
        <>
          <h2>{say(['处理结果', 'Decision'])}</h2>
          <p className="prose">
            <b>{say(appealLabel(status))}</b> {decided.finding}
          </p>
          <p className="soft">
            {dayOf(decided.at)} · {say([`成绩第 ${decided.revision} 版`, `revision ${decided.revision}`])}
          </p>
        </>
      )}
    </section>
  );
}

function Results({ appeal: { before, after, moves } }: { appeal: AppealExplained }) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const shown = [
    [say(['申诉所对的成绩', 'The result appealed against']), before],
    [say(['处理后的成绩', 'The result after the decision']), after],
  ] as const;
  return shown.map(
    ([title, result]) =>
      result && (
        <section key={title} className="card">
          <div className="head">
            <h2>{title}</h2>
            <b>{scoreText(result.score)}</b>
            {result.place !== null && <span>{say([`第 ${result.place} 名`, `place ${result.place}`])}</span>}
          </div>
          <details>
            <summary>{say(['逐步算法', 'Step by step'])}</summary>
            <p className="prose">{zh ? result.text.zh : result.text.en}</p>
          </details>
          {result === after && moves.length > 0 && (
            <ul className="rows">
              {moves.map(({ entry, name, before, after }) => (
                <li key={entry} className="row">
                  {name}
                  <span className="end">
                    {before.place ?? '—'} → <b>{after.place ?? '—'}</b>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      ),
  );
}
