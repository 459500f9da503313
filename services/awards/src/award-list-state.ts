// What an award list has come to: its candidates with their states, the objections open against them, its decisions.
import { type AwardListView, type Candidate, type EventNamed, peopleOf, type Signed } from '@jiangong/contracts';

export type AwardListEvent = EventNamed<
  | 'award-list-drafted'
  | 'candidates-added'
  | 'candidate-removed'
  | 'candidate-recommended'
  | 'honour-named'
  | 'honour-approved'
  | 'tie-resolved'
  | 'award-list-reviewed'
  | 'tie-reopened'
  | 'award-list-returned'
  | 'award-list-notice-declined'
  | 'award-list-published'
  | 'award-list-notice-lengthened'
  | 'candidate-held'
  | 'candidate-released'
  | 'candidate-struck'
  | 'eligibility-overridden'
  | 'candidates-barred'
  | 'awards-decided'
  | 'evaluation-revision-noted'
  | 'evaluation-revision-acknowledged'
  | 'award-list-voted'
  | 'award-list-papers-set'
>;

export type State = AwardListView | undefined;
export const initial = undefined as State;
type Row = AwardListView['candidates'][number];
const fresh = (candidate: Candidate): Row => ({ ...candidate, holds: [], recommendations: [] });

export function evolve(list: State, event: Signed<AwardListEvent>): State {
  const { type, data, behalf } = event;
  if (type === 'award-list-drafted')
    return {
      ...data,
      candidates: data.candidates.map(fresh),
      reviewed: false,
      objections: [],
      decisions: [],
    };
  if (!list) throw new Error(`${type} before the draft of list ${data.list}`);
  const change = (id: string, changed: (candidate: Row) => Partial<Row>) => ({
    ...list,
    candidates: list.candidates.map((c) => (c.candidate === id ? { ...c, ...changed(c) } : c)),
  });
  switch (type) {
    case 'candidates-added': {
      const again = new Set(data.candidates.map((c) => c.candidate));
      const kept = list.candidates.filter((c) => !again.has(c.candidate));
      return { ...list, candidates: [...kept, ...data.candidates.map(fresh)] };
    }
    case 'candidate-removed':
      return change(data.candidate, () => ({ state: 'removed', reason: data.reason }));
    case 'candidate-recommended':
      return change(data.candidate, (c) => ({
        recommendations: [...c.recommendations, data.reason],
        nominatedBy: [...new Set([...c.nominatedBy, ...peopleOf({ sub: data.by, behalf })])],
      }));
    case 'honour-named': {
      const { seats, prize, ...names } = data.honour;
      const changed = {
        ...names,
        ...(seats === undefined ? {} : { seats }),
        ...(prize === undefined ? {} : { prize }),
      };
      return { ...list, honours: list.honours.map((h) => (h.code === names.code ? { ...h, ...changed } : h)) };
    }
    case 'honour-approved':
      return { ...list, approvals: { ...list.approvals, [data.honour]: data.approval } };
    case 'tie-resolved': {
      const { reason } = data;
      const outcomes = new Map(data.outcomes.map((o) => [o.candidate, o]));
      const settled = (c: Row): Row => {
        const outcome = outcomes.get(c.candidate);
        return outcome ? { ...c, ...outcome, ...(outcome.state === 'passed-over' ? { reason } : {}) } : c;
      };
      const before = list.candidates
        .filter(({ candidate }) => outcomes.has(candidate))
        .map(({ candidate, state, joint }) => ({ candidate, state, joint }));
      const tie = { honour: data.honour, group: data.group, before };
      return { ...list, candidates: list.candidates.map(settled), ties: [...(list.ties ?? []), tie] };
    }
    case 'tie-reopened': {
      const outcomes = new Map(data.outcomes.map((o) => [o.candidate, o]));
      const reopened = ({ reason, ...c }: Row): Row => {
        const outcome = outcomes.get(c.candidate);
        return outcome ? { ...c, ...outcome } : { ...c, ...(reason === undefined ? {} : { reason }) };
      };
      const ties = list.ties ?? [];
      const at = ties.findIndex((tie) => tie.honour === data.honour && tie.group === data.group);
      const standing = ties.filter((tie, n) => n < at || tie.group !== data.group);
      return { ...list, candidates: list.candidates.map(reopened), ties: standing };
    }
    case 'award-list-returned': {
      const { reason, by } = data;
      const { notice: _, reviewedFor: __, ...kept } = list;
      return { ...kept, reviewed: false, returned: [...(list.returned ?? []), { reason, by }] };
    }
    case 'award-list-notice-declined':
      return list;
    case 'award-list-reviewed':
      return {
        ...{ ...barred(list, data.barred), reviewed: true, ...(data.by ? { reviewedBy: data.by } : {}) },
        ...(behalf === undefined ? {} : { reviewedFor: behalf }),
      };
    case 'candidates-barred':
      return barred(list, data.barred);
    case 'eligibility-overridden': {
      const { list: _, ...given } = data;
      const override = { ...given, ...(behalf === undefined ? {} : { behalf }) };
      return { ...list, overrides: [...(list.overrides ?? []), override] };
    }
    case 'award-list-published':
      return { ...list, notice: { notice: data.notice, from: data.from, lastDay: data.lastDay } };
    case 'award-list-notice-lengthened':
      return list.notice ? { ...list, notice: { ...list.notice, lastDay: data.lastDay } } : list;
    case 'candidate-held': {
      const held = change(data.candidate, (c) => ({ holds: [...c.holds, data.objection] }));
      return { ...held, objections: [...list.objections, data.objection] };
    }
    case 'candidate-released':
      return change(data.candidate, (c) => ({ holds: c.holds.filter((o) => o !== data.objection) }));
    case 'candidate-struck':
      return change(data.candidate, (c) => ({
        state: 'struck',
        reason: data.reason,
        holds: c.holds.filter((o) => o !== data.objection),
      }));
    case 'awards-decided': {
      const { decision, document, page, awards } = data;
      const granted = new Set(awards.map((a) => a.candidate));
      const grant = (c: Row): Row => (granted.has(c.candidate) ? { ...c, state: 'granted', decision } : c);
      const decisions = [...list.decisions, { decision, number: document.number, date: document.date }];
      return { ...list, candidates: list.candidates.map(grant), decisions: page === 1 ? decisions : list.decisions };
    }
    case 'evaluation-revision-noted': {
      const { list: _, scoredBy, ...revision } = data;
      const scorers = [...new Set([...list.scoredBy, ...scoredBy])];
      return { ...list, scoredBy: scorers, revisions: [...(list.revisions ?? []), revision] };
    }
    case 'evaluation-revision-acknowledged': {
      const { revision, reason: acknowledged } = data;
      const revisions = (list.revisions ?? []).map((r) => (r.revision === revision ? { ...r, acknowledged } : r));
      return { ...list, revisions };
    }
    case 'award-list-voted': {
      const { list: _, ...ballot } = data;
      const held = ballot.effect === 'holds' ? { ballot } : {};
      return { ...list, ...held, ballots: [...(list.ballots ?? []), ballot] };
    }
    case 'award-list-papers-set': {
      const { papers, lastDay } = data;
      const { papersLastDay: _, ...kept } = list;
      return { ...kept, papers, ...(lastDay === undefined ? {} : { papersLastDay: lastDay }) };
    }
    default:
      return event satisfies never;
  }
}

function barred(list: AwardListView, found: readonly { candidate: string; reason: string }[]): AwardListView {
  const reasons = new Map(found.map(({ candidate, reason }) => [candidate, reason]));
  const bar = (c: Row): Row =>
    reasons.has(c.candidate) ? { ...c, state: 'barred', reason: reasons.get(c.candidate) } : c;
  return { ...list, candidates: list.candidates.map(bar) };
}
