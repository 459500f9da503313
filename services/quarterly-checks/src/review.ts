// The year-end review of an entrant: marks for those criteria of the annual stage that people enter.
import {
  type CheckCriterion,
  type Command,
  type Entrant,
  type EventNamed,
  hasPart,
  type Marks,
  peopleOf,
  type Refusal,
  refuse,
  requestsOf,
  type Signed,
  withoutRole,
} from '@jiangong/contracts';
import { applies, type CodeLabels, misfit, unknownCriterion } from './criteria.ts';

/** `criteria`: what the annual stage of the entrant's track asks for. */
type RecordReview = Command<
  'record',
  {
    competition: string;
    track: string;
    entrant: Entrant;
    criteria: CheckCriterion[];
    codeLabels?: CodeLabels;
    marks: Marks;
    reason?: string;
  }
>;
type Event = EventNamed<'review-recorded'>;

export interface Review {
  review: string;
  competition: string;
  track: string;
  entry: string;
  entrant: Entrant;
  marks: Marks;
  recordedBy: string[];
  /** How often it was recorded. */
  revision: number;
  /** Of the last correction. */
  reason?: string;
}
export type State = Review | undefined;
export const initial = undefined as State;

export function decide(_: State, command: RecordReview): Event[] | Refusal {
  switch (command.type) {
    case 'record': {
      const { criteria, codeLabels, marks, ...about } = command.data;
      const { sub, roles, departments } = command.actor;
      const refused = withoutRole(command.actor, 'organiser', 'checker');
      if (refused) return refused;
      if (hasPart(command.actor, about.entrant)) return refuse('own-decision', { name: about.entrant.name });
      const own = criteria.filter((criterion) => applies(criterion, about.entrant.group));
      for (const [id, mark] of Object.entries(marks)) {
        const criterion = own.find((each) => each.id === id);
        if (!criterion) return unknownCriterion(id, own);
        if (!roles.includes('organiser') && !departments.includes(criterion.owner))
          return refuse('not-yours', { scope: criterion.label, department: criterion.owner });
        const wrong = misfit(criterion, mark, codeLabels);
        if (wrong) return wrong;
      }
      const signed = Object.entries(marks).map(([id, mark]) => [id, { ...mark, by: sub, at: command.now }]);
      const data = { review: command.id, ...about, marks: Object.fromEntries(signed), by: sub };
      return [{ type: 'review-recorded', data }];
    }
    default:
      return command.type satisfies never;
  }
}

export function evolve(before: State, { data, behalf }: Signed<Event>): State {
  const { by, marks, ...about } = data;
  return {
    ...(before?.reason ? { reason: before.reason } : {}),
    ...about,
    entry: about.entrant.entry,
    marks: { ...before?.marks, ...marks },
    recordedBy: [...new Set([...(before?.recordedBy ?? []), ...peopleOf({ sub: by, behalf })])].sort(),
    revision: (before?.revision ?? 0) + 1,
  };
}

/** Makes requests of this noun. */
export const reviewCommand = requestsOf<RecordReview>('review');
