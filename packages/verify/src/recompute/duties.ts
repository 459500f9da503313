// Every closed year of an alliance's duty anew: which outputs count, how many are owed, and whether it was enough.
import { type AllianceDuty, defaultDuty, type EventNamed } from '@jiangong/contracts';
import { type Fact, isOf } from './facts.ts';
import type { Collector } from './report.ts';

interface Output {
  output: string;
  alliance: string;
  title: string;
  year: number;
  counts: boolean;
  isAccepted: boolean;
}
type Closed = EventNamed<'duty-year-closed' | 'duty-year-corrected'>['data'];

/** @param facts of the alliances, which are followed by time: outputs and duties are streams of their own */
export function recomputeDuties(facts: readonly Fact[], report: Collector): void {
  const outputs = new Map<string, Output>();
  const owing = new Map<string, { duty: AllianceDuty; since: string }>();
  for (const fact of facts.toSorted((a, b) => (a.at < b.at ? -1 : a.at === b.at ? 0 : 1))) {
    if (isOf(fact, 'alliance-approved')) {
      const { alliance, since, duty = defaultDuty } = fact.data;
      owing.set(alliance, { duty, since });
    }
    follow(outputs, fact);
    if (!isOf(fact, 'duty-year-closed', 'duty-year-corrected')) continue;
    const { alliance, year, outputs: count, minimum, aim, counted, status } = fact.data;
    const written = { outputs: count, minimum, aim, counted, status };
    report.compare('duties', fact, written, dutyOf([...outputs.values()], owing.get(alliance), alliance, year));
  }
}

function follow(outputs: Map<string, Output>, fact: Fact): void {
  if (isOf(fact, 'output-logged', 'output-amended')) {
    const { output, alliance, title, adoptedOn, wonElsewhere } = fact.data;
    const counts = wonElsewhere === undefined;
    outputs.set(output, { output, alliance, title, year: yearOf(adoptedOn), counts, isAccepted: false });
  }
  const change = (changes: Partial<Output>) => {
    const { output } = fact.data as { output: string };
    const before = outputs.get(output);
    if (before) outputs.set(output, { ...before, ...changes });
  };
  if (isOf(fact, 'output-accepted')) change({ year: fact.data.year, counts: fact.data.counts, isAccepted: true });
  if (isOf(fact, 'output-rejected', 'output-withdrawn')) change({ isAccepted: false });
  if (isOf(fact, 'output-award-noted')) change({ counts: false });
}
const yearOf = (day: string) => Number(day.slice(0, 4));

function dutyOf(
  outputs: readonly Output[],
  owing: { duty: AllianceDuty; since: string } | undefined,
  alliance: string,
  year: number,
): Pick<Closed, 'outputs' | 'minimum' | 'aim' | 'counted' | 'status'> | 'no alliance' {
  if (!owing) return 'no alliance';
  const counting = outputs.filter((o) => o.alliance === alliance && o.year === year && o.isAccepted && o.counts);
  const titles = counting.map(({ title }) => title.normalize('NFKC').replace(/\s/g, '').toLowerCase());
  const { duty, since } = owing;
  const months = duty.foundingYear === 'pro-rata' && yearOf(since) === year ? 13 - Number(since.slice(5, 7)) : 12;
  const share = (owed: number) => Math.floor((owed * months + 6) / 12);
  const [count, minimum, aim] = [new Set(titles).size, share(duty.minimum), share(duty.aim)];
  const reached = count >= minimum ? 'met' : 'behind';
  const status = count > aim ? 'exceeded' : minimum === 0 && count === 0 ? 'not-due' : reached;
  return { outputs: count, minimum, aim, counted: counting.map(({ output }) => output).sort(), status };
}
