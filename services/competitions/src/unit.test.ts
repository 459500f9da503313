import { isRefusal } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { decide, evolve, initial } from './unit.ts';

const meta = {
  id: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01',
  businessDate: '2024-01-05',
  now: '2024-01-05T09:00:00+08:00',
  actor: { sub: 'u', org: 'o', roles: ['organiser' as const], departments: [], units: [] },
};
const data = { kind: 'branch' as const, code: 'FG-1', name: '第一分公司', shortName: '一分公司' };

test('a unit is registered once', () => {
  const [event] = decide(initial, { ...meta, type: 'register', data }) as never[];
  expect(event).toEqual({ type: 'unit-registered', data: { unit: meta.id, ...data } });
  const again = decide(evolve(initial, event!), { ...meta, type: 'register', data });
  expect(isRefusal(again) && again.refused).toBe('already-exists');
});

test('an amendment that changes nothing is no event', () => {
  expect(
    decide({ unit: meta.id, ...data }, { ...meta, type: 'amend', data: { name: '第一分公司', shortName: '一分公司' } }),
  ).toEqual([]);
});
