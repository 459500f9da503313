// What readers see of needs.
import type { EventNamed, NeedAnswer, View } from '@jiangong/contracts';

export const needs: View<NeedAnswer, EventNamed<'need-posted' | 'need-withdrawn' | 'need-solved'>> = {
  name: 'needs',
  events: ['need-posted', 'need-withdrawn', 'need-solved'],
  key: ({ data }) => data.need,
  apply(row, event) {
    if (event.type === 'need-posted') return { ...event.data, status: 'open' };
    if (!row) return undefined;
    return event.type === 'need-solved'
      ? { ...row, status: 'solved', result: event.data.result }
      : { ...row, status: 'withdrawn', reason: event.data.reason };
  },
  index: ['studio', 'status'],
};
