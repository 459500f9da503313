// Set-up: five steps that tick themselves, then organisations, users and units, each for whoever may.
import { Link } from 'wouter';
import { useCommand, useItems, usePages } from '../app/api.ts';
import { type Label, useSay } from '../app/language.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Deputies } from '../parts/deputies.tsx';
import { Answer } from '../parts/states.tsx';
import { Calendar } from './calendar.tsx';
import { Robots } from './robots.tsx';
import { Units } from './units.tsx';
import { Users } from './users.tsx';

export default function Setup({ me }: Work) {
  const say = useSay();
  const manages = holds(me, 'admin', 'operator');
  return (
    <>
      <h1>{say(['设置', 'Set-up'])}</h1>
      <Steps me={me} />
      {manages && <Organisations operates={holds(me, 'operator')} />}
      {manages && <Users />}
      {holds(me, 'admin') && <Deputies me={me} />}
      {holds(me, 'organiser') && <Units />}
      {holds(me, 'organiser', 'admin') && <Robots />}
      <Calendar operates={holds(me, 'operator')} />
    </>
  );
}

function Steps({ me }: { me: Work['me'] }) {
  const say = useSay();
  const manages = holds(me, 'admin', 'operator');
  const users = usePages('/users', manages ? { limit: 2 } : undefined);
  const units = usePages('/units', { limit: 1 });
  const schemes = usePages('/schemes', { limit: 1 });
  const competitions = usePages('/competitions', { limit: 1 });
  const some = (pages: { items: unknown[] }[] | undefined, least = 1) => (pages?.[0]?.items.length ?? 0) >= least;
  const steps: { done: boolean; label: Label; where?: string }[] = [
    { done: me.organisationName !== undefined, label: ['登记组织', 'Register the organisation'] },
    ...(manages ? [{ done: some(users.data, 2), label: ['登记或导入用户', 'Register or import users'] as const }] : []),
    { done: some(units.data), label: ['登记或导入单位', 'Register or import units'] },
    { done: some(schemes.data), label: ['发布考核方案', 'Publish a scheme'] },
    { done: some(competitions.data), label: ['公布竞赛', 'Announce a competition'], where: '/competitions' },
  ];
  return (
    <ol className="card steps">
      {steps.map(({ done, label, where }, at) => (
        <li key={label[1]} className={done ? 'done' : ''}>
          <b>
            {at + 1}. {where ? <Link href={where}>{say(label)}</Link> : say(label)}
          </b>
        </li>
      ))}
    </ol>
  );
}

function Organisations({ operates }: { operates: boolean }) {
  const say = useSay();
  const organisations = useItems('/orgs', {});
  const register = useCommand('POST', '/orgs');
  const amend = useCommand('POST', '/orgs/{id}/amend');
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['组织', 'Organisations'])}</h2>
        {operates && (
          <div className="actions">
            <Act
              label={['登记组织', 'Register an organisation']}
              fields={[
                { name: 'code', label: ['编码', 'Code'] },
                { name: 'name', label: ['名称', 'Name'] },
              ]}
              run={({ code, name }) => register.run({}, { code, name })}
            />
          </div>
        )}
      </div>
      <Answer of={organisations}>
        {(items) => (
          <ul className="rows">
            {items.map(({ organisation, code, name, secondFactor }) => (
              <li key={organisation} className="row">
                <span className="code">{code}</span> <b>{name}</b>
                <div className="actions end">
                  <Act
                    label={['登录要求', 'Sign-in']}
                    title={[`登录要求：${name}`, `How ${name} signs in`]}
                    fields={[
                      {
                        name: 'required',
                        label: [
                          '管理员、组织者、评审委员会须用动态口令登录',
                          'Administrators, organisers and committee sign in with one-time codes',
                        ],
                        kind: 'yes',
                        initial: secondFactor === 'required',
                      },
                    ]}
                    run={({ required }) =>
                      amend.run({ id: organisation }, { name, secondFactor: required ? 'required' : 'optional' })
                    }
                  />
                  <Act
                    label={['更名', 'Rename']}
                    title={[`更名：${name}`, `Rename ${name}`]}
                    fields={[{ name: 'name', label: ['名称', 'Name'], initial: name }]}
                    run={(values) => amend.run({ id: organisation }, { name: values.name })}
                  />
                </div>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}
