// The duty of alliances in a year, summed from their outputs on demand; a closed year stays as it was closed or corrected.
import type { DutyAnswer, DutyBoardLine, Read } from '@jiangong/contracts';
import {
  countedIn,
  countOf,
  dutyLine,
  idsIn,
  isCorrectionDue,
  lastDayOf,
  livedIn,
  owed,
  sameTitle,
  yearOf,
} from './duty-rules.ts';
import { type AllianceRow, duties, dutyHolds, type OutputRow, outputs } from './views.ts';

interface Year {
  alliance: AllianceRow;
  line: DutyAnswer;
  made: OutputRow[];
}
async function yearsOf(read: Read, alliances: readonly AllianceRow[], year: number, on: string): Promise<Year[]> {
  const lived = alliances.filter((a) => livedIn(year, a.since, a.to));
  if (lived.length === 0) return [];
  const which = { alliance: lived.map((a) => a.alliance), year };
  const everywhere = read.everywhere();
  const [all, closed, held] = await Promise.all([
    everywhere.all(outputs, which),
    everywhere.all(duties, which),
    everywhere.all(dutyHolds, which),
  ]);
  return lived.map((alliance) => {
    const { alliance: id, duty, since } = alliance;
    const shut = closed.find((d) => d.alliance === id);
    const made = all.filter((o) => o.alliance === id);
    const { outputs: count, minimum, aim } = shut ?? { outputs: countOf(made, year), ...owed(duty, since!, year) };
    const line = dutyLine({ alliance: id, year, outputs: count, minimum, aim }, on, shut?.status);
    if (!shut) {
      const hold = held.find((d) => d.alliance === id);
      return { alliance, made, line: { ...line, ...(hold ? { heldFor: hold.undecided } : {}) } };
    }
    const { corrections, rectification } = shut;
    const later = { ...(corrections ? { corrections } : {}), ...(rectification ? { rectification } : {}) };
    return { alliance, made, line: { ...line, correctionDue: isCorrectionDue(shut, made, year), ...later } };
  });
}

/** By alliance; those that did not exist in the year are not in it. */
export async function dutiesOf(read: Read, alliances: readonly AllianceRow[], year: number, on: string) {
  const years = await yearsOf(read, alliances, year, on);
  return new Map(years.map(({ alliance, line }) => [alliance.alliance, line]));
}

/** Outputs of the year that nobody has decided on: they keep it from being closed. */
const undecidedOf = (made: readonly OutputRow[]) => made.filter((o) => o.status === 'submitted').map((o) => o.title);

/** What a year of an alliance comes to by now, and what is undecided. */
export async function countedBy(read: Read, alliances: readonly AllianceRow[], year: number, on: string) {
  return (await yearsOf(read, alliances, year, on)).map(({ alliance, line, made }) => ({
    ...{ alliance, isClosed: line.closed, undecided: undecidedOf(made) },
    counted: {
      alliance: alliance.alliance,
      outputs: countOf(made, year),
      ...owed(alliance.duty, alliance.since!, year),
      counted: idsIn(made, year),
    },
  }));
}

/** How many outputs an alliance made after a year and by a day, and which of them nobody has decided on. */
export async function madeUpBy(read: Read, alliance: string, year: number, by: string) {
  const years = Array.from({ length: Math.max(0, yearOf(by) - year) }, (_, at) => year + 1 + at);
  const later = years.length > 0 ? await read.everywhere().all(outputs, { alliance, year: years }) : [];
  const made = later.filter(({ adoptedOn }) => adoptedOn > lastDayOf(year) && adoptedOn <= by);
  const titles = years.flatMap((each) => countedIn(made, each).map(({ title }) => sameTitle(title)));
  return { madeUp: new Set(titles).size, undecided: undecidedOf(made) };
}

/** How many of each, the most first. */
function tally<T extends string>(all: readonly T[]): [T, number][] {
  const found = new Map<T, number>();
  for (const each of all) found.set(each, (found.get(each) ?? 0) + 1);
  return [...found].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Every alliance of a year, with what counts by now. */
export async function boardOf(read: Read, alliances: readonly AllianceRow[], year: number, on: string) {
  const years = await yearsOf(read, alliances, year, on);
  return years.map(({ alliance: { code, name }, line, made }): DutyBoardLine => {
    const counting = countedIn(made, year);
    return {
      ...{ ...line, code, name, undecided: undecidedOf(made) },
      kinds: tally(counting.map(({ kind }) => kind)).map(([kind, n]) => ({ kind, outputs: n })),
      applied: tally(counting.flatMap((o) => o.applied)).map(([applied, n]) => ({ applied, outputs: n })),
    };
  });
}
