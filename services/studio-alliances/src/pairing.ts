// A pairing run: requested with its input, written down in pages, complete only as a whole, decided on one by one.
import {
  type Command,
  digestOf,
  type EventNamed,
  type PairingProposal,
  proposalsPerPage,
  type Refusal,
  refuse,
  requestsOf,
} from '@jiangong/contracts';
import type { Decision, PairingEvent, State } from './pairing-state.ts';
import { wrongState } from './state-labels.ts';

export { evolve, initial, type State } from './pairing-state.ts';

type Couple = [string, string];
/** The request: which studios, as they are now, and people's wishes. */
export interface PairingOrder {
  mode: EventNamed<'pairing-requested'>['data']['mode'];
  studios: { studio: string; version: number }[];
  kept: Couple[];
  forbidden: Couple[];
  leaders: { studio: string; members: number }[];
}
/** A part of the answer that fits a commit; written down before the run is complete, and shown only then. */
export interface Part {
  proposed: { page: number; proposals: PairingProposal[] }[];
  left: { page: number; studios: EventNamed<'pairing-left'>['data']['studios'] }[];
  priced: Omit<EventNamed<'pairing-priced'>['data'], 'pairing'>[];
}
export interface Certificate {
  completed: Omit<EventNamed<'pairing-completed'>['data'], 'pairing'>;
  certified: Omit<EventNamed<'pairing-certified'>['data'], 'pairing'>;
}
type PairingCommand =
  | Command<'request', PairingOrder & { after?: string | undefined }>
  | Command<'record', Part>
  | Command<'finish', Certificate>
  | Command<'fail', { reason: string }>
  | Command<'cancel', object>
  | Command<'repeat', object>
  | Command<'note-repetition', { repetition: number; digest: string }>
  | Command<'accept', { number: number }>
  | Command<'drop', { number: number }>
  /** Numbers of one page; `undecided`: what was decided stays as it is. */
  | Command<'decide', { numbers: number[]; decision: Decision; undecided?: true }>;

export const inputPage = 500;

export function decide(run: State, command: PairingCommand): PairingEvent[] | Refusal {
  const { id: pairing } = command;
  if (command.type === 'request')
    return run ? refuse('already-exists', { what: pairing }) : requested(pairing, command.data);
  if (!run) return refuse('not-found', { what: pairing });
  switch (command.type) {
    case 'record': {
      if (run.status !== 'running') return [];
      const { proposed, left, priced } = command.data;
      return [
        ...proposed.map((page) => ({ type: 'pairing-proposed' as const, data: { pairing, ...page } })),
        ...left.map((page) => ({ type: 'pairing-left' as const, data: { pairing, ...page } })),
        ...priced.map((page) => ({ type: 'pairing-priced' as const, data: { pairing, ...page } })),
      ];
    }
    case 'finish': {
      if (run.status !== 'running') return [];
      const { certified, completed } = command.data;
      // Pages of two different answers, of two programs that disagree, never become one.
      if (digestOfCouples(run.pages.flat()) !== completed.digest) return not('running', 'completed');
      return [
        { type: 'pairing-certified', data: { pairing, ...certified } },
        { type: 'pairing-completed', data: { pairing, ...completed } },
      ];
    }
    case 'fail':
      if (run.status !== 'running') return [];
      return [{ type: 'pairing-failed', data: { pairing, reason: command.data.reason.slice(0, 1000) } }];
    case 'cancel':
      if (run.status === 'cancelled') return [];
      return run.status === 'running' ? [{ type: 'pairing-cancelled', data: { pairing } }] : not(run.status, 'running');
    case 'repeat':
      if (run.status !== 'completed') return not(run.status, 'completed');
      if (run.repeating) return [];
      return [{ type: 'pairing-repeat-requested', data: { pairing, repetition: run.repetition + 1 } }];
    case 'note-repetition': {
      const { repetition, digest } = command.data;
      if (!run.repeating || repetition !== run.repetition) return [];
      return [{ type: 'pairing-repeated', data: { pairing, repetition, digest, equal: digest === run.digest } }];
    }
    case 'accept':
    case 'drop': {
      const { number } = command.data;
      const studios = run.status === 'completed' && run.pages.flat()[number - 1];
      if (!studios) return refuse('not-found', { what: `${pairing} / ${number}` });
      const type = command.type === 'accept' ? 'proposal-accepted' : 'proposal-dropped';
      if (run.decided[number] === (command.type === 'accept' ? 'accepted' : 'dropped')) return [];
      return [{ type, data: { pairing, number, page: pageOf(number), studios } }];
    }
    case 'decide': {
      const { numbers, decision, undecided } = command.data;
      const all = run.status === 'completed' ? run.pages.flat() : [];
      const unknown = numbers.find((number) => !all[number - 1]);
      if (unknown !== undefined) return refuse('not-found', { what: `${pairing} / ${unknown}` });
      const now = (number: number) => run.decided[number] ?? 'open';
      const other = numbers.filter((n) => now(n) !== decision && (!undecided || now(n) === 'open'));
      if (other.length === 0) return [];
      return [{ type: 'proposals-decided', data: { pairing, page: pageOf(other[0]!), decision, numbers: other } }];
    }
    default:
      return command satisfies never;
  }
}

export const pageOf = (number: number) => Math.ceil(number / proposalsPerPage);

/** Each pair sorted, then all of them, by code unit: the same pairing has the same digest. */
export const digestOfCouples = (couples: readonly (readonly [string, string])[]) =>
  digestOf(
    couples
      .map(([a, b]) => (a < b ? [a, b] : [b, a]))
      .sort((x, y) => (x[0]! < y[0]! || (x[0] === y[0] && x[1]! < y[1]!) ? -1 : 1)),
  );

const not = (status: NonNullable<State>['status'], needed: NonNullable<State>['status']) =>
  wrongState('pairing-state', '', status, needed);

function requested(
  pairing: string,
  { after, ...order }: PairingOrder & { after?: string | undefined },
): PairingEvent[] {
  const { mode, studios, kept, forbidden, leaders } = order;
  const pages = Math.ceil(Math.max(studios.length, kept.length, forbidden.length, leaders.length) / inputPage);
  const input = digestOf({ ...order, studios: studios.map(({ studio, version }) => `${studio} ${version}`) });
  return [
    {
      type: 'pairing-requested',
      data: { pairing, mode, studios: studios.length, pages, input, ...(after ? { after } : {}) },
    },
    ...Array.from({ length: pages }, (_, at): PairingEvent => {
      const part = <T>(list: T[]) => list.slice(at * inputPage, (at + 1) * inputPage);
      const lists = { kept: part(kept), forbidden: part(forbidden), leaders: part(leaders) };
      return { type: 'pairing-input', data: { pairing, page: at + 1, studios: part(studios), ...lists } };
    }),
  ];
}

/** Makes requests of this noun. */
export const pairingCommand = requestsOf<PairingCommand>('pairing');
