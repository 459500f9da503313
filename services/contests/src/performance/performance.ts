// What a contestant did in a stage. Corrected after the stage was closed, it says why; the stage makes its results anew.
import {
  type Command,
  type ContestAbsence,
  type EventNamed,
  type Marks,
  type Refusal,
  refuse,
  requestsOf,
} from '@jiangong/contracts';
import { type Body, enteredIn, misfit, misfitIn, type Ref, zh } from '../scheme.ts';

export type PerformanceEvent = EventNamed<'performance-recorded'>;
type Recorded = PerformanceEvent['data'];
/** `absence`: null takes it back. `ref`: the stage in its scheme. */
interface Given {
  stage: string;
  contestant: string;
  body: Body;
  ref: Ref;
  marks: Marks;
  absence?: ContestAbsence | null | undefined;
}
type Record = Command<'record', Given>;
type Correct = Command<'correct', Given & { reason: string }>;

export type State = Recorded | undefined;
export const initial = undefined as State;

export function decide(before: State, command: Record | Correct): PerformanceEvent[] | Refusal {
  const { id, data, actor } = command;
  const { stage, contestant, body, ref } = data;
  const wrong = misfitIn(body, ref, data.marks);
  if (wrong !== undefined) {
    const known = enteredIn(body, ref).map(({ label }) => zh(label));
    return misfit(body, ref, wrong, data.marks, known);
  }
  const { marks, absence } = merged(before, data);
  if (Object.keys(marks).length === 0 && !absence && !before) return refuse('performance-empty');
  const about = { marks, ...(absence ? { absence } : {}) };
  if (before && isSame(before, about)) return [];
  const reason = command.type === 'correct' ? { reason: command.data.reason } : {};
  const revision = (before?.revision ?? 0) + 1;
  return [
    {
      type: 'performance-recorded',
      data: { performance: id, stage, contestant, revision, ...about, by: actor.sub, ...reason },
    },
  ];
}

/** What stands after more was given: marks of the criteria given, and an absence until it is taken back. */
export function merged(
  before: Pick<Recorded, 'marks' | 'absence'> | undefined,
  { marks, absence }: Pick<Given, 'marks' | 'absence'>,
): { marks: Marks; absence?: ContestAbsence } {
  const stands = absence === undefined ? before?.absence : absence;
  return { marks: { ...before?.marks, ...marks }, ...(stands ? { absence: stands } : {}) };
}

const isSame = (a: Pick<Recorded, 'marks' | 'absence'>, b: Pick<Recorded, 'marks' | 'absence'>) =>
  a.absence === b.absence && sorted(a.marks) === sorted(b.marks);
const sorted = (marks: Marks) => JSON.stringify(Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1)));

export const evolve = (_: State, { data }: PerformanceEvent): State => data;

/** Makes requests of this noun. */
export const performanceCommand = requestsOf<Record | Correct>('performance');
