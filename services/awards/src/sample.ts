// Samples for tests: a command's frame, units, an evaluated year, and a list carried to where a test begins.
import {
  type Actor,
  annualEvaluationCompleted,
  awardListId,
  derivedId,
  type EligibilityFailure,
  type EventNamed,
  isRefusal,
} from '@jiangong/contracts';
import * as awardList from './award-list.ts';
import { draftFrom } from './drafting.ts';

type Evaluated = EventNamed<'annual-evaluation-completed'>['data'];
type Honour = Evaluated['honours'][number];
export type ListCommand = Parameters<typeof awardList.decide>[1];

export const actor: Actor = { sub: 'user-committee', org: 'union', roles: ['committee'], departments: [], units: [] };
export const frame = { businessDate: '2025-01-20', now: '2025-01-20T09:00:00+08:00', actor };

export const unit = (n: number, place: number, joint = false): Honour['granted'][number] => ({
  entry: derivedId('entry', n),
  unit: derivedId('unit', n),
  code: `XM-${n}`,
  name: `第${n}项目部`,
  shortName: `第${n}项目部`,
  track: 'projects',
  place,
  joint,
  score: 100 - place,
});
export const honour = (code: string, seats: number, rest: Partial<Honour>): Honour => ({
  honour: code,
  label: code === 'winner' ? '优胜项目部' : '先进项目部',
  group: null,
  seats,
  granted: [],
  referred: [],
  provisional: [],
  ...rest,
});
export const evaluated = (...honours: Honour[]): Evaluated => ({ ...annualEvaluationCompleted.example, honours });

export const listId = awardListId(annualEvaluationCompleted.example.evaluation);
/** What comes of a command on a list. */
export const decided = (list: awardList.State, command: Given) =>
  awardList.decide(list, { id: listId, ...frame, ...command });
/** Folds commands into a list; a refusal is a fault of the test. */
export function carried(list: awardList.State, ...commands: Given[]) {
  let state = list;
  for (const command of commands) {
    const events = decided(state, command);
    if (isRefusal(events)) throw new Error(`${command.type}: ${events.refused} ${JSON.stringify(events.params)}`);
    for (const event of events) state = awardList.evolve(state, event);
  }
  return state!;
}
export const drafted = (...honours: Honour[]) =>
  carried(awardList.initial, { type: 'draft', data: draftFrom(evaluated(...honours), []) });

/** What stands against a unit: a bar of its evaluation, or an honour that it holds. */
export const failure = (recipient: string, rule: EligibilityFailure['rule'], stream: string): EligibilityFailure => ({
  ...{ recipient, honour: rule === 'honour-held' ? 'winner' : null, rule },
  why: { zh: '因工死亡事故', en: 'a fatal accident' },
  source: { event: 'annual-standings-paged', stream, cause: 'casualty' },
});

/** What a test gives to a list: the type of a command and its data. */
export type Given<C = ListCommand> = C extends ListCommand ? Pick<C, 'type' | 'data'> : never;
export const review = { type: 'review', data: { bars: [], quotas: [], failures: [] } } satisfies Given;
export const publish = {
  type: 'publish',
  data: { notice: derivedId('notice', listId), from: '2025-01-06', lastDay: '2025-01-10' },
} satisfies Given;
export const object = (candidate: string, objection: string) =>
  ({
    type: 'object',
    data: {
      candidate,
      objection,
      channel: 'phone',
      from: 'person',
      receivedOn: '2025-01-08',
      statement: '…',
      evidence: [],
    },
  }) satisfies Given;
export const issue = (number: string, date = '2025-01-20') =>
  ({
    type: 'issue',
    data: {
      document: { number, date, signatory: '工会委员会', grantedBy: '公司工会' },
      failures: [],
      there: [],
      anotherDecides: false,
    },
  }) satisfies Given;
