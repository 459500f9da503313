// The duty of a year at a glance: outputs of each alliance beside what it owes; its organiser closes the year of all of them.
import type { AllianceListed, DutyBoardLine } from '@jiangong/client';
import { useCommand, useItems } from '../app/api.ts';
import { today, useLanguage, useSay } from '../app/language.ts';
import { appliedLabel, dutyLabel, rectificationLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Chart } from '../parts/chart.tsx';
import { Download } from '../parts/download.tsx';
import { reasonField } from '../parts/form.tsx';
import { useFilter } from '../parts/tabs.tsx';
import { DutyCalendar } from './duty-calendar.tsx';

/** Years that may be chosen, the current one first. */
const YEARS = 4;

export function DutyBoard({ alliances, me }: { alliances: readonly AllianceListed[]; me: Work['me'] }) {
  const say = useSay();
  const thisYear = Number(today().slice(0, 4));
  const [chosen, choose] = useFilter('year');
  const year = Number(chosen ?? thisYear);
  const shown = new Map(alliances.map(({ alliance, shortName }) => [alliance, shortName]));
  const board = useItems('/duties', { year });
  const lines = (board.data ?? []).filter(({ alliance }) => shown.has(alliance));
  const organises = holds(me, 'organiser');
  const closeAll = useCommand('POST', '/duties/{year}/close-all');
  const missing = ({ minimum, outputs }: DutyBoardLine) => minimum - outputs;
  const sorted = [...lines].sort((a, b) => missing(b) - missing(a));
  return (
    <>
      <div className="head">
        <label>
          {say(['年度', 'Year'])}
          <select className="inline" value={String(year)} onChange={({ target }) => choose(target.value)}>
            {Array.from({ length: YEARS }, (_, ago) => String(thisYear - ago)).map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <Download path="/duties" query={{ year: String(year) }} what={say(['年度成果任务', 'duty of the year'])} />
        {lines.length > 0 && (
          <span className="downloads">
            <a className="button" download href={`/api/duties/${year}/report`}>
              ↓ {say(['年度报告 PDF', 'Report of the year, PDF'])}
            </a>
            <a className="button" download href={`/api/duties/${year}/workbook`}>
              ↓ {say(['年度工作簿 xlsx', 'Workbook of the year, xlsx'])}
            </a>
          </span>
        )}
        {organises && (
          <div className="actions">
            <DutyCalendar />
            {lines.some(({ closed }) => !closed) && (
              <Act
                label={['全部联盟年度结账', 'Close the year of all']}
                title={[`全部联盟 ${year} 年度结账`, `Close ${year} for every alliance`]}
                confirm={String(year)}
                run={() => closeAll.run({ year }, undefined)}
              />
            )}
          </div>
        )}
      </div>
      {lines.length > 1 && (
        <Chart
          title={['年度成果任务', 'Duty of the year']}
          figures={{
            columns: [say(['成果', 'Outputs']), say(['应完成', 'Due'])],
            rows: sorted.map(({ alliance, outputs, minimum }) => ({
              label: shown.get(alliance)!,
              values: [outputs, minimum],
            })),
          }}
        />
      )}
      {organises && lines.length > 0 && (
        <details className="card">
          <summary>{say(['各联盟明细', 'Alliance by alliance'])}</summary>
          <ul className="rows">
            {sorted.map((line) => (
              <Line key={line.alliance} line={line} name={shown.get(line.alliance)!} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Line({ line, name }: { line: DutyBoardLine; name: string }) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const { alliance: id, year, status, text, closed, correctionDue, kinds, applied, undecided, corrections = [] } = line;
  const { rectification } = line;
  const correct = useCommand('POST', '/alliances/{id}/duties/{year}/correct');
  const rectify = useCommand('POST', '/alliances/{id}/duties/{year}/rectify');
  const mayRectify = closed && status === 'behind' && rectification?.outcome !== 'rectified';
  const what = [
    ...kinds.map(({ kind, outputs }) => `${kind} ${outputs}`),
    ...applied.map((each) => `${say(appliedLabel(each.applied))} ${each.outputs}`),
  ];
  return (
    <li className="row">
      <b>{name}</b>
      <span>{zh ? text.zh : text.en}</span>
      <span className={status === 'behind' ? 'tag bad' : 'tag good'}>{say(dutyLabel(status))}</span>
      {closed && <span className="tag wait">{say(['已结账', 'Closed'])}</span>}
      {what.length > 0 && <span className="soft">{what.join('、')}</span>}
      {undecided.length > 0 && (
        <span className="soft">
          {say(['待审：', 'to be decided: '])}
          {undecided.join('、')}
        </span>
      )}
      {corrections.map(({ revision, reason }) => (
        <span key={revision} className="soft">
          {say([`更正：${reason}`, `corrected: ${reason}`])}
        </span>
      ))}
      {rectification && (
        <span className="soft">
          {say([`整改期限 ${rectification.by}`, `to be made up for by ${rectification.by}`])}
          {rectification.outcome && ` · ${say(rectificationLabel(rectification.outcome))}`}
        </span>
      )}
      {(correctionDue || mayRectify) && (
        <div className="actions end">
          {correctionDue && (
            <Act
              label={['更正已结账的年度', 'Correct the closed year']}
              title={[`更正${name} ${year} 年度`, `Correct ${year} of ${name}`]}
              primary
              fields={[reasonField('更正的理由')]}
              run={({ reason }) => correct.run({ id, year }, { reason })}
            />
          )}
          {mayRectify && (
            <Act
              label={rectification ? ['更改整改期限', 'Change the day'] : ['限期整改', 'Set a day to make up for it']}
              title={[`限期整改：${name} ${year} 年度`, `${name} makes up for ${year}`]}
              fields={[
                { name: 'rectifyBy', label: ['整改期限', 'By'], kind: 'date', initial: rectification?.by },
                reasonField('理由'),
              ]}
              run={({ rectifyBy, reason }) => rectify.run({ id, year }, { rectifyBy, reason })}
            />
          )}
        </div>
      )}
    </li>
  );
}
