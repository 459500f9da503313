// What an output remembers, and how each event changes it.
import type {
  adoptOutput,
  amendOutput,
  CloudEvent,
  Command,
  certifyBenefit,
  EventNamed,
  NamedFile,
  noteAward,
  OutputRule,
  outputComparison,
} from '@jiangong/contracts';
import { peopleOf } from '@jiangong/contracts';
import type { z } from 'zod';
import type { Rules } from './output-rule-checks.ts';

type Logged = EventNamed<'output-logged'>['data'];
type Comparison = z.infer<typeof outputComparison>;
/** What was accepted before and is alike, and what the accepter says of each. */
export type Compared = { alike?: { output: string; title: string }[]; comparisons?: Comparison[] | undefined };
/** The rules that its union has published. */
type ByRules = { rules?: Rules | undefined };
export type OutputCommand =
  | Command<'log', Omit<Logged, 'output'> & ByRules>
  | Command<'amend', Omit<z.infer<typeof amendOutput>, 'files'> & { files?: NamedFile[] | undefined } & ByRules>
  | Command<'submit', ByRules>
  | Command<'certify-benefit', z.infer<typeof certifyBenefit>>
  | Command<'adopt', z.infer<typeof adoptOutput>>
  | Command<'accept', Compared>
  | Command<'reject', { reason: string }>
  | Command<'withdraw', { reason: string }>
  | Command<'note-award', z.infer<typeof noteAward>>
  /** The twelve months have passed. */
  | Command<'end-benefit-year', { until: string }>;
export type OutputEvent = EventNamed<
  | 'output-logged'
  | 'output-amended'
  | 'output-submitted'
  | 'output-benefit-certified'
  | 'output-accepted'
  | 'output-rejected'
  | 'output-withdrawn'
  | 'output-award-noted'
  | 'output-adopted'
  | 'output-benefit-year-ended'
  | 'alliance-reminder-due'
>;
export type OutputStatus = 'draft' | 'submitted' | 'accepted' | 'rejected' | 'withdrawn';

type Adopted = Pick<EventNamed<'output-adopted'>['data'], 'unit' | 'adoptedOn' | 'yuan'>;
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
      /** On whose behalf, if a deputy accepted it. */
      acceptedFor?: string;
      /** What it is judged by since it was submitted. */
      rule?: OutputRule | undefined;
      adoptions?: Adopted[];
    })
  | undefined;
export const initial = undefined as State;

const statusAfter = {
  'output-rejected': 'rejected',
  'output-withdrawn': 'withdrawn',
} as const;

export function evolve(state: State, event: OutputEvent & Pick<CloudEvent, 'actor' | 'behalf'>): State {
  const { actor, behalf } = event;
  const people = peopleOf({ sub: actor, behalf });
  if (event.type === 'output-logged') {
    // What came of a suggestion was written by whoever adopted that.
    const authors = event.data.suggestion?.by ?? people;
    return { ...event.data, status: 'draft', authors, certifiers: [] };
  }
  if (!state) throw new Error(`${event.type} before the output was logged`);
  switch (event.type) {
    case 'output-amended': {
      const { benefit, ...rest } = state;
      const standing = benefit && event.data.adoptedOn === state.adoptedOn ? { benefit } : {};
      return { ...rest, ...standing, ...event.data, authors: [...new Set([...state.authors, ...people])] };
    }
    case 'output-benefit-certified':
      return { ...state, benefit: event.data, certifiers: [...new Set([...state.certifiers, ...people])] };
    case 'output-submitted':
      return { ...state, status: 'submitted', rule: event.data.rule };
    case 'output-adopted': {
      const { output: _, alliance: __, ...adopted } = event.data;
      return { ...state, adoptions: [...(state.adoptions ?? []), adopted] };
    }
    case 'output-benefit-year-ended':
    case 'alliance-reminder-due':
      return state;
    case 'output-award-noted':
      return { ...state, wonElsewhere: event.data.wonElsewhere };
    case 'output-accepted':
      return {
        ...state,
        status: 'accepted',
        accepter: actor,
        ...(behalf === undefined ? {} : { acceptedFor: behalf }),
      };
    default:
      return { ...state, status: statusAfter[event.type] };
  }
}
