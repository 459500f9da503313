// The scorecards of a panel for those who organise: how many seats have marked, what lies far apart, who was recused.
import type {
  CheckCriterion,
  ContestStageView,
  JudgingPanelView,
  MeView,
  ScorecardView,
  SeatSheet,
} from '@jiangong/client';
import { useState } from 'react';
import { useCommand, usePages } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { holds } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { reasonField } from '../parts/form.tsx';
import { markText } from '../parts/mark-text.ts';
import type { Measures } from '../parts/marks.ts';
import { More } from '../parts/more.tsx';
import { Answer } from '../parts/states.tsx';
import { MarksForm } from './marks-form.tsx';

interface Part {
  stage: ContestStageView;
  panel: JudgingPanelView;
  criteria: CheckCriterion[];
  measures: Measures;
  me: MeView;
  nameOf: (judge: string) => string;
}
export function Scorecards({ stage, panel, criteria, measures, me, nameOf }: Part) {
  const say = useSay();
  const { more, ...cards } = usePages('/judging-panels/{id}/scorecards', { id: panel.panel, limit: 100 });
  const marksOf = ({ marks = {} }: SeatSheet) =>
    criteria.flatMap(({ id }) => (marks[id] ? markText(marks[id], say, measures.get(id)) : [])).join('，');
  return (
    <>
      <Answer of={cards}>
        {(pages) => (
          <ul className="rows">
            {pages
              .flatMap(({ items }) => items)
              .map((card) => (
                <li key={card.contestant} className="row">
                  <span className="code">{card.code}</span> <b>{card.name ?? '—'}</b>
                  <span className={card.marked >= panel.seats ? 'tag good' : 'tag wait'}>
                    {say([`${card.marked}/${panel.seats} 已打分`, `${card.marked}/${panel.seats} marked`])}
                  </span>
                  <span>
                    {card.sheets
                      .filter(({ marks, recused }) => marks || recused)
                      .map((sheet) =>
                        sheet.recused
                          ? say([`第 ${sheet.seat} 席回避`, `seat ${sheet.seat} recused`])
                          : say([`第 ${sheet.seat} 席 ${marksOf(sheet)}`, `seat ${sheet.seat}: ${marksOf(sheet)}`]),
                      )
                      .join('；')}
                  </span>
                  {card.differs && <span className="tag bad">{say(['分差过大', 'Far apart'])}</span>}
                  {card.reviewed && (
                    <span className="soft">
                      {say(['已复核：', 'Looked at again: '])}
                      {card.reviewed}
                    </span>
                  )}
                  {holds(me, 'organiser') && <Acts {...{ stage, panel, criteria, measures, card, nameOf }} />}
                </li>
              ))}
          </ul>
        )}
      </Answer>
      <More more={more} />
    </>
  );
}

function Acts({ stage, panel: { panel: id }, card, nameOf, ...sheet }: Omit<Part, 'me'> & { card: ScorecardView }) {
  const say = useSay();
  const lookAgain = useCommand('POST', '/judging-panels/{id}/look-again');
  const recuse = useCommand('POST', '/judging-panels/{id}/recuse');
  const [corrects, setCorrects] = useState(false);
  const { contestant, name = card.code ?? '—', sheets } = card;
  const seats = sheets
    .filter(({ recused }) => !recused)
    .map(({ seat, judge = '' }) => ({ value: seat, label: say([`第 ${seat} 席`, `Seat ${seat}`]) + nameOf(judge) }));
  const seat = { name: 'seat', label: ['席位', 'Seat'], kind: 'one', options: seats } as const;
  return (
    <div className="actions end">
      {stage.status === 'open' && card.differs && (
        <Act
          label={['复核分差', 'Look again']}
          title={[`复核分差，维持打分：${name}`, `Let the marks of ${name} stand`]}
          primary
          fields={[reasonField('复核意见', 'Finding')]}
          run={({ reason }) => lookAgain.run({ id }, { contestant, reason })}
        />
      )}
      {stage.status === 'open' && (
        <Act
          label={['评委回避', 'Recuse a judge']}
          title={[`评委回避：${name}`, `Recuse a judge from ${name}`]}
          fields={[seat, reasonField('回避原因')]}
          run={({ seat, reason }) => recuse.run({ id }, { contestant, seat, reason })}
        />
      )}
      {stage.status === 'closed' && (
        <button type="button" className="plain" onClick={() => setCorrects(true)}>
          {say(['更正打分', 'Correct marks'])}
        </button>
      )}
      {corrects && (
        <Dialog title={say([`更正打分：${name}`, `Correct marks: ${name}`])} onClose={() => setCorrects(false)}>
          <Correction {...{ panel: id, card, seats, ...sheet }} onDone={() => setCorrects(false)} />
        </Dialog>
      )}
    </div>
  );
}

function Correction({
  panel: id,
  card,
  seats,
  criteria,
  measures,
  onDone,
}: Pick<Part, 'criteria' | 'measures'> & {
  panel: string;
  card: ScorecardView;
  seats: { value: string; label: string }[];
  onDone: () => void;
}) {
  const say = useSay();
  const correct = useCommand('POST', '/judging-panels/{id}/marks/correct');
  const [seat, setSeat] = useState<string>();
  return (
    <>
      <p className="field">
        <label htmlFor="corrected-seat">{say(['席位', 'Seat'])}</label>
        <select id="corrected-seat" value={seat ?? ''} onChange={({ target }) => setSeat(target.value || undefined)}>
          <option value="">{say(['请选择', 'Choose'])}</option>
          {seats.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </p>
      {seat !== undefined && (
        <MarksForm
          key={seat}
          {...{ criteria, measures, onDone }}
          before={card.sheets.find((each) => each.seat === seat)?.marks}
          fields={[reasonField('更正的理由')]}
          submit={['更正打分', 'Correct']}
          run={(marks, { reason }) =>
            correct.run({ id }, { contestant: card.contestant, seat, marks, reason: reason as string })
          }
        />
      )}
    </>
  );
}
