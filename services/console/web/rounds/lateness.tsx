// Who owes most: departments by the sheets, and units by the plans, that are still to come.
import type { MissingView } from '@jiangong/client';
import { useSay } from '../app/language.ts';
import { dueLabel } from '../app/vocabulary.ts';
import { Chart } from '../parts/chart.tsx';
import { lateOf } from './lines.ts';

export function Lateness({ missing }: { missing: MissingView['items'] }) {
  const say = useSay();
  const words = {
    plan: say(dueLabel('plan')),
    progress: say(dueLabel('progress')),
    sheet: say(dueLabel('sheet')),
    result: say(dueLabel('result')),
  };
  const late = lateOf(missing, words);
  return (
    <Chart
      title={['未提交，按部门', 'Missing, by department']}
      figures={{
        columns: [say(['项', 'Items'])],
        rows: late.map(({ who, units }) => ({ label: who, values: [units.length] })),
      }}
    />
  );
}
