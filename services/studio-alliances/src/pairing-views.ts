// What readers see of pairing runs: how far each is, its input, proposals, studios left out and prices, page by page.
import type { EventNamed, PairingAnswer, PairingProposal, View } from '@jiangong/contracts';
import type { Decision } from './pairing-state.ts';

const runEvents = [
  'pairing-requested',
  'pairing-certified',
  'pairing-completed',
  'pairing-cancelled',
  'pairing-failed',
  'pairing-repeat-requested',
  'pairing-repeated',
] as const;
export interface PairingRow extends PairingAnswer {
  org: string;
  inputPages: number;
  /** What is still to be worked out. */
  work: 'run' | 'repeat' | 'none';
}
export const pairings: View<PairingRow, EventNamed<(typeof runEvents)[number]>> = {
  name: 'pairings',
  events: runEvents,
  key: (event) => event.data.pairing,
  apply(row, event) {
    const { org, time } = event;
    if (event.type === 'pairing-requested') {
      const { pages, ...request } = event.data;
      return { ...request, org, status: 'running', requestedAt: time, inputPages: pages, work: 'run' };
    }
    // Runs of the first days were not requested by an event of their own.
    if (event.type === 'pairing-completed')
      return { org, inputPages: 0, ...row, ...event.data, status: 'completed', work: 'none' };
    if (!row) return undefined;
    switch (event.type) {
      case 'pairing-certified':
        return { ...row, ...event.data };
      case 'pairing-cancelled':
        return { ...row, status: 'cancelled', work: 'none' };
      case 'pairing-failed':
        return { ...row, status: 'failed', work: 'none', failure: event.data.reason };
      case 'pairing-repeat-requested':
        return { ...row, work: 'repeat', repetition: { repetition: event.data.repetition } };
      case 'pairing-repeated': {
        const { pairing: _, ...repetition } = event.data;
        return { ...row, work: 'none', repetition };
      }
      default:
        return event satisfies never;
    }
  },
  index: ['status', 'work'],
  revision: 2,
};

interface Paged {
  pairing: string;
  page: number;
}
export const pageKey = (pairing: string, page: number) => `${pairing}/${page}`;
const keyOfPage = ({ data }: { data: Paged }) => pageKey(data.pairing, data.page);
export const inputs: View<EventNamed<'pairing-input'>['data'], EventNamed<'pairing-input'>> = {
  name: 'pairing-inputs',
  events: ['pairing-input'],
  key: keyOfPage,
  apply: (_, event) => event.data,
};
export const leftOuts: View<EventNamed<'pairing-left'>['data'], EventNamed<'pairing-left'>> = {
  name: 'pairing-left-outs',
  events: ['pairing-left'],
  key: keyOfPage,
  apply: (_, event) => event.data,
};
export const prices: View<EventNamed<'pairing-priced'>['data'], EventNamed<'pairing-priced'>> = {
  name: 'pairing-prices',
  events: ['pairing-priced'],
  key: keyOfPage,
  apply: (_, event) => event.data,
};

export interface ProposalPage extends Paged {
  proposals: (PairingProposal & { decision: Decision })[];
}
/** One row a page, so that a decision rewrites no more than its page. */
export const proposals: View<
  ProposalPage,
  EventNamed<'pairing-proposed' | 'proposal-accepted' | 'proposal-dropped' | 'proposals-decided'>
> = {
  name: 'proposals',
  events: ['pairing-proposed', 'proposal-accepted', 'proposal-dropped', 'proposals-decided'],
  key: ({ data }) => pageKey(data.pairing, data.page),
  apply(row, event) {
    if (event.type === 'pairing-proposed')
      return { ...event.data, proposals: event.data.proposals.map((p) => ({ ...p, decision: 'open' })) };
    const { decision, numbers } =
      event.type === 'proposals-decided'
        ? event.data
        : {
            decision: event.type === 'proposal-accepted' ? ('accepted' as const) : ('dropped' as const),
            numbers: [event.data.number],
          };
    return (
      row && { ...row, proposals: row.proposals.map((p) => (numbers.includes(p.number) ? { ...p, decision } : p)) }
    );
  },
  revision: 2,
};
