// The units that a file may name.
import { labelledUnit, type Read } from '@jiangong/contracts';
import { labelsMentioned } from '@jiangong/service-kit';
import { units } from './views.ts';

export const unitsByCode = async (read: Read) =>
  (await read.all(units)).filter(({ retired }) => !retired).sort((a, b) => (a.code < b.code ? -1 : 1));

/** Labels of the units that a file mentions in its column `unit`; of all for a template. */
export const unitLabels = (read: Read, mentioned: ((column: string) => readonly string[]) | undefined) =>
  labelsMentioned(
    mentioned?.('unit'),
    async (code) => labelledUnit((await read.all(units, { code }))[0]),
    async () => (await unitsByCode(read)).map((row) => labelledUnit(row)!),
  );
