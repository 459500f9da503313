// What readers see of duties: closed years with their corrections, what holds a year open, and the calendar of each union.
import type { DutyAnswer, DutyCalendar, EventNamed, View } from '@jiangong/contracts';

type Correction = Omit<EventNamed<'duty-year-corrected'>['data'], 'alliance' | 'year'>;
export type DutyRow = EventNamed<'duty-year-closed'>['data'] & {
  corrections?: Correction[];
  rectification?: NonNullable<DutyAnswer['rectification']>;
};
export const yearKey = ({ alliance, year }: { alliance: string; year: number }) => `${alliance}/${year}`;

type RowEvent = EventNamed<'duty-year-closed' | 'duty-year-corrected' | 'duty-rectification-set' | 'duty-reassessed'>;
export const duties: View<DutyRow, RowEvent> = {
  name: 'duties',
  events: ['duty-year-closed', 'duty-year-corrected', 'duty-rectification-set', 'duty-reassessed'],
  key: ({ data }) => yearKey(data),
  apply(row, { type, data }) {
    if (type === 'duty-year-closed') return data;
    if (type === 'duty-year-corrected') {
      const { alliance, year, ...correction } = data;
      const { revision: _, reason: __, ...counted } = correction;
      const { rectification } = row ?? {};
      const corrections = [...(row?.corrections ?? []), correction];
      return { alliance, year, ...counted, corrections, ...(rectification ? { rectification } : {}) };
    }
    if (type === 'duty-rectification-set') {
      const { by, reason } = data;
      return row && { ...row, rectification: { by, reason } };
    }
    const { outcome, madeUp, undecided } = data;
    return row?.rectification && { ...row, rectification: { ...row.rectification, outcome, madeUp, undecided } };
  },
  index: ['alliance', 'year'],
};

/** Years that the calendar would have closed. */
export interface HoldRow {
  alliance: string;
  year: number;
  undecided: string[];
}
export const dutyHolds: View<HoldRow, EventNamed<'duty-year-held' | 'duty-year-closed'>> = {
  name: 'duty-holds',
  events: ['duty-year-held', 'duty-year-closed'],
  key: ({ data }) => yearKey(data),
  apply: (_, { type, data }) =>
    type === 'duty-year-closed' ? undefined : { alliance: data.alliance, year: data.year, undecided: data.undecided },
  index: ['alliance', 'year'],
};

export const dutyCalendars: View<DutyCalendar, EventNamed<'duty-calendar-set'>> = {
  name: 'duty-calendars',
  events: ['duty-calendar-set'],
  key: ({ data }) => data.calendar,
  apply: (_, { data: { calendar: _calendar, since: _since, next: _next, by: _by, ...calendar } }) => calendar,
};
