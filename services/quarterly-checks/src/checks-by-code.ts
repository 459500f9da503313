// The checks of a round by the codes of their units, as files name them.
import type { Read } from '@jiangong/contracts';
import { checksOf } from './assemble.ts';
import type { Check } from './check-state.ts';
import type { Round } from './round.ts';
import { checks } from './views.ts';

/** In an order that people know. */
export const checksByCode = async (round: Round, read: Read): Promise<Check[]> =>
  (await checksOf(round, read)).sort((a, b) => (a.code < b.code ? -1 : 1));
export const checkByCode = async ({ round }: Round, code: string, read: Read): Promise<Check | undefined> =>
  (await read.all(checks, { round, code })).find(({ status }) => status !== 'withdrawn');
