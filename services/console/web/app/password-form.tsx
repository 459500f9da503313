// The form that replaces a password; whoever sends it is signed in with the new one.
import { isRefused } from '@jiangong/client';
import { Dialog } from '../parts/dialog.tsx';
import { CommandForm, type FieldOf } from '../parts/form.tsx';
import { client } from './api.ts';
import { type Label, useSay } from './language.ts';
import { oneTimeCode } from './one-time-code.ts';
import { signIn, signOut } from './session.ts';

const userName: FieldOf = { name: 'userName', label: ['用户名', 'User name'] };
const newPassword: FieldOf = {
  name: 'newPassword',
  label: ['新密码', 'New password'],
  kind: 'password',
  hint: ['至少 10 个字，例如几个不相关的词', 'At least 10 characters, such as a few unrelated words'],
};
const fieldsOf = {
  '/password': [
    userName,
    { name: 'password', label: ['现在的密码', 'Present password'], kind: 'password' },
    newPassword,
    { ...oneTimeCode, optional: true },
  ],
  '/password-reset': [
    userName,
    {
      name: 'code',
      label: ['重设代码', 'Reset code'],
      hint: ['忘记密码时，请管理员在“设置”中发放', 'Forgot it? An administrator gives you one in “Set up”'],
    },
    newPassword,
  ],
} as const satisfies Record<string, readonly FieldOf[]>;

type Replaced = Record<'userName' | 'newPassword', string>;
/** An answer that was lost is asked for again: then the password before is wrong, and the new one right. */
async function replace(path: string, values: Replaced) {
  const body = JSON.stringify(values);
  // With a second factor the form behind asks for the next code.
  const again = () =>
    signIn(values.userName, values.newPassword).catch(async (error) => {
      if (!isRefused(error, 'second-factor-needed')) throw error;
      await signOut();
    });
  try {
    await client.send({ method: 'POST', path, body, type: 'application/json' });
  } catch (error) {
    if (!isRefused(error, 'wrong-credentials')) throw error;
    return again().catch(() => {
      throw error;
    });
  }
  return again();
}

interface Asked {
  by: keyof typeof fieldsOf;
  label: Label;
  onClose: () => void;
}
export default function PasswordForm({ by, label, onClose }: Asked) {
  const say = useSay();
  return (
    <Dialog title={say(label)} onClose={onClose}>
      <CommandForm
        fields={fieldsOf[by]}
        submit={label}
        run={(values) => replace(by, values as Replaced)}
        onDone={onClose}
      />
    </Dialog>
  );
}
