import { expect, test } from 'vitest';
import { unit } from './counter.fixture.ts';
import { spec } from './spec.ts';

const actor = { sub: 's', org: 'o', roles: [], departments: [], units: [] };
const units = spec(unit, { id: 'u', businessDate: '2024-01-01', now: '2024-01-01T00:00:00Z', actor });
const data = { unit: 'u', kind: 'branch' as const, code: 'u', name: 'old', shortName: '单位' };
const registered = units.given({ type: 'unit-registered', data });

test('a specification follows the events and takes the noun’s own commands', () => {
  registered.when(['amend', { name: 'new' }]).then([{ type: 'unit-amended', data: { name: 'new' } }]);
  registered.when(['amend', { name: 'new' }], ['amend', { name: 'new' }]).then([]);
  registered.when(['register', { name: 'new' }]).then('already-exists');
  expect(() => registered.when(['amend', { name: 'new' }]).then('already-exists')).toThrow();
  expect(() => registered.when(['amend', { name: 'new' }]).then([])).toThrow();
  // @ts-expect-error a misspelt type
  registered.when(['ammend', { name: 'new' }]);
  // @ts-expect-error wrong data
  expect(() => registered.when(['amend', { title: 'new' }])).toThrow();
});
