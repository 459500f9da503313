// Objections to a list: filed as they came in, answered, decided by those who neither scored nor nominated.
import type { AwardListView, ObjectionView } from '@jiangong/client';
import { useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { channelLabel, objectionLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Answer } from '../parts/states.tsx';

const channels = ['letter', 'phone', 'visit'] as const;

export function Objections({ list, me }: { list: AwardListView; me: Work['me'] }) {
  const say = useSay();
  const objections = useItems('/objections', { list: list.list });
  const file = useCommand('POST', '/award-lists/{id}/objections');
  const nameOf = (id: string) => list.candidates.find(({ candidate }) => candidate === id)?.recipient.name ?? '—';
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['异议', 'Objections'])}</h2>
        {holds(me, 'organiser', 'committee') && list.notice && (
          <Act
            label={['登记异议', 'File an objection']}
            fields={[
              {
                name: 'candidate',
                label: ['针对的对象', 'Against'],
                kind: 'one',
                options: list.candidates.map((each) => ({ value: each.candidate, label: each.recipient.name ?? '—' })),
              },
              {
                name: 'channel',
                label: ['渠道', 'Channel'],
                kind: 'one',
                options: channels.map((value) => ({ value, label: say(channelLabel(value)) })),
              },
              {
                name: 'from',
                label: ['提出者', 'From'],
                kind: 'one',
                options: [
                  { value: 'person', label: say(['个人', 'A person']) },
                  { value: 'unit', label: say(['单位', 'A unit']) },
                ],
              },
              { name: 'objector', label: ['提出者姓名或单位名称', 'Name'] },
              { name: 'contact', label: ['联系方式', 'Contact'], optional: true },
              { name: 'receivedOn', label: ['收到日期', 'Received on'], kind: 'date' },
              { name: 'postmarkedOn', label: ['邮戳日期', 'Postmarked on'], kind: 'date', optional: true },
              { name: 'statement', label: ['异议内容', 'Statement'], kind: 'prose' },
              {
                name: 'evidence',
                label: ['证明材料（每行一条）', 'Evidence (one a line)'],
                kind: 'lines',
                optional: true,
              },
            ]}
            run={({ objector, contact, ...filing }) =>
              file.run({ id: list.list }, {
                ...filing,
                objector: { name: objector, contact },
              } as Parameters<typeof file.run>[1])
            }
          />
        )}
      </div>
      <Answer of={objections}>
        {(items) =>
          items.length === 0 ? (
            <p className="soft">{say(['没有异议。', 'None.'])}</p>
          ) : (
            <ul>
              {items.map((each) => (
                <Objection key={each.objection} objection={each} name={nameOf(each.candidate)} me={me} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function Objection({ objection, name, me }: { objection: ObjectionView; name: string; me: Work['me'] }) {
  const say = useSay();
  const answer = useCommand('POST', '/objections/{id}/answer');
  const decide = useCommand('POST', '/objections/{id}/decide');
  const id = objection.objection;
  const isOpen = objection.status === 'open';
  return (
    <li className="card">
      <div className="head">
        <h3>{name}</h3>
        <span className={isOpen ? 'tag wait' : 'tag good'}>{say(objectionLabel(objection.status))}</span>
        <span className="soft">
          {say(channelLabel(objection.filing.channel))} · {objection.filing.receivedOn}
        </span>
      </div>
      <p>{objection.filing.statement}</p>
      {objection.answers.map((each) => (
        <p key={each} className="soft">
          {say(['答复：', 'Answer: '])}
          {each}
        </p>
      ))}
      {objection.finding && (
        <p>
          {say(['认定：', 'Finding: '])}
          {objection.finding}；{objection.effect}
        </p>
      )}
      {isOpen && (
        <div className="actions">
          {holds(me, 'organiser', 'committee') && (
            <Act
              label={['答复', 'Answer']}
              fields={[{ name: 'answer', label: ['答复内容', 'Answer'], kind: 'prose' }]}
              run={(values) => answer.run({ id }, { answer: values.answer })}
            />
          )}
          {holds(me, 'committee') && (
            <Act
              label={['处理', 'Decide']}
              confirm={name}
              fields={[
                {
                  name: 'outcome',
                  label: ['结论', 'Outcome'],
                  kind: 'one',
                  options: (['upheld', 'dismissed'] as const).map((value) => ({
                    value,
                    label: say(objectionLabel(value)),
                  })),
                },
                { name: 'finding', label: ['认定事实', 'Finding'], kind: 'prose' },
                { name: 'effect', label: ['处理结果', 'Effect'], kind: 'prose' },
              ]}
              run={(values) => decide.run({ id }, values as Parameters<typeof decide.run>[1])}
            />
          )}
        </div>
      )}
    </li>
  );
}
