// What people get wrong about outputs, their benefits and joint projects, and how each is answered: nothing is changed by it.
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { studioAlliances } from './service.ts';
import { expectRefused, type Who, type Wrong } from './wrong.fixture.ts';

const organiser: Who = { org: 'industry', sub: 'li', roles: ['organiser'] };
const second: Who = { org: 'industry', sub: 'sun', roles: ['organiser', 'finance'] };
const finance: Who = { org: 'industry', sub: 'zhou', roles: ['finance'] };
const abroad: Who = { org: 'district', sub: 'wu', roles: ['organiser', 'finance'] };
const auditor: Who = { org: 'industry', sub: 'shen', roles: ['auditor'] };
const leaderOf = (...units: string[]): Who => ({ org: 'industry', sub: 'ma', roles: ['alliance-leader'], units });
const nowhere = '00000000-0000-8000-8000-000000000000';
const profile = {
  ...{ name: '工作室', leader: 'P-1', employer: '甲公司', district: '东城区', level: 'district' },
  ...{ trade: '焊接', offers: ['激光焊接'], seeks: ['探伤'], capacity: 1 },
};
const content = {
  ...{ kind: '五小成果', title: '新法', applied: ['production'], contributors: ['P-1'], adoptedOn: '2023-10-08' },
  evidence: [{ title: '证明', reference: '编号一' }],
};
const benefit = { gross: 10, cost: 4, from: '2023-10-08', to: '2024-02-29' };
const reason = { reason: '理由' };

let t: Testing;
const known: Record<string, string> = {};
beforeAll(async () => {
  t = await startTesting([studioAlliances], { now: () => '2024-03-01T09:00:00+08:00' });
  const give = async (path: string, body: object = {}, who: Who = organiser) => {
    const { status, text } = await t.call(who, 'POST', `/api${path}`, body);
    if (status >= 300) throw new Error(`${path}: ${text}`);
    return JSON.parse(text).id as string;
  };
  for (const code of ['A', 'B', 'C', 'D']) {
    known[code] = await give('/studios', { ...profile, code, name: `${code}创新工作室` });
    await give(`/studios/${known[code]}/recognise`);
  }
  const ally = (code: string, ...studios: string[]) =>
    give('/alliances', { code, name: `${code}联盟`, shortName: code, studios: studios.map((s) => known[s]) });
  known.alliance = await ally('L1', 'A', 'B');
  known.proposed = await ally('L2', 'C', 'D');
  await t.quiet();
  const approval = { form: 'linked', reason: '链', agreement: '一', since: '2023-06-15' };
  await give(`/alliances/${known.alliance}/approve`, approval);
  const log = async (name: string, title: string, over: object = {}) => {
    known[name] = await give('/outputs', { ...content, alliance: known.alliance, title, ...over });
  };
  const verb = (name: string, act: string, body: object = {}, who = organiser) =>
    give(`/outputs/${known[name]}/${act}`, body, who);
  await log('draft', '草稿');
  await log('bare', '无佐证', { evidence: [] });
  await log('future', '明日', { adoptedOn: '2024-03-02' });
  for (const name of ['submitted', 'certified', 'accepted', 'rejected', 'rejectedCertified', 'withdrawn']) {
    await log(name, `成果${name}`);
    await verb(name, 'submit');
  }
  for (const name of ['certified', 'rejectedCertified']) await verb(name, 'certify-benefit', benefit, second);
  await verb('accepted', 'accept', {}, second);
  for (const name of ['rejected', 'rejectedCertified']) await verb(name, 'reject', reason, second);
  await verb('withdrawn', 'withdraw', reason);
  const project = { alliance: known.alliance, topic: '课题', goal: '目标' };
  known.project = await give('/joint-projects', project);
  known.over = await give('/joint-projects', project);
  await give(`/joint-projects/${known.over}/close`, { result: '结果' });
}, 60_000);
afterAll(() => t.stop());

/** An output of the alliance, logged with something amiss. */
const log = (what: string, over: object, says: string, names?: string): Wrong => ({
  ...{ what, call: 'POST /outputs', says, body: { alliance: '{alliance}', ...content, ...over } },
  ...(names ? { names } : {}),
});
const act = (what: string, call: string, body: object, says: string, who: Who = organiser): Wrong => ({
  ...{ what, call: `POST /outputs/${call}`, body, says, who },
});
const certify = (what: string, over: object, says: string): Wrong =>
  act(what, '{submitted}/certify-benefit', { ...benefit, ...over }, says, finance);
const wrongs: Wrong[] = [
  log('an output of no alliance', { alliance: nowhere }, '404 not-found'),
  log('an output of an alliance that was not approved', { alliance: '{proposed}' }, '409 alliance-state'),
  log('an output of a day before its alliance', { adoptedOn: '2023-06-14' }, '422 outside-alliance-time'),
  log('an output under a known title', { title: ' 草 稿 ' }, '409 output-known', '草 稿'),
  log('an output without a title', { title: '' }, '400 malformed-request'),
  log('an output in use nowhere', { applied: [] }, '400 malformed-request'),
  log('an output in use where nothing is', { applied: ['elsewhere'] }, '400 malformed-request'),
  log('an output by nobody', { contributors: [] }, '400 malformed-request'),
  log('an output of a day that is none', { adoptedOn: '2023-02-30' }, '400 malformed-request'),
  log('an output with a field that nobody knows', { benefit: 1e300 }, '400 malformed-request'),
  log('an output that accepts itself', { status: 'accepted' }, '400 malformed-request'),
  { ...log('an output by an auditor', {}, '403 forbidden'), who: auditor },
  { ...log('an output by another union', {}, '404 not-found'), who: abroad },
  { ...log('an output by a leader of no member', {}, '403 not-yours'), who: leaderOf(nowhere) },
  act('an amendment to a known title', '{draft}/amend', { title: '无佐证' }, '409 output-known'),
  act(
    'an amendment to a day before the alliance',
    '{draft}/amend',
    { adoptedOn: '2023-01-01' },
    '422 outside-alliance-time',
  ),
  act('an amendment of what is submitted', '{submitted}/amend', { kind: '专利' }, '409 output-state'),
  act('an amendment of what is accepted', '{accepted}/amend', { kind: '专利' }, '409 output-state'),
  act('an amendment of what is withdrawn', '{withdrawn}/amend', { kind: '专利' }, '409 output-state'),
  act('an amendment by its certifier', '{rejectedCertified}/amend', { kind: '专利' }, '409 another-person', second),
  act('a submission without evidence', '{bare}/submit', {}, '422 output-incomplete'),
  act('a submission before the adoption', '{future}/submit', {}, '422 output-incomplete'),
  act('a submission of what is accepted', '{accepted}/submit', {}, '409 output-state'),
  act('a submission of what is withdrawn', '{withdrawn}/submit', {}, '409 output-state'),
  act('a submission of nothing', `${nowhere}/submit`, {}, '404 not-found'),
  act('a certificate of a draft', '{draft}/certify-benefit', benefit, '409 output-state', finance),
  act('a certificate by an organiser', '{submitted}/certify-benefit', benefit, '403 forbidden'),
  act('a certificate by another union', '{submitted}/certify-benefit', benefit, '404 not-found', abroad),
  act('a certificate by the accepter', '{accepted}/certify-benefit', benefit, '409 another-person', second),
  certify('a benefit from before the adoption', { from: '2023-10-07' }, '422 benefit-period'),
  certify('a benefit that has not been earned yet', { to: '2024-03-02' }, '422 benefit-period'),
  certify('a benefit that ends before it begins', { from: '2024-01-02', to: '2024-01-01' }, '422 benefit-period'),
  certify('a benefit of more than anybody earns', { gross: 1e300 }, '400 malformed-request'),
  certify('a benefit below a cent', { gross: 0.001 }, '400 malformed-request'),
  certify('a benefit below nothing', { gross: -1 }, '400 malformed-request'),
  certify('a benefit both net and gross', { yuan: 6 }, '400 malformed-request'),
  certify('a benefit without its cost', { cost: undefined }, '400 malformed-request'),
  act('an acceptance of a draft', '{draft}/accept', {}, '409 output-state', second),
  act('an acceptance by the logger', '{submitted}/accept', {}, '409 another-person'),
  act('an acceptance by the certifier', '{certified}/accept', {}, '409 another-person', second),
  act('an acceptance by finance', '{submitted}/accept', {}, '403 forbidden', finance),
  act('an acceptance by another union', '{submitted}/accept', {}, '404 not-found', abroad),
  act('a rejection without a reason', '{submitted}/reject', {}, '400 malformed-request', second),
  act('a rejection of what is accepted', '{accepted}/reject', reason, '409 output-state', second),
  act('a rejection twice', '{rejected}/reject', reason, '409 output-state', second),
  act('a withdrawal without a reason', '{draft}/withdraw', {}, '400 malformed-request'),
  act('a withdrawal by another union', '{accepted}/withdraw', reason, '404 not-found', abroad),
  act('an award without a name', '{accepted}/note-award', { wonElsewhere: '' }, '400 malformed-request'),
  act('an award of what is withdrawn', '{withdrawn}/note-award', { wonElsewhere: '奖' }, '409 output-state'),
  act('an award by another union', '{accepted}/note-award', { wonElsewhere: '奖' }, '404 not-found', abroad),
  {
    ...{ what: 'a report on a project that is over', call: 'POST /joint-projects/{over}/report' },
    ...{ body: { progress: '进展' }, says: '409 project-closed' },
  },
  {
    ...{
      what: 'a project of a day before its alliance',
      call: 'POST /joint-projects',
      says: '422 outside-alliance-time',
    },
    body: { alliance: '{alliance}', topic: '题', goal: '的', from: '2023-01-01' },
  },
];

test('there are at least forty kinds of wrong request', () => expect(wrongs.length).toBeGreaterThanOrEqual(40));

test.each(wrongs)('$what', (wrong) => expectRefused(t, known, organiser, wrong));

test('none of them changes anything', async () => {
  const { body } = await t.call(organiser, 'GET', '/api/outputs?limit=200');
  const states = Object.fromEntries(body.items.map((o: { title: string; status: string }) => [o.title, o.status]));
  expect(states).toEqual({
    ...{ 草稿: 'draft', 无佐证: 'draft', 明日: 'draft', 成果submitted: 'submitted', 成果certified: 'submitted' },
    ...{
      成果accepted: 'accepted',
      成果rejected: 'rejected',
      成果rejectedCertified: 'rejected',
      成果withdrawn: 'withdrawn',
    },
  });
});
