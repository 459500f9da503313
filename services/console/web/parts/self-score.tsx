// The entrant's own marks next to the departments', item by item, with the points that each comes to.
import type { SelfScoreView } from '@jiangong/client';
import { scoreText, useSay } from '../app/language.ts';
import { markText } from './mark-text.ts';
import type { Measures } from './marks.ts';

type Item = SelfScoreView['items'][number];

export function SelfScore({ view: { items, totals }, measures }: { view: SelfScoreView; measures: Measures }) {
  const say = useSay();
  const scored = items.some(({ sheet }) => sheet);
  const given = (criterion: string, each: Item['self']) =>
    each ? (
      <>
        {each.points === undefined ? '' : <b>{scoreText(each.points)} </b>}
        <span className="soft">{markText(each.mark, say, measures.get(criterion))}</span>
      </>
    ) : (
      '—'
    );
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{say(['指标', 'Criterion'])}</th>
            <th scope="col">{say(['自评', 'Self score'])}</th>
            {scored && <th scope="col">{say(['部门评分', 'Department'])}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.criterion}>
              <th scope="row">
                {item.label} <span className="soft">{item.departmentLabel}</span>
              </th>
              <td>{given(item.criterion, item.self)}</td>
              {scored && <td>{given(item.criterion, item.sheet)}</td>}
            </tr>
          ))}
          <tr>
            <th scope="row">{say(['合计', 'Total'])}</th>
            <td>
              <b>{scoreText(totals.self)}</b>
            </td>
            {scored && (
              <td>
                <b>{scoreText(totals.sheet)}</b>
              </td>
            )}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
