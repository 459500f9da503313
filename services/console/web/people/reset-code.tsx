// A code with which a user chooses another password: shown once, to be read out or written down.
import type { UserView } from '@jiangong/client';
import { useState } from 'react';
import { useCommand } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { Act } from '../parts/act.tsx';
import { Dialog } from '../parts/dialog.tsx';

export function ResetCode({ user: { user: id, userName = '' } }: { user: UserView }) {
  const say = useSay();
  const offer = useCommand('POST', '/users/{id}/offer-password-reset');
  const [code, setCode] = useState<string>();
  return (
    <>
      <Act
        label={['重设代码', 'Reset code']}
        title={[`发放重设代码：${userName}`, `Reset code for ${userName}`]}
        submit={['发放', 'Give a code']}
        run={async () => setCode((await offer.run({ id }, {})).code)}
      />
      {code && (
        <Dialog title={say([`重设代码：${userName}`, `Reset code for ${userName}`])} onClose={() => setCode(undefined)}>
          <p>
            <output className="code">{code}</output>
          </p>
          <p>
            {say([
              '只显示这一次。请当面或电话告诉本人：在登录页点“用重设代码设密码”，一天内有效，只能用一次。',
              'Shown this once. Tell the user in person: “Use a reset code” on the sign-in page; it works once, within a day.',
            ])}
          </p>
        </Dialog>
      )}
    </>
  );
}
