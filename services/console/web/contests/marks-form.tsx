// A form of marks: each criterion as on a sheet, with what stands now; only what was changed is sent.
import type { CheckCriterion, Mark } from '@jiangong/client';
import { useState } from 'react';
import type { Label } from '../app/language.ts';
import { CommandForm, type FieldOf, type Values } from '../parts/form.tsx';
import { Item } from '../parts/mark-item.tsx';
import { type Measures, unsigned } from '../parts/marks.ts';

export type MarksBy = Record<string, Mark>;
const changedIn = (before: MarksBy, after: MarksBy): MarksBy =>
  Object.fromEntries(
    Object.entries(after)
      .filter(([criterion, mark]) => JSON.stringify(mark) !== JSON.stringify(before[criterion]))
      .map(([criterion, mark]) => [criterion, unsigned(mark)]),
  );

export function MarksForm({
  criteria,
  measures,
  before = {},
  fields = [],
  submit,
  run,
  onDone,
}: {
  criteria: readonly CheckCriterion[];
  measures: Measures;
  before?: MarksBy | undefined;
  fields?: readonly FieldOf[];
  submit: Label;
  run: (marks: MarksBy, values: Values) => Promise<unknown>;
  onDone: () => void;
}) {
  const [marks, setMarks] = useState(before);
  return (
    <CommandForm {...{ fields, submit, onDone }} run={(values) => run(changedIn(before, marks), values)}>
      {criteria.map((criterion) => (
        <Item
          key={criterion.id}
          {...{ criterion, measure: measures.get(criterion.id), mark: marks[criterion.id], locked: false }}
          change={(mark) =>
            setMarks(({ [criterion.id]: _, ...others }) => (mark ? { ...others, [criterion.id]: mark } : others))
          }
        />
      ))}
    </CommandForm>
  );
}
