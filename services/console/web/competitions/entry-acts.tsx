// What may be done about an entry: accepted, rejected, regrouped, withdrawn, undone; the state of a project from a day on; the
// year-end review.
import type { CompetitionView, EntryView, Mark } from '@jiangong/client';
import { useCommand } from '../app/api.ts';
import { type Label, useSay } from '../app/language.ts';
import { projectLabel } from '../app/vocabulary.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';

export function EntryActs({ entry, competition }: { entry: EntryView; competition: CompetitionView }) {
  const say = useSay();
  const accept = useCommand('POST', '/entries/{id}/accept');
  const reject = useCommand('POST', '/entries/{id}/reject');
  const regroup = useCommand('POST', '/entries/{id}/regroup');
  const withdraw = useCommand('POST', '/entries/{id}/withdraw');
  const status = useCommand('POST', '/entries/{id}/status');
  const strike = useCommand('POST', '/entries/{id}/status/strike');
  const undo = useCommand('POST', '/entries/{id}/undo');
  const review = useCommand('POST', '/reviews');
  const id = entry.entry;
  const reason = reasonField('原因');
  const groups = competition.tracks.find(({ track }) => track === entry.track)?.groups ?? [];
  const titled = (zh: string, en: string): Label => [`${zh}：${entry.name}`, `${en}: ${entry.name}`];
  return (
    <div className="actions end">
      {entry.state === 'registered' && (
        <>
          <Act
            label={['接受', 'Accept']}
            title={titled('接受', 'Accept')}
            primary
            run={() => accept.run({ id }, undefined)}
          />
          <Act
            label={['不接受', 'Reject']}
            title={titled('不接受', 'Reject')}
            fields={[reason]}
            run={(values) => reject.run({ id }, { reason: values.reason })}
          />
        </>
      )}
      {entry.state !== 'registered' && (
        <Act
          label={['撤销上一步', 'Undo']}
          title={titled('撤销误作的决定', 'Undo the latest decision')}
          fields={[reason]}
          run={(values) => undo.run({ id }, { reason: values.reason })}
        />
      )}
      {entry.state === 'accepted' && (
        <>
          {groups.length > 1 && competition.state === 'announced' && (
            <Act
              label={['调组', 'Regroup']}
              title={titled('调组', 'Regroup')}
              fields={[
                {
                  name: 'group',
                  label: ['组别', 'Group'],
                  kind: 'one',
                  options: groups.map((each) => ({ value: each.id, label: each.label })),
                },
              ]}
              run={({ group }) => regroup.run({ id }, { group })}
            />
          )}
          <Act
            label={['工程状态', 'Status']}
            title={titled('工程状态', 'Status')}
            fields={[
              {
                name: 'status',
                label: ['状态', 'Status'],
                kind: 'one',
                options: (['not-started', 'under-construction', 'suspended', 'completed'] as const).map((value) => ({
                  value,
                  label: say(projectLabel(value)),
                })),
              },
              { name: 'from', label: ['自', 'From'], kind: 'date' },
              reason,
            ]}
            run={(values) => status.run({ id }, values as Parameters<typeof status.run>[1])}
          />
          {entry.statuses.length > 0 && (
            <Act
              label={['撤销状态', 'Strike a status']}
              title={titled('撤销录错的工程状态', 'Strike a status recorded by mistake')}
              fields={[
                {
                  name: 'from',
                  label: ['录错的状态', 'The status'],
                  kind: 'one',
                  options: entry.statuses.map(({ status, from }) => ({
                    value: from,
                    label: `${from} ${say(projectLabel(status))}`,
                  })),
                },
                reason,
              ]}
              run={(values) => strike.run({ id }, { from: values.from, reason: values.reason })}
            />
          )}
          {competition.state === 'launched' && (
            <Act
              label={['年终评审', 'Review']}
              title={titled('年终评审', 'Year-end review')}
              fields={[
                {
                  name: 'marks',
                  label: ['评审分（每行：指标编码 分值）', 'Marks (a line each: criterion value)'],
                  kind: 'lines',
                },
                { ...reason, optional: true },
              ]}
              run={(values) =>
                review.run(
                  {},
                  { entry: id, marks: marksOf(values.marks), ...(values.reason ? { reason: values.reason } : {}) },
                )
              }
            />
          )}
          <Act
            label={['退出', 'Withdraw']}
            title={titled('退出', 'Withdraw')}
            confirm={entry.name}
            fields={[reason]}
            run={(values) => withdraw.run({ id }, { reason: values.reason })}
          />
        </>
      )}
    </div>
  );
}

function marksOf(lines: string[]): Record<string, Mark> {
  return Object.fromEntries(
    lines.map((line) => {
      const [criterion = '', value = ''] = line.split(/[\s，,]+/);
      return [criterion, { value: Number(value) }];
    }),
  );
}
