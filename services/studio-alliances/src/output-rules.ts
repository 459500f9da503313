// A union's rules for outputs: drafted from a template, saved as often as needed, published in versions that never change again.
import {
  type Command,
  type draftOutputRules,
  type EventNamed,
  type OutputRulesBody,
  type Refusal,
  refuse,
  requestsOf,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { outputRulesTemplates } from './output-rules-text.ts';

type RulesCommand =
  | Command<'draft', z.infer<typeof draftOutputRules>>
  | Command<'save', { body: OutputRulesBody }>
  | Command<'publish', object>;
type RulesEvent = EventNamed<'output-rules-drafted' | 'output-rules-published'>;

export type State = { version: number; draft?: OutputRulesBody } | undefined;
export const initial = undefined as State;

export function decide(state: State, command: RulesCommand): RulesEvent[] | Refusal {
  const rules = command.id;
  const version = (state?.version ?? 0) + 1;
  const drafted = (body: OutputRulesBody): RulesEvent[] =>
    JSON.stringify(state?.draft) === JSON.stringify(body)
      ? []
      : [{ type: 'output-rules-drafted', data: { rules, version, body } }];
  switch (command.type) {
    case 'draft':
      return drafted(outputRulesTemplates[command.data.template]);
    case 'save':
      return state ? drafted(command.data.body) : refuse('not-found', { what: rules });
    case 'publish':
      if (!state) return refuse('not-found', { what: rules });
      if (!state.draft) return refuse('output-rules-not-drafted', { version: state.version });
      return [{ type: 'output-rules-published', data: { rules, version, body: state.draft } }];
    default:
      return command satisfies never;
  }
}

export const evolve = (state: State, { type, data }: RulesEvent): State =>
  type === 'output-rules-published' ? { version: data.version } : { version: state?.version ?? 0, draft: data.body };

/** Makes requests of this noun. */
export const outputRulesCommand = requestsOf<RulesCommand>('output-rules');
