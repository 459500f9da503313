// Candidates of a list with their places, and what holds them back.
import type { AwardListView, CandidateView } from '@jiangong/client';
import { useCommand } from '../app/api.ts';
import { scoreText, useSay } from '../app/language.ts';
import { candidateLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';

const toneOf = (state: CandidateView['state']) =>
  state === 'granted' || state === 'proposed'
    ? 'tag good'
    : state === 'referred' || state === 'provisional'
      ? 'tag wait'
      : 'tag bad';

export function Candidates({ list, me }: { list: AwardListView; me: Work['me'] }) {
  const say = useSay();
  const add = useCommand('POST', '/award-lists/{id}/candidates');
  const id = list.list;
  const honours = [...new Map(list.honours.map(({ code, name }) => [code, name]))];
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['候选对象', 'Candidates'])}</h2>
        {holds(me, 'organiser') && !list.notice && (
          <Act
            label={['增列候选对象', 'Add a candidate']}
            fields={[
              {
                name: 'honour',
                label: ['荣誉', 'Honour'],
                kind: 'one',
                options: honours.map(([value, label]) => ({ value, label })),
              },
              { name: 'recipient', label: ['对象编码', 'Recipient’s code'] },
              { name: 'place', label: ['名次', 'Place'], kind: 'number', optional: true },
              reasonField('事迹或理由'),
            ]}
            run={(values) => add.run({ id }, values as Parameters<typeof add.run>[1])}
          />
        )}
      </div>
      <div className="scroll">
        <table>
          <caption className="unseen">{say(['候选对象', 'Candidates'])}</caption>
          <thead>
            <tr>
              <th scope="col">{say(['对象', 'Recipient'])}</th>
              <th scope="col">{say(['荣誉', 'Honour'])}</th>
              <th scope="col" className="number">
                {say(['名次', 'Place'])}
              </th>
              <th scope="col" className="number">
                {say(['得分', 'Score'])}
              </th>
              <th scope="col">{say(['状态', 'State'])}</th>
              <th scope="col">{say(['操作', 'Acts'])}</th>
            </tr>
          </thead>
          <tbody>
            {list.candidates.map((each) => (
              <tr key={each.candidate}>
                <th scope="row">{each.recipient.name}</th>
                <td>{list.honours.find(({ code }) => code === each.honour)?.shortName ?? each.honour}</td>
                <td className="number">{each.place ?? '—'}</td>
                <td className="number">{scoreText(each.score)}</td>
                <td>
                  <span className={toneOf(each.state)}>{say(candidateLabel(each.state))}</span>
                  {each.holds.length > 0 && <span className="tag wait">{say(['暂缓', 'Held'])}</span>}
                  <span className="soft"> {each.reason}</span>
                </td>
                <td className="actions">
                  <CandidateActs list={id} candidate={each} me={me} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function CandidateActs({ list: id, candidate: each, me }: { list: string; candidate: CandidateView; me: Work['me'] }) {
  const remove = useCommand('POST', '/award-lists/{id}/remove');
  const recommend = useCommand('POST', '/award-lists/{id}/recommend');
  if (!holds(me, 'organiser', 'committee') || !['proposed', 'referred', 'provisional'].includes(each.state))
    return null;
  const { candidate } = each;
  const title = each.recipient.name;
  return (
    <>
      <Act
        label={['推荐', 'Recommend']}
        title={[`推荐${title}`, `Recommend ${title}`]}
        fields={[reasonField('推荐理由')]}
        run={({ reason }) => recommend.run({ id }, { candidate, reason })}
      />
      <Act
        label={['移出', 'Remove']}
        title={[`移出${title}`, `Remove ${title}`]}
        confirm={title}
        fields={[reasonField('移出原因')]}
        run={({ reason }) => remove.run({ id }, { candidate, reason })}
      />
    </>
  );
}
