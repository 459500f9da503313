// Walks over all entrants or checks of a round: a page makes the commands for what is on it and the request for the next
// one, so that no step, event or stream grows with the round. What appears behind a walk finds by itself what the walk
// would have brought: rows are there before their event is handled, and a walk begins after its cause is there.
import { type CommandRequest, type EventNamed, type Read, roundPageId } from '@jiangong/contracts';
import { PAGE } from './limits.ts';
import type { Round } from './round.ts';
import { roundPageCommand } from './round-page.ts';
import { checks, entries } from './views.ts';

interface Step {
  page: number;
  /** Of the closure that was undone, for entrants; by default the walk from which the round's checks are made. */
  attempt?: number | undefined;
  /** The key that the page before ended with. */
  after?: string;
}

/** The next page of the accepted entries, each of which is owed a check. */
export async function entrantsPage(
  round: Round,
  { page, after, attempt = 0 }: Step,
  read: Read,
): Promise<CommandRequest> {
  const { round: id, competition, track, status } = round;
  const filter = { competition, track, standing: 'accepted' };
  const { items, next } = await read.page(entries, filter, { after, limit: PAGE });
  const entrants = items.flatMap(({ entrant }) => (entrant ? [entrant] : []));
  const data = { round: id, page, last: next === undefined, entrants, open: status !== 'made', attempt };
  return roundPageCommand(roundPageId(id, 'make', attempt, page), 'list', data);
}

type Walk = Pick<EventNamed<'checks-asked'>['data'], 'round' | 'to' | 'attempt' | 'calendar'>;
/** The next page of the round's checks. */
export async function checksPage({ round, to, attempt, calendar }: Walk, { page, after }: Step, read: Read) {
  const { items, next } = await read.page(checks, { round }, { after, limit: PAGE });
  const list = { page, last: next === undefined, checks: items.map(({ check }) => check) };
  const data = { round, to, attempt, ...(calendar ? { calendar } : {}), ...list };
  return roundPageCommand(roundPageId(round, calendar ? `${to} ${calendar}` : to, attempt, page), 'ask', data);
}
