// What alliances did in a year, as lists are drafted from it: duties that were closed, and accepted outputs that count.
import type { candidateSource, EventNamed, View } from '@jiangong/contracts';
import type { z } from 'zod';

type Source = z.infer<typeof candidateSource>;
type DutyEvent = EventNamed<'duty-year-closed' | 'duty-year-corrected'>;
/** The closed duty of an alliance, as it was counted last. */
export type DutyRow = Pick<DutyEvent['data'], 'alliance' | 'year' | 'status' | 'outputs'> & { source: Source };
export const dutyYears: View<DutyRow, DutyEvent> = {
  name: 'duty-years',
  events: ['duty-year-closed', 'duty-year-corrected'],
  key: ({ data }) => `${data.alliance}/${data.year}`,
  apply: (_, { type, subject, data: { alliance, year, status, outputs } }) => ({
    ...{ alliance, year, status, outputs, source: { event: type, stream: subject } },
  }),
  index: ['year'],
};

type OutputEvent = EventNamed<'output-logged' | 'output-accepted' | 'output-withdrawn' | 'output-award-noted'>;
/** An output; `year`: that it counts for, once it is accepted and while it counts. */
export interface OutputRow {
  output: string;
  alliance: string;
  year: number;
  stream: string;
}
const NONE = 0;
export const countedOutputs: View<OutputRow, OutputEvent> = {
  name: 'counted-outputs',
  events: ['output-logged', 'output-accepted', 'output-withdrawn', 'output-award-noted'],
  key: ({ data }) => data.output,
  apply(row, { type, subject, data }) {
    if (type === 'output-logged') return { output: data.output, alliance: data.alliance, year: NONE, stream: subject };
    if (type === 'output-accepted') return { ...row!, year: data.counts ? data.year : NONE };
    return row && { ...row, year: NONE };
  },
  index: ['year'],
};

/** Whom a list of this kind is for, each with what it is for. */
export interface Merit {
  alliance: string;
  sources?: Source[];
  score?: number;
}
export const ofDuties = (rows: readonly DutyRow[], wanted: 'met' | 'exceeded'): Merit[] =>
  rows
    .filter(({ status }) => status === 'exceeded' || status === wanted)
    .map(({ alliance, outputs, source }) => ({ alliance, score: outputs, sources: [source] }));
export const ofOutputs = (rows: readonly OutputRow[], atLeast: number): Merit[] =>
  [...Map.groupBy(rows, ({ alliance }) => alliance)]
    .filter(([, own]) => own.length >= atLeast)
    .map(([alliance, own]) => {
      const sources = own.slice(0, 100).map(({ stream }) => ({ event: 'output-accepted', stream }));
      return { alliance, score: own.length, sources };
    });
