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
const finance = { actor: actor({ sub: 'finance', roles: ['finance'] }) };
const other = { actor: actor({ sub: 'other' }) };
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
  const path: Given[] = [
    ['log', data],
    ['submit'],
    ['reject', { reason: '缺证明' }],
    ['submit'],
    ['accept', {}, other],
  ];
  expect(after(...path).state?.status).toBe('accepted');
  expect(refused(...path, ['reject', { reason: '迟' }])).toBe('output-state');
  expect(after(...path, ['accept', {}, other]).outcome).toEqual([]);
  const leader = { actor: actor({ roles: ['alliance-leader'] }) };
  expect(refused(...path, ['withdraw', { reason: '误' }, leader])).toBe('output-state');
  expect(after(...path, ['withdraw', { reason: '误' }]).state?.status).toBe('withdrawn');
});

test('an output is submitted with evidence and after its adoption', () => {
  expect(refused(['log', { ...data, evidence: [] }], ['submit'])).toBe('output-incomplete');
  expect(refused(['log', { ...data, adoptedOn: '2024-03-02' }], ['submit'])).toBe('output-incomplete');
});

test('an output counts for the year of its adoption, and not at all if it has won elsewhere', () => {
  expect(after(['log', data], ['submit'], ['accept', {}, other]).outcome).toMatchObject([
    { data: { year: 2023, counts: true } },
  ]);
  expect(
    after(['log', { ...data, wonElsewhere: '市创新奖' }], ['submit'], ['accept', {}, other]).outcome,
  ).toMatchObject([{ data: { counts: false } }]);
});

test('benefit is certified for past days within twelve months from adoption', () => {
  const certify = (from: string, to: string): Given[] => [
    ['log', data],
    ['submit'],
    ['certify-benefit', { yuan: 1, from, to }, finance],
  ];
  expect(refused(...certify('2023-10-08', '2024-02-29'))).toBeUndefined();
  for (const [from, to] of [
    ['2023-10-07', '2024-02-29'],
    ['2023-10-08', '2024-03-02'],
    ['2024-01-02', '2024-01-01'],
  ])
    expect(refused(...certify(from!, to!))).toBe('benefit-period');
});

test('who logs or amends, who certifies and who accepts are three people', () => {
  const submitted: Given[] = [['log', data], ['submit']];
  const benefit = { yuan: 1, from: '2023-10-08', to: '2024-02-29' };
  const certified: Given[] = [...submitted, ['certify-benefit', benefit, finance]];
  expect(refused(...submitted, ['accept'])).toBe('another-person');
  expect(refused(['log', data, other], ['amend', { title: '乙' }], ['submit', {}, other], ['accept'])).toBe(
    'another-person',
  );
  expect(refused(...submitted, ['certify-benefit', benefit])).toBe('another-person');
  expect(refused(...certified, ['accept', {}, finance])).toBe('another-person');
  expect(refused(...submitted, ['accept', {}, other], ['certify-benefit', benefit, other])).toBe('another-person');
  expect(after(...certified, ['accept', {}, other]).state?.status).toBe('accepted');
});

test('a benefit is net of cost to the cent; a provisional one is followed, a whole one corrected with a reason', () => {
  const later = { ...finance, businessDate: '2024-12-01' };
  const begun: Given[] = [['log', data], ['submit']];
  const certify = (amounts: object, to = '2024-10-07'): Given => [
    'certify-benefit',
    { ...amounts, from: '2023-10-08', to },
    later,
  ];
  const outcome = (...given: Given[]) => (after(...begun, ...given).outcome as { data: object }[])[0]?.data;
  expect(outcome(certify({ gross: 0.3, cost: 0.1 }))).toMatchObject({ yuan: 0.2, provisional: false });
  expect(outcome(certify({ gross: 5, cost: 8 }))).toMatchObject({ yuan: 0, gross: 5, cost: 8 });
  expect(outcome(certify({ yuan: 1 }, '2024-02-29'))).toMatchObject({ provisional: true });
  expect(refused(...begun, certify({ yuan: 1 }, '2024-02-29'), certify({ yuan: 3 }))).toBeUndefined();
  expect(refused(...begun, certify({ yuan: 1 }), certify({ yuan: 3 }))).toBe('benefit-reason');
  expect(outcome(certify({ yuan: 1 }), certify({ yuan: 3, reason: '补计' }))).toMatchObject({
    yuan: 3,
    reason: '补计',
  });
});

test('only its alliance’s organisation and its members’ leaders may touch an output', () => {
  const { state } = after(['log', data]);
  expect(output.admits(state, actor())).toBe(true);
  expect(output.admits(state, actor({ org: 'other' }))).toBe(false);
  expect(output.admits(state, actor({ org: 'other', roles: ['alliance-leader'], units: ['s2'] }))).toBe(true);
  expect(output.admits(state, actor({ org: 'other', roles: ['organiser'], units: ['s2'] }))).toBe(false);
  expect(output.admits(undefined, actor())).toBe(false);
});

test('a certified benefit ends with another day of adoption, and its certifier does not amend the output', () => {
  const both = { actor: actor({ sub: 'both', roles: ['organiser', 'finance'] }) };
  const returned: Given[] = [
    ['log', data],
    ['submit'],
    ['certify-benefit', { yuan: 1, from: '2023-10-08', to: '2024-02-29' }, both],
    ['reject', { reason: '缺证明' }],
  ];
  expect(refused(...returned, ['amend', { title: '乙' }, both])).toBe('another-person');
  expect(after(...returned, ['amend', { title: '乙' }]).state?.benefit).toMatchObject({ yuan: 1 });
  expect(after(...returned, ['amend', { adoptedOn: '2023-12-01' }]).state?.benefit).toBeUndefined();
});

test('an organiser of another union does not take back what was accepted', () => {
  const accepted: Given[] = [['log', data], ['submit'], ['accept', {}, other]];
  const abroad = { actor: actor({ sub: 'wu', org: 'other', roles: ['organiser', 'alliance-leader'], units: ['s2'] }) };
  expect(refused(...accepted, ['withdraw', { reason: '误' }, abroad])).toBe('output-state');
});

test('an award won elsewhere is noted before and after acceptance, once, with its name', () => {
  const award: Given = ['note-award', { wonElsewhere: '市创新奖' }];
  expect(after(['log', data], award, ['submit'], ['accept', {}, other]).outcome).toMatchObject([
    { data: { counts: false } },
  ]);
  const accepted: Given[] = [['log', data], ['submit'], ['accept', {}, other], award];
  expect(after(...accepted).outcome).toMatchObject([
    { type: 'output-award-noted', data: { wonElsewhere: '市创新奖' } },
  ]);
  expect(after(...accepted, award).outcome).toEqual([]);
  expect(refused(['log', data], ['withdraw', { reason: '误' }], award)).toBe('output-state');
});
