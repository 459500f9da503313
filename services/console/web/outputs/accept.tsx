// Acceptance of an output: what is like it and accepted already is shown, and the accepter says of each whether it is the same.
import type { OutputAnswer } from '@jiangong/client';
import { useAnswer, useCommand } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { Act } from '../parts/act.tsx';
import type { FieldOf } from '../parts/form.tsx';

export function Accept({ output: { output: id, title } }: { output: OutputAnswer }) {
  const zh = useLanguage() === 'zh';
  const alike = useAnswer('/outputs/{id}/duplicates', { id });
  const accept = useCommand('POST', '/outputs/{id}/accept');
  if (!alike.data) return null;
  const before = alike.data.items.filter(({ status }) => status === 'accepted');
  const verdicts = [
    { value: 'different', label: zh ? '不同成果' : 'Different' },
    { value: 'same', label: zh ? '同一成果，不重复计入' : 'The same: does not count again' },
  ];
  const fields = before.flatMap((each): FieldOf[] => [
    {
      name: `verdict-${each.output}`,
      label: [`与“${each.title}”（${each.zh}）`, `Compared with “${each.title}” (${each.en})`],
      kind: 'one',
      options: verdicts,
    },
    { name: `reason-${each.output}`, label: ['判定理由', 'Why'], kind: 'prose' },
  ]);
  return (
    <Act
      label={['认可', 'Accept']}
      primary
      confirm={title}
      fields={fields}
      run={(values) => {
        const comparisons = before.map(({ output }) => ({
          output,
          same: values[`verdict-${output}`] === 'same',
          reason: values[`reason-${output}`],
        }));
        return accept.run({ id }, comparisons.length > 0 ? { comparisons } : {});
      }}
    />
  );
}
