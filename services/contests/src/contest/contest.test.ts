import { derivedId } from '@jiangong/contracts';
import { spec } from '@jiangong/service-kit/testing/spec';
import { expect, test } from 'vitest';
import { announcement, bodyOf, contest, frame } from '../sample.ts';
import * as rules from './contest.ts';

const runners = { track: 'runners', entrants: 'person' as const, perUnit: 8 };
const teams = { track: 'teams', entrants: 'unit' as const };
const given = spec(rules, frame);

test('a contest has its scheme’s tracks with their stages', () => {
  given.when(['announce', { ...announcement, tracks: [runners, teams] }]).then([
    {
      type: 'contest-announced',
      data: {
        contest,
        tracks: [
          {
            track: 'runners',
            label: '运动员',
            perUnit: 8,
            stages: [{ stage: 'race', label: '五公里跑', periods: [] }],
          },
          { track: 'teams', label: '代表队', stages: [{ stage: 'team' }] },
        ],
      },
    },
  ]);
});

test('periods of a stage are its rounds', () => {
  const tracks = [{ track: 'players', entrants: 'person' as const }];
  const { state } = given.when(['announce', { ...announcement, body: bodyOf('duo-pai'), tracks }]);
  expect(state?.tracks[0]?.stages[0]?.periods.map(({ id }) => id)).toEqual(['r1', 'r2', 'r3']);
  expect(state?.tracks[0]?.groups).toHaveLength(2);
});

test('a track that the scheme has not, one given twice, and one whose results another collects are refused', () => {
  const announced = (...tracks: rules.Contest['tracks'][number][] | (typeof runners | typeof teams)[]) =>
    given.when(['announce', { ...announcement, tracks }]);
  announced({ ...runners, track: 'swimmers' }).then('contest-track');
  announced(runners, runners).then('contest-track');
  announced(teams).then('contest-tracks-missing');
  announced(runners).then([{ type: 'contest-announced' }]);
});

test('without a published text, or with a window that ends before it begins, nothing is announced', () => {
  given.when(['announce', { ...announcement, body: undefined, tracks: [runners] }]).then('scheme-unpublished');
  const registration = { from: '2024-04-20', to: '2024-04-01' };
  given.when(['announce', { ...announcement, registration, tracks: [runners] }]).then('competition-dates');
});

test('a contest is announced and cancelled once', () => {
  const announced = given.when(['announce', { ...announcement, tracks: [runners] }]);
  announced.when(['announce', { ...announcement, tracks: [runners] }]).then('already-exists');
  const cancel = ['cancel', { reason: '下雨' }] as ['cancel', { reason: string }];
  announced.when(cancel).then([{ type: 'contest-cancelled', data: { contest, reason: '下雨' } }]);
  announced.when(cancel, cancel).then([]);
  spec(rules, { ...frame, id: derivedId('contest', 2) })
    .when(cancel)
    .then('not-found');
});
