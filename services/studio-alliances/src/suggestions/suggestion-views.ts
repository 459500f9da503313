// What readers see of suggestions and their links; who made a suggestion stands in a private row.
import type { EventNamed, SuggestionAnswer, View } from '@jiangong/contracts';
import type { SuggestionEvent } from './suggestion.ts';

export type LinkRow = EventNamed<'suggestion-link-opened'>['data'] & { org: string; revoked?: string };
export const suggestionLinks: View<LinkRow, EventNamed<'suggestion-link-opened' | 'suggestion-link-revoked'>> = {
  name: 'suggestion-links',
  events: ['suggestion-link-opened', 'suggestion-link-revoked'],
  key: ({ data }) => data.link,
  apply(row, event) {
    if (event.type === 'suggestion-link-opened') return { ...event.data, org: event.org };
    return row && { ...row, revoked: event.data.reason };
  },
  index: ['check'],
};

export type SuggestionRow = Omit<SuggestionAnswer, 'label' | 'name' | 'contact'> & { receipt: string };
export const suggestions: View<SuggestionRow, SuggestionEvent> = {
  name: 'suggestions',
  events: [
    'suggestion-proposed',
    'suggestion-taken-up',
    'suggestion-tried',
    'suggestion-adopted',
    'suggestion-declined',
    'suggestion-proposer-erased',
  ],
  key: ({ data }) => data.suggestion,
  apply(row, event) {
    if (event.type === 'suggestion-proposed') return { ...event.data, status: 'proposed' };
    if (!row) return undefined;
    switch (event.type) {
      case 'suggestion-taken-up': {
        const { studio, studioName, on } = event.data;
        return { ...row, status: 'taken-up', studio, studioName, on };
      }
      case 'suggestion-tried':
        return { ...row, status: 'tried', note: event.data.note, on: event.data.on };
      case 'suggestion-adopted': {
        const { alliance, output, reason, on } = event.data;
        return { ...row, status: 'adopted', alliance, output, reason, on };
      }
      case 'suggestion-declined':
        return { ...row, status: 'declined', reason: event.data.reason, on: event.data.on };
      case 'suggestion-proposer-erased':
        return row;
      default:
        return event satisfies never;
    }
  },
  index: ['receipt', 'status', 'studio'],
};
