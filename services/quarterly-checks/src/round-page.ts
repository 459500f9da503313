// A page of a walk over a round's entrants or checks. A page of seals counts them, and is sealed with the last.
import { type Command, type Entrant, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';
import type { RoundPageEvent } from './events.ts';

interface Place {
  round: string;
  /** From 1. */
  page: number;
  last: boolean;
}
type List = Command<'list', Place & { entrants: Entrant[]; open: boolean; attempt: number }>;
type Ask = Command<'ask', Place & Pick<EventNamed<'checks-asked'>['data'], 'to' | 'attempt' | 'checks' | 'calendar'>>;
type CountSeal = Command<'count-seal', { check: string; digest: string }>;
/** The check was withdrawn before it could seal. */
type Excuse = Command<'excuse', { check: string }>;

/** What a page of seals knows; a page of anything else only that it is there. */
interface Page extends Place {
  attempt: number;
  waiting: readonly string[];
  digests: readonly [check: string, digest: string][];
}
export type State = Page | undefined;
export const initial = undefined as State;

export function decide(page: State, command: List | Ask | CountSeal | Excuse): RoundPageEvent[] | Refusal {
  switch (command.type) {
    case 'list':
      return page ? [] : [{ type: 'round-entrants-added', data: command.data }];
    case 'ask': {
      if (page) return [];
      const { data } = command;
      const asked: RoundPageEvent = { type: 'checks-asked', data };
      return data.to === 'seal' && data.checks.length === 0 ? [asked, sealed(data, [])] : [asked];
    }
    case 'count-seal': {
      const { check, digest } = command.data;
      if (!page) return refuse('not-found', { what: command.id });
      if (!page.waiting.includes(check)) return [];
      const counted: RoundPageEvent = { type: 'seal-counted', data: { round: page.round, check, digest } };
      return [counted, ...sealedIfLast(page, [...page.digests, [check, digest]])];
    }
    case 'excuse': {
      const { check } = command.data;
      if (!page) return refuse('not-found', { what: command.id });
      if (!page.waiting.includes(check)) return [];
      return [{ type: 'seal-excused', data: { round: page.round, check } }, ...sealedIfLast(page, page.digests)];
    }
    default:
      return command satisfies never;
  }
}

const sealedIfLast = (page: Page, digests: Page['digests']): RoundPageEvent[] =>
  page.waiting.length === 1 ? [sealed(page, digests)] : [];

const sealed = (
  { round, attempt, page, last }: Place & { attempt: number },
  digests: Page['digests'],
): RoundPageEvent => ({
  type: 'round-page-sealed',
  data: { round, attempt, page, last, digests: digests.toSorted(([a], [b]) => (a < b ? -1 : 1)) },
});

export function evolve(page: State, event: RoundPageEvent): State {
  switch (event.type) {
    case 'round-entrants-added': {
      const { round, page = 0, last = true } = event.data;
      return { round, page, last, attempt: 0, waiting: [], digests: [] };
    }
    case 'checks-asked': {
      const { round, page = 0, last = true, to, attempt, checks } = event.data;
      return { round, page, last, attempt, waiting: to === 'seal' ? checks : [], digests: [] };
    }
    case 'seal-counted': {
      const { check, digest } = event.data;
      return page && { ...page, waiting: without(page, check), digests: [...page.digests, [check, digest]] };
    }
    case 'seal-excused':
      return page && { ...page, waiting: without(page, event.data.check) };
    case 'round-page-sealed':
      return page;
    default:
      return event satisfies never;
  }
}
const without = ({ waiting }: Page, check: string) => waiting.filter((each) => each !== check);

/** Makes requests of this noun. */
export const roundPageCommand = requestsOf<Parameters<typeof decide>[1]>('round-page');
