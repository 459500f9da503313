// Vetoes of the scheme that were raised, with their evidence, and another.
import type { CheckView } from '@jiangong/client';
import { useSay } from '../app/language.ts';
import { RaiseVeto } from '../parts/raise-veto.tsx';

export function Veto({ check }: { check: CheckView }) {
  const say = useSay();
  if (check.vetoRules.length === 0 || check.status !== 'open') return null;
  const labelOf = (kind: string) => check.vetoRules.find(({ id }) => id === kind)?.label ?? kind;
  return (
    <section className="card">
      <h2>{say(['一票否决', 'Vetoes'])}</h2>
      <ul>
        {check.vetoes.map(({ veto, kind, evidence }) => (
          <li key={veto}>
            <span className="tag bad">{labelOf(kind)}</span> {evidence.join('；')}
          </li>
        ))}
      </ul>
      <RaiseVeto check={check} />
    </section>
  );
}
