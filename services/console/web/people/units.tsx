// Units of the organisation: registered one by one or from a file; their names amended.
import type { RegisterUnit } from '@jiangong/client';
import { useCommand, usePages } from '../app/api.ts';
import { compareNames, useSay } from '../app/language.ts';
import { unitKindLabel } from '../app/vocabulary.ts';
import { Act } from '../parts/act.tsx';
import { ImportFile } from '../parts/import-file.tsx';
import { More } from '../parts/more.tsx';
import { Answer } from '../parts/states.tsx';

const kinds = ['branch', 'project-department', 'employer'] as const;

export function Units() {
  const say = useSay();
  const { more, ...units } = usePages('/units', { limit: 100 });
  const register = useCommand('POST', '/units');
  const amend = useCommand('POST', '/units/{id}/amend');
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
              .map(({ unit, code, name, shortName, kind }) => (
                <li key={unit} className="row">
                  <span className="code">{code}</span> <b>{name}</b>
                  <span className="soft">{say(unitKindLabel(kind))}</span>
                  <div className="actions end">
                    <Act
                      label={['更名', 'Rename']}
                      title={[`更名：${name}`, `Rename ${name}`]}
                      fields={[
                        { name: 'name', label: ['全称', 'Name'], initial: name },
                        { name: 'shortName', label: ['简称', 'Short name'], initial: shortName },
                      ]}
                      run={(values) => amend.run({ id: unit }, { name: values.name, shortName: values.shortName })}
                    />
                  </div>
                </li>
              ))}
          </ul>
        )}
      </Answer>
      <More more={more} />
    </section>
  );
}
