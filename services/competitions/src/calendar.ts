// The schedule of days off of a year, for the whole installation: checked, and replaced only as a whole.
import {
  type Actor,
  type Command,
  type EventNamed,
  type publishCalendar,
  type Refusal,
  refuse,
  requestsOf,
} from '@jiangong/contracts';
import type { z } from 'zod';

type Published = EventNamed<'calendar-published'>['data'];
type Publish = Command<'publish', z.infer<typeof publishCalendar>>;
type Event = EventNamed<'calendar-published'>;

export type State = Published | undefined;
export const initial = undefined as State;
/** Operators run the installation, of whichever union they are. */
export const admits = (_: State, actor: Actor) => actor.roles.includes('operator');

export function decide(calendar: State, { id, data }: Publish): Event[] | Refusal {
  const year = Number(id);
  const { document } = data;
  const daysOff = data.daysOff.toSorted();
  const makeUpDays = data.makeUpDays.toSorted();
  const faults = faultsOf(year, daysOff, makeUpDays);
  if (faults.length > 0) {
    const first = faults.slice(0, 10);
    return refuse('calendar-faulty', { year, faults: first.map(([zh]) => zh), faultsEn: first.map(([, en]) => en) });
  }
  const version = (calendar?.version ?? 0) + 1;
  const published = { year, version, daysOff, makeUpDays, document };
  if (calendar && JSON.stringify({ ...published, version: calendar.version }) === JSON.stringify(ordered(calendar)))
    return [];
  return [{ type: 'calendar-published', data: published }];
}
const ordered = ({ year, version, daysOff, makeUpDays, document: { title, number, date } }: Published) => ({
  ...{ year, version, daysOff, makeUpDays },
  document: { title, number, date },
});

type Fault = [zh: string, en: string];
/** Days that the law sets by the solar calendar. */
const BY_LAW = ['01-01', '05-01', '10-01', '10-02', '10-03'];

/** What cannot be so, whatever is published: a mistyped day would shorten a notice without a word. */
function faultsOf(year: number, daysOff: readonly string[], makeUpDays: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const all = [...daysOff, ...makeUpDays];
  for (const day of new Set(all)) {
    const isOfYear = day.startsWith(`${year}-`) || (day.startsWith(`${year - 1}-12-`) && day > `${year - 1}-12-20`);
    if (!isOfYear) faults.push([`${day} 不在 ${year} 年`, `${day} is not in ${year}`]);
    if (all.filter((other) => other === day).length > 1) faults.push([`${day} 重复`, `${day} is repeated`]);
  }
  for (const day of makeUpDays)
    if (Temporal.PlainDate.from(day).dayOfWeek <= 5)
      faults.push([`${day} 不是周末，不能调休上班`, `${day} is no weekend, so it cannot be a make-up day`]);
  for (const day of BY_LAW)
    if (!daysOff.includes(`${year}-${day}`))
      faults.push([`缺少法定假日 ${year}-${day}`, `${year}-${day} is a holiday by law and is missing`]);
  return faults;
}

export const evolve = (_: State, event: Event): State => event.data;

/** Makes requests of this noun. */
export const calendarCommand = requestsOf<Publish>('calendar');
