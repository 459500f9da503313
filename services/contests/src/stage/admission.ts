// Whom a shortlist lets into a stage: those whom an earlier stage gave the seats.
import type { Read } from '@jiangong/contracts';
import type { Contest } from '../contest/contest.ts';
import { type Ref, stageIn } from '../scheme.ts';
import { type StageRow, stages } from '../views.ts';

interface Admission {
  admitted: ReadonlySet<string>;
  /** The earlier stage is not closed, or a tie at its cut is not decided. */
  isOpen: boolean;
}
/** Undefined where everybody is in it. */
export async function admissionTo(contest: Contest, ref: Ref, read: Read): Promise<Admission | undefined> {
  const { admits } = stageIn(contest.body, ref).stage;
  if (!admits) return undefined;
  const isSource = ({ track, name }: StageRow) =>
    admits.from === `${track}.${name}` || (track === ref.track && admits.from === name);
  const from = (await read.all(stages, { contest: contest.contest })).filter(isSource);
  const honours = from.flatMap((row) => row.honours.filter(({ honour }) => admits.honours.includes(honour)));
  return {
    admitted: new Set(honours.flatMap(({ granted }) => granted.map(({ contestant }) => contestant))),
    isOpen:
      from.some(({ status }) => status !== 'closed') ||
      honours.some(({ referred, provisional }) => referred.length + provisional.length > 0),
  };
}
