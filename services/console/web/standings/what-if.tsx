// What would be if: other marks are tried, nothing is kept.
import type { Explanation, WhatIfView } from '@jiangong/client';
import { useState } from 'react';
import { client } from '../app/api.ts';
import { scoreText, useSay } from '../app/language.ts';
import { fieldsOf, marksOf } from '../parts/changed-mark.ts';
import { CommandForm } from '../parts/form.tsx';
import { rangeText } from '../parts/so-far.tsx';
import { useMeasures } from '../parts/use-measures.ts';

const shownScore = ({ score, provisional }: WhatIfView['after']) =>
  provisional ? rangeText(provisional) : scoreText(score);

export function WhatIf({ explanation }: { explanation: Explanation }) {
  const say = useSay();
  const measures = useMeasures(explanation);
  const [outcome, setOutcome] = useState<WhatIfView>();
  const fields = fieldsOf(explanation, measures);
  if (fields.length === 0) return null;
  return (
    <details>
      <summary>{say(['假如……（不保存）', 'What if … (nothing is kept)'])}</summary>
      <CommandForm
        fields={fields}
        submit={['试算', 'Try']}
        run={async (values) => {
          const marks = marksOf(explanation, values, measures);
          setOutcome(await client.post('/explanations/{result}/what-if', { result: explanation.result }, { marks }));
        }}
      />
      {outcome && (
        <p role="status">
          {say(['得分', 'Score'])} {shownScore(outcome.before)} → <b>{shownScore(outcome.after)}</b>，
          {say(['名次', 'place'])} {outcome.before.place ?? '—'} → <b>{outcome.after.place ?? '—'}</b>
          {outcome.moves.length > 0 &&
            say([`，另有 ${outcome.moves.length} 个单位随之变动`, `; ${outcome.moves.length} others would move`])}
        </p>
      )}
    </details>
  );
}
