// Copying a competition to another year: same schemes and groups, every date moved, years in names as well.
import { businessDate, type Refusal, refuse } from '@jiangong/contracts';
import type { CompetitionRow } from './views.ts';

type Range = CompetitionRow['registration'];
export type Copied = Pick<CompetitionRow, 'name' | 'year' | 'theme' | 'slogan' | 'registration' | 'tracks'> & {
  copyOf: string;
};

/** The competition as it would be announced for `year`, or the dates that no calendar has there. */
export function copied(of: CompetitionRow, year: number): Copied | Refusal {
  const years = year - of.year;
  const named = (text: string) => withYears(text, of.year, years);
  const moved = ({ from, to }: Range): Range => ({ from: firstDay(from, years), to: lastDay(to, years) });
  const registration = moved(of.registration);
  const tracks = of.tracks.map((track) => ({
    ...track,
    periods: track.periods.map((period) => ({ ...period, label: named(period.label), ...moved(period) })),
  }));
  const ranges = [
    { what: '报名期', whatEn: 'registration', ...registration },
    ...tracks.flatMap(({ periods }) => periods.map(({ label, from, to }) => ({ what: label, from, to }))),
  ];
  const off = ranges.find(
    ({ from, to }) => from > to || ![from, to].every((day) => businessDate.safeParse(day).success),
  );
  if (off) return refuse('competition-dates', off);
  const { competition: copyOf, theme, slogan } = of;
  return { copyOf, name: named(of.name), year, theme: named(theme), slogan: named(slogan), registration, tracks };
}

/** The last day of February stays the last one, whether its year has 28 or 29. */
function lastDay(day: string, years: number): string {
  const before = Temporal.PlainDate.from(day);
  const after = before.add({ years });
  const isFebruarysLast = before.month === 2 && before.day === before.daysInMonth;
  return (isFebruarysLast ? after.with({ day: after.daysInMonth }) : after).toString();
}

/** The day after the one before, so that periods that met still meet. */
function firstDay(day: string, years: number): string {
  const before = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
  return Temporal.PlainDate.from(lastDay(before, years)).add({ days: 1 }).toString();
}

/** Names say the year, or the one it began or ends in: 2024—2025 年度. */
function withYears(text: string, year: number, years: number): string {
  return text.replace(/(?<!\d)\d{4}(?!\d)/g, (digits) =>
    Math.abs(Number(digits) - year) <= 1 ? String(Number(digits) + years) : digits,
  );
}
