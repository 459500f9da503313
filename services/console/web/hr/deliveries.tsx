// How sending to a webhook goes, and its deliveries, newest first, each with what the system answered.
import { useState } from 'react';
import { useAnswer, useCommand, usePages } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { deliveryLabel, grantEventLabel } from '../app/vocabulary.ts';
import { Act } from '../parts/act.tsx';
import { More } from '../parts/more.tsx';
import { Answer, Empty } from '../parts/states.tsx';

const tone = (state: string) => (state === 'delivered' ? 'tag good' : state === 'failed' ? 'tag bad' : 'tag wait');
const timeOf = (instant: string) => new Date(instant).toLocaleString('sv', { timeZone: 'Asia/Shanghai' });

export function Deliveries({ webhook: id, writes }: { webhook: string; writes: boolean }) {
  const say = useSay();
  const [failedOnly, setFailedOnly] = useState(false);
  const replay = useCommand('POST', '/hr/webhooks/{id}/replay');
  const webhook = useAnswer('/hr/webhooks/{id}', { id });
  const { more, ...deliveries } = usePages('/hr/webhooks/{id}/deliveries', {
    ...{ id, limit: 50 },
    ...(failedOnly ? { state: 'failed' as const } : {}),
  });
  return (
    <>
      {webhook.data && (
        <p>
          {say([
            `待发送 ${webhook.data.sending.waiting} 条，尚未处理 ${webhook.data.sending.behind} 条`,
            `${webhook.data.sending.waiting} waiting, ${webhook.data.sending.behind} behind`,
          ])}
          {webhook.data.sending.paused && <span className="tag bad">{say(['暂停发送', 'Paused'])}</span>}
        </p>
      )}
      <button type="button" className="plain" aria-pressed={failedOnly} onClick={() => setFailedOnly(!failedOnly)}>
        {say(['只看未送达的', 'Failed only'])}
      </button>
      <Answer of={deliveries}>
        {(pages) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty say={['还没有送达记录。', 'Nothing was sent yet.']} />;
          return (
            <ul className="rows">
              {items.map(({ delivery, event, state, attempts, next, grant }) => {
                const last = attempts.at(-1);
                return (
                  <li key={delivery} className="row">
                    <b>{say(grantEventLabel(event))}</b>
                    <span className={tone(state)}>{say(deliveryLabel(state))}</span>
                    <span className="soft">
                      {last && `${timeOf(last.at)} · ${last.status ?? ''} ${last.answer}`}
                      {next && say([` · 下次 ${timeOf(next)}`, ` · next ${timeOf(next)}`])}
                    </span>
                    {writes && state === 'failed' && (
                      <Act label={['重新发送', 'Send again']} run={() => replay.run({ id }, { grants: [grant] })} />
                    )}
                  </li>
                );
              })}
            </ul>
          );
        }}
      </Answer>
      <More more={more} />
    </>
  );
}
