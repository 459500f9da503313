// What an alliance owes in a year, and how far it is: one to two outputs in principle, so "behind" is a status, not an error.
import { type AllianceDuty, type BusinessDate, type DutyAnswer, defaultDuty } from '@jiangong/contracts';

export const yearOf = (day: BusinessDate) => Number(day.slice(0, 4));
export const lastDayOf = (year: number): BusinessDate => `${year}-12-31`;

/** The last of the twelve consecutive months that begin on a day. */
export function twelveMonthsFrom(day: BusinessDate): BusinessDate {
  const end = new Date(`${day}T00:00:00Z`);
  end.setUTCFullYear(end.getUTCFullYear() + 1);
  end.setUTCDate(end.getUTCDate() - 1);
  return end.toISOString().slice(0, 10);
}

/** Minimum and aim of a year. Pro rata, the founding year owes by its months left, the founding month included. */
export function owed(duty: AllianceDuty = defaultDuty, since: BusinessDate, year: number) {
  const { minimum, aim, foundingYear } = duty;
  if (foundingYear === 'full' || yearOf(since) !== year) return { minimum, aim };
  const months = 13 - Number(since.slice(5, 7));
  return { minimum: Math.round((minimum * months) / 12), aim: Math.round((aim * months) / 12) };
}

/** Did the alliance exist at all in the year? */
export const livedIn = (year: number, since: BusinessDate | undefined, to: BusinessDate | undefined) =>
  since !== undefined && yearOf(since) <= year && (to === undefined || year <= yearOf(to));

export interface Countable {
  output: string;
  title: string;
  year: number;
  status: string;
  counts: boolean;
}
/** Accepted outputs adopted in the year. */
export const countedIn = <O extends Omit<Countable, 'output'>>(outputs: readonly O[], year: number) =>
  outputs.filter((o) => o.year === year && o.status === 'accepted' && o.counts);
/** How many they are; one that was logged twice under the same title counts once. */
export const countOf = (outputs: readonly Omit<Countable, 'output'>[], year: number) =>
  new Set(countedIn(outputs, year).map((o) => sameTitle(o.title))).size;
/** Their ids, by which a closed year knows later whether it is still right. */
export const idsIn = (outputs: readonly Countable[], year: number) =>
  countedIn(outputs, year)
    .map((o) => o.output)
    .sort();

/** Is a closed year no longer what counts? Years that named no outputs are compared by how many they were. */
export function isCorrectionDue(
  closed: { outputs: number; counted?: readonly string[] | undefined },
  outputs: readonly Countable[],
  year: number,
): boolean {
  const { counted } = closed;
  return counted
    ? [...counted].sort().join() !== idsIn(outputs, year).join()
    : closed.outputs !== countOf(outputs, year);
}

type Owed = Pick<DutyAnswer, 'outputs' | 'minimum' | 'aim'>;
/** What was reached by the end of the year: owing nothing is no merit. */
export function reached({ outputs, minimum, aim }: Owed): 'exceeded' | 'not-due' | 'met' | 'behind' {
  if (outputs > aim) return 'exceeded';
  if (minimum === 0 && outputs === 0) return 'not-due';
  return outputs >= minimum ? 'met' : 'behind';
}
export const sameTitle = (title: string) => title.normalize('NFKC').replace(/\s/g, '').toLowerCase();

type Counted = Owed & Pick<DutyAnswer, 'alliance' | 'year'>;
/** The duty as people read it: "1 of 1–2, due 31 December". */
export function dutyLine(counted: Counted, on: BusinessDate, closed?: ReturnType<typeof reached>): DutyAnswer {
  const { year, outputs, minimum, aim } = counted;
  const due = lastDayOf(year);
  const now = reached(counted);
  const status = closed ?? (now === 'behind' && on <= due ? 'open' : now);
  const range = aim > minimum ? `${minimum}–${aim}` : `${minimum}`;
  return {
    ...counted,
    due,
    status,
    ...(status === 'behind' ? { behindSince: `${year + 1}-01-01` } : {}),
    closed: closed !== undefined,
    text: { zh: `${outputs} / ${range}，12月31日前`, en: `${outputs} of ${range}, due 31 December` },
  };
}
