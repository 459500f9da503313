import { contestantId, derivedId, squadId } from '@jiangong/contracts';
import { spec } from '@jiangong/service-kit/testing/spec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contest, frame, person } from '../sample.ts';
import * as rules from './squad.ts';

const id = squadId(contest, 'runners', derivedId('unit', 1));
const given = spec(rules, { ...frame, id });
type Enter = ['enter', Parameters<typeof rules.squadCommand<'enter'>>[2]];
const enter = (n: number, isAccepted = true, most: number | undefined = undefined): Enter => [
  'enter',
  { contest, track: 'runners', entrant: person(n), isAccepted, most },
];
const contestant = (n: number) => contestantId(id, person(n).id);
const reason = '因伤退赛';

test('an organiser’s entry is accepted at once, a unit’s waits', () => {
  given.when(enter(1)).then([{ type: 'contestant-accepted', data: { contestant: contestant(1), squad: id } }]);
  given.when(enter(1, false)).then([{ type: 'contestant-registered' }]);
  given.when(enter(1, false), ['accept', { contestant: contestant(1) }]).then([{ type: 'contestant-accepted' }]);
});

test('nobody is entered twice; whoever was rejected or withdrew may come again', () => {
  given.when(enter(1), enter(1)).then('contestant-known');
  given.when(enter(1, false), enter(1)).then('contestant-known');
  given.when(enter(1, false), ['reject', { contestant: contestant(1), reason }], enter(1)).then([{}]);
  given.when(enter(1), ['withdraw', { contestant: contestant(1), reason }], enter(1)).then([{}]);
});

test('what is decided stays decided', () => {
  const accept = ['accept', { contestant: contestant(1) }] as ['accept', { contestant: string }];
  const reject = ['reject', { contestant: contestant(1), reason }] as [
    'reject',
    { contestant: string; reason: string },
  ];
  given.when(enter(1), accept).then([]);
  given.when(enter(1), reject).then('contestant-settled');
  given.when(enter(1, false), reject, reject).then([]);
  given.when(enter(1, false), reject, accept).then('contestant-settled');
  given.when(enter(1, false), reject, ['withdraw', { contestant: contestant(1), reason }]).then('contestant-settled');
  given.when(accept).then('not-found');
});

test('a unit’s seats are never exceeded, in whatever order entries and decisions come', () => {
  const step = fc.record({ what: fc.constantFrom('enter', 'register', 'accept', 'withdraw'), n: fc.nat(9) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), (steps, most) => {
      let squad = given;
      for (const { what, n } of steps) {
        const about = { contestant: contestant(n) };
        if (what === 'accept') squad = squad.when(['accept', { ...about, most }]);
        else if (what === 'withdraw') squad = squad.when(['withdraw', { ...about, reason }]);
        else squad = squad.when(enter(n, what === 'enter', most));
        const accepted = Object.values(squad.state).filter(({ state }) => state === 'accepted');
        expect(accepted.length).toBeLessThanOrEqual(most);
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});
