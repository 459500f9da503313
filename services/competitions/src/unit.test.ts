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

test('a unit is retired once nothing needs it, into another of its kind, and restored', () => {
  const registered = { type: 'unit-registered' as const, data: { unit: meta.id, ...data } };
  const other = { ...data, unit: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d02', code: 'FG-2', name: '第二分公司' };
  const known = spec(unit, meta).given(registered);
  const uses = [{ zh: '3 名人员', en: '3 persons' }];
  known.when(['retire', { uses, reason: '重复' }]).then('unit-in-use');
  for (const into of [
    { ...other, unit: meta.id },
    { ...other, kind: 'employer' as const },
    { ...other, retired: { reason: '' } },
  ])
    known.when(['retire', { into, uses: [], reason: '重复' }]).then('unit-not-like');
  const retired = { type: 'unit-retired' as const, data: { unit: meta.id, into: other.unit, reason: '重复' } };
  known.when(['retire', { into: other, uses: [], reason: '重复' }]).then([retired]);
  const after = spec(unit, meta).given(registered, retired);
  after.when(['retire', { uses: [], reason: '重复' }]).then([]);
  const restored = { type: 'unit-restored' as const, data: { unit: meta.id, reason: '并非重复' } };
  after.when(['restore', { reason: '并非重复' }]).then([restored]);
  known.when(['restore', { reason: '并非重复' }]).then([]);
  expect([retired, restored].reduce(unit.evolve, unit.evolve(unit.initial, registered))).toEqual(registered.data);
});
