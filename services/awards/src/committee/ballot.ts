// A secret ballot: the record says who voted and, once it is closed, the counts. What each voted is in rows that nobody reads
// before the count, and that are gone with it.
import {
  type BallotRule,
  type ballotView,
  type Command,
  type castVote,
  type EventNamed,
  type Refusal,
  refuse,
  requestsOf,
} from '@jiangong/contracts';
import type { z } from 'zod';

type Opened = EventNamed<'ballot-opened'>['data'];
type Event = EventNamed<'ballot-opened' | 'ballot-recused' | 'vote-cast' | 'ballot-closed'>;
/** Votes about one candidate. */
export type Counts = Pick<
  EventNamed<'ballot-closed'>['data']['results'][number],
  'candidate' | 'for' | 'against' | 'abstain'
>;
export type BallotCommand =
  | Command<'open', Omit<Opened, 'ballot' | 'by'>>
  | Command<'recuse', { reason: string; substitute?: string | undefined }>
  | Command<'cast', z.infer<typeof castVote>>
  /** `counted`: whose votes these are. */
  | Command<'close', { counts: Counts[]; counted: string[] }>;

export type State = z.infer<typeof ballotView> | undefined;
export const initial = undefined as State;
/** Fewer cannot vote in secret. */
export const LEAST_VOTERS = 3;

export function decide(ballot: State, command: BallotCommand): Event[] | Refusal {
  if (command.type === 'open') return open(ballot, command);
  if (!ballot) return refuse('not-found', { what: command.id });
  const { title, voters, cast, closesAt, candidates } = ballot;
  if (ballot.status === 'closed') return refuse('ballot-closed', { title });
  const { actor, now } = command;
  const isOver = Date.parse(now) >= Date.parse(closesAt);
  switch (command.type) {
    case 'recuse':
    case 'cast': {
      if (actor.behalf !== undefined) return refuse('vote-in-person');
      if (!voters.includes(actor.sub)) return refuse('no-vote', { title });
      if (cast.includes(actor.sub)) return refuse('already-voted', { title });
      if (isOver) return refuse('ballot-over', { title });
      if (command.type === 'recuse')
        return [{ type: 'ballot-recused', data: { ballot: command.id, user: actor.sub, ...command.data } }];
      const about = command.data.votes.map(({ candidate }) => candidate);
      const isWhole = about.length === candidates.length && candidates.every((each) => about.includes(each));
      if (!isWhole) return refuse('vote-not-whole', { count: candidates.length });
      return [{ type: 'vote-cast', data: { ballot: command.id, voter: actor.sub } }];
    }
    case 'close': {
      const waits = voters.filter((voter) => !cast.includes(voter));
      if (!isOver && waits.length > 0) return refuse('ballot-running', { title, count: waits.length });
      const { counts, counted } = command.data;
      // A vote that came meanwhile is not among them: it is counted the next time.
      const isEach = counted.length === cast.length && cast.every((voter) => counted.includes(voter));
      const isSum = counts.every((each) => each.for + each.against + each.abstain === cast.length);
      if (!isEach || !isSum) return refuse('ballot-moving', { title });
      const quorate = isQuorate(ballot.rule, cast.length, voters.length);
      const results = counts.map((each) => ({
        ...each,
        carried: quorate && isCarried(ballot.rule, each.for, ballot.rule.of === 'cast' ? cast.length : voters.length),
      }));
      const again = ballot.reason === undefined ? {} : { reason: ballot.reason };
      const head = { ballot: command.id, list: ballot.list, by: actor.sub, ...again };
      return [
        {
          type: 'ballot-closed',
          data: { ...head, voters: voters.length, cast: cast.length, quorate, results },
        },
      ];
    }
    default:
      return command satisfies never;
  }
}

function open(ballot: State, { id, data, actor, now }: BallotCommand & { type: 'open' }): Event[] | Refusal {
  const { title, voters, closesAt, rule } = data;
  if (ballot) return refuse('already-exists', { what: title });
  if (Date.parse(closesAt) <= Date.parse(now)) return refuse('ballot-over', { title });
  const { quorum, majority } = rule;
  const tooMuch = [quorum, majority].some(({ numerator, denominator }) => numerator > denominator);
  if (tooMuch || (majority.numerator === majority.denominator && !majority.orEqual)) return refuse('share-impossible');
  if (voters.length < LEAST_VOTERS) return refuse('voters-too-few', { count: voters.length, least: LEAST_VOTERS });
  return [{ type: 'ballot-opened', data: { ballot: id, ...data, by: actor.sub } }];
}

/** Whole numbers only: two thirds of nine are six. */
const isQuorate = ({ quorum: { numerator, denominator } }: BallotRule, cast: number, voters: number) =>
  cast > 0 && cast * denominator >= voters * numerator;
function isCarried({ majority: { numerator, denominator, orEqual } }: BallotRule, votes: number, of: number) {
  const [has, needs] = [votes * denominator, of * numerator];
  return has > needs || (orEqual && votes > 0 && has === needs);
}

export function evolve(ballot: State, event: Event): State {
  if (event.type === 'ballot-opened') {
    const { by: _, ...data } = event.data;
    return { ...data, status: 'open', cast: [] };
  }
  if (!ballot) throw new Error(`${event.type} before the ballot was opened`);
  switch (event.type) {
    case 'ballot-recused': {
      const { ballot: _, ...recusal } = event.data;
      const others = ballot.voters.filter((voter) => voter !== recusal.user);
      const voters = recusal.substitute === undefined ? others : [...others, recusal.substitute];
      return { ...ballot, voters, recusals: [...ballot.recusals, recusal] };
    }
    case 'vote-cast':
      return { ...ballot, cast: [...ballot.cast, event.data.voter] };
    case 'ballot-closed': {
      const { ballot: _, list: __, by: ___, reason: ____, ...result } = event.data;
      return { ...ballot, status: 'closed', result };
    }
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const ballotCommand = requestsOf<BallotCommand>('ballot');
