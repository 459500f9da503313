// An output: logged by a member, submitted, accepted or rejected (and submitted again); it counts in the year of its adoption.
import {
  type Actor,
  type amendOutput,
  type CloudEvent,
  type Command,
  type certifyBenefit,
  type EventNamed,
  type NamedFile,
  type noteAward,
  type Refusal,
  refuse,
  requestsOf,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { admitted } from './belonging.ts';
import { twelveMonthsFrom, yearOf } from './duty-rules.ts';
import { wrongState } from './state-labels.ts';

type Logged = EventNamed<'output-logged'>['data'];
type OutputCommand =
  | Command<'log', Omit<Logged, 'output'>>
  | Command<'amend', Omit<z.infer<typeof amendOutput>, 'files'> & { files?: NamedFile[] | undefined }>
  | Command<'submit', object>
  | Command<'certify-benefit', z.infer<typeof certifyBenefit>>
  | Command<'accept', object>
  | Command<'reject', { reason: string }>
  | Command<'withdraw', { reason: string }>
  | Command<'note-award', z.infer<typeof noteAward>>;
type OutputEvent = EventNamed<
  | 'output-logged'
  | 'output-amended'
  | 'output-submitted'
  | 'output-benefit-certified'
  | 'output-accepted'
  | 'output-rejected'
  | 'output-withdrawn'
  | 'output-award-noted'
>;
export type OutputStatus = 'draft' | 'submitted' | 'accepted' | 'rejected' | 'withdrawn';

type Certified = EventNamed<'output-benefit-certified'>['data'];
export type State =
  | (Logged & {
      status: OutputStatus;
      /** Who wrote it: logged it or amended it. */
      authors: string[];
      benefit?: Certified;
      /** Everybody who certified one of its benefits. */
      certifiers: string[];
      accepter?: string;
    })
  | undefined;
export const initial = undefined as State;

export const admits = (output: State, actor: Actor) => admitted(output, actor);

export function decide(state: State, command: OutputCommand): OutputEvent[] | Refusal {
  const { businessDate } = command;
  if (command.type === 'log') {
    if (state) return refuse('already-exists', { what: state.title });
    return [{ type: 'output-logged', data: { output: command.id, ...command.data } }];
  }
  if (!state) return refuse('not-found', { what: command.id });
  const { output, alliance, title, adoptedOn, status } = state;
  const about = { output, alliance };
  const not = (...needed: OutputStatus[]) => wrongState('output-state', title, status, ...needed);
  /** Who logs, who certifies and who accepts are different people. */
  const isOneOf = (...people: (string | undefined)[]) => people.includes(command.actor.sub);
  switch (command.type) {
    case 'amend': {
      if (status !== 'draft' && status !== 'rejected') return not('draft', 'rejected');
      if (isOneOf(...state.certifiers)) return refuse('another-person', { title });
      const { kind, applied, contributors, evidence, files, wonElsewhere } = state;
      const content = { kind, title, applied, contributors, adoptedOn, evidence };
      const optional = { ...(files ? { files } : {}), ...(wonElsewhere ? { wonElsewhere } : {}) };
      const amended = { ...content, ...optional, ...command.data };
      return [{ type: 'output-amended', data: { ...about, ...amended } }];
    }
    case 'submit':
      if (status === 'submitted') return [];
      if (status !== 'draft' && status !== 'rejected') return not('draft', 'rejected');
      if ((state.evidence.length === 0 && !state.files?.length) || adoptedOn > businessDate)
        return refuse('output-incomplete', { title, adoptedOn, on: businessDate });
      return [{ type: 'output-submitted', data: about }];
    case 'certify-benefit': {
      if (status !== 'submitted' && status !== 'accepted') return not('submitted', 'accepted');
      const { from, to } = command.data;
      const until = twelveMonthsFrom(adoptedOn);
      if (from < adoptedOn || to < from || to > until || to > businessDate)
        return refuse('benefit-period', { adoptedOn, until, from, to });
      if (isOneOf(...state.authors, state.accepter)) return refuse('another-person', { title });
      const { benefit } = state;
      if (benefit && !benefit.provisional && command.data.reason === undefined)
        return refuse('benefit-reason', { title });
      const { yuan: given, ...data } = command.data;
      const yuan = given ?? netOf(data);
      const provisional = from > adoptedOn || to < until;
      return [{ type: 'output-benefit-certified', data: { ...about, ...data, yuan, provisional } }];
    }
    case 'accept':
      if (status === 'accepted') return [];
      if (status !== 'submitted') return not('submitted');
      if (isOneOf(...state.authors, ...state.certifiers)) return refuse('another-person', { title });
      return [
        {
          type: 'output-accepted',
          data: { ...about, year: yearOf(adoptedOn), counts: state.wonElsewhere === undefined },
        },
      ];
    case 'reject':
      if (status !== 'submitted') return not('submitted');
      return [{ type: 'output-rejected', data: { ...about, reason: command.data.reason } }];
    case 'withdraw':
      if (status === 'withdrawn') return [];
      // What was accepted has been counted: only an organiser of its own union takes it back.
      if (status === 'accepted' && !(command.actor.org === state.owner && command.actor.roles.includes('organiser')))
        return not('draft', 'submitted', 'rejected');
      return [{ type: 'output-withdrawn', data: { ...about, reason: command.data.reason } }];
    case 'note-award': {
      if (status === 'withdrawn') return not('draft', 'submitted', 'accepted', 'rejected');
      if (command.data.wonElsewhere === state.wonElsewhere) return [];
      return [{ type: 'output-award-noted', data: { ...about, ...command.data } }];
    }
    default:
      return command satisfies never;
  }
}

/** In cents, so that no fraction is lost; where the cost is greater, nothing. */
const netOf = ({ gross = 0, cost = 0 }: { gross?: number | undefined; cost?: number | undefined }) =>
  Math.max(0, Math.round(gross * 100) - Math.round(cost * 100)) / 100;

const statusAfter = {
  'output-submitted': 'submitted',
  'output-rejected': 'rejected',
  'output-withdrawn': 'withdrawn',
} as const;

export function evolve(state: State, event: OutputEvent & Pick<CloudEvent, 'actor'>): State {
  const { actor } = event;
  if (event.type === 'output-logged') return { ...event.data, status: 'draft', authors: [actor], certifiers: [] };
  if (!state) throw new Error(`${event.type} before the output was logged`);
  switch (event.type) {
    case 'output-amended': {
      const { benefit, ...rest } = state;
      const standing = benefit && event.data.adoptedOn === state.adoptedOn ? { benefit } : {};
      return { ...rest, ...standing, ...event.data, authors: [...new Set([...state.authors, actor])] };
    }
    case 'output-benefit-certified':
      return { ...state, benefit: event.data, certifiers: [...new Set([...state.certifiers, actor])] };
    case 'output-award-noted':
      return { ...state, wonElsewhere: event.data.wonElsewhere };
    case 'output-accepted':
      return { ...state, status: 'accepted', accepter: actor };
    default:
      return { ...state, status: statusAfter[event.type] };
  }
}

/** Makes requests of this noun. */
export const outputCommand = requestsOf<OutputCommand>('output');
