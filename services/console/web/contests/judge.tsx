// A judge's page, for a phone in the hall: who is still to be marked, then one contestant after the other with the total in sight.
import type { CheckCriterion, JudgingPanelView, ScorecardView } from '@jiangong/client';
import { useState } from 'react';
import { Link } from 'wouter';
import { useAnswer, useAttempt, useCommand, useItems } from '../app/api.ts';
import { scoreText, useSay } from '../app/language.ts';
import type { Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';
import { Item } from '../parts/mark-item.tsx';
import { type Measures, measuresOf, pointsOf, unsigned } from '../parts/marks.ts';
import { Problem } from '../parts/problem.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { useFilter } from '../parts/tabs.tsx';
import { criteriaIn } from './criteria.ts';
import type { MarksBy } from './marks-form.tsx';

export default function Judge({ params }: Work) {
  const panel = useAnswer('/judging-panels/{id}', { id: params.id! });
  const stage = useAnswer('/contest-stages/{id}', panel.data && { id: panel.data.stage });
  const version = useAnswer(
    '/schemes/{id}/versions/{version}',
    stage.data && { id: stage.data.scheme, version: String(stage.data.schemeVersion) },
  );
  return (
    <div className="sheet">
      <Answer of={panel}>
        {(data) => (
          <>
            <p>
              <Link href={`/contest-stages/${data.stage}`}>← {stage.data?.contestName}</Link>
            </p>
            <h1>
              {stage.data?.label} · {data.itemLabel}
            </h1>
            <Answer of={version}>
              {({ body }) => {
                const { track, name, status } = stage.data!;
                const found = criteriaIn(body, track, name).judged.find(({ item }) => item === data.item);
                if (data.status !== 'locked' || status !== 'open')
                  return <Empty say={['现在不能打分：评委组锁定、阶段开始后再来。', 'Nothing to mark now.']} />;
                return (
                  <Contestants panel={data} criteria={found?.criteria ?? []} measures={measuresOf(body, track, name)} />
                );
              }}
            </Answer>
          </>
        )}
      </Answer>
    </div>
  );
}

interface Part {
  panel: JudgingPanelView;
  criteria: CheckCriterion[];
  measures: Measures;
}
/** What the judge gave a contestant; undefined: somebody else marks. */
const ownOf = ({ sheets }: ScorecardView) => sheets.find(({ recused }) => !recused);

function Contestants({ panel, criteria, measures }: Part) {
  const say = useSay();
  const cards = useItems('/judging-panels/{id}/scorecards', { id: panel.panel });
  const [chosen, choose] = useFilter('contestant');
  return (
    <Answer of={cards}>
      {(all) => {
        const own = all.filter((card) => ownOf(card));
        const left = own.filter((card) => !ownOf(card)?.marks);
        const card = own.find(({ contestant }) => contestant === chosen);
        const next = left.find(({ contestant }) => contestant !== chosen);
        if (card)
          return (
            <Card
              key={card.contestant}
              {...{ panel, criteria, measures, card }}
              goOn={() => choose(next?.contestant)}
              back={() => choose(undefined)}
            />
          );
        return (
          <>
            <p className="soft">
              {say([`还有 ${left.length} 名未打分，共 ${own.length} 名`, `${left.length} of ${own.length} left`])}
            </p>
            <ul className="rates">
              {own.map((each) => (
                <li key={each.contestant}>
                  <button type="button" className="rate" onClick={() => choose(each.contestant)}>
                    <span className="code">{each.code}</span> <span>{each.name ?? '—'}</span>
                    <b className={ownOf(each)?.marks ? 'tag good' : 'tag wait'}>
                      {ownOf(each)?.marks
                        ? scoreText(totalOf(ownOf(each)!.marks!, criteria, measures))
                        : say(['未打分', 'Not marked'])}
                    </b>
                  </button>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Answer>
  );
}

/** What a judge gave in all: points where they are known, otherwise the number itself. */
function totalOf(marks: MarksBy, criteria: readonly CheckCriterion[], measures: Measures): number {
  return criteria.reduce((sum, criterion) => {
    const mark = marks[criterion.id];
    if (!mark) return sum;
    return sum + (pointsOf(criterion, mark, measures.get(criterion.id)) ?? ('value' in mark ? mark.value : 0));
  }, 0);
}

function Card({
  panel: { panel: id },
  criteria,
  measures,
  card,
  goOn,
  back,
}: Part & { card: ScorecardView; goOn: () => void; back: () => void }) {
  const say = useSay();
  const mark = useCommand('POST', '/judging-panels/{id}/marks');
  const recuse = useCommand('POST', '/judging-panels/{id}/recuse');
  const { busy, problem, attempt } = useAttempt();
  const { contestant, name = card.code ?? '—' } = card;
  const [marks, setMarks] = useState<MarksBy>(ownOf(card)?.marks ?? {});
  const left = criteria.filter(({ id, due }) => due && !marks[id]);
  async function give() {
    const given = Object.fromEntries(Object.entries(marks).map(([criterion, each]) => [criterion, unsigned(each)]));
    if (await attempt(() => mark.run({ id }, { contestant, marks: given }))) goOn();
  }
  return (
    <>
      <div className="head">
        <h2>
          <span className="code">{card.code}</span> {name}
        </h2>
        <div className="actions">
          <button type="button" className="plain" onClick={back}>
            {say(['全部参赛者', 'All contestants'])}
          </button>
          <Act
            label={['申请回避', 'Recuse myself']}
            title={[`申请回避：${name}`, `Recuse myself from ${name}`]}
            fields={[reasonField('回避原因')]}
            run={async ({ reason }) => {
              await recuse.run({ id }, { contestant, reason });
              back();
            }}
          />
        </div>
      </div>
      {criteria.map((criterion) => (
        <Item
          key={criterion.id}
          {...{ criterion, measure: measures.get(criterion.id), mark: marks[criterion.id], locked: false }}
          change={(given) =>
            setMarks(({ [criterion.id]: _, ...others }) => (given ? { ...others, [criterion.id]: given } : others))
          }
        />
      ))}
      <div className="sheet-foot">
        <div className="state" role="status" aria-live="polite">
          <b>
            {say([
              `合计 ${scoreText(totalOf(marks, criteria, measures))}`,
              `Total ${scoreText(totalOf(marks, criteria, measures))}`,
            ])}
          </b>{' '}
          {left.length > 0 && say([`还差 ${left.length} 项`, `${left.length} to go`])}
          <Problem problem={problem} />
        </div>
        <button type="button" className="primary" disabled={busy || left.length > 0} onClick={() => void give()}>
          {say(['提交，下一位', 'Submit, next'])}
        </button>
      </div>
    </>
  );
}
