import { isRefusal } from '@jiangong/contracts';
import { type Given as Commands, spec } from '@jiangong/service-kit/testing/spec';
import { expect, test } from 'vitest';
import * as output from './output.ts';

const actor = (over: object = {}) => ({
  sub: 'u',
  org: 'industry',
  roles: ['organiser' as const],
  departments: [],
  units: [],
  ...over,
});
const meta = { id: 'o1', businessDate: '2024-03-01', now: '2024-03-01T09:00:00+08:00', actor: actor() };
const data = {
  alliance: 'a1',
  owner: 'industry',
  studios: ['s1', 's2'],
  kind: '专利',
  title: '甲',
  applied: ['production' as const],
  contributors: ['P-1'],
  adoptedOn: '2023-10-08',
  evidence: [{ title: '证明', reference: 'x' }],
};
type Given = Commands<Parameters<typeof output.decide>[1]>;
const after = (...given: Given[]) => spec(output, meta).when(...given);
const refused = (...given: Given[]) => {
  const { outcome } = after(...given);
  return isRefusal(outcome) ? outcome.refused : undefined;
};

test('a rejected output can be submitted again; an accepted one is final', () => {
  const path: Given[] = [['log', data], ['submit'], ['reject', { reason: '缺证明' }], ['submit'], ['accept']];
  expect(after(...path).state?.status).toBe('accepted');
  expect(refused(...path, ['reject', { reason: '迟' }])).toBe('output-state');
  expect(after(...path, ['accept']).outcome).toEqual([]);
  const leader = { actor: actor({ roles: ['alliance-leader'] }) };
  expect(refused(...path, ['withdraw', { reason: '误' }, leader])).toBe('output-state');
  expect(after(...path, ['withdraw', { reason: '误' }]).state?.status).toBe('withdrawn');
});

test('an output is submitted with evidence and after its adoption', () => {
  expect(refused(['log', { ...data, evidence: [] }], ['submit'])).toBe('output-incomplete');
  expect(refused(['log', { ...data, adoptedOn: '2024-03-02' }], ['submit'])).toBe('output-incomplete');
});

test('an output counts for the year of its adoption, and not at all if it has won elsewhere', () => {
  expect(after(['log', data], ['submit'], ['accept']).outcome).toMatchObject([{ data: { year: 2023, counts: true } }]);
  expect(after(['log', { ...data, wonElsewhere: '市创新奖' }], ['submit'], ['accept']).outcome).toMatchObject([
    { data: { counts: false } },
  ]);
});

test('benefit is certified for past days within twelve months from adoption', () => {
  const certify = (from: string, to: string): Given[] => [
    ['log', data],
    ['submit'],
    ['certify-benefit', { yuan: 1, from, to }],
  ];
  expect(refused(...certify('2023-10-08', '2024-02-29'))).toBeUndefined();
  for (const [from, to] of [
    ['2023-10-07', '2024-02-29'],
    ['2023-10-08', '2024-03-02'],
    ['2024-01-02', '2024-01-01'],
  ])
    expect(refused(...certify(from!, to!))).toBe('benefit-period');
});

test('only its alliance’s organisation and its members’ leaders may touch an output', () => {
  const { state } = after(['log', data]);
  expect(output.admits(state, actor())).toBe(true);
  expect(output.admits(state, actor({ org: 'other' }))).toBe(false);
  expect(output.admits(state, actor({ org: 'other', roles: ['alliance-leader'], units: ['s2'] }))).toBe(true);
  expect(output.admits(state, actor({ org: 'other', roles: ['organiser'], units: ['s2'] }))).toBe(false);
  expect(output.admits(undefined, actor())).toBe(false);
});
