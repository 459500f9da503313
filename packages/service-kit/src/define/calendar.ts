// The Chinese working calendar: public holidays and make-up working days as the State Council publishes them each year.
// The package's own functions read the machine's time zone, so only its data is used here.
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

const holidays: Record<string, string> = published.holidays;
const makeUpDays: Record<string, string> = published.workdays;
const publishedYears = new Set(Object.keys(holidays).map((day) => Number(day.slice(0, 4))));

/** A year whose holidays are not published yet, so that no one can say which days are working days. */
interface Unpublished {
  unpublished: number;
}

/** Whether people work on a day (`YYYY-MM-DD`). Of an unpublished year only its weekends are known. */
export function isWorkingDay(date: string): boolean {
  if (date in makeUpDays) return true;
  if (date in holidays) return false;
  return Temporal.PlainDate.from(date).dayOfWeek <= 5;
}

/**
 * Working days from one day to another, both counted; 0 if `to` is before `from`.
 * @example
 * ```ts
 * workingDays('2024-09-30', '2024-10-08'); // → 2
 * ```
 */
export function workingDays(from: string, to: string): number {
  let count = 0;
  for (let day = Temporal.PlainDate.from(from); day.toString() <= to; day = day.add({ days: 1 }))
    if (isWorkingDay(day.toString())) count += 1;
  return count;
}

/**
 * The last day of a notice of so many working days from a day on (公示期); of a year without published holidays, that year.
 * @param firstDayCounts whether the day of publication is the first of them
 * @example
 * ```ts
 * noticeLastDay('2024-04-30', 3, true); // → '2024-05-07'
 * noticeLastDay('2040-01-02', 3, true); // → { unpublished: 2040 }
 * ```
 */
export function noticeLastDay(from: string, days: number, firstDayCounts: boolean): string | Unpublished {
  let day = Temporal.PlainDate.from(from);
  if (!firstDayCounts) day = day.add({ days: 1 });
  for (let left = days; ; day = day.add({ days: 1 })) {
    if (!publishedYears.has(day.year)) return { unpublished: day.year };
    if (isWorkingDay(day.toString())) left -= 1;
    if (left <= 0) return day.toString();
  }
}

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
