// A unit's season: what each item came to, period by period.
import type { Standing } from '@jiangong/client';
import { useQueries } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { scoreText } from '../app/language.ts';
import { Chart } from '../parts/chart.tsx';
import type { PeriodColumn } from './periods.ts';

export function Season({ standing, columns }: { standing: Standing; columns: readonly PeriodColumn[] }) {
  const periods = columns.flatMap(({ label, scores }) => {
    const result = scores.get(standing.entry)?.result;
    return result ? [{ label, result }] : [];
  });
  const answers = useQueries({
    queries: periods.map(({ result }) => ({
      queryKey: ['/explanations/{result}', { result }],
      queryFn: () => client.get('/explanations/{result}', { result }),
    })),
  });
  const items = new Map<string, { label: string; values: (number | null)[] }>();
  for (const [at, { data }] of answers.entries())
    for (const { criterion, label, points, within, adjustment } of data?.criteria ?? []) {
      if (within !== undefined || adjustment || points === undefined) continue;
      const item = items.get(criterion) ?? { label, values: periods.map(() => null) };
      item.values[at] = points;
      items.set(criterion, item);
    }
  return (
    <Chart
      title={['各项得分走势', 'Score by item and period']}
      figures={{ columns: periods.map(({ label }) => label), rows: [...items.values()] }}
      format={scoreText}
    />
  );
}
