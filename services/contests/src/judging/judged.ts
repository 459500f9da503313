// What the judges of a stage gave, as its results take it in.
import { type ContestCause, type Marks, type Read, scorecardId } from '@jiangong/contracts';
import type { Body, Ref } from '../scheme.ts';
import { panels as panelRows, scorecards } from '../views.ts';
import { seatsOf } from './panel.ts';
import { type Card, isDiffering } from './scorecard.ts';

export async function judgedIn(stage: string, body: Body, ref: Ref, read: Read) {
  const all = await read.all(panelRows, { stage });
  const panels = new Map(all.filter(({ status }) => status === 'locked').map((panel) => [panel.panel, panel]));
  const cards = panels.size > 0 ? await read.all(scorecards, { stage }) : [];
  const known = new Map(cards.map((card) => [card.scorecard, card]));
  const marks = new Map<string, Record<string, Record<string, Marks | 'recused'>>>();
  for (const card of cards) {
    const { item } = panels.get(card.panel)!;
    marks.set(card.contestant, { ...marks.get(card.contestant), [item]: given(card) });
  }
  const seats = [...panels.values()].map((panel) => [panel.item, [...seatsOf(panel).keys()]]);
  return {
    marks,
    panels: panels.size > 0 ? { panels: Object.fromEntries(seats) as Record<string, string[]> } : {},
    scoredBy: cards.flatMap((card) => Object.values(card.seats).flatMap(({ judge, marks }) => (marks ? [judge] : []))),
    /** 0 where nothing was marked. */
    causesOf: (contestant: string): ContestCause[] =>
      [...panels.keys()].map((panel) => {
        const id = scorecardId(panel, contestant);
        const { revision = 0, reason } = known.get(id) ?? {};
        return { what: 'scorecard', id, revision, ...(reason ? { reason } : {}) };
      }),
    differing(contestants: readonly string[]): number {
      const isOwn = new Set(contestants);
      const differ = cards.filter((card) => isDiffering(card, panels.get(card.panel)!, body, ref));
      return new Set(differ.map(({ contestant }) => contestant).filter((each) => isOwn.has(each))).size;
    },
  };
}

/** By seat; one that is still to mark is not there. */
const given = ({ seats }: Card): Record<string, Marks | 'recused'> =>
  Object.fromEntries(
    Object.entries(seats).flatMap(([seat, { recused, marks }]): [string, Marks | 'recused'][] => {
      if (recused) return [[seat, 'recused']];
      return marks ? [[seat, marks]] : [];
    }),
  );
