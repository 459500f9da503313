// When a calendar of duties reminds, at nine in the morning so many days before the end of a year; and when it closes the year,
// as soon as so many days after it are over.
import type { DutyCalendar } from '@jiangong/contracts';

type Moments = Pick<DutyCalendar, 'closeAfterDays' | 'daysBefore'>;
const DAY_MS = 86_400_000;
/** The first moment after the year, in Asia/Shanghai. */
const endOf = (year: number) => Date.parse(`${year + 1}-01-01T00:00:00+08:00`);
const MORNING_MS = 9 * 3_600_000;
const remindAt = (year: number, days: number) => endOf(year) - (days + 1) * DAY_MS + MORNING_MS;

/** Every moment that has to do with the years around an instant: at most half a year lies between a moment and its year. */
function momentsAround({ closeAfterDays, daysBefore }: Moments, around: number) {
  const now = new Date(around).getUTCFullYear();
  return [now - 1, now, now + 1, now + 2].flatMap((year) => [
    ...daysBefore.map((days) => ({ ms: remindAt(year, days), year, kind: 'reminds' as const })),
    ...(closeAfterDays === undefined
      ? []
      : [{ ms: endOf(year) + closeAfterDays * DAY_MS, year, kind: 'closes' as const }]),
  ]);
}

/** The first moment after an instant. */
export function nextMoment(calendar: Moments, after: string): string | undefined {
  const from = Date.parse(after);
  const later = momentsAround(calendar, from).filter(({ ms }) => ms > from);
  return later.length > 0 ? new Date(Math.min(...later.map(({ ms }) => ms))).toISOString() : undefined;
}

/** Which years are reminded of, and which close, by the moments after one instant and up to another. */
export function momentsBetween(calendar: Moments, after: string, upTo: string) {
  const [from, to] = [Date.parse(after), Date.parse(upTo)];
  const passed = new Map<string, ReturnType<typeof momentsAround>[number]>();
  for (let year = new Date(from).getUTCFullYear(); year <= new Date(to).getUTCFullYear(); year++)
    for (const each of momentsAround(calendar, Date.UTC(year, 6)))
      if (each.ms > from && each.ms <= to) passed.set(`${each.kind} ${each.year}`, each);
  const years = (kind: 'reminds' | 'closes') =>
    [...passed.values()].filter((each) => each.kind === kind).map(({ year }) => year);
  const closes = years('closes').sort();
  const now = new Date(to + 8 * 3_600_000).getUTCFullYear();
  // A year that is over is reminded of no more.
  return { reminds: years('reminds').filter((year) => year >= now), closes };
}
