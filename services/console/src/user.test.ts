import { type Actor, isRefusal } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { admits, decide, evolve, initial, owner, type State, userId } from './user.ts';

const admin: Actor = { sub: 'system', org: 'o', roles: ['admin'], departments: [], units: [] };
const operator: Actor = { ...admin, roles: ['operator'] };
const id = userId('Zhang.San');
const meta = { id, businessDate: '2024-01-05', now: '2024-01-05T09:00:00+08:00', actor: admin };
type Given = Parameters<typeof decide>[1];
const organisation = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';
const duties = { organisation, roles: ['admin'], departments: [], units: [] };
const decided = (state: State, type: Given['type'], data: object, as: Partial<Given> = {}) =>
  decide(state, { ...meta, type, data, ...as } as Given);
const refused = (decision: unknown) => (isRefusal(decision) ? decision.refused : undefined);
function registered(): State {
  const decision = decided(initial, 'register', duties);
  if (isRefusal(decision)) throw new Error(decision.refused);
  return decision.reduce(evolve, initial);
}

test('a user name is unique, however it is written', () => {
  expect(userId('ｚhang.SAN')).toBe(id);
  expect(refused(decided(registered(), 'register', duties))).toBe('already-exists');
});

test('a role for departments or units names at least one', () => {
  expect(refused(decided(initial, 'register', { ...duties, roles: ['checker'] }))).toBe('role-needs-scope');
  expect(refused(decided(initial, 'register', { ...duties, roles: ['entrant'] }))).toBe('role-needs-scope');
  expect(refused(decided(initial, 'register', { ...duties, roles: ['checker'], departments: ['safety'] }))).toBe(
    undefined,
  );
});

test('administrators cannot remove themselves or drop their role; a removed user may come back', () => {
  const self = { actor: { ...admin, sub: id } };
  expect(refused(decided(registered(), 'remove', {}, self))).toBe('own-account');
  expect(refused(decided(registered(), 'amend', { ...duties, roles: ['hr'] }, self))).toBe('own-account');
  const removal = decided(registered(), 'remove', {});
  if (isRefusal(removal)) throw new Error(removal.refused);
  const gone = removal.reduce(evolve, registered());
  expect(refused(decided(gone, 'register', duties))).toBeUndefined();
});

test('only an operator grants the operator role or changes an operator’s account', () => {
  const duties2 = { ...duties, roles: ['admin', 'operator'] };
  expect(refused(decided(initial, 'register', duties2))).toBe('operator-only');
  expect(refused(decided(registered(), 'amend', duties2))).toBe('operator-only');
  const made = decided(initial, 'register', duties2, { actor: operator });
  if (isRefusal(made)) throw new Error(made.refused);
  const user = made.reduce(evolve, initial);
  // A new password would be as good as the role.
  expect(refused(decided(user, 'amend', duties))).toBe('operator-only');
  expect(refused(decided(user, 'remove', {}))).toBe('operator-only');
  expect(refused(decided(user, 'amend', duties, { actor: { ...operator, sub: id } }))).toBe('own-account');
  expect(refused(decided(user, 'amend', duties, { actor: operator }))).toBeUndefined();
});

test('a user belongs to its organisation; a released name is free for every organisation', () => {
  const elsewhere = { ...admin, org: 'elsewhere' };
  expect(owner(registered())).toBe(organisation);
  expect(admits(registered(), elsewhere)).toBe(false);
  expect(admits(registered(), operator)).toBe(true);
  const removal = decided(registered(), 'remove', {});
  if (isRefusal(removal)) throw new Error(removal.refused);
  const gone = removal.reduce(evolve, registered());
  expect([owner(gone), admits(gone, elsewhere)]).toEqual([organisation, true]);
});
