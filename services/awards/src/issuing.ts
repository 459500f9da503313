// What a decision grants of a list: everybody proposed whom no objection holds back and nothing bars since, and nobody twice.
import {
  type Actor,
  type AwardListView,
  type Decided,
  decisionId,
  type EligibilityFailure,
  type EventNamed,
  peopleOf,
  type Refusal,
  refuse,
} from '@jiangong/contracts';
import { lackingOf, papersMissing, type There } from './dossier/papers.ts';
import { barsOf, isHeld, reasonOf } from './eligibility.ts';
import { pagesOf } from './pages.ts';

export interface Issue {
  document: Decided['document'];
  /** Every rule that one of the list's candidates fails today. */
  failures: EligibilityFailure[];
  /** The papers of its candidates that were handed in, or waived. */
  there: There[];
  /** By the union's rules not whoever reviewed the list. */
  anotherDecides: boolean;
}

type Barred = EventNamed<'candidates-barred'>;
/** Nothing for nobody. */
export const barredEvents = (list: string, barred: Barred['data']['barred']): Barred[] =>
  (barred.length ? pagesOf(barred) : []).map((page) => ({ type: 'candidates-barred', data: { list, barred: page } }));

export function issue(
  list: AwardListView,
  { document, failures, there, anotherDecides }: Issue,
  actor: Pick<Actor, 'sub' | 'behalf'>,
  on: string,
): EventNamed<'candidates-barred' | 'awards-decided'>[] | Refusal {
  const { title, year, competition } = list;
  if (!list.reviewed) return refuse('list-not-reviewed', { title });
  if (anotherDecides && peopleOf(actor).some((person) => [list.reviewedBy, list.reviewedFor].includes(person)))
    return refuse('own-review');
  if (!list.notice) return refuse('no-notice', { title });
  const { lastDay } = list.notice;
  if (document.date > on) return refuse('date-in-future', { on: document.date, today: on });
  if (document.date <= lastDay) return refuse('notice-running', { lastDay, date: document.date });
  const decision = decisionId(list.list, document.number);
  if (list.decisions.some((d) => d.decision === decision)) return refuse('already-exists', { what: document.number });

  const standing = list.candidates.filter((c) => c.state === 'proposed');
  const barred = standing.flatMap((c) => {
    const bars = barsOf(list, failures, c);
    return bars.length ? [{ candidate: c.candidate, reason: reasonOf(bars) }] : [];
  });
  const isBarred = new Set(barred.map(({ candidate }) => candidate));
  const free = standing.filter((c) => !c.holds.length && !isHeld(failures, c) && !isBarred.has(c.candidate));
  if (!free.length) return refuse('no-candidates', { title, held: standing.length });
  const missing = papersMissing(lackingOf(list, free, there));
  if (missing) return missing;
  const awards = free.map(({ candidate, honour: of, group, recipient, place, joint }) => {
    const { code, name, shortName, level, prize } = list.honours.find((h) => h.code === of && h.group === group)!;
    const honour = { code, name, shortName, level };
    return { candidate, honour, collective: recipient.type !== 'person', recipient, place, joint, prize };
  });
  const pages = pagesOf(awards);
  const head = { decision, list: list.list, title, year, competition, document, pages: pages.length };
  return [
    ...barredEvents(list.list, barred),
    ...pages.map((page, i) => ({ type: 'awards-decided' as const, data: { ...head, page: i + 1, awards: page } })),
  ];
}
