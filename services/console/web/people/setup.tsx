// Set-up: five steps that tick themselves, then organisations, users and units, each for whoever may.
import { useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Deputies } from '../parts/deputies.tsx';
import { Answer } from '../parts/states.tsx';
import { Calendar } from './calendar.tsx';
import { Robots } from './robots.tsx';
import { Steps } from './steps.tsx';
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
      {manages && <Users operates={holds(me, 'operator')} />}
      {holds(me, 'admin') && <Deputies me={me} />}
      {holds(me, 'organiser') && <Units />}
      {holds(me, 'organiser', 'admin') && <Robots />}
      <Calendar operates={holds(me, 'operator')} />
    </>
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
