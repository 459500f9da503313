// How events change what is known of an appeal.
import type { AppealView, EventNamed } from '@jiangong/contracts';

export type AppealEvent = EventNamed<'appeal-filed' | 'appeal-answered' | 'appeal-decided'>;

/** An appeal as it stands after an event of its own. */
export function evolve(appeal: AppealView | undefined, event: AppealEvent): AppealView | undefined {
  if (event.type === 'appeal-filed') return { ...event.data, status: 'open', answers: [] };
  if (!appeal) return appeal;
  if (event.type === 'appeal-answered') {
    const { check: _, appeal: __, ...answer } = event.data;
    return { ...appeal, answers: [...appeal.answers, answer] };
  }
  const { outcome, finding, revision, decidedBy, at } = event.data;
  return { ...appeal, status: outcome, decided: { finding, revision, decidedBy, at } };
}
