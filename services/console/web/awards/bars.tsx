// What keeps units from honours: recorded with its document, lifted by the committee.
import { useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { labels } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';
import { Answer } from '../parts/states.tsx';

const kinds = ['wage-arrears', 'insurance-arrears', 'no-union', 'safety-accident', 'mass-incident', 'other'] as const;
const barKindLabel = labels({
  'wage-arrears': ['拖欠工资', 'Wage arrears'],
  'insurance-arrears': ['欠缴社会保险费', 'Insurance arrears'],
  'no-union': ['未建立工会', 'No union'],
  'safety-accident': ['安全事故', 'Safety accident'],
  'mass-incident': ['群体性事件', 'Mass incident'],
  other: ['其他', 'Other'],
});

export function Bars({ me }: { me: Work['me'] }) {
  const say = useSay();
  const bars = useItems('/award-bars', {});
  const record = useCommand('POST', '/award-bars');
  const lift = useCommand('POST', '/award-bars/{id}/lift');
  const keeps = holds(me, 'organiser', 'committee');
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['不予表彰', 'Barred from honours'])}</h2>
        {keeps && (
          <div className="actions">
            <RecordBar run={record.run} />
          </div>
        )}
      </div>
      <Answer of={bars}>
        {(items) => (
          <ul className="rows">
            {items.map(({ bar, name, kind, happenedOn, years, document, lifted }) => (
              <li key={bar} className="row">
                <b>{name}</b>
                <span className="soft">
                  {say(barKindLabel(kind))} · {happenedOn} · {say([`${years} 年内`, `for ${years} years`])} · {document}
                </span>
                {lifted ? (
                  <span className="tag good">{lifted.reason}</span>
                ) : (
                  holds(me, 'committee') && (
                    <div className="actions end">
                      <Act
                        label={['解除', 'Lift']}
                        title={[`解除：${name}`, `Lift: ${name}`]}
                        confirm={name}
                        fields={[reasonField('解除理由')]}
                        run={({ reason }) => lift.run({ id: bar }, { reason })}
                      />
                    </div>
                  )
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}

type Record = ReturnType<typeof useCommand<'POST', '/award-bars'>>['run'];
function RecordBar({ run }: { run: Record }) {
  const say = useSay();
  const units = useItems('/units', {});
  return (
    <Act
      label={['登记', 'Record']}
      fields={[
        {
          name: 'unit',
          label: ['单位', 'Unit'],
          kind: 'one',
          options: (units.data ?? []).map(({ unit, name }) => ({ value: unit, label: name })),
        },
        {
          name: 'kind',
          label: ['情形', 'What happened'],
          kind: 'one',
          options: kinds.map((value) => ({ value, label: say(barKindLabel(value)) })),
        },
        { name: 'happenedOn', label: ['发生日期', 'When'], kind: 'date' },
        { name: 'years', label: ['影响年数', 'Years'], kind: 'number', initial: 1 },
        { name: 'document', label: ['依据文件', 'Document'] },
      ]}
      run={(values) => run({}, values as Parameters<Record>[1])}
    />
  );
}
