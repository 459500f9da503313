// The plaques of a row: one per grant, the newest revision of each.
import type { EventNamed, StudioAnswer } from '@jiangong/contracts';

type Shown = StudioAnswer['plaques'];
export function withPlaque(shown: Shown, conferred: EventNamed<'plaque-conferred'>['data']): Shown {
  const { of: _, id: __, ...plaque } = conferred;
  return [...withoutPlaque(shown, plaque), plaque];
}
export const withoutPlaque = (shown: Shown, { grant }: { grant: string }): Shown =>
  shown.filter((p) => p.grant !== grant);
