// Self score: the entrant scores itself on the departments' items, until the round is closed, and compares. It counts for nothing.
import type { CheckView, Mark, SelfScoreView } from '@jiangong/client';
import { useState } from 'react';
import { Link } from 'wouter';
import { useAnswer, useAttempt, useCommand, versionOf } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import type { Work } from '../app/work.ts';
import { Item } from '../parts/mark-item.tsx';
import { type Measures, unsigned } from '../parts/marks.ts';
import { Problem } from '../parts/problem.tsx';
import { SelfScore } from '../parts/self-score.tsx';
import { Answer } from '../parts/states.tsx';
import { useMeasures } from '../parts/use-measures.ts';

export default function Self({ me, params }: Work) {
  const say = useSay();
  const check = useAnswer('/checks/{id}', { id: params.check! });
  const self = useAnswer('/checks/{id}/self-score', { id: params.check! });
  const round = useAnswer('/rounds/{id}', check.data && { id: check.data.round });
  const measures = useMeasures(round.data);
  return (
    <Answer of={check}>
      {(about) => (
        <Answer of={self}>
          {(view) => (
            <div className="sheet">
              <p>
                <Link href={`/own/${about.check}`}>{say(['← 本季检查', '← This check'])}</Link>
              </p>
              <div className="head">
                <h1>{say([`${about.entrant.name}自评`, `Self score of ${about.entrant.name}`])}</h1>
                <span className="soft">{about.period.label}</span>
              </div>
              <p className="soft">
                {say(['自评只供对照，不计入成绩。', 'A self score is there to compare; it does not count.'])}
              </p>
              {about.status === 'open' && me.actor.units.includes(about.entrant.unit) && (
                <Entered {...{ check: about, view, measures }} />
              )}
              <section className="card">
                <SelfScore {...{ view, measures }} />
              </section>
            </div>
          )}
        </Answer>
      )}
    </Answer>
  );
}

const marksOf = ({ items }: SelfScoreView): Record<string, Mark> =>
  Object.fromEntries(items.flatMap(({ criterion, self }) => (self ? [[criterion, unsigned(self.mark)]] : [])));

function Entered({ check, view, measures }: { check: CheckView; view: SelfScoreView; measures: Measures }) {
  const say = useSay();
  const score = useCommand('PUT', '/checks/{id}/self-score');
  const { busy, problem, attempt } = useAttempt();
  const saved = marksOf(view);
  const [changes, setChanges] = useState<Record<string, Mark | null>>({});
  const marks = Object.fromEntries(
    Object.entries({ ...saved, ...changes }).filter((each): each is [string, Mark] => each[1] !== null),
  );
  const unsaved = Object.keys(changes).length;
  async function save() {
    const at = { id: check.check };
    const give = async () =>
      score.run(at, { marks }, { ifMatch: await versionOf('/checks/{id}/self-score', at, saved, marksOf) });
    if (await attempt(give)) setChanges({});
  }
  const criteria = new Map(check.criteria.map((each) => [each.id, each]));
  return (
    <>
      {view.items.map(({ criterion }) => (
        <Item
          key={criterion}
          criterion={criteria.get(criterion)!}
          measure={measures.get(criterion)}
          mark={marks[criterion]}
          locked={false}
          change={(mark) => setChanges((before) => ({ ...before, [criterion]: mark }))}
        />
      ))}
      <div className="sheet-foot">
        <div className="state" role="status" aria-live="polite">
          {unsaved > 0
            ? say([`${unsaved} 项未保存`, `${unsaved} not saved`])
            : Object.keys(saved).length > 0
              ? say(['已保存', 'Saved'])
              : say(['尚未自评', 'Nothing scored yet'])}
          <Problem problem={problem} />
        </div>
        <button
          type="button"
          className="primary"
          disabled={busy || unsaved === 0 || Object.keys(marks).length === 0}
          onClick={() => void save()}
        >
          {say(['保存自评', 'Save'])}
        </button>
      </div>
    </>
  );
}
