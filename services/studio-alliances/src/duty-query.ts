// The duty of alliances in a year, summed from their outputs on demand; a closed year stays as it was closed.
import type { DutyAnswer, Read } from '@jiangong/contracts';
import { countOf, dutyLine, livedIn, owed } from './duty-rules.ts';
import { type AllianceRow, duties, outputs } from './views.ts';

/** By alliance; those that did not exist in the year are not in it. */
export async function dutiesOf(
  read: Read,
  alliances: readonly AllianceRow[],
  year: number,
  on: string,
): Promise<Map<string, DutyAnswer>> {
  const lived = alliances.filter((a) => livedIn(year, a.since, a.to));
  if (lived.length === 0) return new Map();
  const which = { alliance: lived.map((a) => a.alliance), year };
  const everywhere = read.everywhere();
  const [made, closed] = await Promise.all([everywhere.all(outputs, which), everywhere.all(duties, which)]);
  return new Map(
    lived.map(({ alliance, duty, since }) => {
      const shut = closed.find((d) => d.alliance === alliance);
      const own = made.filter((o) => o.alliance === alliance);
      const counted = shut ?? { outputs: countOf(own, year), ...owed(duty, since!, year) };
      const { outputs: count, minimum, aim } = counted;
      return [alliance, dutyLine({ alliance, year, outputs: count, minimum, aim }, on, shut?.status)];
    }),
  );
}

/** Outputs of the year that nobody has decided on: they keep it from being closed. */
export const undecidedIn = async (read: Read, alliance: string, year: number): Promise<string[]> =>
  (await read.everywhere().all(outputs, { alliance, year, status: 'submitted' })).map((o) => o.title);
