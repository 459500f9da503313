// Rows of plaques that somebody proposes to take off, and of what is to come back.
import type { awardReturnView, EventNamed, plaqueRemovalView, View } from '@jiangong/contracts';
import type { z } from 'zod';
import * as awardReturn from './award-return.ts';
import * as plaqueRemoval from './plaque-removal.ts';

type Removal = Parameters<typeof plaqueRemoval.evolve>[1];
export const plaqueRemovals: View<z.infer<typeof plaqueRemovalView>, EventNamed<Removal['type']>> = {
  name: 'plaque-removals',
  events: ['plaque-removal-opened', 'plaque-removal-decided'],
  key: ({ data }) => data.removal,
  apply: plaqueRemoval.evolve,
  index: ['status'],
};

type Return = Parameters<typeof awardReturn.evolve>[1];
export const awardReturns: View<z.infer<typeof awardReturnView>, EventNamed<Return['type']>> = {
  name: 'award-returns',
  events: ['award-return-opened', 'award-return-due', 'award-items-returned', 'award-items-lost'],
  key: ({ data }) => data.decision,
  apply: awardReturn.evolve,
  index: ['status'],
};
