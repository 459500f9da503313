import { type Given as Commands, spec } from '@jiangong/service-kit/testing/spec';
import { expect, test } from 'vitest';
import * as studio from './studio.ts';

const actor = { sub: 'u', org: 'o', roles: ['organiser' as const], departments: [], units: [] };
const meta = { id: 's', businessDate: '2024-03-01', now: '2024-03-01T09:00:00+08:00', actor };
const profile = {
  code: 'GZS-1',
  name: '刘更生创新工作室',
  leader: 'P-1',
  employer: '金隅集团',
  district: '东城区',
  level: 'national' as const,
  trade: '家具',
  offers: [],
  seeks: [],
  capacity: 2,
};
const place = (alliance: string) => ({ alliance, code: alliance.toUpperCase(), name: alliance, request: 1 });
type Given = Commands<Parameters<typeof studio.decide>[1]>;
const after = (...given: Given[]) => spec(studio, meta).when(...given);
const recognised: Given[] = [['register', profile], ['recognise']];

test('a studio of capacity two joins two alliances; the third is told which', () => {
  const { outcome } = after(...recognised, ['reserve', place('a')], ['reserve', place('b')], ['reserve', place('c')]);
  expect(outcome).toMatchObject([
    { type: 'place-refused', data: { alliance: 'c', reason: 'full', holders: [{ code: 'A' }, { code: 'B' }] } },
  ]);
});

test('only a recognised studio gives places; recognising again ends a suspension', () => {
  const reserving = (...given: Given[]) => after(...given, ['reserve', place('a')]);
  reserving(['register', profile]).then([{ data: { reason: 'not-recognised' } }]);
  reserving(...recognised, ['suspend', { reason: '停' }]).then([{ data: { reason: 'suspended' } }]);
  reserving(...recognised, ['suspend', { reason: '停' }], ['recognise']).then([{ type: 'place-reserved' }]);
});

test('the capacity never falls below the places taken', () => {
  const { outcome } = after(...recognised, ['reserve', place('a')], ['amend', { capacity: 0 }]);
  expect(outcome).toMatchObject({ refused: 'capacity-below-places', params: { held: 1, holders: ['A'], capacity: 0 } });
  expect(after(...recognised, ['amend', { capacity: 2 }]).outcome).toEqual([]);
});

test('a new leader leaves the name as it is unless it is changed too', () => {
  const { state } = after(...recognised, ['change-leader', { leader: 'P-2', reason: '退休' }]);
  expect(state?.profile).toMatchObject({ leader: 'P-2', name: '刘更生创新工作室' });
});

test('for an unknown studio a reaction does nothing and a request is not found', () => {
  expect(after(['reserve', place('a')]).outcome).toEqual([]);
  expect(after(['release', { alliance: 'a' }]).outcome).toEqual([]);
  expect(after(['recognise']).outcome).toMatchObject({ refused: 'not-found' });
});

test('another union’s alliance gets no place, no data and no plaque', () => {
  const reserved = after(...recognised, ['reserve', place('a')]);
  const foreign = { actor: { ...actor, org: 'elsewhere' } };
  reserved
    .when(['reserve', place('x'), foreign])
    .then([{ type: 'place-refused', data: { alliance: 'x', reason: 'not-recognised', holders: [] } }]);
  // A place that it held before is still given back.
  reserved.when(['release', { alliance: 'a' }, foreign]).then([{ type: 'place-released' }]);
  const grant = { grant: 'g', revision: 1, honour: '首批', documentNumber: '1', date: '2024-01-01' };
  reserved.when(['set-plaque', grant, foreign]).then([]);
  reserved.when(['set-plaque', grant]).then([{ type: 'plaque-conferred' }]);
});
