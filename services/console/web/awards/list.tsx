// One award list on its way: candidates, review, notice, objections, decision.
import type { AwardListView } from '@jiangong/client';
import { Link } from 'wouter';
import { useAnswer, useCommand } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { levelLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';
import { Answer } from '../parts/states.tsx';
import { Candidates } from './candidates.tsx';
import { Eligibility } from './eligibility.tsx';
import { honourFields } from './lists.tsx';
import { Objections } from './objections.tsx';
import { Steps } from './steps.tsx';

export default function List({ me, params }: Work) {
  const say = useSay();
  const list = useAnswer('/award-lists/{id}', { id: params.id! });
  return (
    <Answer of={list}>
      {(data) => (
        <>
          <p>
            <Link href="/awards">{say(['← 全部名单', '← All lists'])}</Link>
          </p>
          <div className="head">
            <h1>{data.title}</h1>
            <span className="soft">{data.year}</span>
          </div>
          <Steps list={data} me={me} />
          <Revisions list={data} me={me} />
          <Honours list={data} me={me} />
          <Eligibility list={data} me={me} />
          <Candidates list={data} me={me} />
          <Objections list={data} me={me} />
        </>
      )}
    </Answer>
  );
}

type Part = { list: AwardListView; me: Work['me'] };

/** Corrections of the evaluation that the list must take in. */
function Revisions({ list, me }: Part) {
  const say = useSay();
  const acknowledge = useCommand('POST', '/award-lists/{id}/acknowledge-revision');
  return (list.revisions ?? []).map(({ revision, reason, changes, blocking, acknowledged }) => (
    <section key={revision} className={blocking && !acknowledged ? 'problem' : 'card'}>
      <p>
        <b>{say([`考评第 ${revision} 版：`, `Evaluation revision ${revision}: `])}</b>
        {reason} {acknowledged && <span className="tag good">{acknowledged}</span>}
      </p>
      <ul>
        {changes.map(({ honour, name, before, after }) => (
          <li key={`${honour} ${name}`}>
            {honour} · {name}：{before ?? '—'} → {after ?? '—'}
          </li>
        ))}
      </ul>
      {!acknowledged && holds(me, 'committee') && (
        <Act
          label={['确认已核对', 'Acknowledge']}
          fields={[reasonField('核对意见', 'Finding')]}
          run={({ reason: finding }) => acknowledge.run({ id: list.list }, { revision, reason: finding })}
        />
      )}
    </section>
  ));
}

function Honours({ list, me }: Part) {
  const say = useSay();
  const name = useCommand('POST', '/award-lists/{id}/honours');
  const tie = useCommand('POST', '/award-lists/{id}/resolve-tie');
  const reopen = useCommand('POST', '/award-lists/{id}/reopen-tie');
  const settled = (list.ties ?? []).map(({ honour, group }, at) => ({ value: String(at), honour, group }));
  const tied = list.candidates.filter(({ state }) => state === 'referred');
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['荣誉', 'Honours'])}</h2>
        {holds(me, 'organiser') && !list.notice && (
          <Act
            label={['确定荣誉名称与名额', 'Name an honour']}
            fields={honourFields(say)}
            run={(values) => name.run({ id: list.list }, values as Parameters<typeof name.run>[1])}
          />
        )}
        {holds(me, 'committee') && tied.length > 0 && (
          <Act
            label={['裁定并列', 'Resolve the tie']}
            primary
            fields={[
              {
                name: 'granted',
                label: ['授予（全部并列授予则不选）', 'Granted (none: all of them jointly)'],
                kind: 'many',
                optional: true,
                options: tied.map(({ candidate, recipient }) => ({ value: candidate, label: recipient.name ?? '—' })),
              },
              reasonField('裁定理由'),
            ]}
            run={({ granted, reason }) => {
              const { honour, group } = tied[0]!;
              const outcome = granted.length > 0 ? { granted } : { joint: true };
              return tie.run({ id: list.list }, { honour, ...(group ? { group } : {}), ...outcome, reason });
            }}
          />
        )}
        {holds(me, 'committee') && settled.length > 0 && list.decisions.length === 0 && (
          <Act
            label={['重新裁定并列', 'Open a tie again']}
            fields={[
              {
                name: 'tie',
                label: ['荣誉', 'Honour'],
                kind: 'one',
                options: settled.map(({ value, honour }) => ({
                  value,
                  label: list.honours.find(({ code }) => code === honour)?.name ?? honour,
                })),
              },
              reasonField('重新裁定的理由'),
            ]}
            run={({ tie: at, reason }) => {
              const { honour, group } = settled[Number(at)]!;
              return reopen.run({ id: list.list }, { honour, group, reason });
            }}
          />
        )}
      </div>
      <ul>
        {list.honours.map((honour) => (
          <li key={`${honour.code} ${honour.group}`}>
            <b>{honour.name}</b>{' '}
            <span className="soft">
              {say(levelLabel(honour.level))} · {honour.seats ?? '—'} {say(['名', 'seats'])}
              {honour.prize !== undefined && ` · ${honour.prize.toLocaleString('zh-CN')} ${say(['元', 'yuan'])}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
