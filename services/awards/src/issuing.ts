// What a decision grants of a list: everybody proposed whom no objection holds back, and nobody twice.
import {
  type AwardListView,
  type Decided,
  decisionId,
  type EventNamed,
  type Refusal,
  refuse,
} from '@jiangong/contracts';
import { type Held, holds } from './eligibility.ts';
import { pagesOf } from './pages.ts';

export interface Issue {
  document: Decided['document'];
  held: Held[];
}

export function issue(
  list: AwardListView,
  { document, held }: Issue,
  on: string,
): EventNamed<'awards-decided'>[] | Refusal {
  const { title, year, competition } = list;
  if (!list.reviewed) return refuse('list-not-reviewed', { title });
  if (!list.notice) return refuse('no-notice', { title });
  const { lastDay } = list.notice;
  if (document.date > on) return refuse('date-in-future', { on: document.date, today: on });
  if (document.date <= lastDay) return refuse('notice-running', { lastDay, date: document.date });
  const decision = decisionId(list.list, document.number);
  if (list.decisions.some((d) => d.decision === decision)) return refuse('already-exists', { what: document.number });

  const standing = list.candidates.filter((c) => c.state === 'proposed');
  const free = standing.filter((c) => !c.holds.length && !holds(held, c));
  if (!free.length) return refuse('no-candidates', { title, held: standing.length });
  const awards = free.map(({ candidate, honour: of, group, recipient, place, joint }) => {
    const { code, name, shortName, level, prize } = list.honours.find((h) => h.code === of && h.group === group)!;
    const honour = { code, name, shortName, level };
    return { candidate, honour, collective: recipient.type !== 'person', recipient, place, joint, prize };
  });
  const pages = pagesOf(awards);
  const head = { decision, list: list.list, title, year, competition, document, pages: pages.length };
  return pages.map((page, i) => ({ type: 'awards-decided', data: { ...head, page: i + 1, awards: page } }));
}
