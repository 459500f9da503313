// For tests: what somebody who can write the store, and chains it anew, might change of a year; each with the kinds of comparison that
// notice it.
import type { Forgery } from './archive.fixture.ts';

type Any = Record<string, never>;
const on = (service: string, type: string, change: (data: never) => unknown, erase?: true): Forgery => ({
  ...{ service, type, ...(erase ? { erase } : {}) },
  change: (data) => change(data as never) !== false,
});
const checks = (type: string, change: (data: never) => unknown) => on('quarterly-checks', type, change);
const swap = ([first, second]: { place?: number }[]) => {
  [first!.place, second!.place] = [second!.place!, first!.place!];
};
/** What is forged, and the kinds of comparison that notice it. */
export const forgeries: [string, Forgery, string[]][] = [
  [
    'a score',
    checks('check-sealed', ({ result }: { result: { score: number | null } }) => {
      if (result.score === null) return false;
      result.score += 0.01;
    }),
    ['scores'],
  ],
  [
    'a mark that was scored',
    checks('check-sealed', ({ inputs }: { inputs: Record<string, { value?: number }> }) => {
      const mark = Object.values(inputs).find(({ value }) => value !== undefined && value > 1);
      if (!mark) return false;
      mark.value! -= 1;
    }),
    ['inputs', 'scores'],
  ],
  [
    'a mark that was entered',
    checks('sheet-saved', ({ marks }: { marks: Record<string, { value?: number }> }) => {
      const mark = Object.values(marks).find(({ value }) => value !== undefined && value > 1);
      if (!mark) return false;
      mark.value! -= 1;
    }),
    ['inputs'],
  ],
  [
    'a veto that stood',
    checks('veto-raised', (data: { kind: string }) => {
      // Another one was lifted again.
      if (data.kind !== 'wage-arrears') return false;
      data.kind = 'another';
    }),
    ['inputs'],
  ],
  [
    'verified work',
    checks(
      'progress-verified',
      ({ items }: { items: Record<string, { parts?: Any[]; done?: number; accepted?: number }> }) => {
        const [item] = Object.values(items);
        const part = (item!.parts?.[0] ?? item) as { accepted: number };
        part.accepted += 1;
      },
    ),
    ['inputs'],
  ],
  [
    'who corrected a mark',
    checks('result-corrected', (data: { by: string }) => Object.assign(data, { by: 'somebody-else' })),
    ['inputs'],
  ],
  [
    'a closing',
    checks('round-closed', (data: { count: number }) => Object.assign(data, { count: data.count - 1 })),
    ['closings'],
  ],
  [
    'the honours of a quarter',
    checks('round-honours-granted', ({ honours: [flag] }: { honours: { granted: { unit: string }[] }[] }) => {
      if (!flag?.granted[0]) return false;
      flag.granted[0].unit = 'another';
    }),
    ['honours', 'candidates'],
  ],
  [
    'two places of the year',
    checks('annual-standings-paged', ({ results }: { results: { place?: number }[] }) => swap(results)),
    ['years'],
  ],
  [
    'a mark of the review',
    checks('review-recorded', ({ marks }: { marks: Record<string, { value: number }> }) => {
      Object.values(marks)[0]!.value -= 1;
    }),
    ['years', 'digests'],
  ],
  [
    'an honour of the year',
    checks('annual-evaluation-completed', ({ honours: [winner] }: { honours: { granted: { place?: number }[] }[] }) =>
      swap(winner!.granted),
    ),
    ['honours'],
  ],
  [
    'the scheme of a round',
    checks('round-made', ({ body }: { body: { sheets: { criteria: { points?: number }[] }[] } }) => {
      const [leaf] = body.sheets.flatMap(({ criteria }) => criteria).filter(({ points }) => points !== undefined);
      leaf!.points! += 1;
    }),
    ['scores'],
  ],
  [
    'a duty',
    on('studio-alliances', 'duty-year-closed', (data: { outputs: number }) =>
      Object.assign(data, { outputs: data.outputs + 1 }),
    ),
    ['duties'],
  ],
  [
    'an output that counted',
    on(
      'studio-alliances',
      'output-accepted',
      (data: { counts: boolean }) => data.counts && Object.assign(data, { counts: false }),
    ),
    ['duties'],
  ],
  [
    'a candidate’s score',
    on('awards', 'award-list-drafted', ({ candidates }: { candidates: { score?: number; sources?: object[] }[] }) => {
      const one = candidates.find(({ score, sources }) => score !== undefined && sources);
      if (!one) return false;
      one.score! += 1;
    }),
    ['candidates'],
  ],
  [
    'who is awarded',
    on('awards', 'decision-issued', ({ awards }: { awards: { recipient: { id: string } }[] }) => {
      awards[0]!.recipient.id = 'another';
    }),
    ['decisions', 'grants'],
  ],
  [
    'a grant',
    on('awards', 'award-granted', (data: { prize: number }) => Object.assign(data, { prize: 100_000 })),
    ['grants'],
  ],
  ['a grant that is gone', on('awards', 'award-granted', () => true, true), ['grants']],
];
