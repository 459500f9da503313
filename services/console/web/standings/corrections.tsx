// Corrections of a sealed result: those that were made with whom they moved, and a new one.
import type { Explanation } from '@jiangong/client';
import { useAnswer, useCommand } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { Act } from '../parts/act.tsx';
import { fieldsOf, marksOf } from '../parts/changed-mark.ts';
import { reasonField } from '../parts/form.tsx';
import { Answer } from '../parts/states.tsx';
import { useMeasures } from '../parts/use-measures.ts';

export function Corrections({ explanation, organises }: { explanation: Explanation; organises: boolean }) {
  const say = useSay();
  const measures = useMeasures(explanation);
  const id = explanation.result;
  const corrections = useAnswer('/checks/{id}/corrections', { id });
  const correct = useCommand('POST', '/checks/{id}/corrections');
  return (
    <section className="card">
      <div className="head">
        <h3>{say(['更正', 'Corrections'])}</h3>
        {organises && (
          <Act
            label={['更正成绩', 'Correct the result']}
            danger
            confirm={explanation.entrant.name}
            fields={[reasonField('更正原因'), ...fieldsOf(explanation, measures)]}
            run={(values) =>
              correct.run({ id }, { reason: values.reason, marks: marksOf(explanation, values, measures) })
            }
          />
        )}
      </div>
      <Answer of={corrections}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{say(['没有更正过。', 'None.'])}</p>
          ) : (
            <ol>
              {items.map(({ revision, reason, moves }) => (
                <li key={revision}>
                  {say([`第 ${revision} 版：`, `Revision ${revision}: `])}
                  {reason}
                  <span className="soft">{say([`（${moves.length} 个单位变动）`, ` (${moves.length} moved)`])}</span>
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </section>
  );
}
