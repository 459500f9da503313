// A contestant's scorecard: what each judge of a panel gave, who was recused, and whether marks that differ were looked at again.
import { type Command, type EventNamed, type Marks, type Refusal, refuse, requestsOf } from '@jiangong/contracts';
import { type Body, judgedMisfitIn, misfit, panelsIn, type Ref } from '../scheme.ts';
import { differing } from './differing.ts';
import { avoids, type Panel, seatsOf } from './panel.ts';

export type CardEvent = EventNamed<'judge-marked' | 'judge-recused' | 'scorecard-reviewed'>;
/** `panel`: as it was locked. `entrant`: whom the contestant is. */
interface Site {
  contestant: string;
  panel: Panel;
  entrant: { id: string; unit?: string | undefined };
  body: Body;
  ref: Ref;
}
type Mark = Command<'mark', Site & { marks: Marks }>;
type Correct = Command<'correct', Site & { seat: string; marks: Marks; reason: string }>;
/** `seat`: of another judge. */
type Recuse = Command<'recuse', Site & { seat?: string | undefined; reason: string }>;
type Review = Command<'review', Site & { reason: string }>;

interface Seat {
  judge: string;
  recused: boolean;
  marks?: Marks;
}
export interface Card {
  scorecard: string;
  panel: string;
  stage: string;
  contestant: string;
  revision: number;
  /** Of those that marked or were recused. */
  seats: Record<string, Seat>;
  /** Whoever was recused, in turn. */
  out: string[];
  reviewed?: { revision: number; reason: string };
  /** Whether an organiser has to look at its marks again: earlier events do not say. */
  differs: 'perhaps' | 'no';
  /** Why it is another than when the stage was closed. */
  reason?: string;
}
export type State = Card | undefined;
export const initial = undefined as State;

export function decide(card: State, command: Mark | Correct | Recuse | Review): CardEvent[] | Refusal {
  switch (command.type) {
    case 'mark': {
      const { panel, entrant, marks } = command.data;
      const sitting = ownSeat(card, panel, command.actor.sub);
      if (!sitting) return refuse('not-on-panel');
      const tied = panel.pool.some((each) => each.judge === command.actor.sub && avoids(each, entrant));
      return tied ? refuse('judge-tied') : marked(card, command, sitting, marks);
    }
    case 'correct': {
      const { panel, seat, marks, reason } = command.data;
      const judge = sitters(card, panel).get(seat);
      return judge ? marked(card, command, [seat, judge], marks, reason) : refuse('not-found', { what: seat });
    }
    case 'recuse':
      return recused(card, command);
    case 'review': {
      const { panel, body, ref, reason } = command.data;
      if (!card || !isDiffering(card, panel, body, ref)) return refuse('scorecard-agrees');
      const about = { ...headOf(card, command), revision: card.revision };
      return [{ type: 'scorecard-reviewed', data: { ...about, reason, by: command.actor.sub } }];
    }
    default:
      return command satisfies never;
  }
}

/** Who sits on each seat for this contestant; a seat that nobody took over is not there. */
export function sitters(card: State, panel: Panel): Map<string, string> {
  const seats = seatsOf(panel);
  for (const [seat, { judge, recused }] of Object.entries(card?.seats ?? {}))
    if (recused) seats.delete(seat);
    else seats.set(seat, judge);
  return seats;
}
const ownSeat = (card: State, panel: Panel, judge: string) =>
  [...sitters(card, panel)].find(([, sitting]) => sitting === judge);

function marked(
  card: State,
  command: Mark | Correct,
  [seat, judge]: [string, string],
  given: Marks,
  reason?: string,
): CardEvent[] | Refusal {
  const { panel, body, ref } = command.data;
  const wrong = judgedMisfitIn(body, ref, panel.item, given);
  if (wrong !== undefined) {
    const { criteria } = panelsIn(body, ref).find(({ id }) => id === panel.item)!;
    const known = criteria.map(({ label }) => label);
    return misfit(body, ref, wrong, given, known);
  }
  const before = card?.seats[seat]?.marks ?? {};
  const marks = { ...before, ...given };
  if (sorted(marks) === sorted(before)) return [];
  const why = reason ? { reason } : {};
  const data = { ...headOf(card, command), seat, judge, marks, by: command.actor.sub, ...why };
  return [{ type: 'judge-marked', data: { ...data, differs: after(card, command, { type: 'judge-marked', data }) } }];
}
/** Whether marks differ after the event. */
const after = (card: State, { data: { panel, body, ref } }: Mark | Correct | Recuse, event: CardEvent) =>
  isDiffering(evolve(card, event)!, panel, body, ref);
const sorted = (marks: Marks) => JSON.stringify(Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1)));

function recused(card: State, command: Recuse): CardEvent[] | Refusal {
  const { panel, entrant, seat: given, reason } = command.data;
  const own = ownSeat(card, panel, command.actor.sub);
  const seat = given ?? own?.[0];
  const sitting = sitters(card, panel);
  const judge = seat === undefined ? undefined : sitting.get(seat);
  if (seat === undefined || judge === undefined) return refuse('not-on-panel');
  const taken = new Set([...sitting.values(), ...(card?.out ?? [])]);
  const free = panel.pool.find((each) => !taken.has(each.judge) && !avoids(each, entrant));
  const substitute = free ? { substitute: free.judge } : {};
  const data = { ...headOf(card, command), seat, judge, ...substitute, reason, by: command.actor.sub };
  return [{ type: 'judge-recused', data: { ...data, differs: after(card, command, { type: 'judge-recused', data }) } }];
}

const headOf = (card: State, { id, data }: Mark | Correct | Recuse | Review) => ({
  ...{ scorecard: id, panel: data.panel.panel, stage: data.panel.stage, contestant: data.contestant },
  revision: (card?.revision ?? 0) + 1,
});

/** Marks lie further apart than the panel lets them, and nobody looked at them since. */
export const isDiffering = (card: Card, panel: Panel, body: Body, ref: Ref): boolean =>
  card.reviewed?.revision !== card.revision &&
  differing(
    Object.values(card.seats).flatMap(({ marks }) => (marks ? [marks] : [])),
    panelsIn(body, ref).find(({ id }) => id === panel.item)?.criteria ?? [],
    panel.lookAgain,
  );

export function evolve(card: State, { type, data }: CardEvent): State {
  const { scorecard, panel, stage, contestant, revision, reason } = data;
  const known = card ?? { scorecard, panel, stage, contestant, revision, seats: {}, out: [] };
  if (type === 'scorecard-reviewed') return { ...known, reviewed: { revision, reason: data.reason }, differs: 'no' };
  const before = { ...known, differs: data.differs === false ? ('no' as const) : ('perhaps' as const) };
  const { seat, judge } = data;
  const why = reason === undefined ? {} : { reason };
  if (type === 'judge-marked')
    return {
      ...before,
      ...why,
      revision,
      seats: { ...before.seats, [seat]: { judge, recused: false, marks: data.marks } },
    };
  const next: Seat = data.substitute ? { judge: data.substitute, recused: false } : { judge, recused: true };
  return { ...before, revision, seats: { ...before.seats, [seat]: next }, out: [...before.out, judge] };
}

/** Makes requests of this noun. */
export const cardCommand = requestsOf<Mark | Correct | Recuse | Review>('scorecard');
