// Units of the organisation: registered one by one or from a file; renamed, retired or merged, restored.
import type { RegisterUnit, UnitView } from '@jiangong/client';
import { useCommand, usePages } from '../app/api.ts';
import { compareNames, useSay } from '../app/language.ts';
import { unitKindLabel } from '../app/vocabulary.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';
import { ImportFile } from '../parts/import-file.tsx';
import { More } from '../parts/more.tsx';
import { Answer } from '../parts/states.tsx';

const kinds = ['branch', 'project-department', 'employer'] as const;

export function Units() {
  const say = useSay();
  const { more, ...units } = usePages('/units', { limit: 100 });
  const register = useCommand('POST', '/units');
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['单位', 'Units'])}</h2>
        <div className="actions">
          <ImportFile path="/units/import" label={['导入单位', 'Import units']} />
          <Act
            label={['登记单位', 'Register a unit']}
            fields={[
              {
                name: 'kind',
                label: ['类别', 'Kind'],
                kind: 'one',
                options: kinds.map((value) => ({ value, label: say(unitKindLabel(value)) })),
              },
              { name: 'code', label: ['编码', 'Code'] },
              { name: 'name', label: ['全称', 'Name'] },
              { name: 'shortName', label: ['简称', 'Short name'] },
            ]}
            run={(values) => register.run({}, values as RegisterUnit)}
          />
        </div>
      </div>
      <Answer of={units}>
        {(pages) => (
          <ul className="rows">
            {pages
              .flatMap(({ items }) => items)
              .sort((a, b) => compareNames(a.code, b.code))
              .map((unit, _, all) => (
                <li key={unit.unit} className="row">
                  <span className="code">{unit.code}</span> <b>{unit.name}</b>
                  <span className="soft">{say(unitKindLabel(unit.kind))}</span>
                  {unit.retired && (
                    <span className="tag wait">
                      {say(['已停用：', 'Retired: '])}
                      {unit.retired.reason}
                    </span>
                  )}
                  <Acts unit={unit} all={all} />
                </li>
              ))}
          </ul>
        )}
      </Answer>
      <More more={more} />
    </section>
  );
}

function Acts({ unit: { unit: id, name, shortName, retired }, all }: { unit: UnitView; all: UnitView[] }) {
  const amend = useCommand('POST', '/units/{id}/amend');
  const retire = useCommand('POST', '/units/{id}/retire');
  const restore = useCommand('POST', '/units/{id}/restore');
  const others = all.filter(({ unit, retired }) => unit !== id && !retired);
  return (
    <div className="actions end">
      <Act
        label={['更名', 'Rename']}
        title={[`更名：${name}`, `Rename ${name}`]}
        fields={[
          { name: 'name', label: ['全称', 'Name'], initial: name },
          { name: 'shortName', label: ['简称', 'Short name'], initial: shortName },
        ]}
        run={(values) => amend.run({ id }, { name: values.name, shortName: values.shortName })}
      />
      {retired ? (
        <Act
          label={['恢复', 'Restore']}
          title={[`恢复：${name}`, `Restore ${name}`]}
          fields={[reasonField('恢复理由')]}
          run={({ reason }) => restore.run({ id }, { reason })}
        />
      ) : (
        <Act
          label={['停用', 'Retire']}
          title={[`停用：${name}`, `Retire ${name}`]}
          confirm={name}
          fields={[
            {
              name: 'into',
              label: ['重复登记的，并入', 'Entered twice: merge into'],
              kind: 'one',
              optional: true,
              options: others.map((other) => ({ value: other.unit, label: `${other.code} ${other.name}` })),
            },
            reasonField('停用理由'),
          ]}
          run={({ into, reason }) => retire.run({ id }, { ...(into ? { into } : {}), reason })}
        />
      )}
    </div>
  );
}
