// Users: registered one by one or from a file, amended, given a new password, removed with their personal data.
import type { RegisterUserInput, UserView } from '@jiangong/client';
import { useCommand, useItems, versionOf } from '../app/api.ts';
import { compareNames, useSay } from '../app/language.ts';
import { roleLabel } from '../app/vocabulary.ts';
import { Act } from '../parts/act.tsx';
import { type FieldOf, reasonField } from '../parts/form.tsx';
import { ImportFile } from '../parts/import-file.tsx';
import { Answer } from '../parts/states.tsx';
import { ResetCode } from './reset-code.tsx';
import { userFields } from './roles.ts';
import { useUnitCodes } from './unit-codes.ts';

/** @param operates whether whoever registers users does so for every organisation */
export function Users({ operates }: { operates: boolean }) {
  const say = useSay();
  const users = useItems('/users', {});
  const organisations = useItems('/orgs', operates ? {} : undefined);
  const register = useCommand('POST', '/users');
  const { idsOf } = useUnitCodes();
  const organisation: FieldOf = {
    name: 'organisation',
    label: ['所属组织', 'Organisation'],
    kind: 'one',
    options: (organisations.data ?? []).map(({ organisation, name }) => ({ value: organisation, label: name })),
  };
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['用户', 'Users'])}</h2>
        <div className="actions">
          <ImportFile path="/users/import" label={['导入用户', 'Import users']} />
          <Act
            label={['登记用户', 'Register a user']}
            fields={[
              ...(operates ? [organisation] : []),
              { name: 'userName', label: ['用户名', 'User name'] },
              {
                name: 'password',
                label: ['初始密码', 'First password'],
                kind: 'password',
                hint: ['至少 10 个字，例如几个不相关的词', 'At least 10 characters, such as a few unrelated words'],
              },
              ...userFields(say),
            ]}
            run={(values) => register.run({}, { ...values, units: idsOf(values.units) } as RegisterUserInput)}
          />
        </div>
      </div>
      <Answer of={users}>
        {(items) => (
          <ul className="rows">
            {[...items]
              .sort((a, b) => compareNames(a.userName ?? '', b.userName ?? ''))
              .map((user) => (
                <li key={user.user} className="row">
                  <b>{user.name ?? '—'}</b> <span className="code">{user.userName}</span>
                  <span className="soft">{user.roles.map((role) => say(roleLabel(role))).join('、')}</span>
                  <Acts user={user} />
                </li>
              ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}

function Acts({ user }: { user: UserView }) {
  const say = useSay();
  const amend = useCommand('PUT', '/users/{id}');
  const remove = useCommand('DELETE', '/users/{id}');
  const removeFactor = useCommand('POST', '/users/{id}/remove-second-factor');
  const { user: id, userName = '', units } = user;
  const { codesOf, idsOf } = useUnitCodes();
  return (
    <div className="actions end">
      <Act
        label={['修改', 'Amend']}
        title={[`修改：${userName}`, `Amend ${userName}`]}
        fields={[
          ...userFields(say, { ...user, units: codesOf(units) }),
          { name: 'password', label: ['新密码', 'New password'], kind: 'password', optional: true },
        ]}
        run={async (values) => {
          const ifMatch = await versionOf('/users/{id}', { id }, user, (now) => now);
          const body = { ...values, userName, units: idsOf(values.units) };
          return amend.run({ id }, body as Parameters<typeof amend.run>[1], { ifMatch });
        }}
      />
      <ResetCode user={user} />
      {user.secondFactor && (
        <Act
          label={['取消动态口令', 'Remove one-time codes']}
          title={[`取消动态口令：${userName}`, `Remove the one-time codes of ${userName}`]}
          fields={[reasonField('理由（须先核对身份）', 'Reason (see who it is first)')]}
          run={({ reason }) => removeFactor.run({ id }, { reason })}
        />
      )}
      <Act
        label={['删除', 'Remove']}
        title={[`删除：${userName}`, `Remove ${userName}`]}
        danger
        confirm={userName}
        run={() => remove.run({ id }, undefined, { ifMatch: '*' })}
      />
    </div>
  );
}
