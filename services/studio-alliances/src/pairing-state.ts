// What a pairing run remembers: how far it is, whom it proposed, and what people said of it.
import type { EventNamed, PairingProposal, proposalDecision } from '@jiangong/contracts';
import type { z } from 'zod';

export type Decision = z.infer<typeof proposalDecision>;
type Couple = PairingProposal['studios'];
export type PairingEvent = EventNamed<
  | 'pairing-requested'
  | 'pairing-input'
  | 'pairing-proposed'
  | 'pairing-left'
  | 'pairing-priced'
  | 'pairing-certified'
  | 'pairing-completed'
  | 'pairing-cancelled'
  | 'pairing-failed'
  | 'pairing-repeat-requested'
  | 'pairing-repeated'
  | 'proposal-accepted'
  | 'proposal-dropped'
  | 'proposals-decided'
>;
export type State =
  | {
      status: 'running' | 'completed' | 'cancelled' | 'failed';
      /** Page by page, the couples that were written down. */
      pages: Couple[][];
      digest?: string;
      /** The last repetition requested, and whether its answer is there. */
      repetition: number;
      repeating: boolean;
      /** What people said of proposals; of all others nothing yet. */
      decided: Record<number, Decision>;
    }
  | undefined;
export const initial = undefined as State;

const begun: NonNullable<State> = { status: 'running', pages: [], repetition: 0, repeating: false, decided: {} };

export function evolve(state: State, event: PairingEvent): State {
  const run = state ?? begun;
  switch (event.type) {
    case 'pairing-requested':
    case 'pairing-input':
    case 'pairing-left':
    case 'pairing-priced':
    case 'pairing-certified':
      return run;
    case 'pairing-proposed': {
      const pages = run.pages.slice();
      pages[event.data.page - 1] = event.data.proposals.map((p) => p.studios);
      return { ...run, pages };
    }
    case 'pairing-completed':
      return { ...run, status: 'completed', digest: event.data.digest };
    case 'pairing-cancelled':
      return { ...run, status: 'cancelled' };
    case 'pairing-failed':
      return { ...run, status: 'failed' };
    case 'pairing-repeat-requested':
      return { ...run, repetition: event.data.repetition, repeating: true };
    case 'pairing-repeated':
      return { ...run, repeating: false };
    case 'proposal-accepted':
      return { ...run, decided: { ...run.decided, [event.data.number]: 'accepted' } };
    case 'proposal-dropped':
      return { ...run, decided: { ...run.decided, [event.data.number]: 'dropped' } };
    case 'proposals-decided': {
      const { decision, numbers } = event.data;
      return { ...run, decided: { ...run.decided, ...Object.fromEntries(numbers.map((n) => [n, decision])) } };
    }
    default:
      return event satisfies never;
  }
}
