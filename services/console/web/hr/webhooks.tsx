// HR systems that are called when honours are granted: registered and tested here, and every call with what was answered.
import type { RegisterWebhookInput, WebhookView } from '@jiangong/client';
import { useState } from 'react';
import { useAnswer, useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { webhookLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Dialog } from '../parts/dialog.tsx';
import type { FieldOf } from '../parts/form.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { Deliveries } from './deliveries.tsx';
import { Machines } from './machines.tsx';
import { Reconcile } from './reconcile.tsx';
import { accountFields, addressFields, hookFields, WebhookActs } from './webhook-acts.tsx';

const past: FieldOf = {
  name: 'past',
  label: ['此前授予的也发送', 'Also send what was granted before'],
  kind: 'yes',
  optional: true,
};

export default function Webhooks({ me }: Work) {
  const say = useSay();
  const webhooks = useItems('/hr/webhooks', {});
  const register = useCommand('POST', '/hr/webhooks');
  const writes = holds(me, 'hr', 'admin');
  return (
    <>
      <div className="head">
        <h1>{say(['人力资源系统对接', 'HR systems'])}</h1>
        {writes && (
          <div className="actions">
            <Act
              label={['登记回调', 'Register a webhook']}
              primary
              fields={[...hookFields(say), past]}
              run={(values) => register.run({}, values as RegisterWebhookInput)}
            />
            <Act
              label={['连接 SuccessFactors', 'Connect SuccessFactors']}
              fields={[...addressFields(), ...accountFields(), past]}
              run={({ user, password, ...values }) =>
                register.run({}, {
                  ...values,
                  form: 'successfactors',
                  account: { user, password },
                } as RegisterWebhookInput)
              }
            />
          </div>
        )}
      </div>
      <Answer of={webhooks}>
        {(items) =>
          items.length === 0 ? (
            <Empty
              say={[
                '还没有回调。登记人力资源系统的接收地址，荣誉授予、更正、撤销时即自动送达。',
                'None yet. Register the address of an HR system; it is called when honours change.',
              ]}
            />
          ) : (
            items.map((webhook) => <Webhook key={webhook.webhook} webhook={webhook} writes={writes} />)
          )
        }
      </Answer>
      {holds(me, 'admin') && <Machines />}
      <Reconcile />
    </>
  );
}

/** How many rows SuccessFactors refused, before anything is opened. */
function Refused({ webhook: id }: { webhook: string }) {
  const say = useSay();
  const { data } = useAnswer('/hr/webhooks/{id}', { id });
  const failed = data?.sending.failed ?? 0;
  return (
    <p>
      SAP SuccessFactors{' '}
      {failed > 0 && <span className="tag bad">{say([`${failed} 条未送达`, `${failed} failed`])}</span>}
    </p>
  );
}

function Webhook({ webhook, writes }: { webhook: WebhookView; writes: boolean }) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  return (
    <section className="card">
      <div className="head">
        <h2>{webhook.name}</h2>
        <span className={webhook.state === 'active' ? 'tag good' : 'tag wait'}>{say(webhookLabel(webhook.state))}</span>
        {webhook.state !== 'removed' && writes && <WebhookActs webhook={webhook} />}
        <button type="button" className="plain" onClick={() => setShown(true)}>
          {say(['送达记录', 'Deliveries'])}
        </button>
      </div>
      <p className="code address">{webhook.url}</p>
      {webhook.form === 'successfactors' && <Refused webhook={webhook.webhook} />}
      {webhook.reason && <p className="soft">{webhook.reason}</p>}
      {shown && (
        <Dialog
          drawer
          title={say([`送达记录：${webhook.name}`, `Deliveries: ${webhook.name}`])}
          onClose={() => setShown(false)}
        >
          <Deliveries webhook={webhook.webhook} writes={writes} />
        </Dialog>
      )}
    </section>
  );
}
