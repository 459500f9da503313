// What each contestant did in a stage: recorded one by one or by file while it is open, corrected with a reason afterwards.
import type { CheckCriterion, ContestantView, ContestStageView, MeView, PerformanceView } from '@jiangong/client';
import { useState } from 'react';
import { useAnswer, useCommand, useItems, usePages } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { absenceLabel } from '../app/vocabulary.ts';
import { holds } from '../app/work.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Download } from '../parts/download.tsx';
import { type FieldOf, reasonField } from '../parts/form.tsx';
import { ImportFile } from '../parts/import-file.tsx';
import { markText } from '../parts/mark-text.ts';
import type { Measures } from '../parts/marks.ts';
import { More } from '../parts/more.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { MarksForm } from './marks-form.tsx';

interface Part {
  stage: ContestStageView;
  criteria: CheckCriterion[];
  measures: Measures;
  me: MeView;
}
export function Performances({ stage, criteria, measures, me }: Part) {
  const say = useSay();
  const id = stage.stage;
  const [of, setOf] = useState<ContestantView>();
  const query = { id: stage.contest, track: stage.track, state: 'accepted' as const, limit: 100 };
  const { more, ...contestants } = usePages('/contests/{id}/contestants', query);
  const performances = useItems('/contest-stages/{id}/performances', { id });
  const missing = useAnswer('/contest-stages/{id}/missing', stage.status === 'open' ? { id } : undefined);
  const done = new Map((performances.data ?? []).map((each) => [each.contestant, each]));
  const lacks = new Map((missing.data?.items ?? []).map((each) => [each.contestant, each.missing]));
  const mayWrite = holds(me, 'organiser') || (stage.status === 'open' && holds(me, 'checker'));
  const writes = criteria.length > 0 && mayWrite;
  const labels = new Map(criteria.map((each) => [each.id, each.label]));
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['成绩登记', 'Results'])}</h2>
        {missing.data && (
          <span className={missing.data.count === 0 ? 'tag good' : 'tag wait'}>
            {missing.data.count === 0
              ? say(['已齐备', 'Complete'])
              : say([`还有 ${missing.data.count} 名缺成绩`, `${missing.data.count} lack results`])}
          </span>
        )}
        <div className="actions">
          <Download path={`/contest-stages/${id}/performances`} what={say(['成绩登记', 'results'])} />
          {writes && stage.status === 'open' && (
            <ImportFile path="/contest-stages/{id}/performances/import" id={id} label={['导入成绩', 'Import']} />
          )}
        </div>
      </div>
      <Answer of={contestants}>
        {(pages) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty say={['还没有已受理的参赛者。', 'Nobody is accepted yet.']} />;
          return (
            <ul className="rows">
              {items.map((contestant) => (
                <li key={contestant.contestant} className="row">
                  <span className="code">{contestant.code}</span> <b>{contestant.name ?? '—'}</b>
                  <span>{textOf(done.get(contestant.contestant))}</span>
                  {lacks.has(contestant.contestant) && (
                    <span className="soft">
                      {say(['缺：', 'Lacks: '])}
                      {lacks.get(contestant.contestant)!.join('、')}
                    </span>
                  )}
                  {writes && (
                    <button type="button" className="plain end" onClick={() => setOf(contestant)}>
                      {stage.status === 'open' ? say(['登记', 'Record']) : say(['更正', 'Correct'])}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
      <More more={more} />
      {of && (
        <Dialog title={of.name ?? of.code ?? '—'} onClose={() => setOf(undefined)}>
          <Write
            {...{ stage, criteria, measures }}
            contestant={of.contestant}
            performance={done.get(of.contestant)}
            onDone={() => setOf(undefined)}
          />
        </Dialog>
      )}
    </section>
  );

  function textOf(performance: PerformanceView | undefined): string {
    if (!performance) return '';
    if (performance.absence) return say(absenceLabel(performance.absence));
    return Object.entries(performance.marks)
      .map(([criterion, mark]) => `${labels.get(criterion)} ${markText(mark, say, measures.get(criterion))}`)
      .join('；');
  }
}

const ABSENCES = ['did-not-start', 'did-not-finish', 'disqualified'] as const;

function Write({
  stage: { stage: id, status },
  criteria,
  measures,
  contestant,
  performance,
  onDone,
}: Omit<Part, 'me'> & { contestant: string; performance: PerformanceView | undefined; onDone: () => void }) {
  const say = useSay();
  const record = useCommand('POST', '/contest-stages/{id}/performances');
  const correct = useCommand('POST', '/contest-stages/{id}/performances/correct');
  const isOpen = status === 'open';
  const absence: FieldOf = {
    name: 'absence',
    label: ['没有成绩的原因', 'Why there is no result'],
    kind: 'one',
    optional: true,
    initial: performance?.absence,
    options: ABSENCES.map((value) => ({ value, label: say(absenceLabel(value)) })),
  };
  return (
    <MarksForm
      {...{ criteria, measures, onDone }}
      before={performance?.marks}
      fields={isOpen ? [absence] : [absence, reasonField('更正的理由')]}
      submit={isOpen ? ['保存成绩', 'Save'] : ['更正成绩', 'Correct']}
      run={(marks, values) => {
        const body = {
          ...{ contestant, marks },
          ...(values.absence === performance?.absence ? {} : { absence: values.absence ?? null }),
        };
        return isOpen ? record.run({ id }, body) : correct.run({ id }, { ...body, reason: values.reason });
      }}
    />
  );
}
