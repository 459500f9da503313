// A pairing run: its proposals in pages, its certificate, and a person's word on each proposal.
import {
  type Command,
  type EventNamed,
  type PairingProposal,
  proposalsPerPage,
  type Refusal,
  refuse,
} from '@jiangong/contracts';

/** What a run found, computed before the command: the rules only record it. */
export type Found = Omit<EventNamed<'pairing-completed'>['data'], 'pairing' | 'count' | 'pages'> & {
  proposals: PairingProposal[];
};
type PairingCommand =
  | Command<'run', Found>
  | Command<'accept', { number: number }>
  | Command<'drop', { number: number }>;
type PairingEvent = EventNamed<'pairing-proposed' | 'pairing-completed' | 'proposal-accepted' | 'proposal-dropped'>;

export type State =
  | { studios: PairingProposal['studios'][]; decided: Record<number, 'proposal-accepted' | 'proposal-dropped'> }
  | undefined;
export const initial = undefined as State;

export function decide(pairing: State, command: PairingCommand): PairingEvent[] | Refusal {
  const { id } = command;
  switch (command.type) {
    case 'run': {
      if (pairing) return refuse('already-exists', { what: id });
      const { proposals, ...certificate } = command.data;
      const pages = Math.ceil(proposals.length / proposalsPerPage);
      const paged: PairingEvent[] = Array.from({ length: pages }, (_, at) => ({
        type: 'pairing-proposed',
        data: {
          pairing: id,
          page: at + 1,
          proposals: proposals.slice(at * proposalsPerPage, (at + 1) * proposalsPerPage),
        },
      }));
      return [
        ...paged,
        { type: 'pairing-completed', data: { pairing: id, ...certificate, count: proposals.length, pages } },
      ];
    }
    case 'accept':
    case 'drop': {
      const { number } = command.data;
      const studios = pairing?.studios[number - 1];
      if (!pairing || !studios) return refuse('not-found', { what: `${id} / ${number}` });
      const type = command.type === 'accept' ? 'proposal-accepted' : 'proposal-dropped';
      if (pairing.decided[number] === type) return [];
      return [{ type, data: { pairing: id, number, page: pageOf(number), studios } }];
    }
    default:
      return command satisfies never;
  }
}

export const pageOf = (number: number) => Math.ceil(number / proposalsPerPage);

export function evolve(pairing: State, event: PairingEvent): State {
  const { studios, decided } = pairing ?? { studios: [], decided: {} };
  switch (event.type) {
    case 'pairing-proposed':
      return { decided, studios: [...studios, ...event.data.proposals.map((p) => p.studios)] };
    case 'pairing-completed':
      return { decided, studios };
    case 'proposal-accepted':
    case 'proposal-dropped':
      return { studios, decided: { ...decided, [event.data.number]: event.type } };
    default:
      return event satisfies never;
  }
}
