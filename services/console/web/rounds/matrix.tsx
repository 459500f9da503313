// One round: units by departments, late first; opened, reminded of, returned and closed here.
import type { Provisional, RoundView } from '@jiangong/client';
import { useState } from 'react';
import { Link } from 'wouter';
import { useAnswer, useCommand, useItems } from '../app/api.ts';
import { scoreText, today, useSay } from '../app/language.ts';
import { dueLabel, roundLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Download } from '../parts/download.tsx';
import { reasonField } from '../parts/form.tsx';
import { ImportFile } from '../parts/import-file.tsx';
import { Publish } from '../parts/publish.tsx';
import { SoFar } from '../parts/so-far.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { Tabs, useFilter } from '../parts/tabs.tsx';
import { CellOf, CheckActs } from './cell.tsx';
import { Lateness } from './lateness.tsx';
import { linesOf } from './lines.ts';
import { Reminder } from './reminder.tsx';

export default function Matrix({ me, params }: Work) {
  const say = useSay();
  const id = params.id!;
  const round = useAnswer('/rounds/{id}', { id });
  const checks = useItems('/checks', { round: id });
  const missing = useItems('/rounds/{id}/missing', { id });
  const standings = useAnswer('/standings/{competition}', inPeriod(round.data));
  const soFar = new Map(standings.data?.items.map(({ result, provisional }) => [result, provisional]));
  const open = useCommand('POST', '/rounds/{id}/open');
  const close = useCommand('POST', '/rounds/{id}/close');
  const reopen = useCommand('POST', '/rounds/{id}/reopen');
  const [only, setOnly] = useFilter('only');
  const [shown, setShown] = useState<string>();
  const organises = holds(me, 'organiser');
  return (
    <Answer of={round}>
      {(data) => (
        <>
          <p>
            <Link href="/rounds">{say(['← 全部检查', '← All rounds'])}</Link>
          </p>
          <div className="head">
            <h1>
              {data.trackLabel} · {data.period.label}
            </h1>
            <span className="soft">
              {data.competitionName} · {data.period.from} – {data.period.to}
            </span>
            <span className={data.status === 'open' ? 'tag good' : 'tag wait'}>{say(roundLabel(data.status))}</span>
            {data.status === 'closed' && <Publish id={id} organises={organises} />}
            <Download path={`/rounds/${id}/missing`} what={say(['未提交清单', 'missing list'])} />
            {organises && (
              <div className="actions">
                {data.status === 'made' && (
                  <Act
                    label={['开启检查', 'Open the round']}
                    primary
                    confirm={data.period.label}
                    fields={today() < data.period.from ? [reasonField('提前开启的理由')] : []}
                    run={({ reason }) => open.run({ id }, reason ? { reason } : {})}
                  />
                )}
                {data.status !== 'closed' && (
                  <ImportFile path="/rounds/{id}/plans/import" id={id} label={['导入计划', 'Import plans']} />
                )}
                {data.status === 'closed' && (
                  <Act
                    label={['重新开启', 'Reopen']}
                    danger
                    confirm={data.period.label}
                    fields={[reasonField('重新开启的原因')]}
                    run={({ reason }) => reopen.run({ id }, { reason })}
                  />
                )}
                {data.status === 'open' && (
                  <>
                    <Reminder round={id} disabled={(missing.data?.length ?? 0) === 0} />
                    <ImportFile path="/rounds/{id}/marks/import" id={id} label={['导入评分', 'Import marks']} />
                    <ImportFile
                      path="/rounds/{id}/progress/import"
                      id={id}
                      label={['导入完成情况', 'Import progress']}
                    />
                    <Act
                      label={['关闭检查', 'Close the round']}
                      danger
                      confirm={data.period.label}
                      fields={today() < data.period.to ? [reasonField('提前关闭的理由')] : []}
                      run={({ reason }) => close.run({ id }, reason ? { reason } : {})}
                    />
                  </>
                )}
              </div>
            )}
          </div>
          <p className="soft">
            {say([
              `检查中 ${data.checks.open} · 已封存 ${data.checks.sealed} · 未提交 ${missing.data?.length ?? '…'} 项`,
              `${data.checks.open} open · ${data.checks.sealed} sealed · ${missing.data?.length ?? '…'} missing`,
            ])}
          </p>
          <Lateness missing={missing.data ?? []} />
          <Tabs
            label={say(['显示', 'Show'])}
            current={only ?? 'all'}
            options={[
              { value: 'all', label: say(['全部单位', 'All units']) },
              { value: 'late', label: say(['只看未完成', 'Only unfinished']) },
            ]}
            pick={(value) => setOnly(value === 'late' ? 'late' : undefined)}
          />
          <Answer of={checks}>
            {(items) => {
              const lines = linesOf(
                items.filter(({ status }) => status !== 'withdrawn'),
                missing.data ?? [],
              ).filter((line) => only !== 'late' || line.missing.length > 0);
              if (lines.length === 0)
                return <Empty say={['全部提交齐了，可以关闭检查。', 'Everything is in; the round can be closed.']} />;
              return (
                <div className="scroll card">
                  <table className="matrix">
                    <thead>
                      <tr>
                        <th scope="col">{say(['单位', 'Unit'])}</th>
                        <th scope="col">{say(dueLabel('plan'))}</th>
                        <th scope="col">{say(dueLabel('progress'))}</th>
                        {data.departments.map((department) => (
                          <th key={department.id} scope="col">
                            {department.label}
                          </th>
                        ))}
                        <th scope="col" className="number">
                          {say(['得分', 'Score'])}
                        </th>
                      </tr>
                    </thead>
                    <tbody>
                      {lines.map((line) => (
                        <tr key={line.check.check}>
                          <th scope="row" className="unit">
                            <button type="button" className="plain" onClick={() => setShown(line.check.check)}>
                              {line.check.entrant.name}
                            </button>
                            {line.check.vetoes.length > 0 && <span className="tag bad">{say(['否决', 'Veto'])}</span>}
                          </th>
                          <CellOf line={line} what="plan" status={data.status} />
                          <CellOf line={line} what="progress" status={data.status} />
                          {data.departments.map(({ id: department }) => (
                            <CellOf
                              key={department}
                              line={line}
                              what="sheet"
                              department={department}
                              status={data.status}
                            />
                          ))}
                          <td className="number">
                            <ScoreOf score={line.check.score} soFar={soFar.get(line.check.check)} />
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              );
            }}
          </Answer>
          {shown && <CheckActs id={shown} organises={organises} onClose={() => setShown(undefined)} />}
        </>
      )}
    </Answer>
  );
}

/** Of a round under way: what its checks come to so far. */
const inPeriod = (round: RoundView | undefined) =>
  round && round.status !== 'closed'
    ? { competition: round.competition, track: round.track, period: round.period.id }
    : undefined;

const ScoreOf = ({ score, soFar }: { score: number | null; soFar: Provisional | undefined }) =>
  soFar ? <SoFar of={soFar} /> : <span>{scoreText(score)}</span>;
