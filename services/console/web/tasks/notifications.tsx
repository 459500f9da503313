// Where and when one hears of what is due: an e-mail address and quiet hours.
import { useAnswer, useCommand } from '../app/api.ts';
import { Act } from '../parts/act.tsx';
import type { FieldOf } from '../parts/form.tsx';

export function Notifications() {
  const { data } = useAnswer('/me/notifications', {});
  const set = useCommand('POST', '/me/notifications');
  if (!data) return null;
  const fields: FieldOf[] = [
    { name: 'mail', label: ['用邮件提醒我', 'Remind me by mail'], kind: 'yes', initial: data.mail },
    {
      name: 'email',
      label: ['邮箱', 'E-mail address'],
      optional: true,
      initial: data.email,
      hint: ['不填时用登记的联系方式', 'Empty: the contact that is registered, if it is an address'],
    },
    { name: 'quietFrom', label: ['免打扰开始（如 21:00）', 'Quiet from, such as 21:00'], initial: data.quietFrom },
    { name: 'quietTo', label: ['免打扰结束（如 08:00）', 'Quiet until, such as 08:00'], initial: data.quietTo },
  ];
  return (
    <Act
      label={['提醒设置', 'Reminders']}
      fields={fields}
      submit={['保存', 'Save']}
      run={({ mail, email, quietFrom, quietTo }) =>
        set.run({}, { mail, quietFrom, quietTo, ...(email ? { email } : {}) })
      }
    />
  );
}
