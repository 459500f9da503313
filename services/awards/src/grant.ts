// A grant: one honour for one recipient. Every event tells it whole, one revision further, so that an HR system needs
// no other event to know what to store.
import {
  type Command,
  type EventNamed,
  type Grant,
  isRefusal,
  type Refusal,
  refuse,
  requestsOf,
  type StateChange,
} from '@jiangong/contracts';
import { claimOf } from './eligibility.ts';
import { type Correction, correctedBy, unsaid } from './grant-correction.ts';

type Event = EventNamed<'award-granted' | 'award-corrected' | 'award-revoked'>;
type GrantCommand =
  | Command<'grant', Omit<Grant, 'grant' | 'revision' | 'status'>>
  | Command<'correct', Correction>
  | Command<'revoke', { reason: string }>;

export type State = Grant | undefined;
export const initial = undefined as State;

export function decide(grant: State, command: GrantCommand): Event[] | Refusal {
  if (command.type === 'grant')
    return grant
      ? []
      : [{ type: 'award-granted', data: { grant: command.id, revision: 1, status: 'granted', ...command.data } }];
  if (!grant) return refuse('not-found', { what: command.id });
  const revision = grant.revision + 1;
  switch (command.type) {
    case 'correct': {
      if (grant.status === 'revoked') return refuse('grant-revoked');
      const corrected = correctedBy(grant, command);
      if (isRefusal(corrected)) return corrected;
      if (JSON.stringify(corrected) === JSON.stringify(unsaid(grant))) return [];
      const { honour } = corrected;
      // What its name claims already was approved with the list.
      const claim = claimOf(grant.honour, undefined) ? undefined : claimOf(honour, undefined);
      if (claim) return claim;
      const { reason } = command.data;
      return [{ type: 'award-corrected', data: { ...corrected, revision, status: 'corrected', reason } }];
    }
    case 'revoke': {
      if (grant.status === 'revoked') return [];
      if (command.businessDate < grant.decisionDate)
        return refuse('before-decision', { on: command.businessDate, date: grant.decisionDate });
      const validTo = grant.validTo && grant.validTo < command.businessDate ? grant.validTo : command.businessDate;
      const { reason } = command.data;
      return [{ type: 'award-revoked', data: { ...unsaid(grant), revision, status: 'revoked', validTo, reason } }];
    }
    default:
      return command satisfies never;
  }
}

export function evolve(_: State, event: Event): State {
  return event.data;
}

/** What HR systems find of it on the state topic. */
export const states = ({ data }: Event): StateChange[] => [{ topic: 'awards.state.v1', key: data.grant, value: data }];

/** Makes requests of this noun. */
export const grantCommand = requestsOf<GrantCommand>('grant');
