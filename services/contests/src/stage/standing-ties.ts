// Decisions on ties hold as long as the same contestants are tied for as many seats: after a correction that changes either,
// the tie is open again.
import type { HonourResult } from '@jiangong/scoring';
import { evaluated, type StageInput } from './evaluate.ts';
import type { Stage, TieDecided } from './stage-state.ts';

/** Of one honour in one group. */
export const tieKey = ({ honour, group }: { honour: string; group: string | null }) => `${honour}/${group ?? ''}`;
const isSame = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();
const isOpen = (tie: TieDecided, honours: readonly HonourResult[]) =>
  honours.some(
    (honour) =>
      tieKey(honour) === tieKey(tie) &&
      isSame(honour.referred, tie.tied) &&
      honour.seats - honour.granted.length === tie.granted.length,
  );

/** In the order in which they were decided: one may rest on another before it. */
export function standingTies({ ties }: Stage, input: StageInput): NonNullable<StageInput['decisions']> {
  const standing: NonNullable<StageInput['decisions']> = [];
  for (const tie of Object.values(ties))
    if (isOpen(tie, evaluated({ ...input, decisions: standing }).honours))
      standing.push({ honour: tie.honour, group: tie.group, granted: tie.granted });
  return standing;
}
