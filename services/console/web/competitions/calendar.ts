// Periods over a year: proposed in equal parts of whole months, and where each lies on the calendar.
export interface Dated {
  id: string;
  label: string;
  from: string;
  to: string;
}
const MONTHS = 12;
const two = (n: number) => String(n).padStart(2, '0');
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Without days where the months cannot be shared out evenly: the organiser sets them. */
export function proposed(periods: readonly { id: string; label: string }[], year: number): Dated[] {
  const months = MONTHS / periods.length;
  return periods.map(({ id, label }, at) => {
    if (!Number.isInteger(months)) return { id, label, from: '', to: '' };
    const [first, last] = [at * months + 1, (at + 1) * months];
    return { id, label, from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(lastOf(year, last))}` };
  });
}

const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
/** From where to where a period lies on its year, of 0 to 1; nothing while a day is missing or it ends before it begins. */
export function span({ from, to }: Pick<Dated, 'from' | 'to'>, year: number): { from: number; to: number } | undefined {
  const [first, next] = [dayOf(`${year}-01-01`), dayOf(`${year + 1}-01-01`)];
  const [begin, end] = [dayOf(from), dayOf(to) + 1];
  if (!(begin < end)) return undefined;
  const share = (day: number) => Math.min(1, Math.max(0, (day - first) / (next - first)));
  return { from: share(begin), to: share(end) };
}
