// A tie at the cut of a shortlist, decided by a person with a reason. Ties of honours that are awarded are the award list's.
import { type Command, type Refusal, refuse } from '@jiangong/contracts';
import { wrongStatus } from '../state-labels.ts';
import { anew, isStale, laterThan } from './revision.ts';
import type { Evaluate, Stage, StageEvent } from './stage-state.ts';
import { tieKey } from './standing-ties.ts';

export type DecideTie = Command<
  'decide-tie',
  Evaluate & { honour: string; group: string | null; granted: string[]; reason: string }
>;

export function tieDecided(stage: Stage, { data, actor }: DecideTie): StageEvent[] | Refusal {
  const { honour, group, granted, reason, ...evaluate } = data;
  if (stage.status !== 'closed') return wrongStatus(stage.status);
  const own = stage.honours.find((each) => tieKey(each) === tieKey({ honour, group }));
  const label = { honourLabel: own?.label ?? honour };
  if (!own || own.referred.length === 0) return refuse('no-tie', label);
  if (!own.admits) return refuse('contest-tie-awarded', label);
  if (isStale(stage.basis, evaluate.sources)) return refuse('contest-results-renewed');
  const tied = own.referred.map(({ contestant }) => contestant);
  const open = own.seats - own.granted.length;
  if (granted.some((each) => !tied.includes(each)) || new Set(granted).size !== open || granted.length !== open)
    return refuse('contest-tie-seats', { ...label, open, tied: tied.length });
  const decision = { stage: stage.stage, honour, honourLabel: own.label, group, tied, granted, reason, by: actor.sub };
  const after = { ...stage, ties: { ...stage.ties, [tieKey(decision)]: decision } };
  const cause = { what: 'tie' as const, id: stage.stage, revision: stage.revision, reason };
  const later = laterThan(stage.basis, evaluate.sources) ?? [];
  return [{ type: 'contest-tie-decided', data: decision }, ...anew(after, evaluate, [cause, ...later])];
}
