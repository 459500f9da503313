// The duty of the year at a glance: outputs of each alliance beside what it owes.
import type { AllianceListed } from '@jiangong/client';
import { useSay } from '../app/language.ts';
import { Chart } from '../parts/chart.tsx';

export function DutyBoard({ alliances }: { alliances: readonly AllianceListed[] }) {
  const say = useSay();
  const rows = alliances.flatMap(({ shortName, year }) =>
    year ? [{ label: shortName, values: [year.outputs, year.minimum] }] : [],
  );
  if (rows.length < 2) return null;
  const missing = ({ values: [outputs, minimum] }: (typeof rows)[number]) => minimum! - outputs!;
  return (
    <Chart
      title={['年度成果任务', 'Duty of the year']}
      figures={{
        columns: [say(['成果', 'Outputs']), say(['应完成', 'Due'])],
        rows: rows.sort((a, b) => missing(b) - missing(a)),
      }}
    />
  );
}
