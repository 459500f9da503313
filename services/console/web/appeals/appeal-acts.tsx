// What is done about an open appeal: a department of the item answers it, and whoever had no part in it decides.
import type { AppealExplained, CheckView } from '@jiangong/client';
import { useAnswer, useCommand } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { appealLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { fieldsOf, marksOf } from '../parts/changed-mark.ts';
import type { Values } from '../parts/form.tsx';
import { useMeasures } from '../parts/use-measures.ts';

export function AppealActs({ appeal, check, me }: { appeal: AppealExplained; check: CheckView; me: Work['me'] }) {
  const answer = useCommand('POST', '/checks/{id}/appeals/{appeal}/answer');
  const to = { id: appeal.check, appeal: appeal.appeal };
  const answers = holds(me, 'checker') && appeal.departments.some((each) => me.actor.departments.includes(each));
  return (
    <p className="actions">
      {answers && (
        <Act
          label={['答复', 'Answer']}
          title={['答复申诉', 'Answer the appeal']}
          primary
          fields={[{ name: 'answer', label: ['答复内容', 'Answer'], kind: 'prose' }]}
          run={(values) => answer.run(to, { answer: values.answer })}
        />
      )}
      {holds(me, 'organiser', 'committee') && <Decide {...{ appeal, check, to }} />}
    </p>
  );
}

/** Upheld, the result is corrected with it: another mark for the item, or the veto lifted. */
function Decide({
  appeal: { about, item, itemLabel, entrant },
  check,
  to,
}: {
  appeal: AppealExplained;
  check: CheckView;
  to: { id: string; appeal: string };
}) {
  const say = useSay();
  const decide = useCommand('POST', '/checks/{id}/appeals/{appeal}/decide');
  const round = useAnswer('/rounds/{id}', { id: check.round });
  const measures = useMeasures(round.data);
  const mark = check.sealed?.inputs[item];
  const scored = { criteria: about === 'criterion' ? [{ criterion: item, label: itemLabel, mark }] : [] };
  const corrected = ({ outcome, ...values }: Values) =>
    outcome === 'dismissed' ? {} : about === 'veto' ? { lift: [item] } : { marks: marksOf(scored, values, measures) };
  return (
    <Act
      label={['处理', 'Decide']}
      title={['处理申诉', 'Decide the appeal']}
      confirm={entrant.name}
      fields={[
        {
          name: 'outcome',
          label: ['结论', 'Outcome'],
          kind: 'one',
          options: (['upheld', 'dismissed'] as const).map((value) => ({ value, label: say(appealLabel(value)) })),
          hint:
            about === 'veto'
              ? ['成立即解除该否决', 'Upheld, the veto is lifted']
              : ['成立即按下面填写的内容更正', 'Upheld, the result is corrected as entered below'],
        },
        { name: 'finding', label: ['认定事实', 'Finding'], kind: 'prose' },
        ...fieldsOf(scored, measures).map((field) => ({ ...field, optional: true })),
      ]}
      run={(values) => decide.run(to, { outcome: values.outcome, finding: values.finding, ...corrected(values) })}
    />
  );
}
