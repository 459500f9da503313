// One output with everything that may be done about it: amended and submitted, accepted or returned, its benefit certified.
import type { OutputAnswer } from '@jiangong/client';
import { Link } from 'wouter';
import { useAnswer, useCommand } from '../app/api.ts';
import { useLanguage, useSay } from '../app/language.ts';
import { appliedLabel, outputLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';
import { Answer } from '../parts/states.tsx';
import { Accept } from './accept.tsx';
import { contentFields, contentOf } from './content.ts';
import { tone } from './outputs.tsx';

export default function Output({ me, params }: Work) {
  const say = useSay();
  const output = useAnswer('/outputs/{id}', { id: params.id! });
  return (
    <Answer of={output}>
      {(data) => (
        <>
          <p>
            <Link href="/outputs">{say(['← 全部成果', '← All outputs'])}</Link>
          </p>
          <div className="head">
            <h1>{data.title}</h1>
            <span className={tone(data.status)}>{say(outputLabel(data.status))}</span>
          </div>
          {data.reason && (
            <p className="problem">
              {say(['原因：', 'Reason: '])}
              {data.reason}
            </p>
          )}
          <Facts output={data} />
          <Acts output={data} me={me} />
        </>
      )}
    </Answer>
  );
}

function Facts({ output }: { output: OutputAnswer }) {
  const say = useSay();
  const { benefit } = output;
  const facts: [string, string][] = [
    [say(['类别', 'Kind']), output.kind],
    [say(['应用于', 'Applied in']), output.applied.map((each) => say(appliedLabel(each))).join('、')],
    [say(['采用日期', 'Adopted on']), output.adoptedOn],
    [say(['完成人', 'Contributors']), output.contributors.join('、')],
    [
      say(['证明材料', 'Evidence']),
      output.evidence.map(({ title, reference }) => `${title}（${reference}）`).join('；') || '—',
    ],
    [
      say(['经济效益', 'Benefit']),
      benefit
        ? `${(benefit.yuan / 10_000).toLocaleString('zh-CN')} ${say(['万元', '× 10,000 yuan'])}（${benefit.from} – ${benefit.to}）`
        : say(['未核定', 'Not certified']),
    ],
    [
      say(['计入任务', 'Counts']),
      output.counts
        ? say([`计入 ${output.year} 年`, `for ${output.year}`])
        : output.wonElsewhere
          ? say([`不计入：在别处获奖（${output.wonElsewhere}）`, `no: won elsewhere (${output.wonElsewhere})`])
          : '—',
    ],
  ];
  return (
    <dl className="facts card">
      {output.files && output.files.length > 0 && (
        <>
          <dt>{say(['附件', 'Files'])}</dt>
          <dd>
            {output.files.map(({ file, name }) => (
              <a key={file} className="button" download={name} href={`/api/files/output/${file}`}>
                {name}
              </a>
            ))}
          </dd>
        </>
      )}
      {facts.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name}-value`}>{value}</dd>])}
    </dl>
  );
}

function Acts({ output, me }: { output: OutputAnswer; me: Work['me'] }) {
  const zh = useLanguage() === 'zh';
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
            fields={contentFields(zh, output)}
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
