// The way of a list: review, notice, decision.
import type { AwardListView } from '@jiangong/client';
import { useCommand } from '../app/api.ts';
import { today, useSay } from '../app/language.ts';
import { channelLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';

/** Review, notice and decision: what is done is ticked, what comes next is a button. */
export function Steps({ list, me }: { list: AwardListView; me: Work['me'] }) {
  const say = useSay();
  const id = list.list;
  const review = useCommand('POST', '/award-lists/{id}/review');
  const publish = useCommand('POST', '/notices');
  const giveBack = useCommand('POST', '/award-lists/{id}/return');
  const decide = useCommand('POST', '/award-lists/{id}/decisions');
  const lengthen = useCommand('POST', '/notices/{id}/lengthen');
  const awards = holds(me, 'committee');
  const names = list.candidates.map(({ candidate, recipient }) => ({ value: candidate, label: recipient.name ?? '—' }));
  return (
    <ol className="card steps">
      <li className={list.reviewed ? 'done' : ''}>
        <b>{say(['一、审定', '1. Review'])}</b>
        {awards && !list.notice && (
          <Act
            label={['审定名单', 'Review the list']}
            primary={!list.reviewed}
            fields={[
              { name: 'barred', label: ['不予表彰的对象', 'Barred'], kind: 'many', options: names, optional: true },
              { name: 'reason', label: ['不予表彰的原因', 'Why barred'], kind: 'prose', optional: true },
            ]}
            run={({ barred, reason }) =>
              review.run(
                { id },
                { bars: (barred as string[]).map((candidate) => ({ candidate, reason: reason ?? '' })) },
              )
            }
          />
        )}
        {awards && list.reviewed && list.decisions.length === 0 && (
          <Act
            label={['退回名单', 'Take the list back']}
            danger
            confirm={list.title}
            fields={[reasonField('退回的理由')]}
            run={({ reason }) => giveBack.run({ id }, { reason })}
          />
        )}
      </li>
      <li className={list.notice ? 'done' : ''}>
        <b>{say(['二、公示', '2. Notice'])}</b> {list.notice && `${list.notice.from} – ${list.notice.lastDay}`}
        {list.notice && list.decisions.length === 0 && holds(me, 'organiser', 'committee') && (
          <Act
            label={['延长公示', 'Lengthen the notice']}
            fields={[
              { name: 'lastDay', label: ['新的截止日', 'New last day'], kind: 'date', initial: list.notice.lastDay },
              reasonField('延长的理由'),
            ]}
            run={({ lastDay, reason }) => lengthen.run({ id: list.notice!.notice }, { lastDay, reason })}
          />
        )}
        {list.reviewed && !list.notice && holds(me, 'organiser', 'committee') && (
          <Act
            label={['发布公示', 'Publish a notice']}
            primary
            confirm={list.title}
            fields={[
              { name: 'from', label: ['公示开始', 'From'], kind: 'date', initial: today() },
              { name: 'workingDays', label: ['工作日', 'Working days'], kind: 'number', initial: 5 },
              { name: 'firstDayCounts', label: ['首日计入', 'The first day counts'], kind: 'yes' },
              ...(['letter', 'phone', 'visit'] as const).map((name) => ({
                name,
                label: [`${channelLabel(name)[0]}受理`, `${channelLabel(name)[1]} to`] as const,
                optional: true,
              })),
            ]}
            run={({ from, workingDays, firstDayCounts, ...where }) =>
              publish.run(
                {},
                {
                  ...{ list: id, from, workingDays, firstDayCounts },
                  channels: (['letter', 'phone', 'visit'] as const)
                    .filter((kind) => where[kind])
                    .map((kind) => ({ kind, where: where[kind] })),
                },
              )
            }
          />
        )}
      </li>
      <li className={list.decisions.length > 0 ? 'done' : ''}>
        <b>{say(['三、决定', '3. Decision'])}</b>{' '}
        {list.decisions.map(({ number, date }) => `${number}（${date}）`).join('、')}
        {awards && list.notice && (
          <Act
            label={list.decisions.length > 0 ? ['补充决定', 'Supplement'] : ['发布表彰决定', 'Issue the decision']}
            danger
            confirm={list.title}
            fields={[
              { name: 'number', label: ['文号', 'Document number'] },
              { name: 'date', label: ['日期', 'Date'], kind: 'date', initial: today() },
              { name: 'signatory', label: ['签发人', 'Signatory'] },
              { name: 'grantedBy', label: ['授予单位', 'Granted by'] },
              { name: 'validTo', label: ['有效期至', 'Valid until'], kind: 'date', optional: true },
            ]}
            run={(values) => decide.run({ id }, values as Parameters<typeof decide.run>[1])}
          />
        )}
      </li>
    </ol>
  );
}
