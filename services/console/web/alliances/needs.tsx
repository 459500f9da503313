// Needs that units post with a studio of the union: while one is open, pairing seeks partners for it.
import type { NeedAnswer } from '@jiangong/client';
import { useCommand, useItems } from '../app/api.ts';
import { type Label, useSay } from '../app/language.ts';
import { needLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Download } from '../parts/download.tsx';
import { reasonField } from '../parts/form.tsx';

export function Needs({ me }: { me: Work['me'] }) {
  const say = useSay();
  const needs = useItems('/needs', {});
  const organises = holds(me, 'organiser');
  if (!organises && !needs.data?.length) return null;
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['技术需求（揭榜）', 'Needs'])}</h2>
        <Download path="/needs" what={say(['技术需求', 'needs'])} />
        {organises && <Post />}
      </div>
      <ul className="rows">
        {(needs.data ?? []).map((need) => (
          <li key={need.need} className="row">
            <b>{need.problem}</b>
            <span className="soft">
              {need.on} · {need.unit}
            </span>
            <span className={need.status === 'solved' ? 'tag good' : 'tag wait'}>{say(needLabel(need.status))}</span>
            {need.details && <span>{need.details}</span>}
            {(need.result ?? need.reason) && <span className="soft">{need.result ?? need.reason}</span>}
            {organises && need.status === 'open' && <Ends need={need} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Post() {
  const post = useCommand('POST', '/needs');
  const studios = useItems('/studios', { status: 'recognised' });
  const options = (studios.data ?? []).map(({ studio, name }) => ({ value: studio, label: name }));
  return (
    <div className="actions">
      <Act
        label={['发布需求', 'Post a need']}
        fields={[
          { name: 'studio', label: ['寻求帮助的工作室', 'With the studio'], kind: 'one', options },
          { name: 'unit', label: ['需求单位', 'Unit'] },
          { name: 'problem', label: ['难题', 'Problem'] },
          { name: 'details', label: ['详情', 'Details'], kind: 'prose', optional: true },
        ]}
        run={(values) => post.run({}, values as Parameters<typeof post.run>[1])}
      />
    </div>
  );
}

function Ends({ need: { need: id, problem } }: { need: NeedAnswer }) {
  const solve = useCommand('POST', '/needs/{id}/solve');
  const withdraw = useCommand('POST', '/needs/{id}/withdraw');
  const titled = (zh: string, en: string): Label => [`${zh}：${problem}`, `${en}: ${problem}`];
  return (
    <div className="actions end">
      <Act
        label={['已解决', 'Solved']}
        title={titled('已解决', 'Solved')}
        fields={[{ name: 'result', label: ['解决情况', 'How it was met'], kind: 'prose' }]}
        run={({ result }) => solve.run({ id }, { result })}
      />
      <Act
        label={['撤回', 'Withdraw']}
        title={titled('撤回', 'Withdraw')}
        confirm={problem}
        fields={[reasonField('原因')]}
        run={({ reason }) => withdraw.run({ id }, { reason })}
      />
    </div>
  );
}
