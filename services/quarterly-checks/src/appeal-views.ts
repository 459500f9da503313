// Appeals as they stand, by check and appeal: ids that clients draw are one check's own.
import type { AppealView, View } from '@jiangong/contracts';
import { type AppealEvent, evolve } from './appeal-state.ts';

export type AppealRow = AppealView & { unit: string };
export const appealKey = (check: string, appeal: string) => `${check}/${appeal}`;
export const appeals: View<AppealRow, AppealEvent> = {
  name: 'appeals',
  events: ['appeal-filed', 'appeal-answered', 'appeal-decided'],
  key: ({ data: { check, appeal } }) => appealKey(check, appeal),
  apply(row, event) {
    const appeal = evolve(row, event);
    return appeal && { ...appeal, unit: appeal.entrant.unit };
  },
  index: ['competition', 'round', 'check', 'unit', 'status'],
};
