// Schemes of assessment: drafted from a template, edited as a tree with live findings, published for good.
import type { SchemeSummary } from '@jiangong/client';
import { Link, useLocation } from 'wouter';
import { useAnswer, useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { titleOf } from '../parts/scheme-outline.ts';
import { Answer, Empty } from '../parts/states.tsx';

export default function Schemes({ me }: Work) {
  const say = useSay();
  const [, go] = useLocation();
  const schemes = useItems('/schemes', {});
  const templates = useAnswer('/scheme-templates', holds(me, 'organiser') ? {} : undefined);
  const draft = useCommand('POST', '/schemes');
  return (
    <>
      <div className="head">
        <h1>{say(['考核方案', 'Schemes'])}</h1>
        {holds(me, 'organiser') && (
          <div className="actions">
            <Act
              label={['起草方案', 'Draft a scheme']}
              primary
              fields={[
                {
                  name: 'template',
                  label: ['以模板为底稿', 'From a template'],
                  kind: 'one',
                  options: (templates.data?.items ?? []).map(({ template, title }) => ({
                    value: template,
                    label: title,
                  })),
                },
              ]}
              run={async ({ template }) => {
                const { id } = await draft.run({}, { template });
                go(`/schemes/${id}`);
              }}
            />
          </div>
        )}
      </div>
      <Answer of={schemes}>
        {(items) =>
          items.length === 0 ? (
            <Empty say={['还没有方案。点“起草方案”，选一个模板。', 'None yet. Draft one from a template.']} />
          ) : (
            <ul className="rows card">
              {items.map((scheme) => (
                <Line key={scheme.scheme} scheme={scheme} />
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

function Line({ scheme: { scheme: id, published, drafting } }: { scheme: SchemeSummary }) {
  const say = useSay();
  const scheme = useAnswer('/schemes/{id}', { id });
  return (
    <li>
      <Link href={`/schemes/${id}`}>
        <b>{titleOf(scheme.data?.body) || '…'}</b>
        <span className="end">
          {published > 0 && (
            <span className="tag good">{say([`已发布第 ${published} 版`, `Version ${published} published`])}</span>
          )}
          {drafting !== undefined && (
            <span className="tag wait">{say([`第 ${drafting} 版草稿`, `Version ${drafting} in draft`])}</span>
          )}
        </span>
      </Link>
    </li>
  );
}
