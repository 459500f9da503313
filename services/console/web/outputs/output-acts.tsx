// What may be done about an output: amended and submitted, accepted or returned, its benefit certified, its use elsewhere noted.
import type { OutputAnswer } from '@jiangong/client';
import { useCommand } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';
import { usePublishedRules } from '../parts/output-fields.ts';
import { Accept } from './accept.tsx';
import { contentFields, contentOf } from './content.ts';

export function OutputActs({ output, me }: { output: OutputAnswer; me: Work['me'] }) {
  const zh = useLanguage() === 'zh';
  const rules = usePublishedRules();
  const id = output.output;
  const amend = useCommand('POST', '/outputs/{id}/amend');
  const submit = useCommand('POST', '/outputs/{id}/submit');
  const withdraw = useCommand('POST', '/outputs/{id}/withdraw');
  const reject = useCommand('POST', '/outputs/{id}/reject');
  const certify = useCommand('POST', '/outputs/{id}/certify-benefit');
  const note = useCommand('POST', '/outputs/{id}/note-award');
  const organises = holds(me, 'organiser');
  const works = organises || holds(me, 'alliance-leader');
  const is = (...statuses: string[]) => statuses.includes(output.status);
  return (
    <p className="actions">
      {works && is('draft', 'rejected') && (
        <>
          <Act
            label={['修改', 'Amend']}
            fields={contentFields(zh, rules, output)}
            run={async (values) => amend.run({ id }, await contentOf(values, output))}
          />
          <Act label={['提交', 'Submit']} primary run={() => submit.run({ id }, undefined)} />
        </>
      )}
      {organises && is('submitted') && (
        <>
          <Accept output={output} />
          <Act
            label={['退回', 'Return']}
            fields={[reasonField('退回原因')]}
            run={({ reason }) => reject.run({ id }, { reason })}
          />
        </>
      )}
      {holds(me, 'finance') && is('submitted', 'accepted') && (
        <Act
          label={output.benefit ? ['更正效益', 'Correct the benefit'] : ['核定效益', 'Certify the benefit']}
          primary
          fields={[
            {
              name: 'yuan',
              label: ['净效益（元）', 'Net benefit (yuan)'],
              kind: 'number',
              initial: output.benefit?.yuan,
            },
            {
              name: 'from',
              label: ['起始日', 'From'],
              kind: 'date',
              initial: output.benefit?.from ?? output.adoptedOn,
            },
            {
              name: 'to',
              label: ['截止日（不超过十二个月）', 'To (at most twelve months)'],
              kind: 'date',
              initial: output.benefit?.to,
            },
          ]}
          run={({ yuan, from, to }) => certify.run({ id }, { yuan, from, to })}
        />
      )}
      {works && is('accepted') && <Adopt id={id} />}
      {works && !is('withdrawn') && (
        <Act
          label={['登记在别处获奖', 'Note an award won elsewhere']}
          fields={[
            {
              name: 'wonElsewhere',
              label: ['奖项名称', 'Award'],
              initial: output.wonElsewhere,
              hint: ['在别处获奖的成果不计入本年任务', 'What won elsewhere does not count for the duty of the year'],
            },
          ]}
          run={({ wonElsewhere }) => note.run({ id }, { wonElsewhere })}
        />
      )}
      {works && (is('draft', 'submitted', 'rejected') || (organises && is('accepted'))) && (
        <Act
          label={['撤回', 'Withdraw']}
          danger
          confirm={output.title}
          fields={[reasonField('撤回原因')]}
          run={({ reason }) => withdraw.run({ id }, { reason })}
        />
      )}
    </p>
  );
}

function Adopt({ id }: { id: string }) {
  const adopt = useCommand('POST', '/outputs/{id}/adopt');
  return (
    <Act
      label={['登记在别处采用', 'Note where it was taken up']}
      fields={[
        { name: 'unit', label: ['采用单位', 'Unit'] },
        { name: 'adoptedOn', label: ['采用日期', 'Adopted on'], kind: 'date' },
        { name: 'yuan', label: ['当地效益（元）', 'Benefit there (yuan)'], kind: 'number', optional: true },
      ]}
      run={({ unit, adoptedOn, yuan }) =>
        adopt.run({ id }, { unit, adoptedOn, ...(yuan === undefined ? {} : { yuan }) })
      }
    />
  );
}
