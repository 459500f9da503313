// An award list: candidates from the draft to the decision. It alone decides who is granted, because it knows every
// objection that is open and everything it has granted before.
import {
  type AwardListView,
  type awardListDrafted,
  type awardListPublished,
  type Candidate,
  type Command,
  candidateId,
  type EligibilityFailure,
  type fileObjection,
  isRefusal,
  type nameHonour,
  type Refusal,
  refuse,
  requestsOf,
  type resolveTie,
  valueLabels,
} from '@jiangong/contracts';
import type { z } from 'zod';
import type { AwardListEvent, State } from './award-list-state.ts';
import { claimOf, ineligible, notReviewable, overrideOf, type Review } from './eligibility.ts';
import { barredEvents, type Issue, issue } from './issuing.ts';
import { pagesOf } from './pages.ts';
import { type Acknowledge, acknowledged, type Note, noted, revisionOpen } from './revision.ts';
import { settleTie } from './tie.ts';

export { evolve, initial, type State } from './award-list-state.ts';

export type NewCandidate = Omit<Candidate, 'candidate' | 'nominatedBy'>;
type Drafted = z.infer<typeof awardListDrafted.data>;
/** `barred`: why a candidate cannot be honoured as things stand. */
export type Draft = Omit<Drafted, 'list' | 'candidates'> & {
  candidates: (NewCandidate & { barred?: string | undefined })[];
};
type Published = Omit<z.infer<typeof awardListPublished.data>, 'list'>;
/** `failures`: what stands against the recipient today. */
type Override = { recipient: string; name: string; failures: EligibilityFailure[]; reason: string };
type Filing = Omit<z.infer<typeof fileObjection>, 'objection' | 'objector'> & { objection: string };

type AwardListCommand =
  | Command<'draft', Draft>
  | Command<'add', { candidate: NewCandidate; reason: string; failures: EligibilityFailure[] }>
  | Command<'override', Override>
  | Command<'remove' | 'recommend', { candidate: string; reason: string }>
  | Command<'name-honour', z.infer<typeof nameHonour>>
  | Command<'resolve-tie', z.infer<typeof resolveTie>>
  | Command<'review', Review>
  | Command<'publish', Published>
  | Command<'lengthen-notice', { notice: string; lastDay: string }>
  | Command<'object', Filing>
  | Command<'settle', { candidate: string; objection: string; outcome: 'upheld' | 'dismissed'; finding: string }>
  | Command<'issue', Issue>
  | Command<'note-revision', Note>
  | Command<'acknowledge-revision', Acknowledge>;
export function decide(list: State, command: AwardListCommand): AwardListEvent[] | Refusal {
  if (command.type === 'draft') return draft(list, command);
  // Drafting comes before; a list that is not there has nothing to note.
  if (!list && command.type === 'note-revision') return [];
  if (!list) return refuse('not-found', { what: command.id });
  const id = list.list;
  const editing = ['add', 'override', 'remove', 'recommend', 'name-honour', 'resolve-tie', 'review'].includes(
    command.type,
  );
  if (editing && list.reviewed) return refuse('list-reviewed', { title: list.title });

  switch (command.type) {
    case 'add': {
      const { candidate, reason, failures } = command.data;
      const { honour, group } = candidate;
      if (!list.honours.some((h) => h.code === honour && h.group === group))
        return refuse('honour-unknown', { honour, group: group ?? '—' });
      const added = named(id, candidate, [command.actor.sub]);
      if (list.candidates.some((c) => c.candidate === added.candidate && !['removed', 'barred'].includes(c.state)))
        return refuse('already-exists', { what: candidate.recipient.name });
      const refused = ineligible(list, failures, [candidate]);
      if (refused) return refused;
      return [{ type: 'candidates-added', data: { list: id, candidates: [added], reason } }];
    }
    case 'remove': {
      const candidate = proposed(list, command.data.candidate);
      if (isRefusal(candidate)) return candidate;
      return [{ type: 'candidate-removed', data: { list: id, ...command.data } }];
    }
    case 'recommend': {
      const candidate = proposed(list, command.data.candidate);
      if (isRefusal(candidate)) return candidate;
      return [{ type: 'candidate-recommended', data: { list: id, ...command.data, by: command.actor.sub } }];
    }
    case 'override': {
      const { failures, ...override } = command.data;
      const open = failures.filter((each) => each.rule !== 'honour-held' && !overrideOf(list, each));
      if (!open.length) return refuse('nothing-to-override', { name: override.name });
      const data = { list: id, ...override, failures: open, by: command.actor.sub };
      return [{ type: 'eligibility-overridden', data }];
    }
    case 'name-honour': {
      const { approval, ...honour } = command.data;
      const { code } = honour;
      if (!list.honours.some((h) => h.code === code)) return refuse('honour-unknown', { honour: code, group: '—' });
      const claim = claimOf(honour, approval ?? list.approvals?.[code]);
      if (claim) return claim;
      const named = { type: 'honour-named' as const, data: { list: id, honour } };
      if (approval === undefined) return [named];
      return [named, { type: 'honour-approved', data: { list: id, honour: code, approval } }];
    }
    case 'resolve-tie': {
      const outcomes = settleTie(list, command.data);
      if (isRefusal(outcomes)) return outcomes;
      const { honour, group, joint, reason } = command.data;
      return [{ type: 'tie-resolved', data: { list: id, honour, group, joint, reason, outcomes } }];
    }
    case 'review':
      return (
        revisionOpen(list) ??
        notReviewable(list, command.data) ?? [
          { type: 'award-list-reviewed', data: { list: id, barred: command.data.bars } },
        ]
      );
    case 'publish':
      return list.notice ? [] : [{ type: 'award-list-published', data: { list: id, ...command.data } }];
    case 'lengthen-notice':
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
      return revisionOpen(list) ?? issue(list, command.data, command.businessDate);
    case 'note-revision':
      return noted(list, command.data);
    case 'acknowledge-revision':
      return acknowledged(list, command);
    default:
      return command satisfies never;
  }
}

const named = (list: string, candidate: NewCandidate, nominatedBy: string[]): Candidate => ({
  candidate: candidateId(list, candidate.honour, candidate.recipient.id),
  nominatedBy,
  ...candidate,
});

function draft(list: State, { id, data, actor }: Command<'draft', Draft>): AwardListEvent[] | Refusal {
  if (list && data.evaluation && list.evaluation === data.evaluation) return [];
  if (list) return refuse('already-exists', { what: list.title });
  const { candidates, ...head } = data;
  // An evaluation's candidates were nominated by whoever scored them; any other draft by whoever makes it.
  const nominatedBy = data.evaluation ? [] : [actor.sub];
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

function proposed(list: AwardListView, id: string): AwardListView['candidates'][number] | Refusal {
  const candidate = list.candidates.find((c) => c.candidate === id);
  if (!candidate) return refuse('candidate-unknown', { candidates: [id] });
  if (candidate.state === 'proposed') return candidate;
  return refuse('candidate-settled', {
    name: candidate.recipient.name,
    state: candidate.state,
    stateZh: valueLabels.candidate[candidate.state],
  });
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
