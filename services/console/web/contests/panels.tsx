// The panels of a stage: drawn from a pool, locked, their scorecards; a judge finds the way to the own marks.
import type { ContestStageView, JudgingPanelView, MeView } from '@jiangong/client';
import { Link } from 'wouter';
import { useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { holds } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import type { Measures } from '../parts/marks.ts';
import { Answer } from '../parts/states.tsx';
import { Calibration } from './calibration.tsx';
import type { Judged } from './criteria.ts';
import { Draw } from './draw.tsx';
import { Scorecards } from './scorecards.tsx';

interface Part {
  stage: ContestStageView;
  judged: Judged[];
  measures: Measures;
  me: MeView;
}
export function Panels({ stage, judged, measures, me }: Part) {
  const say = useSay();
  const panels = useItems('/contest-stages/{id}/panels', { id: stage.stage });
  const names = useJudges(me);
  return (
    <Answer of={panels}>
      {(drawn) =>
        judged.map((each) => {
          const panel = drawn.find(({ item }) => item === each.item);
          return (
            <section key={each.item} className="card">
              <div className="head">
                <h2>{say([`评委：${each.label}`, `Judges: ${each.label}`])}</h2>
                <span className={panel?.status === 'locked' ? 'tag good' : 'tag wait'}>
                  {!panel
                    ? say(['未抽签', 'Not drawn yet'])
                    : panel.status === 'locked'
                      ? say(['已锁定', 'Locked'])
                      : say(['已抽签', 'Drawn'])}
                </span>
                <div className="actions">
                  {holds(me, 'organiser') && stage.status !== 'closed' && panel?.status !== 'locked' && (
                    <Draw stage={stage} judged={each} panel={panel} />
                  )}
                  {holds(me, 'organiser') && panel?.status === 'drawn' && <Lock panel={panel} />}
                  {panel?.status === 'locked' && holds(me, 'checker') && stage.status === 'open' && (
                    <Link className="button" href={`/judging/${panel.panel}`}>
                      {say(['去打分', 'Mark'])}
                    </Link>
                  )}
                </div>
              </div>
              {panel?.pool && <Seats panel={panel} nameOf={names} />}
              {panel?.status === 'locked' && holds(me, 'organiser', 'committee', 'auditor') && (
                <Scorecards {...{ stage, panel, measures, me }} criteria={each.criteria} nameOf={names} />
              )}
              {panel && stage.status === 'closed' && holds(me, 'organiser', 'committee', 'auditor') && (
                <Calibration panel={panel.panel} nameOf={names} />
              )}
            </section>
          );
        })
      }
    </Answer>
  );
}

/** What judges are called, for those who put panels together. */
function useJudges(me: MeView): (judge: string) => string {
  const checkers = useItems('/checkers', holds(me, 'organiser', 'committee') ? {} : undefined);
  const names = new Map((checkers.data ?? []).map(({ user, name }) => [user, name]));
  return (judge) => names.get(judge) ?? '—';
}

function Lock({ panel: { panel: id, itemLabel } }: { panel: JudgingPanelView }) {
  const lock = useCommand('POST', '/judging-panels/{id}/lock');
  return (
    <Act
      label={['锁定，开始打分', 'Lock']}
      title={['锁定评委组：此后不能再抽签', 'Lock the panel: it is not drawn again']}
      primary
      confirm={itemLabel}
      run={() => lock.run({ id }, undefined)}
    />
  );
}

function Seats({
  panel: { pool = [], seats, seed, draw, reason },
  nameOf,
}: {
  panel: JudgingPanelView;
  nameOf: (judge: string) => string;
}) {
  const say = useSay();
  const named = (from: number, to?: number) =>
    pool
      .slice(from, to)
      .map(({ judge, ties }) => nameOf(judge) + (ties > 0 ? say([`（须回避 ${ties} 名）`, ` (avoids ${ties})`]) : ''))
      .join('、') || '—';
  return (
    <dl className="facts">
      <dt>{say(['评委', 'On the panel'])}</dt>
      <dd>{named(0, seats)}</dd>
      <dt>{say(['替补', 'Substitutes'])}</dt>
      <dd>{named(seats)}</dd>
      <dt>{say(['抽签', 'Lot'])}</dt>
      <dd className="address">
        {say([`第 ${draw} 次`, `draw ${draw}`])} · {say(['种子', 'seed'])} {seed} {reason && `· ${reason}`}
      </dd>
    </dl>
  );
}
