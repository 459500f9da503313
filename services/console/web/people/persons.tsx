// Persons and teams for whoever keeps them: registered one by one or from a file, moved, left; personal data erased for good.
import type { PersonView } from '@jiangong/client';
import { useState } from 'react';
import { useCommand, useItems, usePages } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { personLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { ImportFile } from '../parts/import-file.tsx';
import { More } from '../parts/more.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { Teams } from './teams.tsx';

export default function Persons({ me }: Work) {
  const say = useSay();
  const [q, setQ] = useState('');
  const writes = holds(me, 'hr', 'organiser');
  const { more, ...people } = usePages('/people', { limit: 50, ...(q ? { q } : {}) });
  const units = useItems('/units', {});
  const register = useCommand('POST', '/people');
  const options = (units.data ?? []).map(({ unit, name }) => ({ value: unit, label: name }));
  return (
    <>
      <section className="card">
        <div className="head">
          <h1>{say(['人员', 'People'])}</h1>
          {writes && (
            <div className="actions">
              <ImportFile path="/people/import" label={['导入人员', 'Import people']} />
              <Act
                label={['登记人员', 'Register a person']}
                fields={[
                  { name: 'externalId', label: ['工号', 'Staff number'] },
                  { name: 'name', label: ['姓名', 'Name'] },
                  { name: 'role', label: ['岗位', 'Role'], optional: true },
                  { name: 'unit', label: ['单位', 'Unit'], kind: 'one', options },
                  { name: 'from', label: ['自', 'From'], kind: 'date', optional: true },
                ]}
                run={(values) => register.run({}, values as Parameters<typeof register.run>[1])}
              />
            </div>
          )}
        </div>
        <p className="field">
          <label htmlFor="person-search">{say(['按姓名或工号查找', 'Search by name or staff number'])}</label>
          <input id="person-search" value={q} onChange={({ target }) => setQ(target.value)} />
        </p>
        <Answer of={people}>
          {(pages) => {
            const items = pages.flatMap((page) => page.items);
            if (items.length === 0) return <Empty say={['没有找到。', 'None found.']} />;
            return (
              <ul className="rows">
                {items.map((person) => (
                  <li key={person.person} className="row">
                    <span className="code">{person.externalId}</span>{' '}
                    <b>{person.name ?? say(['（已删除）', '(erased)'])}</b>
                    <span className="soft">
                      {person.role} {options.find(({ value }) => value === person.unit)?.label} · {person.from}
                      {person.to && ` – ${person.to}`}
                    </span>
                    <span className={`tag ${person.state === 'active' ? 'good' : 'wait'}`}>
                      {say(personLabel(person.state))}
                    </span>
                    {writes && <Acts person={person} options={options} erases={holds(me, 'hr')} />}
                  </li>
                ))}
              </ul>
            );
          }}
        </Answer>
        <More more={more} />
      </section>
      <Teams organises={holds(me, 'organiser')} options={options} />
    </>
  );
}

function Acts({
  person,
  options,
  erases,
}: {
  person: PersonView;
  options: { value: string; label: string }[];
  erases: boolean;
}) {
  const amend = useCommand('POST', '/people/{id}/amend');
  const move = useCommand('POST', '/people/{id}/move');
  const leave = useCommand('POST', '/people/{id}/leave');
  const erase = useCommand('POST', '/people/{id}/erase');
  const { person: id, name = '', role } = person;
  if (person.state === 'erased') return null;
  return (
    <div className="actions end">
      <Act
        label={['修改', 'Amend']}
        title={[`修改：${name}`, `Amend ${name}`]}
        fields={[
          { name: 'name', label: ['姓名', 'Name'], initial: name },
          { name: 'role', label: ['岗位', 'Role'], optional: true, initial: role },
        ]}
        run={(values) => amend.run({ id }, values as Parameters<typeof amend.run>[1])}
      />
      {person.state === 'active' && (
        <>
          <Act
            label={['调动', 'Move']}
            title={[`调动：${name}`, `Move ${name}`]}
            fields={[
              { name: 'unit', label: ['调往单位', 'To'], kind: 'one', options },
              { name: 'from', label: ['自', 'From'], kind: 'date', optional: true },
            ]}
            run={(values) => move.run({ id }, values as Parameters<typeof move.run>[1])}
          />
          <Act
            label={['离开', 'Leave']}
            title={[`离开：${name}`, `${name} leaves`]}
            confirm={name}
            fields={[{ name: 'to', label: ['最后一日', 'Last day'], kind: 'date', optional: true }]}
            run={({ to }) => leave.run({ id }, to ? { to } : {})}
          />
        </>
      )}
      {erases && (
        <Act
          label={['删除个人信息', 'Erase']}
          title={[`删除个人信息：${name}`, `Erase ${name}`]}
          danger
          confirm={name}
          run={() => erase.run({ id }, undefined)}
        />
      )}
    </div>
  );
}
