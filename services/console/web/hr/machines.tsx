// Machines that read honours by themselves: registered with their scopes, given a secret that is shown once, rotated, ended.
import type { MachineView, RegisterMachine } from '@jiangong/client';
import { useState } from 'react';
import { useCommand, useItems } from '../app/api.ts';
import { dayOf, useSay } from '../app/language.ts';
import { scopeLabel } from '../app/vocabulary.ts';
import { Act } from '../parts/act.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { type FieldOf, reasonField } from '../parts/form.tsx';
import { Answer } from '../parts/states.tsx';

const scopes = ['hr:read', 'hr:reconcile', 'webhooks'] as const satisfies MachineView['scopes'];
/** What is entered in the other system. Without a secret its answer was lost on the way: it is not shown again. */
interface Drawn {
  id: string;
  secret?: string | undefined;
}

export function Machines() {
  const say = useSay();
  const machines = useItems('/machines', {});
  const register = useCommand('POST', '/machines');
  const [drawn, setDrawn] = useState<Drawn>();
  const fields: FieldOf[] = [
    { name: 'name', label: ['系统名称', 'Name of the system'] },
    {
      name: 'scopes',
      label: ['可以做什么', 'What it may do'],
      kind: 'many',
      initial: ['hr:read'],
      options: scopes.map((value) => ({ value, label: say(scopeLabel(value)) })),
    },
  ];
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['接入系统', 'Machines'])}</h2>
        <div className="actions">
          <Act
            label={['登记接入系统', 'Register a machine']}
            fields={fields}
            run={async (values) => setDrawn(await register.run({}, values as RegisterMachine))}
          />
        </div>
      </div>
      <Answer of={machines}>
        {(items) =>
          items.length === 0 ? (
            <p className="soft">
              {say([
                '还没有。用密钥自行读取荣誉的系统在这里登记。',
                'None yet: systems that read honours by a secret.',
              ])}
            </p>
          ) : (
            <ul className="rows">
              {items.map((machine) => (
                <Line key={machine.machine} machine={machine} draw={setDrawn} />
              ))}
            </ul>
          )
        }
      </Answer>
      {drawn && <Secret drawn={drawn} onClose={() => setDrawn(undefined)} />}
    </section>
  );
}

function Line({ machine, draw }: { machine: MachineView; draw: (drawn: Drawn) => void }) {
  const say = useSay();
  const { machine: id, name, scopes, keys, ended } = machine;
  const rotate = useCommand('POST', '/machines/{id}/rotate');
  const end = useCommand('POST', '/machines/{id}/end');
  const used = keys
    .flatMap(({ lastUsedAt }) => lastUsedAt ?? [])
    .sort()
    .at(-1);
  return (
    <li className="row">
      <b>{name}</b>
      <span className="soft">{scopes.map((scope) => say(scopeLabel(scope))).join('、')}</span>
      <span className={ended ? 'tag wait' : 'tag good'}>
        {ended ? say(['已停用', 'Ended']) : say(['启用', 'Active'])}
      </span>
      <span className="soft">
        {ended ??
          (used ? say([`最近使用 ${dayOf(used)}`, `last used ${dayOf(used)}`]) : say(['尚未使用', 'not used yet']))}
      </span>
      {!ended && (
        <div className="actions end">
          <Act
            label={['更换密钥', 'Rotate the secret']}
            title={[`更换密钥：${name}`, `Rotate the secret of ${name}`]}
            confirm={name}
            fields={[
              {
                name: 'overlapHours',
                label: ['旧密钥继续有效（小时）', 'The old one stays good for (hours)'],
                kind: 'number',
                initial: 24,
              },
            ]}
            run={async ({ overlapHours }) => draw(await rotate.run({ id }, { overlapHours }))}
          />
          <Act
            label={['停用', 'End']}
            title={[`停用：${name}`, `End ${name}`]}
            danger
            confirm={name}
            fields={[reasonField('停用的理由')]}
            run={({ reason }) => end.run({ id }, { reason })}
          />
        </div>
      )}
    </li>
  );
}

function Secret({ drawn: { id, secret }, onClose }: { drawn: Drawn; onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog title={say(['密钥', 'Secret'])} onClose={onClose}>
      {secret ? (
        <>
          <p>{say(['只显示这一次，请立即填入对方系统。', 'Shown this once: enter it in the other system now.'])}</p>
          <dl className="facts">
            <dt>{say(['客户端标识', 'Client id'])}</dt>
            <dd className="code address">{id}</dd>
            <dt>{say(['密钥', 'Secret'])}</dt>
            <dd className="code address">{secret}</dd>
          </dl>
        </>
      ) : (
        <p>
          {say([
            '已办理，但密钥在传输中丢失且不再显示，请更换密钥。',
            'Done, but the secret was lost on the way and is not shown again: rotate it.',
          ])}
        </p>
      )}
    </Dialog>
  );
}
