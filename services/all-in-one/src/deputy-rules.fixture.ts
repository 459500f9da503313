// The rules that need another person, of every service: a deed, and what nobody decides who had a part in it.
import {
  type Actor,
  definitionOf,
  isRefusal,
  type NewEvent,
  type Role,
  type Signed,
  type Stream,
} from '@jiangong/contracts';
import * as awardList from '../../awards/src/award-list.ts';
import { drafted, failure, honour, issue, listId, review, unit } from '../../awards/src/sample.ts';
import * as entry from '../../competitions/src/entry.ts';
import { competition, entrant, host } from '../../competitions/src/sample.ts';
import * as check from '../../quarterly-checks/src/check.ts';
import * as output from '../../studio-alliances/src/output.ts';

// biome-ignore lint/suspicious/noExplicitAny: nouns of any service, held to their rules by their refusals
type AnyNoun = Stream<any, any, any>;
interface Given {
  type: string;
  data: object;
}
/** `events`: a deed that needs more than this noun knows, as it was recorded. */
type Deed = { role: Role } & (Given | { events: (by: string) => NewEvent[] });
export interface AnotherPerson {
  noun: AnyNoun;
  before?: (Given | NewEvent)[];
  from?: unknown;
  deed: Deed;
  /** What others do before the decision. */
  afterwards?: Given[];
  decision: Given & { role: Role };
  refused: string;
  /** The deed is an entrant's: whoever acts for the unit never decides. */
  entering?: string;
}

export const frame = { businessDate: '2025-01-20', now: '2025-01-20T09:00:00+08:00' };
const example = (type: string, over: object = {}) => ({
  type,
  data: { ...(definitionOf(type)!.example as object), ...over },
});
const work = { id: 'progress', label: '进度', owner: 'safety', from: 'work', kind: 'ratio', due: true };
const criteria = [...(definitionOf('check-made')!.example as { criteria: object[] }).criteria, work];
const made = example('check-made', { open: true, criteria });
const planned = example('plan-set', { by: 'entrant' });
const unitOf = (event: { data: object }) => (event.data as { entrant: { unit: string } }).entrant.unit;
const signed = (type: string) => (by: string) => [example(type, { by })];
const appeal = definitionOf('appeal-filed')!.example as { appeal: string };
const filed = example('appeal-filed', { by: 'entrant' });
const decideAppeal = {
  type: 'decide-appeal',
  data: { appeal: appeal.appeal, body: {}, outcome: 'dismissed', finding: '—', marks: {}, raise: [], lift: [] },
  role: 'organiser' as const,
};
const verify = { type: 'verify-progress', data: { items: {} }, role: 'checker' as const };

const list = () => drafted(honour('winner', 3, { granted: [unit(1, 1), unit(2, 2)] }));
const [first] = list().candidates;
const nominated = {
  type: 'recommend',
  data: { candidate: first!.candidate, reason: '推荐' },
  role: 'committee' as const,
};
const reviewed = { ...review, role: 'committee' as const };
const decided = { ...issue('京建工〔2025〕1号'), role: 'committee' as const };
const other = { ...unit(9, 9) };
const recipient = { type: 'unit' as const, id: other.unit, code: other.code, name: other.name };
const barred = failure(other.unit, 'unit-barred', 'award-bar/1');

const logged = {
  type: 'log',
  data: {
    ...{ alliance: 'a1', owner: 'union', studios: ['s1', 's2'], kind: '专利', title: '甲', applied: ['production'] },
    ...{ contributors: ['P-1'], adoptedOn: '2024-10-08', evidence: [{ title: '证明', reference: 'x' }] },
  },
};
const submitted = { type: 'submit', data: {} };
const certified = { type: 'certify-benefit', data: { from: '2024-10-08', to: '2024-12-31', yuan: 1, statement: '—' } };
const accepted = { type: 'accept', data: {} };
const organiser = { role: 'organiser' as const };
const finance = { role: 'finance' as const };
const one = entrant(1);

export const anotherPerson: Record<string, AnotherPerson> = {
  'whoever logged an output does not accept it': {
    noun: output,
    deed: { ...logged, ...organiser },
    afterwards: [submitted],
    decision: { ...accepted, ...organiser },
    refused: 'another-person',
  },
  'whoever logged an output does not certify its benefit': {
    noun: output,
    deed: { ...logged, ...organiser },
    afterwards: [submitted],
    decision: { ...certified, ...finance },
    refused: 'another-person',
  },
  'whoever certified a benefit does not accept the output': {
    noun: output,
    before: [logged, submitted],
    deed: { ...certified, ...finance },
    decision: { ...accepted, ...organiser },
    refused: 'another-person',
  },
  'whoever accepted an output does not certify its benefit': {
    noun: output,
    before: [logged, submitted],
    deed: { ...accepted, ...organiser },
    decision: { ...certified, ...finance },
    refused: 'another-person',
  },
  'whoever registered an entry does not accept it': {
    noun: entry,
    deed: {
      type: 'register',
      data: { competition, entrant: one, host: { ...host, registration: wide() } },
      role: 'entrant',
    },
    decision: { type: 'accept', data: { host }, ...organiser },
    refused: 'own-decision',
    entering: one.unit,
  },
  ...Object.fromEntries(
    ['plan-set', 'progress-reported', 'self-scored'].map((type): [string, AnotherPerson] => [
      `whoever did ${type} for an entrant does not verify it`,
      {
        ...{ noun: check, before: [made], deed: { events: signed(type), role: 'entrant' } },
        ...{ decision: verify, refused: 'own-decision', entering: unitOf(made) },
      },
    ]),
  ),
  ...Object.fromEntries(
    ['progress-verified', 'sheet-saved', 'sheet-submitted', 'veto-raised', 'appeal-answered'].map(
      (type): [string, AnotherPerson] => [
        `whoever did ${type} does not decide the appeal`,
        {
          ...{ noun: check, before: [made, planned, filed], deed: { events: signed(type), role: 'checker' } },
          ...{ decision: decideAppeal, refused: 'own-appeal' },
        },
      ],
    ),
  ),
  'whoever filed an appeal does not decide it': {
    ...{ noun: check, before: [made], deed: { events: signed('appeal-filed'), role: 'entrant' } },
    ...{ decision: decideAppeal, refused: 'own-appeal', entering: unitOf(made) },
  },
  'whoever recommended a candidate does not review the list': {
    ...{ noun: awardList, from: list(), deed: nominated, decision: reviewed, refused: 'own-nomination' },
  },
  'whoever recommended a candidate does not decide on the list': {
    ...{ noun: awardList, from: list(), deed: nominated, decision: decided, refused: 'own-nomination' },
  },
  'whoever reviewed a list does not decide on it, where the union says so': {
    noun: awardList,
    from: list(),
    deed: reviewed,
    decision: { ...decided, data: { ...decided.data, anotherDecides: true } },
    refused: 'own-review',
  },
  'whoever overrode what stood against somebody does not add them': {
    noun: awardList,
    from: list(),
    deed: {
      ...{ type: 'override', role: 'committee' },
      data: { recipient: other.unit, name: other.name, failures: [barred], reason: '特批' },
    },
    decision: {
      ...{ type: 'add', role: 'committee' },
      data: {
        candidate: { honour: 'winner', group: null, recipient, state: 'proposed', joint: false },
        failures: [barred],
        reason: '补充',
      },
    },
    refused: 'own-nomination',
  },
};
function wide() {
  return { from: '2024-01-01', to: '2026-01-01' };
}

/** Folds what somebody did, as everybody else hears of it. */
export function after(
  { noun, before = [], from = noun.initial, deed, afterwards = [] }: AnotherPerson,
  id: string,
  by: Actor,
) {
  const fold = (state: unknown, given: Given | NewEvent, actor: Actor): unknown => {
    const isEvent = definitionOf(given.type) !== undefined;
    const events = isEvent ? [given as NewEvent] : noun.decide(state, { ...frame, id, actor, ...given });
    if (isRefusal(events)) throw new Error(`${given.type}: ${events.refused} ${JSON.stringify(events.params)}`);
    return events.reduce(
      (at: unknown, event: NewEvent) =>
        noun.evolve(at, { ...event, actor: actor.sub, behalf: actor.behalf } as Signed<NewEvent>),
      state,
    );
  };
  const nobody: Actor = { ...by, sub: 'nobody', roles: ['organiser', 'checker', 'committee'] };
  const { behalf: _, ...stranger } = nobody;
  const state = before.reduce((at, given) => fold(at, given, stranger), from);
  const done = 'events' in deed ? deed.events(by.sub) : [deed as Given];
  const did = done.reduce((at, given) => fold(at, given, by), state);
  return afterwards.reduce((at, given) => fold(at, given, stranger), did);
}
export const idOf = ({ noun }: AnotherPerson) => (noun === (awardList as AnyNoun) ? listId : 'o1');
