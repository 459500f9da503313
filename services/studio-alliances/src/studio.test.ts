import { isRefusal } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { decide, evolve, initial, type State } from './studio.ts';

const actor = { sub: 'u', org: 'o', roles: ['organiser' as const], departments: [], units: [] };
const meta = { id: 's', businessDate: '2024-03-01', now: '2024-03-01T09:00:00+08:00', actor };
const profile = {
  code: 'GZS-1',
  name: '刘更生创新工作室',
  leader: 'P-1',
  employer: '金隅集团',
  district: '东城区',
  level: 'national',
  trade: '家具',
  offers: [],
  seeks: [],
  capacity: 2,
};
const place = (alliance: string) => ({ alliance, code: alliance.toUpperCase(), name: alliance, request: 1 });
type Given = [type: string, data?: object];
function after(...given: Given[]): { state: State; last: unknown } {
  let state = initial as State;
  let last: unknown;
  for (const [type, data = {}] of given) {
    last = decide(state, { ...meta, type, data } as never);
    if (!isRefusal(last)) for (const event of last as object[]) state = evolve(state, { ...event, org: 'o' } as never);
  }
  return { state, last };
}
const recognised: Given[] = [['register', profile], ['recognise']];

test('a studio of capacity two is in two alliances; the third is told who they are', () => {
  const { last } = after(...recognised, ['reserve', place('a')], ['reserve', place('b')], ['reserve', place('c')]);
  expect(last).toMatchObject([
    { type: 'place-refused', data: { alliance: 'c', reason: 'full', holders: [{ code: 'A' }, { code: 'B' }] } },
  ]);
});

test('only a recognised studio gives places; recognising again ends a suspension', () => {
  const reason = (...given: Given[]) => (after(...given, ['reserve', place('a')]).last as never[])[0];
  expect(reason(['register', profile])).toMatchObject({ data: { reason: 'not-recognised' } });
  expect(reason(...recognised, ['suspend', { reason: '停' }])).toMatchObject({ data: { reason: 'suspended' } });
  expect(reason(...recognised, ['suspend', { reason: '停' }], ['recognise'])).toMatchObject({ type: 'place-reserved' });
});

test('the capacity never falls below the places taken', () => {
  const { last } = after(...recognised, ['reserve', place('a')], ['amend', { capacity: 0 }]);
  expect(last).toMatchObject({ refused: 'capacity-below-places', params: { held: 1, holders: ['A'], capacity: 0 } });
  expect(after(...recognised, ['amend', { capacity: 2 }]).last).toEqual([]);
});

test('a new leader leaves the name as it is unless it is changed too', () => {
  const { state } = after(...recognised, ['change-leader', { leader: 'P-2', reason: '退休' }]);
  expect(state?.profile).toMatchObject({ leader: 'P-2', name: '刘更生创新工作室' });
});

test('what reactions ask of an unknown studio is nothing, what people ask is not found', () => {
  expect(after(['reserve', place('a')]).last).toEqual([]);
  expect(after(['release', { alliance: 'a' }]).last).toEqual([]);
  expect(after(['recognise']).last).toMatchObject({ refused: 'not-found' });
});

test('another union’s alliance gets no place and learns nothing, and its grant hangs nothing', () => {
  const { state } = after(...recognised, ['reserve', place('a')]);
  const foreign = { ...meta, actor: { ...actor, org: 'elsewhere' } };
  const asked = (type: string, data: object, as = foreign) => decide(state, { ...as, type, data } as never);
  expect(asked('reserve', place('x'))).toMatchObject([
    { type: 'place-refused', data: { alliance: 'x', reason: 'not-recognised', holders: [] } },
  ]);
  // A place that it held before is still given back.
  expect(asked('release', place('a'))).toMatchObject([{ type: 'place-released' }]);
  const grant = { grant: 'g', revision: 1, honour: '首批', documentNumber: '1', date: '2024-01-01' };
  expect(asked('set-plaque', grant)).toEqual([]);
  expect(asked('set-plaque', grant, meta)).toMatchObject([{ type: 'plaque-conferred' }]);
});
