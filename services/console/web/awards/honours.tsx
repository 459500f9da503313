// Honours as they stand, and the notices in which they were announced.
import { useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { channelLabel, grantLabel } from '../app/vocabulary.ts';
import type { Work } from '../app/work.ts';
import { Answer, Empty } from '../parts/states.tsx';
import { GrantActs } from './grant-acts.tsx';

export default function Honours({ me }: Work) {
  const say = useSay();
  const grants = useItems('/grants', {});
  const notices = useItems('/notices', {});
  return (
    <>
      <h1>{say(['荣誉', 'Honours'])}</h1>
      <Answer of={notices}>
        {(items) =>
          items
            .filter(({ ended }) => !ended)
            .map((notice) => (
              <section key={notice.notice} className="card">
                <h2>
                  {say(['公示：', 'Notice: '])}
                  {notice.title}
                </h2>
                <p>
                  {notice.from} – {notice.lastDay}
                </p>
                <p>{notice.items.map(({ honour, recipient }) => `${honour}：${recipient}`).join('；')}</p>
                <p className="soft">
                  {notice.channels.map(({ kind, where }) => `${say(channelLabel(kind))} ${where}`).join('；')}
                </p>
              </section>
            ))
        }
      </Answer>
      <Answer of={grants}>
        {(items) =>
          items.length === 0 ? (
            <Empty
              say={['还没有荣誉。表彰决定发布后会列在这里。', 'None yet; honours appear once they are decided.']}
            />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, it scrolls by the keys as well
            <section className="scroll card" aria-label={say(['荣誉', 'Honours'])} tabIndex={0}>
              <table>
                <caption className="unseen">{say(['荣誉', 'Honours'])}</caption>
                <thead>
                  <tr>
                    <th scope="col">{say(['对象', 'Recipient'])}</th>
                    <th scope="col">{say(['荣誉', 'Honour'])}</th>
                    <th scope="col">{say(['文号', 'Document'])}</th>
                    <th scope="col">{say(['状态', 'Status'])}</th>
                  </tr>
                </thead>
                <tbody>
                  {[...items]
                    .sort((a, b) => (a.decisionDate < b.decisionDate ? 1 : -1))
                    .map((grant) => (
                      <tr key={grant.grant}>
                        <th scope="row" className="unit">
                          {grant.recipient.name}
                        </th>
                        <td>{grant.honour.name}</td>
                        <td>
                          {grant.documentNumber} <span className="soft">{grant.decisionDate}</span>
                        </td>
                        <td>
                          <span className={grant.status === 'revoked' ? 'tag bad' : 'tag good'}>
                            {say(grantLabel(grant.status))}
                          </span>{' '}
                          {grant.reason}
                          <GrantActs grant={grant} me={me} />
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </section>
          )
        }
      </Answer>
    </>
  );
}
