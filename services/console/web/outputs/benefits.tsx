// What accepted outputs brought, by kind, as finance certified it.
import type { OutputAnswer } from '@jiangong/client';
import { useSay } from '../app/language.ts';
import { Chart } from '../parts/chart.tsx';

export function Benefits({ outputs }: { outputs: readonly OutputAnswer[] }) {
  const say = useSay();
  const sums = new Map<string, number>();
  for (const { kind, status, benefit } of outputs)
    if (status === 'accepted' && benefit) sums.set(kind, (sums.get(kind) ?? 0) + benefit.yuan);
  const rows = [...sums].sort(([, a], [, b]) => b - a).map(([label, yuan]) => ({ label, values: [yuan] }));
  return (
    <Chart
      title={['核定效益，按类别（元）', 'Certified benefit by kind (yuan)']}
      figures={{ columns: [say(['元', 'Yuan'])], rows }}
    />
  );
}
