// Outputs: in whatever order people act, what counts in a year is what an independent recount of the events says.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as duty from './duty.ts';
import * as output from './output.ts';
import type { Any } from './output-recount.fixture.ts';
import { holdsFor, type Noun, steps, take, worldOf } from './output-states.fixture.ts';

const drawn = { numRuns: Number(process.env.OUTPUT_RUNS ?? 150), seed: 16 };

test('what counts in a year is an independent recount from the events, by three people, always', () => {
  fc.assert(holdsFor(), drawn);
});

test('the model reaches every state and every refusal', () => {
  const seen = new Set<string>();
  for (const all of fc.sample(steps, { numRuns: 400, seed: 16 })) {
    const world = worldOf();
    for (const one of all) take(world, one);
    for (const { events } of world.lines.values())
      for (const { type, data } of events) seen.add(data.suggestion ? 'drafted from a suggestion' : type);
    for (const type of world.said) seen.add(type);
    if ([...world.closed.values()].some(({ state }) => (state?.closed?.revision ?? 0) > 1)) seen.add('corrected');
    for (const type of [...world.refused, ...(world.closed.size > 0 ? ['closed'] : [])]) seen.add(type);
  }
  const verbs = [
    'logged',
    'amended',
    'submitted',
    'benefit-certified',
    'accepted',
    'rejected',
    'withdrawn',
    'award-noted',
    'adopted',
    'benefit-year-ended',
  ];
  const refusals = ['already-exists', 'not-found', 'output-state', 'another-person', 'benefit-period'];
  const like = ['duplicates-undecided', 'adoption-date'];
  const years = [
    'closed',
    'corrected',
    'duty-not-closed',
    'duty-year-closed',
    'duty-year-running',
    'outputs-undecided',
    'duty-year-held',
    'drafted from a suggestion',
  ];
  expect(
    [...verbs.map((verb) => `output-${verb}`), ...refusals, ...like, ...years].filter((type) => !seen.has(type)),
  ).toEqual([]);
});

const planted: [what: string, noun: Noun, says: string][] = [
  [
    'a certifier who may amend what was certified',
    { ...output, evolve: (state, event) => forgetting('certifiers', output.evolve(state, event)) },
    'one person in two parts',
  ],
  [
    'an author who may accept',
    { ...output, evolve: (state, event) => forgetting('authors', output.evolve(state, event)) },
    'one person in two parts',
  ],
  [
    'an organiser of another union who takes back what was accepted',
    {
      ...output,
      decide: (state, command) => output.decide(state && { ...state, owner: command.actor.org }, command),
    },
    'taken back by another union',
  ],
  [
    'an acceptance that passes over what is alike',
    {
      ...output,
      decide: (state, command) =>
        output.decide(
          state,
          command.type === 'accept' ? { ...command, data: { ...command.data, alike: [], comparisons: [] } } : command,
        ),
    },
    'alike and passed over',
  ],
];
const forgetting = (whom: 'certifiers' | 'authors', state: output.State): output.State =>
  state && { ...state, [whom]: [] };

test.each(planted)('%s, planted, is noticed', (_, noun, says) => {
  const { failed, errorInstance } = fc.check(holdsFor({ output: noun as Any }), drawn);
  expect([failed, `${errorInstance}`]).toEqual([true, expect.stringContaining(says)]);
});

test('a correction that keeps what was counted before, planted, is noticed', () => {
  const stale: typeof duty.decide = (state, command) =>
    duty.decide(
      state,
      command.type === 'correct' && state
        ? ({ ...command, data: { ...command.data, ...state.closed } } as Any)
        : command,
    );
  const { failed, errorInstance } = fc.check(holdsFor({ duty: { ...duty, decide: stale } }), drawn);
  expect([failed, `${errorInstance}`]).toEqual([true, expect.stringContaining('corrected, and still wrong')]);
});

test('a calendar that closes a year over what is undecided, planted, is noticed', () => {
  const hasty: typeof duty.decide = (state, command) =>
    duty.decide(
      state,
      command.type === 'close-by-calendar' ? { ...command, data: { ...command.data, undecided: [] } } : command,
    );
  const { failed, errorInstance } = fc.check(holdsFor({ duty: { ...duty, decide: hasty } }), drawn);
  expect([failed, `${errorInstance}`]).toEqual([true, expect.stringContaining('closed over what is undecided')]);
});

test('a draft of which its adopter is not the author, planted, is noticed', () => {
  const orphaned: Noun = {
    ...output,
    evolve(state, event) {
      const next = output.evolve(state, event);
      return event.type === 'output-logged' && next ? { ...next, authors: [] } : next;
    },
  };
  const { failed, errorInstance } = fc.check(holdsFor({ output: orphaned as Any }), drawn);
  expect([failed, `${errorInstance}`]).toEqual([true, expect.stringContaining('one person in two parts')]);
});
