import { derivedId } from '@jiangong/contracts';
import { spec } from '@jiangong/service-kit/testing/spec';
import { test } from 'vitest';
import { frame } from '../sample.ts';
import * as rules from './campaign.ts';

const given = spec(rules, { ...frame, id: derivedId('points-campaign', 1) });
const about = {
  ...{ name: '志愿服务', year: 2024, from: '2024-04-01', to: '2024-04-30', spendBy: '2024-12-31', rewards: [] },
  ...{ earning: [{ way: 'hour', label: '志愿服务一小时', points: 10 }], stages: [] },
};
const stage = derivedId('contest-stage', 1);

test('a campaign’s days follow each other, and what a stage takes in lies within', () => {
  given.when(['open', about]).then([{ type: 'points-campaign-opened', data: about }]);
  given.when(['open', { ...about, to: '2024-03-31' }]).then('points-dates');
  given.when(['open', { ...about, spendBy: '2024-04-29' }]).then('points-dates');
  for (const [from, to] of [
    ['2024-03-31', '2024-04-01'],
    ['2024-04-30', '2024-05-01'],
    ['2024-04-02', '2024-04-01'],
  ] as const)
    given.when(['open', { ...about, stages: [{ stage, from, to }] }]).then('points-dates');
});

test('a campaign is opened and closed once', () => {
  const opened = given.when(['open', about]);
  opened.when(['open', about]).then('already-exists');
  const closed = opened.when(['close', { reason: '活动结束' }]);
  closed.then([{ type: 'points-campaign-closed', data: { reason: '活动结束' } }]);
  closed.when(['close', { reason: '活动结束' }]).then([]);
  given.when(['close', { reason: '活动结束' }]).then('not-found');
});
