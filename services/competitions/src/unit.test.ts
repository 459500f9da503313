import { spec } from '@jiangong/service-kit/testing/spec';
import { expect, test } from 'vitest';
import * as unit from './unit.ts';

const meta = {
  id: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01',
  businessDate: '2024-01-05',
  now: '2024-01-05T09:00:00+08:00',
  actor: { sub: 'u', org: 'o', roles: ['organiser' as const], departments: [], units: [] },
};
const data = { kind: 'branch' as const, code: 'FG-1', name: '第一分公司', shortName: '一分公司' };

test('a unit is registered once', () => {
  const registered = spec(unit, meta).when(['register', data]);
  expect(registered.outcome).toEqual([{ type: 'unit-registered', data: { unit: meta.id, ...data } }]);
  registered.when(['register', data]).then('already-exists');
});

test('an amendment that changes nothing is no event', () => {
  const registered = { type: 'unit-registered' as const, data: { unit: meta.id, ...data } };
  spec(unit, meta)
    .given(registered)
    .when(['amend', { name: '第一分公司', shortName: '一分公司' }])
    .then([]);
});
