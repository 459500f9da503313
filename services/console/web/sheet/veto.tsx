// A veto of the scheme, raised with its evidence; it reaches far, so its name is typed.
import type { CheckView } from '@jiangong/client';
import { useCommand } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { Act } from '../parts/act.tsx';

export function Veto({ check }: { check: CheckView }) {
  const say = useSay();
  const raise = useCommand('POST', '/checks/{id}/vetoes');
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
      <Act
        label={['提出一票否决', 'Raise a veto']}
        danger
        confirm={check.entrant.name}
        fields={[
          {
            name: 'kind',
            label: ['情形', 'Kind'],
            kind: 'one',
            options: check.vetoRules.map(({ id, label }) => ({ value: id, label })),
          },
          { name: 'evidence', label: ['依据（每行一条）', 'Evidence (one a line)'], kind: 'lines' },
        ]}
        run={({ kind, evidence }) => raise.run({ id: check.check }, { kind, evidence })}
      />
    </section>
  );
}
