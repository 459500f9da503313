// A public notice: what anybody may read of a list, on which days they may object, and how. It begins on or after the
// day it is published, so that nobody's days are shortened.
import { type Command, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';
import { pagesOf } from './pages.ts';

type Published = EventNamed<'notice-published'>['data'];
type Event = EventNamed<'notice-published' | 'notice-continued' | 'notice-ended'>;
type Publish = Command<'publish', Omit<Published, 'notice' | 'closesAt'> & { closingTime: string }>;

export type State = (Published & { ended: boolean }) | undefined;
export const initial = undefined as State;

export function decide(notice: State, command: Publish | Command<'end'>): Event[] | Refusal {
  switch (command.type) {
    case 'publish': {
      const { items, closingTime, ...data } = command.data;
      if (notice) return refuse('already-exists', { what: `${notice.title}（公示）` });
      if (data.from < command.businessDate)
        return refuse('notice-backdated', { from: data.from, on: command.businessDate });
      const closesAt = `${data.lastDay}T${closingTime}:00+08:00`;
      const [first, ...more] = pagesOf(items);
      return [
        { type: 'notice-published', data: { notice: command.id, ...data, closesAt, items: first } },
        ...more.map((page) => ({
          type: 'notice-continued' as const,
          data: { notice: command.id, items: page },
        })),
      ];
    }
    case 'end':
      if (!notice || notice.ended) return [];
      return [{ type: 'notice-ended', data: { notice: notice.notice, list: notice.list } }];
    default:
      return command satisfies never;
  }
}

export function evolve(notice: State, event: Event): State {
  if (event.type === 'notice-published') return { ...event.data, ended: false };
  if (!notice) throw new Error(`${event.type} before the notice was published`);
  if (event.type === 'notice-ended') return { ...notice, ended: true };
  return { ...notice, items: [...notice.items, ...event.data.items] };
}

/** Makes requests of this noun. */
export const noticeCommand = requestsOf<Parameters<typeof decide>[1]>('notice');
