// Whose an alliance's work is, as the events of projects and outputs say it.
import { z } from 'zod';
import { id } from '../values.ts';

/**
 * Whose work it is: the alliance's organisation and the studios that were its members when it was recorded. Both may act on
 * it, whichever organisation wrote it down.
 */
export const belonging = z.object({ alliance: id, owner: z.string(), studios: z.array(id) });
export const belongingExample = {
  alliance: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d07',
  owner: 'industry-union',
  studios: ['8f14e45f-ceea-867a-9c0b-3f2c5a1b6d08', '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d09'],
};
