// A public notice: what anybody may read of a list, on which days they may object, and how. It begins on or after the
// day it is published and may be lengthened while it runs, so that nobody's days are shortened. Withdrawn with its list, it is
// published anew, for all its days.
import {
  type Command,
  type EventNamed,
  type lengthenNotice,
  type noticeView,
  type Refusal,
  refuse,
  requestsOf,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { pagesOf } from './pages.ts';

type Published = EventNamed<'notice-published'>['data'];
type Event = EventNamed<
  'notice-published' | 'notice-continued' | 'notice-lengthened' | 'notice-ended' | 'notice-withdrawn'
>;
type Publish = Command<'publish', Omit<Published, 'notice' | 'closesAt'> & { closingTime: string }>;
type Lengthen = Command<'lengthen', z.infer<typeof lengthenNotice>>;
type Withdraw = Command<'withdraw', { reason: string }>;

export type State = z.infer<typeof noticeView> | undefined;
export const initial = undefined as State;

export function decide(notice: State, command: Publish | Lengthen | Withdraw | Command<'end'>): Event[] | Refusal {
  switch (command.type) {
    case 'publish': {
      const { items, closingTime, ...data } = command.data;
      if (notice && !notice.withdrawn) return refuse('already-exists', { what: `${notice.title}（公示）` });
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
    case 'lengthen':
      return lengthened(notice, command);
    case 'withdraw': {
      if (!notice || notice.withdrawn) return [];
      const { reason } = command.data;
      return [{ type: 'notice-withdrawn', data: { notice: notice.notice, list: notice.list, reason } }];
    }
    case 'end':
      // Lengthened meanwhile, it has a later end.
      if (!notice || notice.ended || notice.withdrawn || Date.parse(command.now) < Date.parse(notice.closesAt))
        return [];
      return [{ type: 'notice-ended', data: { notice: notice.notice, list: notice.list } }];
    default:
      return command satisfies never;
  }
}

function lengthened(notice: State, { id, data, now }: Lengthen): Event[] | Refusal {
  if (!notice) return refuse('not-found', { what: id });
  const { list, lastDay: before, closesAt } = notice;
  if (notice.withdrawn) return refuse('notice-taken-back', { title: notice.title });
  if (notice.ended || Date.parse(now) >= Date.parse(closesAt)) return refuse('notice-over', { lastDay: before });
  const { lastDay, reason } = data;
  if (lastDay <= before) return refuse('notice-not-longer', { lastDay, before });
  const at = `${lastDay}${closesAt.slice(before.length)}`;
  return [{ type: 'notice-lengthened', data: { notice: id, list, lastDay, closesAt: at, reason } }];
}

export function evolve(notice: State, event: Event): State {
  if (event.type === 'notice-published') return { ...event.data, ended: false };
  if (!notice) throw new Error(`${event.type} before the notice was published`);
  if (event.type === 'notice-ended') return { ...notice, ended: true };
  if (event.type === 'notice-withdrawn') return { ...notice, withdrawn: event.data.reason };
  if (event.type === 'notice-lengthened') {
    const { lastDay, closesAt, reason } = event.data;
    return {
      ...notice,
      lastDay,
      closesAt,
      lengthened: [...(notice.lengthened ?? []), { from: notice.lastDay, reason }],
    };
  }
  return { ...notice, items: [...notice.items, ...event.data.items] };
}

/** Makes requests of this noun. */
export const noticeCommand = requestsOf<Parameters<typeof decide>[1]>('notice');
