// One stage of a contest: opened, recorded, closed, published; its panels, its standings, what was corrected.
import type { ContestStageView } from '@jiangong/client';
import { Link } from 'wouter';
import { useAnswer, useCommand } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { publicationLabel, stageLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';
import { measuresOf } from '../parts/marks.ts';
import { Answer } from '../parts/states.tsx';
import { criteriaIn } from './criteria.ts';
import { Panels } from './panels.tsx';
import { Performances } from './performances.tsx';
import { Standings } from './standings.tsx';

export default function Stage({ me, params }: Work) {
  const stage = useAnswer('/contest-stages/{id}', { id: params.id! });
  return <Answer of={stage}>{(data) => <Of stage={data} me={me} />}</Answer>;
}

function Of({ stage, me }: { stage: ContestStageView; me: Work['me'] }) {
  const say = useSay();
  const { scheme, schemeVersion, track, name, status, to } = stage;
  const version = useAnswer('/schemes/{id}/versions/{version}', { id: scheme, version: String(schemeVersion) });
  const reads = holds(me, 'organiser', 'checker', 'committee', 'auditor');
  return (
    <>
      <p>
        <Link href={`/contests/${stage.contest}`}>← {stage.contestName}</Link>
      </p>
      <div className="head">
        <h1>
          {stage.trackLabel} · {stage.label} {stage.periodLabel}
        </h1>
        <span className={status === 'open' ? 'tag good' : 'tag wait'}>{say(stageLabel(status))}</span>
        {status === 'closed' && (
          <span className={to === 'public' ? 'tag good' : 'tag wait'}>{say(publicationLabel(to))}</span>
        )}
        {holds(me, 'organiser') && <Moves stage={stage} />}
      </div>
      <Answer of={version}>
        {({ body }) => {
          const criteria = criteriaIn(body, track, name);
          const measures = measuresOf(body, track, name);
          return (
            <>
              {status === 'closed' && <Standings stage={stage} me={me} />}
              {reads && criteria.judged.length > 0 && <Panels {...{ stage, measures, me }} judged={criteria.judged} />}
              {reads && status !== 'made' && <Performances {...{ stage, measures, me }} criteria={criteria.entered} />}
            </>
          );
        }}
      </Answer>
    </>
  );
}

const steps = ['hidden', 'entrants', 'public'] as const;
const further = {
  hidden: ['公布给参赛单位', 'Publish to entrants'],
  entrants: ['全面公布', 'Publish to all'],
} as const;

function Moves({ stage: { stage: id, label, status, to } }: { stage: ContestStageView }) {
  const say = useSay();
  const open = useCommand('POST', '/contest-stages/{id}/open');
  const close = useCommand('POST', '/contest-stages/{id}/close');
  const publish = useCommand('POST', '/contest-stages/{id}/publish');
  const at = steps.indexOf(to);
  return (
    <div className="actions">
      {status === 'made' && (
        <Act label={['开始登记成绩', 'Open the stage']} primary run={() => open.run({ id }, undefined)} />
      )}
      {status === 'open' && (
        <Act
          label={['关闭并计算成绩', 'Close and compute']}
          primary
          confirm={label}
          run={() => close.run({ id }, undefined)}
        />
      )}
      {status === 'closed' && to !== 'public' && (
        <Act label={further[to]} primary run={() => publish.run({ id }, { to: steps[at + 1]! })} />
      )}
      {status === 'closed' && at > 0 && (
        <Act
          label={['收回公布', 'Take back']}
          fields={[
            {
              name: 'to',
              label: ['收回后的公布范围', 'Published to, afterwards'],
              kind: 'one',
              initial: steps[at - 1],
              options: steps.slice(0, at).map((value) => ({ value, label: say(publicationLabel(value)) })),
            },
            reasonField('收回的理由'),
          ]}
          run={({ to, reason }) => publish.run({ id }, { to, reason })}
        />
      )}
    </div>
  );
}
