// The days off and the make-up days of a year as the State Council's office publishes them: read by all, loaded by operators.
import { useState } from 'react';
import { useAnswer, useCommand, versionOf } from '../app/api.ts';
import { today, useSay } from '../app/language.ts';
import { Act } from '../parts/act.tsx';
import type { Values } from '../parts/form.tsx';
import { Problem } from '../parts/problem.tsx';

const DAY_MS = 86_400_000;
const after = (day: string, days = 1) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** A line is a day, or the first and the last of several. */
function daysOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const [from = line, to = from] = line.match(/\d{4}-\d\d-\d\d/g) ?? [];
    const days = [from];
    while (days.at(-1)! < to && days.length < 366) days.push(after(days.at(-1)!));
    return days;
  });
}
/** Days that follow each other as one line. */
function linesOf(days: readonly string[]): string[] {
  const runs: [from: string, to: string][] = [];
  for (const day of [...days].sort()) {
    const last = runs.at(-1);
    if (last && after(last[1]) === day) last[1] = day;
    else runs.push([day, day]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from} – ${to}`));
}

export function Calendar({ operates }: { operates: boolean }) {
  const say = useSay();
  const now = Number(today().slice(0, 4));
  const [year, setYear] = useState(now);
  const calendar = useAnswer('/calendars/{year}', { year });
  const publish = useCommand('PUT', '/calendars/{year}');
  const { data } = calendar;
  const isMissing = calendar.problem?.type === '/problems/not-found';
  async function load({ daysOff, makeUpDays, title, number, date }: Values) {
    const ifMatch = data ? await versionOf('/calendars/{year}', { year }, data, (at) => at) : undefined;
    const body = { daysOff: daysOf(daysOff), makeUpDays: daysOf(makeUpDays), document: { title, number, date } };
    return publish.run({ year }, body, ifMatch ? { ifMatch } : {});
  }
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['放假调休安排', 'Days off'])}</h2>
        <label>
          <span className="unseen">{say(['年度', 'Year'])}</span>
          <select className="inline" value={year} onChange={({ target }) => setYear(Number(target.value))}>
            {[now - 1, now, now + 1].map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        {operates && (data || isMissing) && (
          <div className="actions">
            <Act
              label={data ? ['更新安排', 'Replace'] : ['收录安排', 'Load']}
              title={[`${year} 年放假调休安排`, `Days off of ${year}`]}
              fields={[
                {
                  name: 'daysOff',
                  label: ['放假日（每行一天，或起始日 – 截止日）', 'Days off (a line each: a day, or first – last)'],
                  kind: 'lines',
                  initial: linesOf(data?.daysOff ?? []),
                },
                {
                  name: 'makeUpDays',
                  label: ['调休上班日（每行一天）', 'Make-up days (one a line)'],
                  kind: 'lines',
                  optional: true,
                  initial: data?.makeUpDays ?? [],
                },
                { name: 'title', label: ['通知标题', 'Title of the document'], initial: data?.document?.title },
                { name: 'number', label: ['文号', 'Document number'], initial: data?.document?.number },
                { name: 'date', label: ['发布日期', 'Date'], kind: 'date', initial: data?.document?.date },
              ]}
              run={load}
            />
          </div>
        )}
      </div>
      {isMissing ? (
        <p className="quiet">
          {say([
            '这一年的安排尚未收录，工作日暂按周末推算；运维员收录后自动重算。',
            'Not loaded yet: working days go by weekends until an operator loads them.',
          ])}
        </p>
      ) : (
        <Problem problem={calendar.problem} />
      )}
      {data && (
        <dl className="facts">
          <dt>{say(['放假', 'Off'])}</dt>
          <dd>{linesOf(data.daysOff).join('；')}</dd>
          <dt>{say(['上班', 'At work'])}</dt>
          <dd>{data.makeUpDays.join('；') || '—'}</dd>
          <dt>{say(['依据', 'By'])}</dt>
          <dd>
            {data.document
              ? `${data.document.title}（${data.document.number}，${data.document.date}）`
              : say(['随版本提供', 'Ships with this version'])}
          </dd>
        </dl>
      )}
    </section>
  );
}
