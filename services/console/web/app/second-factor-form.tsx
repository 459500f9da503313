// Setting up one-time codes in three steps: the password, a code of the device, and the recovery codes, which are shown once.
import { useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { CommandForm, type FieldOf, type Values } from '../parts/form.tsx';
import { client } from './api.ts';
import { useSay } from './language.ts';
import { oneTimeCode } from './one-time-code.ts';

const signInFields: readonly FieldOf[] = [
  { name: 'userName', label: ['用户名', 'User name'] },
  { name: 'password', label: ['密码', 'Password'], kind: 'password' },
  {
    ...oneTimeCode,
    optional: true,
    hint: ['换设备时，填原设备的动态口令或恢复代码', 'To change the device: a code of the one before it'],
  },
];
const codeField: FieldOf = {
  name: 'oneTimeCode',
  label: ['验证器显示的六位动态口令', 'The six digits that your authenticator shows'],
};

interface Offer {
  secret: string;
  qr: string;
}
async function send<T>(path: string, values: Values): Promise<T> {
  const body = JSON.stringify(values);
  return (await client.send({ method: 'POST', path, body, type: 'application/json' })) as T;
}

export default function SecondFactorForm({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const [who, setWho] = useState<Values>();
  const [offer, setOffer] = useState<Offer>();
  const [codes, setCodes] = useState<string[]>();
  return (
    <Dialog title={say(['设置动态口令', 'Set up one-time codes'])} onClose={onClose}>
      {codes ? (
        <>
          <p>
            {say([
              '已设好，下次登录起须填动态口令。请抄下或打印这些恢复代码：设备不在身边时，每个可代替动态口令用一次；只显示这一次。',
              'Done: from now on you sign in with a code. Write down or print these recovery codes, shown this once: each works once in the place of the device.',
            ])}
          </p>
          <ul className="code">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <p className="actions">
            <button type="button" className="primary" onClick={onClose}>
              {say(['我已抄好', 'I have them'])}
            </button>
          </p>
        </>
      ) : offer ? (
        <>
          <p>
            {say([
              '用手机上的验证器（任何支持 TOTP 的应用）扫描，或在其中输入密钥：',
              'Scan with the authenticator on your phone (any app for TOTP), or type the key into it:',
            ])}
          </p>
          <p>
            <img
              width={220}
              height={220}
              alt={say(['密钥的二维码', 'QR code of the key'])}
              src={`data:image/svg+xml,${encodeURIComponent(offer.qr)}`}
            />
          </p>
          <p>
            <output className="code">{offer.secret}</output>
          </p>
          <CommandForm
            key="confirm"
            fields={[codeField]}
            submit={['确认', 'Confirm']}
            run={async (values) => {
              const given = { userName: who?.userName, password: who?.password, ...values };
              setCodes((await send<{ recoveryCodes: string[] }>('/second-factor/confirm', given)).recoveryCodes);
            }}
          />
        </>
      ) : (
        <CommandForm
          key="begin"
          fields={signInFields}
          submit={['下一步', 'Next']}
          run={async (values) => {
            setOffer(await send<Offer>('/second-factor', values));
            setWho(values);
          }}
        />
      )}
    </Dialog>
  );
}
