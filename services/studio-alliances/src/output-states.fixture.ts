// For tests: outputs of one alliance by a model of all orders. People of two unions log, amend, submit, certify, accept, reject,
// withdraw, adopt and note awards, while years are closed; what counts is recounted from the events alone.
import { type Actor, isRefusal } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect } from 'vitest';
import * as duty from './duty.ts';
import { countOf, idsIn, isCorrectionDue } from './duty-rules.ts';
import { ALIKE, likeness } from './likeness.ts';
import * as output from './output.ts';
import { type Any, type Event, passedOver, recount, type World } from './output-recount.fixture.ts';
import { reactions } from './reactions.ts';
import * as suggestion from './suggestions/suggestion.ts';
import { type OutputRow, outputs } from './views.ts';

const OWNER = 'ours';
const who = (sub: string, ...roles: Actor['roles']): Actor => ({
  ...{ sub, org: sub.startsWith('foreign') ? 'theirs' : OWNER, departments: [], units: ['s1'] },
  roles,
});
const people = [
  who('li', 'organiser'),
  who('qian', 'organiser', 'finance'),
  who('sun', 'organiser', 'finance'),
  who('ma', 'alliance-leader'),
  who('foreign-wu', 'organiser', 'alliance-leader', 'finance'),
];
/** Who writes what a reaction gives. */
const system: Actor = { sub: 'system:studio-alliances', org: OWNER, roles: [], departments: [], units: [] };
const DAYS = ['2024-06-30', '2025-01-10', '2026-03-01'];
const YEARS = [2023, 2024];
const adoptions = ['2023-05-01', '2023-12-31', '2024-01-01'];
const titles = ['甲', ' 甲 ', '乙', '丙'];

export type Noun = Pick<typeof output, 'decide' | 'evolve'>;
/** Planted in place of the rules. */
export interface Nouns {
  output?: Noun;
  duty?: Pick<typeof duty, 'decide' | 'evolve'>;
}
export const worldOf = (): World => ({
  lines: new Map(),
  closed: new Map(),
  refused: new Set(),
  said: new Set(),
  events: 0,
});

const step = fc.record({
  id: fc.constantFrom('o1', 'o2', 'o3'),
  by: fc.constantFrom(...people),
  businessDate: fc.constantFrom(...DAYS),
  command: fc.oneof(
    { weight: 3, arbitrary: fc.constant({ type: 'submit', data: {} }) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(undefined, true, false).map((same) => ({ type: 'accept', data: { same } })),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('2023-12-31', '2024-06-01').map((adoptedOn) => ({
        ...{ type: 'adopt', data: { unit: '二车间', adoptedOn } },
      })),
    },
    ...['reject', 'withdraw'].map((type) => ({
      weight: type === 'reject' ? 2 : 1,
      arbitrary: fc.constant({ type, data: { reason: '理由' } }),
    })),
    { weight: 1, arbitrary: fc.constant({ type: 'note-award', data: { wonElsewhere: '市创新奖' } }) },
    {
      weight: 3,
      arbitrary: fc
        .record({ title: fc.constantFrom(...titles), adoptedOn: fc.constantFrom(...adoptions) })
        .map((data) => ({ type: 'log', data })),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({ title: fc.constantFrom(...titles), adoptedOn: fc.constantFrom(...adoptions) }, { requiredKeys: [] })
        .map((data) => ({ type: 'amend', data })),
    },
    {
      weight: 3,
      arbitrary: fc
        .record({ from: fc.constantFrom(...adoptions), to: fc.constantFrom('2024-04-30', '2024-12-30') })
        .map((data) => ({ type: 'certify-benefit', data: { gross: 10, cost: 4, reason: '补计', ...data } })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...YEARS).map((year) => ({ type: 'close', data: { year } })) },
    { weight: 1, arbitrary: fc.constantFrom(...YEARS).map((year) => ({ type: 'close-by-calendar', data: { year } })) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('2024-04-30', '2024-12-30', '2024-12-31')
        .map((until) => ({ type: 'end-benefit-year', data: { until } })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...titles).map((title) => ({ type: 'adopt-suggestion', data: { title } })),
    },
    { weight: 2, arbitrary: fc.constantFrom(...YEARS).map((year) => ({ type: 'correct', data: { year } })) },
  ),
});
export const steps = fc.array(step, { minLength: 10, maxLength: 60, size: 'max' });
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const content = { kind: '五小成果', applied: ['production'], contributors: ['P-1'], evidence: [{ title: '证明' }] };

/** Gives one command, to the outputs of the alliance or to the duty of a year. */
export function take(world: World, { id, by, businessDate, command }: Step, nouns: Nouns = {}): void {
  const noun = nouns.output ?? output;
  const frame = { id, businessDate, now: `${businessDate}T09:00:00+08:00`, actor: by };
  if (command.type === 'adopt-suggestion') {
    const made = draftOf(by, businessDate, (command.data as Any).title);
    decideOutput(world, noun, { ...frame, actor: system }, made.type, made.data);
    return;
  }
  if (['close', 'close-by-calendar', 'correct'].includes(command.type)) {
    count(world, command.type, (command.data as Any).year, frame, nouns.duty ?? duty);
    return;
  }
  const data =
    command.type === 'log'
      ? { ...content, alliance: 'a', owner: OWNER, studios: ['s1', 's2'], ...command.data }
      : command.data;
  const given = command.type === 'accept' ? compared(world, id, (data as Any).same) : data;
  decideOutput(world, noun, frame, command.type, given);
}

function decideOutput(world: World, noun: Noun, frame: Any, type: string, data: unknown) {
  const { id, actor: by } = frame;
  const line = world.lines.get(id) ?? { state: output.initial, row: undefined, events: [] };
  const outcome = noun.decide(line.state, { ...frame, type, data } as Any);
  if (isRefusal(outcome)) {
    world.refused.add(outcome.refused);
    return;
  }
  for (const decided of outcome) {
    world.events += 1;
    const event = { ...decided, actor: by.sub, org: by.org, sequence: world.events } as Event;
    line.state = noun.evolve(line.state, event as Any);
    if (outputs.events.includes(event.type as Any)) line.row = outputs.apply(line.row, event as Any) as OutputRow;
    line.events.push(event);
  }
  if (outcome.length > 0) world.lines.set(id, line);
}

/** What follows from adopting a suggestion of this title: the service's own reaction writes the draft. */
function draftOf(by: Actor, businessDate: string, title: string) {
  const proposed = { suggestion: 'g', link: 'l', title, text: '建议', proposer: 'P-9', receipt: 'r', on: businessDate };
  const taken = { ...proposed, status: 'taken-up' as const, studio: 's1' };
  const adopted = suggestion.decide(taken, {
    ...{ id: 'g', type: 'adopt', businessDate, now: `${businessDate}T09:00:00+08:00`, actor: by },
    data: {
      ...{ alliance: 'a', owner: OWNER, studios: ['s1', 's2'], output: 'o', reason: '可行' },
      ...{ kind: '五小成果', applied: ['production'], contributors: [] },
    },
  });
  if (isRefusal(adopted)) throw new Error('a suggestion that was taken up is adopted');
  const follows = reactions.find(({ event }) => event === 'suggestion-adopted')!;
  const [request] = follows.react({ ...adopted[0]!, actor: by.sub, org: by.org } as Any, {} as Any) as Any[];
  // A draft gets its evidence before it is submitted.
  return { type: 'log', data: { ...request.data, evidence: content.evidence } };
}

/** Accepted outputs that are alike, with one word on all of them, or none. */
function compared(world: World, id: string, same: boolean | undefined) {
  const own = world.lines.get(id)?.row;
  const alike = rowsOf(world)
    .filter((row) => own && row.output !== id && row.status === 'accepted' && likeness(own, row).percent >= ALIKE)
    .map(({ output, title }) => ({ output, title }));
  return same === undefined
    ? { alike }
    : { alike, comparisons: alike.map(({ output }) => ({ output, same, reason: '比对' })) };
}
const rowsOf = (world: World) => [...world.lines.values()].map((line) => line.row!);

/** Closes a year, or corrects it. */
function count(world: World, type: string, year: number, frame: Any, noun: Pick<typeof duty, 'decide' | 'evolve'>) {
  const rows = rowsOf(world);
  const undecided = rows.filter((row) => row.status === 'submitted' && row.year === year).map((row) => row.title);
  const counted = { outputs: countOf(rows, year), counted: idsIn(rows, year), minimum: 1, aim: 2 };
  const data = { alliance: 'a', year, ...counted, undecided, ...(type === 'correct' ? { reason: '重新核对' } : {}) };
  const before = world.closed.get(year)?.state;
  const outcome = noun.decide(before, { ...frame, type, data } as Any);
  if (isRefusal(outcome)) {
    world.refused.add(outcome.refused);
    return;
  }
  for (const event of outcome) {
    world.said.add(event.type);
    const state = noun.evolve(world.closed.get(year)?.state ?? before, event);
    world.closed.set(year, { state, counted: state?.closed ? recount(world, year) : 0 });
  }
  const now = world.closed.get(year)?.state;
  if (undecided.length > 0 && !before?.closed && now?.closed) throw new Error('closed over what is undecided');
  if (type === 'correct' && now!.closed!.outputs !== recount(world, year))
    throw new Error('corrected, and still wrong');
}

/** What holds after every step. */
export function check(world: World): void {
  for (const year of YEARS) expect([year, countOf(rowsOf(world), year)]).toEqual([year, recount(world, year)]);
  for (const [year, { state, counted }] of world.closed) {
    if (!state?.closed) continue;
    expect(state.closed.outputs).toBe(counted);
    if (recount(world, year) !== counted && !isCorrectionDue(state.closed, rowsOf(world), year))
      throw new Error('another count, and no correction due');
  }
  for (const [id, { state, row, events }] of world.lines) {
    passedOver(world, id);
    expect(row?.status).toBe(state?.status);
    const by = (...types: string[]) => events.filter(({ type }) => types.includes(type)).map(({ actor }) => actor);
    const adopters = events.flatMap(({ data }) => data.suggestion?.by ?? []);
    const authors = [...by('output-logged', 'output-amended').filter((sub) => sub !== system.sub), ...adopters];
    const parts = [authors, by('output-benefit-certified'), by('output-accepted')];
    const persons = parts.flatMap((part) => [...new Set(part)]);
    if (new Set(persons).size !== persons.length) throw new Error(`one person in two parts: ${persons}`);
    if (row?.benefit && row.benefit.from < row.adoptedOn) throw new Error('a benefit before the adoption');
    const accepted = events.findIndex(({ type }) => type === 'output-accepted');
    const after = accepted < 0 ? [] : events.slice(accepted + 1).filter(({ type }) => type === 'output-withdrawn');
    if (after.some(({ org }) => org !== OWNER)) throw new Error('taken back by another union');
  }
}

export const holdsFor = (nouns: Nouns = {}) =>
  fc.property(steps, (all) => {
    const world = worldOf();
    for (const one of all) {
      take(world, one, nouns);
      check(world);
    }
  });
