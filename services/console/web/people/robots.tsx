// Robots of group chats, which say what is due, and what was sent lately.
import { useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { labels } from '../app/vocabulary.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';
import { Answer, Empty } from '../parts/states.tsx';

const kinds = ['wecom', 'dingtalk', 'feishu'] as const;
const robotLabel = labels({
  wecom: ['企业微信', 'WeCom'],
  dingtalk: ['钉钉', 'DingTalk'],
  feishu: ['飞书', 'Feishu'],
});

export function Robots() {
  const say = useSay();
  const robots = useItems('/robots', {});
  const digests = useItems('/digests', {});
  const register = useCommand('POST', '/robots');
  const remove = useCommand('POST', '/robots/{id}/remove');
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['群机器人', 'Robots of group chats'])}</h2>
        <div className="actions">
          <Act
            label={['登记群机器人', 'Register a robot']}
            fields={[
              {
                name: 'kind',
                label: ['软件', 'Program'],
                kind: 'one',
                options: kinds.map((value) => ({ value, label: say(robotLabel(value)) })),
              },
              { name: 'name', label: ['群名称', 'Name of the group'] },
              { name: 'url', label: ['机器人地址（不再显示）', 'Its address (not shown again)'] },
              { name: 'secret', label: ['签名密钥', 'Signing secret'], kind: 'password', optional: true },
            ]}
            run={(values) => register.run({}, values as Parameters<typeof register.run>[1])}
          />
        </div>
      </div>
      <Answer of={robots}>
        {(items) => {
          const active = items.filter(({ removed }) => removed === undefined);
          if (active.length === 0)
            return (
              <Empty
                say={['还没有群机器人；登记后，催办会发到群里。', 'None yet; reminders go to a group once one is.']}
              />
            );
          return (
            <ul className="rows">
              {active.map(({ robot, kind, name }) => (
                <li key={robot} className="row">
                  <b>{name}</b> <span className="soft">{say(robotLabel(kind))}</span>
                  <div className="actions end">
                    <Act
                      label={['停用', 'Remove']}
                      title={[`停用：${name}`, `Remove ${name}`]}
                      confirm={name}
                      fields={[reasonField('停用原因')]}
                      run={({ reason }) => remove.run({ id: robot }, { reason })}
                    />
                  </div>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
      <Answer of={digests}>
        {(items) => (
          <p className="soft">
            {say([
              `已安排 ${items.length} 份提醒，其中 ${items.filter(({ state }) => state === 'waiting').length} 份待发送`,
              `${items.length} digests, ${items.filter(({ state }) => state === 'waiting').length} of them waiting`,
            ])}
          </p>
        )}
      </Answer>
    </section>
  );
}
