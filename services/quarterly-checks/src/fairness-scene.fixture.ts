// For tests: the smallest round with a plan, a sheet, a veto and appeals; its people, and what each may do to it.
import { type Actor, checkId, roundId } from '@jiangong/contracts';
import fc from 'fast-check';
import { competition, entrantOf, launch, smallScheme } from './simulation.fixture.ts';

export const N = 2;
const [track] = smallScheme.tracks;
const [stage, year] = track!.stages;
const sheet = {
  criteria: [
    { id: 'output', label: '产值', owner: 'union', points: 60, measure: { kind: 'ratio' } },
    { id: 'quality', label: '质量', owner: 'safety', points: 40, measure: { kind: 'value' } },
  ],
  vetoes: [{ id: 'accident', label: '质量事故', zero: 'quality' }],
};
export const body = {
  ...smallScheme,
  departments: ['union', 'safety'].map((id) => ({ id, label: id })),
  tracks: [{ ...track!, stages: [{ ...stage!, sheet }, year!] }],
};
const data = launch.data as { tracks: object[] };
export const launched = { ...launch, data: { ...data, tracks: data.tracks.map((each) => ({ ...each, body })) } };
export const round = roundId(competition, 'projects', 'q1');
export const check = (n: number) => checkId(entrantOf(n).entry, 'q1');
export const somebody = (sub: string, given: Partial<Actor>): Actor => {
  return { sub, org: 'o', roles: [], departments: [], units: [], ...given };
};
export const organiser = somebody('organiser', { roles: ['organiser'] });
export const checker = (department: string) => somebody(department, { roles: ['checker'], departments: [department] });
export const entrant = (n: number) => somebody(`entrant-${n}`, { roles: ['entrant'], units: [entrantOf(n).unit] });

/** Whoever organises, judges and scores, and belongs to a unit that takes part. */
export const insider = (n: number) =>
  somebody('insider', {
    roles: ['organiser', 'committee', 'checker'],
    departments: ['union', 'safety'],
    units: [entrantOf(n).unit],
  });

/** Commands that an entrant may give, and those of others that it tries all the same. */
export const entrantCommands = [
  'set-plan',
  'enter-plan',
  'report-progress',
  'enter-progress',
  'score-self',
  'file-appeal',
] as const;
export const tries = [
  'verify-progress',
  'save-sheet',
  'submit-sheet',
  'raise-veto',
  'answer-appeal',
  'decide-appeal',
] as const;
/** Shares of them have few decimals. */
export const planOf = (value: number) => 40 + 10 * (value % 3);
const nth = fc.nat(N - 1);
const amount = fc.integer({ min: 0, max: 40 });
const by = <W extends string, D extends string>(who: W, ...deeds: D[]) =>
  fc.record({ who: fc.constant(who), does: fc.constantFrom(...deeds), n: nth, other: nth, value: amount });
export const deed = fc.oneof(
  { weight: 4, arbitrary: by('entrant', ...entrantCommands) },
  { weight: 3, arbitrary: by('entrant', 'file-appeal', 'decide-appeal', ...tries) },
  { weight: 1, arbitrary: by('insider', ...tries) },
  { weight: 4, arbitrary: by('checker', 'verify', 'save', 'submit', 'veto', 'answer') },
  { weight: 2, arbitrary: by('organiser', 'plan', 'return', 'lift', 'correct', 'correct work') },
  { weight: 2, arbitrary: by('organiser', 'uphold', 'dismiss') },
  { weight: 3, arbitrary: by('organiser', 'open', 'close', 'close blindly', 'reopen', 'finish') },
);

/** What counts of one check. */
export interface Model {
  plan?: number;
  accepted?: number;
  value?: number;
  submitted: boolean;
  veto?: string;
  /** A correction of the work done, as a share. */
  corrected?: number;
}
