// How a list changes before it is reviewed: who is added, removed and recommended, and what its honours are called.
import {
  type AwardListView,
  type Candidate,
  type Command,
  candidateId,
  type EligibilityFailure,
  isRefusal,
  type nameHonour,
  peopleOf,
  type Refusal,
  type RequiredPaper,
  refuse,
  valueLabels,
} from '@jiangong/contracts';
import type { z } from 'zod';
import type { AwardListEvent } from './award-list-state.ts';
import { papersTwice } from './dossier/papers.ts';
import { claimOf, ineligible, overrideOf } from './eligibility.ts';
import { calledOf } from './names.ts';
import { ownMatter } from './own-matter.ts';

export type NewCandidate = Omit<Candidate, 'candidate' | 'nominatedBy'>;
/** `failures`: what stands against the recipient today. */
type Override = { recipient: string; name: string; failures: EligibilityFailure[]; reason: string };
export type Editing =
  | Command<'add', { candidate: NewCandidate; reason: string; failures: EligibilityFailure[] }>
  | Command<'override', Override>
  | Command<'remove' | 'recommend', { candidate: string; reason: string }>
  | Command<'set-papers', { papers: RequiredPaper[]; lastDay: string | undefined }>
  | Command<'name-honour', z.infer<typeof nameHonour>>;

export function edited(list: AwardListView, command: Editing): AwardListEvent[] | Refusal {
  const id = list.list;
  const { actor } = command;
  switch (command.type) {
    case 'add': {
      const { candidate, reason, failures } = command.data;
      const { honour, group } = candidate;
      if (!list.honours.some((h) => h.code === honour && h.group === group))
        return refuse('honour-unknown', { honour, group: group ?? '—' });
      const added = named(id, candidate, peopleOf(actor));
      if (list.candidates.some((c) => c.candidate === added.candidate && !['removed', 'barred'].includes(c.state)))
        return refuse('already-exists', { what: calledOf(candidate.recipient) });
      const refused = ineligible(list, failures, [candidate]);
      if (refused) return refused;
      // Whoever overrode what stood against it has decided about it already.
      const overriders = list.overrides?.filter(({ recipient }) => recipient === candidate.recipient.id) ?? [];
      if (overriders.some(({ by, behalf }) => peopleOf(actor).some((person) => person === by || person === behalf)))
        return refuse('own-nomination');
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
      return [{ type: 'candidate-recommended', data: { list: id, ...command.data, by: actor.sub } }];
    }
    case 'override': {
      const { failures, ...override } = command.data;
      const about = list.candidates.filter(({ recipient }) => recipient.id === override.recipient);
      const own = ownMatter(list, actor, about, [override.recipient]);
      if (own) return own;
      const open = failures.filter((each) => each.rule !== 'honour-held' && !overrideOf(list, each));
      if (!open.length) return refuse('nothing-to-override', { name: override.name });
      return [{ type: 'eligibility-overridden', data: { list: id, ...override, failures: open, by: actor.sub } }];
    }
    case 'set-papers': {
      const { papers, lastDay } = command.data;
      const twice = papersTwice(papers);
      if (twice) return twice;
      const last = lastDay === undefined ? {} : { lastDay };
      return [{ type: 'award-list-papers-set', data: { list: id, papers, ...last, by: actor.sub } }];
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
    default:
      return command satisfies never;
  }
}

export const named = (list: string, candidate: NewCandidate, nominatedBy: string[]): Candidate => ({
  candidate: candidateId(list, candidate.honour, candidate.recipient.id),
  nominatedBy,
  ...candidate,
});

export function proposed(list: AwardListView, id: string): AwardListView['candidates'][number] | Refusal {
  const candidate = list.candidates.find((c) => c.candidate === id);
  if (!candidate) return refuse('candidate-unknown', { candidates: [id] });
  if (candidate.state === 'proposed') return candidate;
  return refuse('candidate-settled', {
    name: calledOf(candidate.recipient),
    state: candidate.state,
    stateZh: valueLabels.candidate[candidate.state],
  });
}
