// What comes off and what comes back: proposals to take a plaque off, and plaques and certificates that are still out.
import { useCommand, useItems } from '../app/api.ts';
import { today, useSay } from '../app/language.ts';
import { labels } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';
import { Answer, Empty } from '../parts/states.tsx';

const removalLabel = labels({
  open: ['待决定', 'To be decided'],
  removed: ['已摘牌', 'Taken off'],
  kept: ['已保留', 'Kept'],
});
const itemStateLabel = labels({
  out: ['未交回', 'Still out'],
  returned: ['已交回', 'Back'],
  lost: ['已遗失', 'Lost'],
});

export default function Returns({ me }: Work) {
  const say = useSay();
  return (
    <>
      <h1>{say(['摘牌与交回', 'Plaques and certificates to come back'])}</h1>
      <Removals me={me} />
      <Owed me={me} />
    </>
  );
}

function Removals({ me }: Pick<Work, 'me'>) {
  const say = useSay();
  const removals = useItems('/plaque-removals', {});
  const decide = useCommand('POST', '/plaque-removals/{id}/decide');
  return (
    <section className="card">
      <h2>{say(['摘牌建议', 'Proposals to take a plaque off'])}</h2>
      <Answer of={removals}>
        {(items) => (
          <ul className="rows">
            {items.length === 0 && <Empty say={['没有摘牌建议。', 'There is none.']} />}
            {items.map(({ removal, name, reason, on, status, decided }) => (
              <li key={removal} className="row">
                <b>{name}</b>
                <span className="soft">
                  {on} · {reason}
                </span>
                <span className={status === 'open' ? 'tag wait' : 'tag good'}>{say(removalLabel(status))}</span>
                {decided && <span className="soft">{decided.reason}</span>}
                {status === 'open' && holds(me, 'committee') && (
                  <div className="actions end">
                    <Act
                      label={['摘牌', 'Take it off']}
                      title={[`摘牌：${name}`, `Take it off: ${name}`]}
                      danger
                      confirm={name}
                      fields={[
                        { name: 'returnBy', label: ['交回期限', 'To be back by'], kind: 'date', initial: today() },
                        reasonField('摘牌理由'),
                      ]}
                      run={({ returnBy, reason: why }) =>
                        decide.run({ id: removal }, { outcome: 'removed', returnBy, reason: why })
                      }
                    />
                    <Act
                      label={['保留', 'Keep it']}
                      title={[`保留：${name}`, `Keep it: ${name}`]}
                      fields={[reasonField('保留理由')]}
                      run={({ reason: why }) => decide.run({ id: removal }, { outcome: 'kept', reason: why })}
                    />
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}

function Owed({ me }: Pick<Work, 'me'>) {
  const say = useSay();
  const owed = useItems('/award-returns', {});
  const setDate = useCommand('POST', '/award-returns/{id}/set-date');
  const takeBack = useCommand('POST', '/award-returns/{id}/take-back');
  const writeOff = useCommand('POST', '/award-returns/{id}/write-off');
  return (
    <section className="card">
      <h2>{say(['待交回的奖牌、证书', 'Still out'])}</h2>
      <Answer of={owed}>
        {(decisions) => (
          <ul className="rows">
            {decisions.length === 0 && <Empty say={['没有待交回的。', 'Nothing is out.']} />}
            {decisions.flatMap(({ decision: id, documentNumber, items }) =>
              items.map(({ grant, item, kind, recipient, honour, returnBy, state, reason }) => {
                const items = [{ grant, item }];
                const name = recipient.name ?? '—';
                return (
                  <li key={`${grant} ${item}`} className="row">
                    <b>{name}</b>
                    <span className="soft">
                      {honour} · {documentNumber} · {kind === 'plaque' ? say(['奖牌', 'plaque']) : item}
                      {returnBy && say([` · 应于 ${returnBy} 前交回`, ` · by ${returnBy}`])} {reason}
                    </span>
                    <span className={state === 'out' ? 'tag wait' : 'tag good'}>{say(itemStateLabel(state))}</span>
                    {state === 'out' && holds(me, 'organiser', 'committee') && (
                      <div className="actions end">
                        <Act
                          label={['登记交回', 'Take it in']}
                          title={[`登记交回：${name}`, `Take it in: ${name}`]}
                          fields={[{ name: 'on', label: ['交回日期', 'On'], kind: 'date', initial: today() }]}
                          run={({ on }) => takeBack.run({ id }, { items, on })}
                        />
                        <Act
                          label={['改期', 'Another day']}
                          title={[`交回期限：${name}`, `To be back: ${name}`]}
                          fields={[
                            { name: 'returnBy', label: ['交回期限', 'To be back by'], kind: 'date', initial: today() },
                            reasonField('改期理由'),
                          ]}
                          run={(values) => setDate.run({ id }, { items, ...values } as never)}
                        />
                        <Act
                          label={['登记遗失', 'Write it off']}
                          title={[`登记遗失：${name}`, `Write it off: ${name}`]}
                          fields={[reasonField('遗失情况')]}
                          run={({ reason: why }) => writeOff.run({ id }, { items, reason: why })}
                        />
                      </div>
                    )}
                  </li>
                );
              }),
            )}
          </ul>
        )}
      </Answer>
    </section>
  );
}
