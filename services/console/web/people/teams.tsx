// Teams: formed, renamed, joined and left by their members' staff numbers, dissolved.
import { useState } from 'react';
import { client, useAnswer, useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { Act } from '../parts/act.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ImportFile } from '../parts/import-file.tsx';
import { Answer } from '../parts/states.tsx';

type Options = { value: string; label: string }[];

export function Teams({ organises, options }: { organises: boolean; options: Options }) {
  const say = useSay();
  const teams = useItems('/teams', {});
  const form = useCommand('POST', '/teams');
  const [shown, setShown] = useState<string>();
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['队伍', 'Teams'])}</h2>
        {organises && (
          <div className="actions">
            <ImportFile path="/teams/import" label={['导入队伍', 'Import teams']} />
            <Act
              label={['组建队伍', 'Form a team']}
              fields={[
                { name: 'code', label: ['编码', 'Code'] },
                { name: 'name', label: ['名称', 'Name'] },
                { name: 'shortName', label: ['简称', 'Short name'] },
                { name: 'unit', label: ['单位', 'Unit'], kind: 'one', options, optional: true },
              ]}
              run={(values) => form.run({}, values as Parameters<typeof form.run>[1])}
            />
          </div>
        )}
      </div>
      <Answer of={teams}>
        {(items) => (
          <ul className="rows">
            {items.map(({ team, code, name, to }) => (
              <li key={team} className="row">
                <span className="code">{code}</span> <b>{name}</b>
                {to && <span className="tag wait">{say([`已解散 ${to}`, `Dissolved ${to}`])}</span>}
                <div className="actions end">
                  <button type="button" onClick={() => setShown(team)}>
                    {say(['成员', 'Members'])}
                  </button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {shown && <Team id={shown} organises={organises} onClose={() => setShown(undefined)} />}
    </section>
  );
}

/** The person of a staff number or name. */
async function personOf(q: string): Promise<string> {
  const { items } = await client.get('/people', { q, limit: 2 });
  return items.length === 1 ? items[0]!.person : q;
}

function Team({ id, organises, onClose }: { id: string; organises: boolean; onClose: () => void }) {
  const say = useSay();
  const team = useAnswer('/teams/{id}', { id });
  const join = useCommand('POST', '/teams/{id}/join');
  const leave = useCommand('POST', '/teams/{id}/leave');
  const amend = useCommand('POST', '/teams/{id}/amend');
  const dissolve = useCommand('POST', '/teams/{id}/dissolve');
  return (
    <Dialog drawer title={team.data?.name ?? say(['正在读取……', 'Loading …'])} onClose={onClose}>
      <Answer of={team}>
        {(data) => (
          <>
            {organises && !data.to && (
              <div className="actions">
                <Act
                  label={['增加成员', 'Add a member']}
                  fields={[
                    { name: 'person', label: ['工号或姓名', 'Staff number or name'] },
                    { name: 'from', label: ['自', 'From'], kind: 'date', optional: true },
                    { name: 'substitute', label: ['替补', 'Substitute'], kind: 'yes' },
                  ]}
                  run={async ({ person, from, substitute }) =>
                    join.run({ id }, { person: await personOf(person), substitute, ...(from ? { from } : {}) })
                  }
                />
                <Act
                  label={['更名', 'Rename']}
                  fields={[
                    { name: 'name', label: ['名称', 'Name'], initial: data.name },
                    { name: 'shortName', label: ['简称', 'Short name'], initial: data.shortName },
                  ]}
                  run={({ name, shortName }) =>
                    amend.run({ id }, { name, shortName, ...(data.unit ? { unit: data.unit } : {}) })
                  }
                />
                <Act
                  label={['解散', 'Dissolve']}
                  danger
                  confirm={data.name}
                  fields={[{ name: 'to', label: ['最后一日', 'Last day'], kind: 'date', optional: true }]}
                  run={({ to }) => dissolve.run({ id }, to ? { to } : {})}
                />
              </div>
            )}
            <ul className="rows">
              {data.members.map((member) => (
                <li key={`${member.person} ${member.from}`} className="row">
                  <span className="code">{member.externalId}</span> <b>{member.name ?? '—'}</b>
                  {member.substitute && <span className="tag wait">{say(['替补', 'Substitute'])}</span>}
                  <span className="soft">
                    {member.from}
                    {member.to && ` – ${member.to}`}
                  </span>
                  {organises && !member.to && (
                    <div className="actions end">
                      <Act
                        label={['离队', 'Leave']}
                        title={[`离队：${member.name ?? ''}`, `${member.name ?? ''} leaves`]}
                        fields={[{ name: 'to', label: ['最后一日', 'Last day'], kind: 'date', optional: true }]}
                        run={({ to }) => leave.run({ id }, { person: member.person, ...(to ? { to } : {}) })}
                      />
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </Dialog>
  );
}
