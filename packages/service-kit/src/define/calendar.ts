// The Chinese working calendar: public holidays and make-up working days as the State Council publishes them each year. What
// an operator loaded of a year stands; a year of which nothing was loaded is as it ships.
// The package's own functions read the machine's time zone, so only its data is used here.
import type { EventNamed, Read, View } from '@jiangong/contracts';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

const shippedOff = Object.keys(published.holidays).sort();
const shippedMadeUp = Object.keys(published.workdays).sort();
const shippedYears = new Set(shippedOff.map((day) => Number(day.slice(0, 4))));

/** The schedule of a year: what people call a calendar. */
interface YearSchedule {
  year: number;
  daysOff: readonly string[];
  makeUpDays: readonly string[];
  version?: number;
}
/** A year whose holidays are not published yet, so that no one can say which days are working days. */
interface Unpublished {
  unpublished: number;
}
/** Counts working days, by the schedules that are known. */
export interface WorkCalendar {
  /** How many schedules were loaded so far: of two readings the higher is the later. */
  edition: number;
  /** Whether people work on a day (`YYYY-MM-DD`). Of an unpublished year only its weekends are known. */
  isWorkingDay(date: string): boolean;
  /** Working days from one day to another, both counted; 0 if `to` is before `from`. */
  workingDays(from: string, to: string): number;
  /**
   * The last day of a notice of so many working days from a day on (公示期); of a year without published holidays, that year.
   * `firstDayCounts`: whether the day of publication is the first of them.
   */
  noticeLastDay(from: string, days: number, firstDayCounts: boolean): string | Unpublished;
  /**
   * The last of so many working days after a day. A schedule of days off that comes later only lengthens it: of a year without
   * one, all days but weekends are counted.
   */
  workingDayAfter(from: string, days: number): string;
  /** The years from one day to another without published holidays: what is counted in them is provisional. */
  unpublished(from: string, to: string): number[];
}

/**
 * The calendar that ships of a year; undefined for a year that was not published when this was released.
 * @example
 * ```ts
 * shippedCalendar(2024)!.makeUpDays[0]; // → '2024-02-04'
 * shippedCalendar(2040); // → undefined
 * ```
 */
export function shippedCalendar(year: number): YearSchedule | undefined {
  if (!shippedYears.has(year)) return undefined;
  const of = (days: readonly string[]) => days.filter((day) => day.startsWith(`${year}-`));
  return { year, daysOff: of(shippedOff), makeUpDays: of(shippedMadeUp) };
}

/**
 * The working calendar of what ships and what was loaded. A schedule may name the last days of the year before it: its
 * holiday of New Year begins there.
 * @example
 * ```ts
 * const calendar = workCalendar([{ year: 2040, daysOff: ['2040-01-02'], makeUpDays: [] }]);
 * calendar.workingDays('2024-09-30', '2024-10-08'); // → 2
 * calendar.noticeLastDay('2024-04-30', 3, true); // → '2024-05-07'
 * calendar.noticeLastDay('2040-01-02', 3, true); // → '2040-01-05'
 * calendar.noticeLastDay('2041-01-02', 3, true); // → { unpublished: 2041 }
 * calendar.workingDayAfter('2024-09-30', 2); // → '2024-10-09'
 * calendar.unpublished('2040-12-01', '2041-02-28'); // → [2041]
 * ```
 */
export function workCalendar(loaded: readonly YearSchedule[] = []): WorkCalendar {
  const years = new Set(loaded.map(({ year }) => year));
  const isKnown = (year: number) => years.has(year) || shippedYears.has(year);
  const isShipped = (day: string) => !years.has(yearOf(day));
  const works = new Map<string, boolean>();
  for (const day of shippedOff.filter(isShipped)) works.set(day, false);
  for (const day of shippedMadeUp.filter(isShipped)) works.set(day, true);
  for (const { daysOff, makeUpDays } of loaded) {
    for (const day of daysOff) works.set(day, false);
    for (const day of makeUpDays) works.set(day, true);
  }
  const isWorkingDay = (date: string) => works.get(date) ?? Temporal.PlainDate.from(date).dayOfWeek <= 5;
  return {
    edition: loaded.reduce((sum, { version = 1 }) => sum + version, 0),
    isWorkingDay,
    workingDays(from, to) {
      let count = 0;
      for (let day = Temporal.PlainDate.from(from); day.toString() <= to; day = day.add({ days: 1 }))
        if (isWorkingDay(day.toString())) count += 1;
      return count;
    },
    noticeLastDay(from, days, firstDayCounts) {
      let day = Temporal.PlainDate.from(from);
      if (!firstDayCounts) day = day.add({ days: 1 });
      for (let left = days; ; day = day.add({ days: 1 })) {
        if (!isKnown(day.year)) return { unpublished: day.year };
        if (isWorkingDay(day.toString())) left -= 1;
        if (left <= 0) return day.toString();
      }
    },
    workingDayAfter(from, days) {
      let day = Temporal.PlainDate.from(from);
      for (let left = days; left > 0; ) {
        day = day.add({ days: 1 });
        if (isWorkingDay(day.toString())) left -= 1;
      }
      return day.toString();
    },
    unpublished(from, to) {
      const span = Math.max(0, yearOf(to) - yearOf(from) + 1);
      return Array.from({ length: span }, (_, n) => yearOf(from) + n).filter((year) => !isKnown(year));
    },
  };
}
const yearOf = (day: string) => Number(day.slice(0, 4));

/** The schedules that operators loaded, a row per year: a service that counts working days lists it among its views. */
export const calendars: View<EventNamed<'calendar-published'>['data'], EventNamed<'calendar-published'>> = {
  name: 'calendars',
  events: ['calendar-published'],
  key: ({ data }) => String(data.year),
  apply: (_, { data }) => data,
};

/**
 * The working calendar as a service knows it by its view {@link calendars}.
 * @example
 * ```ts
 * const read = { everywhere: () => read, all: async () => [] } as unknown as Read;
 * (await calendarOf(read)).isWorkingDay('2024-10-01'); // → false
 * ```
 */
export async function calendarOf(read: Read): Promise<WorkCalendar> {
  const loaded = await read.everywhere().all(calendars);
  return loaded.length === 0 ? shipped : workCalendar(loaded);
}
const shipped = workCalendar();

const SHANGHAI_MS = 8 * 3_600_000;

/**
 * The business date (`YYYY-MM-DD`) of an instant (RFC 3339): the calendar day in Asia/Shanghai, at UTC+8 since 1991.
 * @example
 * ```ts
 * businessDateOf('2024-12-31T16:00:00Z'); // → '2025-01-01'
 * ```
 */
export function businessDateOf(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 10);
}
