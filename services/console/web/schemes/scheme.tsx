// One scheme: its tree, what is wrong with it, and its publication.
import type { Json, SchemeView } from '@jiangong/client';
import { useState } from 'react';
import { Link } from 'wouter';
import { useAnswer, useAttempt, useCommand, versionOf } from '../app/api.ts';
import { useLanguage, useSay } from '../app/language.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Problem } from '../parts/problem.tsx';
import { titleOf } from '../parts/scheme-outline.ts';
import { Answer } from '../parts/states.tsx';
import { Tree } from './tree.tsx';

type Body = SchemeView['body'];
export default function Scheme({ me, params }: Work) {
  const say = useSay();
  const scheme = useAnswer('/schemes/{id}', { id: params.id! });
  return (
    <Answer of={scheme}>
      {(data) => (
        <>
          <p>
            <Link href="/schemes">{say(['← 全部方案', '← All schemes'])}</Link>
          </p>
          <Editor scheme={data} edits={holds(me, 'organiser')} />
        </>
      )}
    </Answer>
  );
}

function Editor({ scheme, edits }: { scheme: SchemeView; edits: boolean }) {
  const say = useSay();
  const id = scheme.scheme;
  const save = useCommand('PUT', '/schemes/{id}');
  const publish = useCommand('POST', '/schemes/{id}/publish');
  const { busy, problem, attempt } = useAttempt();
  const [changed, setChanged] = useState<{ from: Body; to: Body }>();
  const body = changed?.to ?? scheme.body;
  const title = titleOf(scheme.body);
  async function keep() {
    if (!changed) return;
    const saved = await attempt(async () => {
      const ifMatch = await versionOf('/schemes/{id}', { id }, changed.from, (now) => now.body);
      await save.run({ id }, { body: changed.to }, { ifMatch });
    });
    if (saved) setChanged(undefined);
  }
  return (
    <>
      <div className="head">
        <h1>{title}</h1>
        {scheme.published > 0 && (
          <span className="tag good">
            {say([`已发布第 ${scheme.published} 版`, `Version ${scheme.published} published`])}
          </span>
        )}
        {edits && (
          <div className="actions">
            <button type="button" disabled={busy || !changed} onClick={() => void keep()}>
              {say(['保存草稿', 'Save the draft'])}
            </button>
            {scheme.drafting !== undefined && !changed && (
              <Act
                label={['发布', 'Publish']}
                primary
                confirm={title}
                fields={[
                  {
                    name: 'acceptUnsupported',
                    label: ['知悉尚不生效的内容', 'Accept parts that have no effect yet'],
                    kind: 'yes',
                  },
                ]}
                run={({ acceptUnsupported }) => publish.run({ id }, { acceptUnsupported })}
              />
            )}
          </div>
        )}
      </div>
      <Problem problem={problem} />
      <Findings scheme={scheme} />
      <section className="card">
        <Tree
          value={body as { [key: string]: Json }}
          change={(to) => edits && setChanged({ from: changed?.from ?? scheme.body, to })}
        />
      </section>
    </>
  );
}

function Findings({ scheme }: { scheme: SchemeView }) {
  const zh = useLanguage() === 'zh';
  if (scheme.findings.length === 0) return null;
  return (
    <ul className="card">
      {scheme.findings.map((finding) => (
        <li key={finding.at + finding.code}>
          <span className={finding.severity === 'error' ? 'tag bad' : 'tag wait'}>
            {finding.severity === 'error' ? (zh ? '错误' : 'Error') : zh ? '提醒' : 'Warning'}
          </span>{' '}
          {zh ? finding.zh : finding.en}
        </li>
      ))}
    </ul>
  );
}
