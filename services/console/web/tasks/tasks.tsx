// What is to be done, whoever is signed in: every service's tasks as one list; each line leads to where it is done.
import type { At, ItemOf } from '@jiangong/client';
import { Link } from 'wouter';
import { useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import type { Work } from '../app/work.ts';
import { Deputies } from '../parts/deputies.tsx';
import { Answer } from '../parts/states.tsx';
import { Notifications } from './notifications.tsx';

type Task = ItemOf<At<'GET', '/tasks'>>;
/** Of tasks alike so many are shown at once; the others open. */
const SHOWN = 5;

export default function Tasks({ me }: Work) {
  const say = useSay();
  const tasks = useItems('/tasks', {});
  return (
    <>
      <div className="head">
        <h1>{say(['待办', 'To do'])}</h1>
        <div className="actions">
          <Notifications />
        </div>
      </div>
      <Answer of={tasks}>
        {(items) =>
          items.length === 0 ? (
            <p className="quiet">{say(['没有待办事项。', 'Nothing to do.'])}</p>
          ) : (
            alike(items).map((group) => <Group key={group[0]!.text.zh} tasks={group} />)
          )
        }
      </Answer>
      <Deputies me={me} of={me.actor.sub} />
      <section className="card">
        <ul className="rows">
          <li>
            <Link href="/standings">{say(['查看排名，点分数看为什么', 'Standings: every score says why'])}</Link>
          </li>
        </ul>
      </section>
    </>
  );
}

/** Tasks of one text together, the most urgent first. */
function alike(tasks: readonly Task[]): Task[][] {
  const groups = new Map<string, Task[]>();
  const byDay = tasks.toSorted((a, b) => ((a.until ?? '9') < (b.until ?? '9') ? -1 : 1));
  for (const task of byDay) groups.set(task.text.zh, [...(groups.get(task.text.zh) ?? []), task]);
  return [...groups.values()];
}

function Group({ tasks }: { tasks: Task[] }) {
  const say = useSay();
  const [{ text }] = tasks as [Task];
  const more = tasks.length - SHOWN;
  return (
    <section className="card">
      <h2>
        {say([text.zh, text.en])}{' '}
        <span className="tag wait">{tasks.reduce((sum, { count = 1 }) => sum + count, 0)}</span>
      </h2>
      <Lines tasks={tasks.slice(0, SHOWN)} />
      {more > 0 && (
        <details>
          <summary>{say([`另外 ${more} 项`, `${more} more`])}</summary>
          <Lines tasks={tasks.slice(SHOWN)} />
        </details>
      )}
    </section>
  );
}

function Lines({ tasks }: { tasks: Task[] }) {
  const say = useSay();
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return (
    <ul className="rows">
      {tasks.map(({ about, until, link }) => (
        <li key={link + about}>
          <Link href={link}>
            <span>{about}</span>
            {until && (
              <span className={until < today ? 'tag bad end' : 'tag end'}>
                {until < today ? say([`已过 ${until}`, `was due ${until}`]) : say([`${until} 前`, `by ${until}`])}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
