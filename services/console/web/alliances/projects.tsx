// Joint projects of an alliance: what they are to reach, what was reported, and their result.
import { Link } from 'wouter';
import { useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';
import { ProjectActs } from './project-acts.tsx';

export function Projects({ alliance, me }: { alliance: string; me: Work['me'] }) {
  const say = useSay();
  const projects = useItems('/joint-projects', { alliance });
  const report = useCommand('POST', '/joint-projects/{id}/report');
  const close = useCommand('POST', '/joint-projects/{id}/close');
  const works = holds(me, 'organiser', 'alliance-leader');
  return (
    <ul>
      {(projects.data ?? []).map((project) => {
        const { project: id, topic, goal, from, to, reports, result, milestones = [], outputs = [] } = project;
        return (
          <li key={id} className="card">
            <div className="head">
              <h3>{topic}</h3>
              <span className="soft">
                {from} – {to ?? ''}
              </span>
              {works && !to && (
                <div className="actions">
                  <Act
                    label={['报告进展', 'Report']}
                    title={[`报告进展：${topic}`, `Report on ${topic}`]}
                    fields={[{ name: 'progress', label: ['进展', 'Progress'], kind: 'prose' }]}
                    run={({ progress }) => report.run({ id }, { progress })}
                  />
                  <ProjectActs project={project} />
                  <Act
                    label={['结项', 'Close']}
                    title={[`结项：${topic}`, `Close ${topic}`]}
                    confirm={topic}
                    fields={[
                      { name: 'result', label: ['结果', 'Result'], kind: 'prose' },
                      ...(milestones.some(({ reachedOn }) => !reachedOn) ? [reasonField('未完成节点的理由')] : []),
                    ]}
                    run={(values) => close.run({ id }, { result: values.result, reason: values.reason })}
                  />
                </div>
              )}
            </div>
            <p>{goal}</p>
            {milestones.map(({ title, due, reachedOn }) => (
              <p key={title} className="soft">
                {reachedOn ? say([`${reachedOn} 完成：${title}`, `${reachedOn} reached: ${title}`]) : `${due} ${title}`}
              </p>
            ))}
            {outputs.map(({ output, title }) => (
              <p key={output}>
                <Link href={`/outputs/${output}`}>{title}</Link>
              </p>
            ))}
            {reports.map(({ on, progress }) => (
              <p key={`${on} ${progress}`} className="soft">
                {on} {progress}
              </p>
            ))}
            {result && (
              <p>
                <b>{say(['结果：', 'Result: '])}</b>
                {result}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
