// The honours of a period under codes of their own.
import type { EventNamed } from '@jiangong/contracts';

type Granted = EventNamed<'round-honours-granted'>['data'];

/** At most so many UTF-16 units, without cutting a character in two. */
export function cut(text: string, length: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept;
}

/** What a unit may get in each period of a year is another honour in each. */
export const honoursOfPeriod = ({ honours, period }: Granted): Granted['honours'] =>
  honours.map((each) => ({ ...each, honour: cut(`${each.honour}@${period}`, 64) }));
