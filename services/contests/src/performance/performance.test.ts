import { derivedId } from '@jiangong/contracts';
import { spec } from '@jiangong/service-kit/testing/spec';
import { expect, test } from 'vitest';
import { bodyOf, frame, race } from '../sample.ts';
import * as rules from './performance.ts';
import { secondsOf } from './time.ts';

const id = derivedId('performance', 1);
const about = { stage: derivedId('contest-stage', 1), contestant: derivedId('contestant', 1) };
const given = spec(rules, { ...frame, id });
const run = { ...about, body: bodyOf('wu-gong-li'), ref: race };
const time = (value: number) => ({ time: { value } });

test('what is recorded is merged, counted and said whole', () => {
  given.when(['record', { ...run, marks: time(1295.4) }]).then([
    {
      type: 'performance-recorded',
      data: { performance: id, ...about, revision: 1, marks: time(1295.4), by: 'u' },
    },
  ]);
  given
    .when(['record', { ...run, marks: time(1) }], ['record', { ...run, marks: time(2) }])
    .then([{ data: { revision: 2, marks: time(2) } }]);
  given.when(['record', { ...run, marks: time(1) }], ['record', { ...run, marks: time(1) }]).then([]);
});

test('an absence stands until it is taken back, and takes no mark away', () => {
  const stopped = given.when(
    ['record', { ...run, marks: time(1) }],
    ['record', { ...run, marks: {}, absence: 'disqualified' }],
  );
  stopped.then([{ data: { marks: time(1), absence: 'disqualified' } }]);
  const back = stopped.when(['correct', { ...run, marks: {}, absence: null, reason: '复核' }]);
  back.then([{ data: { revision: 3, marks: time(1), reason: '复核' } }]);
  expect(back.state).not.toHaveProperty('absence');
});

test('a mark that the stage does not take, and nothing at all, are refused', () => {
  given.when(['record', { ...run, marks: { points: { value: 1 } } }]).then('performance-misfit');
  given.when(['record', { ...run, marks: { time: { level: 'good' } } }]).then('performance-misfit');
  given.when(['record', { ...run, marks: {} }]).then('performance-empty');
  given.when(['record', { ...run, marks: time(-5) }]).then('performance-below-zero');
});

test.each([
  ['21:35.4', 1295.4],
  ['1:02:03', 3723],
  ['９：０５', 545],
  ["21'35.4", 1295.4],
  ['58.25', 58.25],
  ['95', 95],
  ['21:75', undefined],
  ['1:75:00', undefined],
  ['-5', undefined],
  ['很快', undefined],
])('%s is %s seconds', (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds);
});
