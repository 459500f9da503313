// What is done about a webhook: its secret shown once, a test, sent again, amended, paused, its secret rotated, removed.
import type { AnswerOf, At, WebhookView } from '@jiangong/client';
import { type ReactNode, useState } from 'react';
import { useAttempt, useCommand } from '../app/api.ts';
import { type Label, useSay } from '../app/language.ts';
import { grantEventLabel } from '../app/vocabulary.ts';
import { Act } from '../parts/act.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { type FieldOf, reasonField } from '../parts/form.tsx';
import { Problem } from '../parts/problem.tsx';

type Events = WebhookView['eventTypes'];
const events = ['award-granted', 'award-corrected', 'award-revoked'] as const satisfies Events;
type Content = Pick<WebhookView, 'url' | 'name' | 'eventTypes'>;

export const addressFields = (known?: WebhookView): FieldOf[] => [
  { name: 'name', label: ['系统名称', 'Name of the system'], initial: known?.name },
  {
    name: 'url',
    label: ['接收地址', 'Address'],
    initial: known?.url,
    hint: ['以 https:// 开头', 'Begins with https://'],
  },
];
/** By what SuccessFactors knows this system. */
export const accountFields = (optional = false): FieldOf[] => [
  { name: 'user', label: ['账号', 'Account'], hint: ['账号@公司', 'user@company'], optional },
  { name: 'password', label: ['密码', 'Password'], kind: 'password', optional },
];
export const hookFields = (say: (label: Label) => string, known?: WebhookView): FieldOf[] => [
  ...addressFields(known),
  {
    name: 'eventTypes',
    label: ['发送哪些变化', 'What is sent'],
    kind: 'many',
    initial: known?.eventTypes ?? events,
    options: events.map((value) => ({ value, label: say(grantEventLabel(value)) })),
  },
];

export function WebhookActs({ webhook }: { webhook: WebhookView }) {
  const say = useSay();
  const { webhook: id, name, state } = webhook;
  const signsIn = webhook.form === 'successfactors';
  const amend = useCommand('POST', '/hr/webhooks/{id}/amend');
  const disable = useCommand('POST', '/hr/webhooks/{id}/disable');
  const enable = useCommand('POST', '/hr/webhooks/{id}/enable');
  const replay = useCommand('POST', '/hr/webhooks/{id}/replay');
  const rotate = useCommand('POST', '/hr/webhooks/{id}/rotate');
  const remove = useCommand('POST', '/hr/webhooks/{id}/remove');
  return (
    <div className="actions">
      <Test id={id} />
      {!signsIn && <Secret id={id} />}
      <Act
        label={['重新发送', 'Send again']}
        fields={[
          { name: 'since', label: ['自（含）', 'From'], kind: 'date' },
          { name: 'until', label: ['至（含）', 'Until'], kind: 'date', optional: true },
        ]}
        run={({ since, until }) =>
          replay.run(
            { id },
            { since: `${since}T00:00:00+08:00`, ...(until ? { until: `${until}T23:59:59.999+08:00` } : {}) },
          )
        }
      />
      <Act
        label={['修改', 'Amend']}
        fields={[...hookFields(say, webhook), ...(signsIn ? accountFields(true) : [])]}
        run={({ user, password, ...values }) =>
          amend.run({ id }, { ...values, ...(user || password ? { account: { user, password } } : {}) } as Content)
        }
      />
      {!signsIn && (
        <Act label={['更换密钥', 'Rotate the secret']} confirm={name} run={() => rotate.run({ id }, undefined)} />
      )}
      {state === 'active' ? (
        <Act
          label={['停用', 'Disable']}
          fields={[reasonField('停用的理由')]}
          run={({ reason }) => disable.run({ id }, { reason })}
        />
      ) : (
        <Act label={['启用', 'Enable']} primary run={() => enable.run({ id }, undefined)} />
      )}
      <Act label={['删除', 'Remove']} danger confirm={name} run={() => remove.run({ id }, undefined)} />
    </div>
  );
}

/** Gives a command whose answer is to be read. */
function Told<A>({
  label,
  give,
  children,
}: {
  label: Label;
  give: () => Promise<A>;
  children: (answer: A) => ReactNode;
}) {
  const say = useSay();
  const { busy, problem, attempt } = useAttempt();
  const [answer, setAnswer] = useState<A>();
  const [shown, setShown] = useState(false);
  async function open() {
    setAnswer(undefined);
    await attempt(async () => setAnswer(await give()));
    setShown(true);
  }
  return (
    <>
      <button type="button" className="plain" disabled={busy} onClick={() => void open()}>
        {say(label)}
      </button>
      {shown && (
        <Dialog title={say(label)} onClose={() => setShown(false)}>
          <Problem problem={problem} />
          {answer !== undefined && children(answer)}
        </Dialog>
      )}
    </>
  );
}

function Test({ id }: { id: string }) {
  const say = useSay();
  const test = useCommand('POST', '/hr/webhooks/{id}/test');
  type Tested = AnswerOf<At<'POST', '/hr/webhooks/{id}/test'>>;
  return (
    <Told<Tested> label={['测试', 'Test']} give={() => test.run({ id }, {})}>
      {({ ok, status, answer, milliseconds }) => (
        <div role="status">
          <p>
            <span className={ok ? 'tag good' : 'tag bad'}>
              {ok ? say(['已送达', 'Delivered']) : say(['未送达', 'Not delivered'])}
            </span>{' '}
            {status} · {say([`${milliseconds} 毫秒`, `${milliseconds} ms`])}
          </p>
          <p className="address">{answer}</p>
        </div>
      )}
    </Told>
  );
}

function Secret({ id }: { id: string }) {
  const say = useSay();
  const secret = useCommand('POST', '/hr/webhooks/{id}/secret');
  type Shown = AnswerOf<At<'POST', '/hr/webhooks/{id}/secret'>>;
  return (
    <Told<Shown> label={['显示密钥', 'Show the secret']} give={() => secret.run({ id }, {})}>
      {(shown) => (
        <>
          <p>{say(['只显示这一次，请立即填入人力资源系统。', 'Shown this once: enter it in the HR system now.'])}</p>
          <p>
            <output className="code address">{shown.secret}</output>
          </p>
          <p className="soft">{say(['或用公钥验签：', 'Or verify with the public key:'])}</p>
          <p className="code address">{shown.publicKey}</p>
        </>
      )}
    </Told>
  );
}
