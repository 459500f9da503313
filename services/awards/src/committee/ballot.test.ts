// A ballot by itself: who may vote, once each, and what the counts come to.
import { ballotOpened, derivedId, isRefusal } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frame, unit } from '../sample.ts';
import { decide, evolve, initial, type State } from './ballot.ts';
import { conflictsOf, seated } from './conflicts.ts';

type Given = { type: 'recuse' | 'cast' | 'close'; data: unknown };
const ballot = ballotOpened.example.ballot;
const candidates = [derivedId('candidate', 1), derivedId('candidate', 2)];
const { by: _, ...example } = ballotOpened.example;
const opening = { ...example, candidates, voters: ['a', 'b', 'c', 'd'], recusals: [] };
const during = '2025-01-03T08:00:00+08:00';
const after = '2025-01-03T18:00:00+08:00';

function given(state: State, who: string, { type, data }: Given, now = during, behalf?: string) {
  const actor = { ...frame.actor, sub: who, ...(behalf === undefined ? {} : { behalf }) };
  return decide(state, { id: ballot, ...frame, now, actor, type, data } as Parameters<typeof decide>[1]);
}
function carried(state: State, who: string, command: Given, now = during) {
  const events = given(state, who, command, now);
  if (isRefusal(events)) throw new Error(events.refused);
  return events.reduce<State>((before, event) => evolve(before, event), state);
}
const refusal = (...[state, who, command, now, behalf]: Parameters<typeof given>) => {
  const outcome = given(state, who, command, now, behalf);
  return isRefusal(outcome) ? outcome.refused : undefined;
};
function opened(changed: Partial<typeof opening> = {}) {
  const data = { ...opening, ...changed };
  const events = decide(initial, { id: ballot, ...frame, now: during, type: 'open', data });
  if (isRefusal(events)) throw new Error(events.refused);
  return events.reduce<State>((before, event) => evolve(before, event), initial);
}
type Vote = 'for' | 'against' | 'abstain';
const cast = (...votes: Vote[]): Given => ({
  type: 'cast',
  data: { votes: votes.map((vote, at) => ({ candidate: candidates[at], vote })) },
});
const close = (counted: string[], ...votes: [number, number, number][]): Given => ({
  type: 'close',
  data: {
    counted,
    counts: votes.map(([yes, no, none], at) => ({ candidate: candidates[at]!, for: yes, against: no, abstain: none })),
  },
});

test('whoever may vote does so once, in person, about every candidate, until the ballot is over', () => {
  const state = carried(opened(), 'a', cast('for', 'against'));
  expect(state).toMatchObject({ cast: ['a'], status: 'open' });
  expect(JSON.stringify(state)).not.toMatch(/against|abstain/);
  expect(refusal(state, 'a', cast('for', 'for'))).toBe('already-voted');
  expect(refusal(state, 'a', { type: 'recuse', data: { reason: '…' } })).toBe('already-voted');
  expect(refusal(state, 'e', cast('for', 'for'))).toBe('no-vote');
  expect(refusal(state, 'b', cast('for', 'for'), during, 'a')).toBe('vote-in-person');
  expect(refusal(state, 'b', cast('for'))).toBe('vote-not-whole');
  expect(refusal(state, 'b', cast('for', 'for'), after)).toBe('ballot-over');
  expect(refusal(state, 'z', close(['a'], [1, 0, 0], [0, 1, 0]))).toBe('ballot-running');
  const closed = carried(state, 'z', close(['a'], [1, 0, 0], [0, 1, 0]), after);
  expect(closed?.result).toMatchObject({ voters: 4, cast: 1, quorate: false });
  expect(closed?.result?.results.some((each) => each.carried)).toBe(false);
  expect(refusal(closed, 'b', cast('for', 'for'))).toBe('ballot-closed');
});

test('a ballot opens for three at least, with shares that can be reached, before its end', () => {
  const refused = (changed: object, now = during) => {
    const outcome = decide(initial, { id: ballot, ...frame, now, type: 'open', data: { ...opening, ...changed } });
    return isRefusal(outcome) ? outcome.refused : undefined;
  };
  expect(refused({ voters: ['a', 'b'] })).toBe('voters-too-few');
  expect(refused({}, after)).toBe('ballot-over');
  const whole = { numerator: 1, denominator: 1 };
  const ruled = (changed: object) => ({ rule: { ...opening.rule, ...changed } });
  expect(refused(ruled({ quorum: { numerator: 3, denominator: 2 } }))).toBe('share-impossible');
  expect(refused(ruled({ majority: { ...whole, orEqual: false } }))).toBe('share-impossible');
  expect(refused(ruled({ majority: { ...whole, orEqual: true } }))).toBeUndefined();
});

test('shares are counted in whole numbers: two thirds of three are two, and half is no majority', () => {
  const twoThirds = { numerator: 2, denominator: 3 };
  const state = (rule: Partial<typeof opening.rule>) => {
    const open = opened({ voters: ['a', 'b', 'c'], rule: { ...opening.rule, ...rule } });
    return ['a', 'b'].reduce((before, who) => carried(before, who, cast('for', 'for')), open);
  };
  const results = (rule: Partial<typeof opening.rule>, yes: number) =>
    carried(state(rule), 'z', close(['a', 'b'], [yes, 2 - yes, 0], [0, 0, 2]), after)?.result;
  expect(results({}, 2)).toMatchObject({ quorate: true, results: [{ carried: true }, { carried: false }] });
  expect(results({}, 1)?.results[0]?.carried).toBe(false);
  expect(results({ majority: { numerator: 1, denominator: 2, orEqual: true } }, 1)?.results[0]?.carried).toBe(true);
  const ofAll = { of: 'voters' as const, majority: { ...twoThirds, orEqual: true } };
  expect(results(ofAll, 2)?.results[0]?.carried).toBe(true);
  expect(results({ ...ofAll, majority: { ...twoThirds, orEqual: false } }, 2)?.results[0]?.carried).toBe(false);
});

test('in any order of votes, recusals and counts everybody who voted is counted once, and nobody else', () => {
  const people = ['a', 'b', 'c', 'd', 'e'];
  const step = fc.record({
    who: fc.constantFrom(...people),
    what: fc.constantFrom('cast', 'cast', 'cast', 'recuse', 'close', 'close-late'),
    votes: fc.tuple(fc.constantFrom('for', 'against', 'abstain'), fc.constantFrom('for', 'against', 'abstain')),
    forged: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let state = opened();
      const box = new Map<string, Vote[]>();
      for (const { who, what, votes, forged } of steps) {
        const counted = [...box.keys(), ...(forged ? [who] : [])];
        const counts = candidates.map((_, at) => {
          const given = counted.map((voter) => box.get(voter)?.[at] ?? 'for');
          const of = (vote: Vote) => given.filter((each) => each === vote).length;
          return [of('for'), of('against'), of('abstain')] as [number, number, number];
        });
        const command =
          what === 'cast'
            ? cast(...(votes as Vote[]))
            : what === 'recuse'
              ? { type: 'recuse' as const, data: { reason: '…', substitute: 'e' } }
              : close(counted, ...counts);
        const events = given(state, who, command, what === 'close-late' ? after : during);
        if (isRefusal(events)) continue;
        if (what === 'cast') box.set(who, votes as Vote[]);
        for (const event of events) state = evolve(state, event);
      }
      expect(new Set(state?.cast).size).toBe(state?.cast.length);
      expect([...(state?.cast ?? [])].sort()).toEqual([...box.keys()].sort());
      for (const voter of state?.cast ?? []) expect(state?.voters).toContain(voter);
      for (const [at, each] of (state?.result?.results ?? []).entries()) {
        const of = (vote: Vote) => [...box.values()].filter((votes) => votes[at] === vote).length;
        expect([each.for, each.against, each.abstain]).toEqual([of('for'), of('against'), of('abstain')]);
      }
    }),
    { numRuns: 200 },
  );
});

test('who has a part in it is found from unit, person, nomination and scores, and their substitute votes if free', () => {
  const recipient = { type: 'unit' as const, id: unit(1, 1).unit };
  const team = { type: 'team' as const, id: derivedId('team'), members: [derivedId('person')], unit: unit(2, 2).unit };
  const about = [
    { candidate: candidates[0]!, recipient, nominatedBy: ['n'] },
    { candidate: candidates[1]!, recipient: team, nominatedBy: [] },
  ].map((each) => ({ ...each, honour: 'h', group: null, joint: false, state: 'proposed' as const, holds: [] }));
  const listed = about.map((each) => ({ ...each, recommendations: [] }));
  const list = { scoredBy: ['s'], candidates: listed };
  const seat = (user: string, rest: object = {}) => ({
    ...{ user, seat: user, from: '2025-01-01', to: '2025-12-31', voting: true, units: [] as string[] },
    ...rest,
  });
  const why = (member: ReturnType<typeof seat>) => conflictsOf(member, list, listed).map((each) => each.why);
  expect(why(seat('x', { units: [recipient.id] }))).toEqual(['own-unit']);
  expect(why(seat('x', { units: [team.unit] }))).toEqual(['own-unit']);
  expect(why(seat('x', { person: team.members[0] }))).toEqual(['own-person']);
  expect(why(seat('n'))).toEqual(['nominated']);
  expect(why(seat('s'))).toEqual(['scored', 'scored']);
  const members = [
    seat('a'),
    seat('n', { substitute: 'r' }),
    seat('s', { substitute: 'q' }),
    seat('old', { to: '2025-01-05' }),
    seat('r', { voting: false }),
    seat('q', { voting: false, units: [recipient.id] }),
  ];
  expect(seated(members, list, listed, '2025-02-01')).toEqual({
    voters: ['a', 'r'],
    recused: [
      { user: 'n', substitute: 'r', why: ['nominated'] },
      { user: 's', why: ['scored'] },
    ],
  });
  expect(seated(members, list, listed, '2025-01-05').voters).toContain('old');
});
