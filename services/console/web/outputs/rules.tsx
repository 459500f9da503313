// A union's rules for outputs: begun from a template, changed as a draft, published as a version that stays.
import type { OutputRulesAnswer } from '@jiangong/client';
import { Link } from 'wouter';
import { useAnswer, useCommand, useItems, versionOf } from '../app/api.ts';
import { useLanguage, useSay } from '../app/language.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { rulesFields, rulesOf } from './rules-form.ts';

export default function Rules({ me }: Work) {
  const say = useSay();
  const rules = useItems('/output-rules', {});
  const organises = holds(me, 'organiser');
  return (
    <>
      <p>
        <Link href="/outputs">{say(['← 全部成果', '← All outputs'])}</Link>
      </p>
      <h1>{say(['成果规则', 'Rules for outputs'])}</h1>
      <Answer of={rules}>
        {(items) =>
          items.length > 0 ? (
            items.map((each) => <OfUnion key={each.rules} rules={each} organises={organises} />)
          ) : (
            <>
              <Empty
                say={[
                  '还没有规则：类别自由填写，不计积分。组织者可由模板起草。',
                  'None: kinds are free, no points. An organiser drafts rules from a template.',
                ]}
              />
              {organises && <Draft />}
            </>
          )
        }
      </Answer>
    </>
  );
}

function Draft() {
  const zh = useLanguage() === 'zh';
  const templates = useAnswer('/output-rule-templates', {});
  const draft = useCommand('POST', '/output-rules');
  return (
    <>
      {(templates.data?.items ?? []).map(({ template, body, text }) => (
        <section key={template} className="card">
          <div className="head">
            <h2>{body.title}</h2>
            <div className="actions">
              <Act
                label={['由此起草', 'Draft from this']}
                title={[`起草：${body.title}`, `Draft: ${body.title}`]}
                primary
                run={() => draft.run({}, { template })}
              />
            </div>
          </div>
          <Lines lines={zh ? text.zh : text.en} />
        </section>
      ))}
    </>
  );
}

const Lines = ({ lines }: { lines: string[] }) => (
  <ul>
    {lines.slice(1).map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

function OfUnion({
  rules: { rules: id, version, body, draft, text },
  organises,
}: {
  rules: OutputRulesAnswer;
  organises: boolean;
}) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const save = useCommand('PUT', '/output-rules/{id}');
  const publish = useCommand('POST', '/output-rules/{id}/publish');
  const latest = draft ?? body;
  return (
    <section className="card">
      <div className="head">
        <h2>{latest?.title}</h2>
        {body && <span className="tag good">{say([`第 ${version} 版生效`, `Version ${version} applies`])}</span>}
        {draft && <span className="tag wait">{say(['有未发布的草稿', 'A draft waits'])}</span>}
        {organises && latest && (
          <div className="actions">
            <Act
              label={['修改', 'Amend']}
              title={['修改成果规则草稿', 'Amend the draft']}
              fields={rulesFields(say, latest)}
              run={async (values) =>
                save.run(
                  { id },
                  { body: rulesOf(values) },
                  { ifMatch: await versionOf('/output-rules/{id}', { id }, draft, (answer) => answer.draft) },
                )
              }
            />
            {draft && (
              <Act
                label={['发布', 'Publish']}
                title={['发布成果规则', 'Publish the rules']}
                danger
                confirm={draft.title}
                run={() => publish.run({ id }, undefined)}
              />
            )}
          </div>
        )}
      </div>
      <Lines lines={zh ? text.zh : text.en} />
    </section>
  );
}
