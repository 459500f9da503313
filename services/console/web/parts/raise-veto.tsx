// A veto of the scheme, raised with its evidence; it reaches far, so the unit's name is typed.
import type { CheckView } from '@jiangong/client';
import { useCommand } from '../app/api.ts';
import { Act } from './act.tsx';

export function RaiseVeto({ check }: { check: CheckView }) {
  const raise = useCommand('POST', '/checks/{id}/vetoes');
  return (
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
  );
}
