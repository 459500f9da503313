// An award list: candidates from the draft to the decision. It alone decides who is granted, because it knows every
// objection that is open and everything it has granted before.
import {
  type AwardListView,
  type awardListDrafted,
  type awardListPublished,
  type Command,
  candidateId,
  type fileObjection,
  isRefusal,
  peopleOf,
  type Refusal,
  refuse,
  type reopenTie,
  requestsOf,
  type resolveTie,
  type returnAwardList,
} from '@jiangong/contracts';
import type { z } from 'zod';
import type { AwardListEvent, State } from './award-list-state.ts';
import { type Counted, voted } from './committee/voted.ts';
import { type Editing, edited, type NewCandidate, named, proposed } from './editing.ts';
import { notReviewable, type Review } from './eligibility.ts';
import { barredEvents, type Issue, issue } from './issuing.ts';
import { ownMatter } from './own-matter.ts';
import { pagesOf } from './pages.ts';
import { publish, returned } from './returning.ts';
import { type Acknowledge, acknowledged, type Note, noted, revisionOpen } from './revision.ts';
import { outcomesBefore, settleTie, tied } from './tie.ts';

export { evolve, initial, type State } from './award-list-state.ts';

type Drafted = z.infer<typeof awardListDrafted.data>;
/** `barred`: why a candidate cannot be honoured as things stand. */
export type Draft = Omit<Drafted, 'list' | 'candidates'> & {
  candidates: (NewCandidate & { barred?: string | undefined })[];
};
/** `review`: which of the list's reviews the notice shows. */
type Published = Omit<z.infer<typeof awardListPublished.data>, 'list'> & { review?: number | undefined };
type Filing = Omit<z.infer<typeof fileObjection>, 'objection' | 'objector'> & { objection: string };

type AwardListCommand =
  | Command<'draft', Draft>
  | Editing
  | Command<'resolve-tie', z.infer<typeof resolveTie>>
  | Command<'reopen-tie', z.infer<typeof reopenTie>>
  | Command<'review', Review>
  | Command<'note-ballot', Counted>
  | Command<'return', z.infer<typeof returnAwardList>>
  | Command<'publish', Published>
  | Command<'lengthen-notice', { notice: string; lastDay: string }>
  | Command<'object', Filing>
  | Command<'settle', { candidate: string; objection: string; outcome: 'upheld' | 'dismissed'; finding: string }>
  | Command<'issue', Issue>
  | Command<'note-revision', Note>
  | Command<'acknowledge-revision', Acknowledge>;
const editing = new Set<AwardListCommand['type']>([
  ...([
    'add',
    'override',
    'remove',
    'recommend',
    'name-honour',
    'set-papers',
    'resolve-tie',
    'reopen-tie',
    'review',
  ] as const),
]);

export function decide(list: State, command: AwardListCommand): AwardListEvent[] | Refusal {
  if (command.type === 'draft') return draft(list, command);
  // Drafting comes before; a list that is not there has nothing to note.
  if (!list && (command.type === 'note-revision' || command.type === 'note-ballot')) return [];
  if (!list) return refuse('not-found', { what: command.id });
  const id = list.list;
  if (list.reviewed && editing.has(command.type)) return refuse('list-reviewed', { title: list.title });

  switch (command.type) {
    case 'add':
    case 'override':
    case 'remove':
    case 'recommend':
    case 'name-honour':
    case 'set-papers':
      return edited(list, command);
    case 'resolve-tie': {
      const own = ownMatter(list, command.actor, tied(list, command.data));
      if (own) return own;
      const outcomes = settleTie(list, command.data);
      if (isRefusal(outcomes)) return outcomes;
      const { honour, group, joint, reason } = command.data;
      return [{ type: 'tie-resolved', data: { list: id, honour, group, joint, reason, outcomes } }];
    }
    case 'reopen-tie': {
      const { honour, group, reason } = command.data;
      const outcomes = outcomesBefore(list, command.data);
      if (isRefusal(outcomes)) return outcomes;
      const own = ownMatter(list, command.actor, tied(list, command.data));
      if (own) return own;
      return [{ type: 'tie-reopened', data: { list: id, honour, group, reason, outcomes, by: command.actor.sub } }];
    }
    case 'review':
      return (
        ownMatter(list, command.actor) ??
        revisionOpen(list) ??
        notReviewable(list, command.data) ?? [
          { type: 'award-list-reviewed', data: { list: id, barred: command.data.bars, by: command.actor.sub } },
        ]
      );
    case 'note-ballot':
      return voted(list, command.data);
    case 'return':
      return returned(list, command);
    case 'publish':
      return publish(list, command);
    case 'lengthen-notice':
      // Of a notice that the list was taken back from.
      if (list.notice?.notice !== command.data.notice) return [];
      return [{ type: 'award-list-notice-lengthened', data: { list: id, ...command.data } }];
    case 'object':
      return object(list, command);
    case 'settle': {
      const { candidate: of, objection, outcome, finding: reason } = command.data;
      const candidate = list.candidates.find((c) => c.candidate === of);
      if (!candidate?.holds.includes(objection)) return [];
      return outcome === 'dismissed'
        ? [{ type: 'candidate-released', data: { list: id, candidate: of, objection } }]
        : [{ type: 'candidate-struck', data: { list: id, candidate: of, objection, reason } }];
    }
    case 'issue':
      return (
        ownMatter(list, command.actor) ??
        revisionOpen(list) ??
        issue(list, command.data, command.actor, command.businessDate)
      );
    case 'note-revision':
      return noted(list, command.data);
    case 'acknowledge-revision':
      return acknowledged(list, command);
    default:
      return command satisfies never;
  }
}

function draft(list: State, { id, data, actor }: Command<'draft', Draft>): AwardListEvent[] | Refusal {
  if (list && data.evaluation && list.evaluation === data.evaluation) return [];
  if (list) return refuse('already-exists', { what: list.title });
  const { candidates, ...head } = data;
  // An evaluation's candidates were nominated by whoever scored them; any other draft by whoever makes it.
  const nominatedBy = data.evaluation ? [] : peopleOf(actor);
  const [first, ...more] = pagesOf(candidates.map(({ barred: _, ...c }) => named(id, c, nominatedBy)));
  const barred = candidates.flatMap(({ barred: reason, honour, recipient }) =>
    reason === undefined ? [] : [{ candidate: candidateId(id, honour, recipient.id), reason }],
  );
  return [
    { type: 'award-list-drafted', data: { list: id, ...head, candidates: first } },
    ...more.map((page) => ({ type: 'candidates-added' as const, data: { list: id, candidates: page } })),
    ...barredEvents(id, barred),
  ];
}

function object(list: AwardListView, { data, businessDate }: Command<'object', Filing>): AwardListEvent[] | Refusal {
  const candidate = proposed(list, data.candidate);
  if (isRefusal(candidate)) return candidate;
  if (!list.notice) return refuse('no-notice', { title: list.title });
  const { from, lastDay } = list.notice;
  const { objection, candidate: about, ...filing } = data;
  if (filing.receivedOn > businessDate) return refuse('date-in-future', { on: filing.receivedOn, today: businessDate });
  const date = (filing.channel === 'letter' && filing.postmarkedOn) || filing.receivedOn;
  if (date < from || date > lastDay) return refuse('objection-out-of-time', { date, from, lastDay });
  if (list.objections.includes(objection)) return refuse('already-exists', { what: objection });
  const nominatedBy = [...new Set([...list.scoredBy, ...candidate.nominatedBy])];
  return [{ type: 'candidate-held', data: { list: list.list, candidate: about, objection, filing, nominatedBy } }];
}

/** Makes requests of this noun. */
export const awardListCommand = requestsOf<AwardListCommand>('award-list');
