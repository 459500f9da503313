// A decision under its document number, with every grant it makes; revoking it takes them all.
import {
  type Command,
  type Decided,
  type decisionView,
  type EventNamed,
  grantId,
  type Refusal,
  refuse,
  requestsOf,
  type revokeDecision,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { pagesOf } from './pages.ts';

type Event = EventNamed<'decision-issued' | 'decision-revoked'>;
type DecisionCommand = Command<'issue', Omit<Decided, 'decision'>> | Command<'revoke', z.infer<typeof revokeDecision>>;

export type State = z.infer<typeof decisionView> | undefined;
export const initial = undefined as State;

export function decide(decision: State, command: DecisionCommand): Event[] | Refusal {
  switch (command.type) {
    case 'issue': {
      if (command.data.page <= (decision?.recorded ?? 0)) return [];
      return [{ type: 'decision-issued', data: { decision: command.id, ...command.data } }];
    }
    case 'revoke': {
      if (!decision) return refuse('not-found', { what: command.id });
      const { number, date } = decision.document;
      if (decision.revoked) return refuse('decision-already-revoked', { number, ...decision.revoked });
      if (decision.recorded < decision.pages) return refuse('decision-incomplete');
      if (command.businessDate < date) return refuse('before-decision', { on: command.businessDate, date });
      const { reason, returnBy } = command.data;
      if (returnBy < command.businessDate) return refuse('return-date-past', { returnBy, on: command.businessDate });
      const pages = pagesOf(decision.grants);
      const head = { decision: command.id, reason, returnBy, revokedOn: command.businessDate, pages: pages.length };
      return pages.map((grants, i) => ({ type: 'decision-revoked', data: { ...head, page: i + 1, grants } }));
    }
    default:
      return command satisfies never;
  }
}

export function evolve(decision: State, event: Event): State {
  if (event.type === 'decision-issued') {
    const { awards, page, competition: _, ...head } = event.data;
    const grants = awards.map((a) => grantId(head.decision, a.honour.code, a.recipient.id));
    return { ...head, recorded: page, grants: [...(decision?.grants ?? []), ...grants] };
  }
  if (!decision) throw new Error('a decision was revoked before it was issued');
  const { reason, returnBy, revokedOn } = event.data;
  return { ...decision, revoked: { reason, returnBy, revokedOn } };
}

/** Makes requests of this noun. */
export const decisionCommand = requestsOf<DecisionCommand>('decision');
