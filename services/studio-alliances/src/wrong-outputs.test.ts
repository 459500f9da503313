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
const adoption = { unit: '二车间', adoptedOn: '2024-02-01' };

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
  await log('adopted', '高强钢门框回弹补偿法');
  await log('like', '门框回弹补偿操作法');
  for (const name of ['adopted', 'like']) await verb(name, 'submit');
  await verb('adopted', 'accept', {}, second);
  await verb('adopted', 'adopt', adoption);
  const milestones = [{ title: '试制', due: '2024-06-30' }];
  const project = { alliance: known.alliance, topic: '课题', goal: '目标', milestones };
  known.project = await give('/joint-projects', project);
  known.over = await give('/joint-projects', project);
  await give(`/joint-projects/${known.over}/close`, { result: '结果', ...reason });
}, 240_000);
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
const duty = (what: string, call: string, body: object, says: string, who: Who = organiser): Wrong => ({
  ...{ what, call: `POST /alliances/{alliance}/duties/${call}`, body, says, who },
});
const project = (what: string, call: string, body: object, says: string, who: Who = organiser): Wrong => ({
  ...{ what, call: `POST /joint-projects${call}`, body, says, who },
});
const opened = { alliance: '{alliance}', topic: '题', goal: '的' };
const compared = (output: string) => ({ comparisons: [{ output, same: false, reason: '不同' }] });
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
  project('a report on a project that is over', '/{over}/report', { progress: '进展' }, '409 project-closed'),
  project('a milestone of a project that is over', '/{over}/reach', { milestone: '试制' }, '409 project-closed'),
  project('a project of a day before its alliance', '', { ...opened, from: '2023-01-01' }, '422 outside-alliance-time'),
  project('a project that begins tomorrow', '', { ...opened, from: '2024-03-02' }, '422 future-date'),
  project('a project of a studio that is no member', '', { ...opened, studios: [nowhere] }, '409 not-a-member'),
  project(
    'a project with a milestone before it begins',
    '',
    { ...opened, milestones: [{ title: '试制', due: '2024-02-29' }] },
    '422 outside-alliance-time',
  ),
  project(
    'a project with one milestone twice',
    '',
    { ...opened, milestones: ['试制', ' 试 制'].map((title) => ({ title, due: '2024-05-01' })) },
    '422 milestones-repeated',
  ),
  project('a project by another union', '', opened, '404 not-found', abroad),
  project('an amendment of a project without a reason', '/{project}/amend', { goal: '新' }, '400 malformed-request'),
  project('an amendment of a project that changes nothing', '/{project}/amend', reason, '400 malformed-request'),
  project(
    'a milestone that the project does not have',
    '/{project}/reach',
    { milestone: '量产' },
    '422 milestone-unknown',
  ),
  project(
    'a milestone that is reached tomorrow',
    '/{project}/reach',
    { milestone: '试制', on: '2024-03-02' },
    '422 future-date',
  ),
  project('a link to no output', '/{project}/link', { output: nowhere }, '404 not-found'),
  project('a link back that there is not', '/{project}/unlink', { output: '{draft}' }, '404 not-found'),
  project('a milestone by another union', '/{project}/reach', { milestone: '试制' }, '404 not-found', abroad),
  project('a close that passes over milestones', '/{project}/close', { result: '结果' }, '422 milestones-open'),
  act('an adoption elsewhere of what is not accepted', '{submitted}/adopt', adoption, '409 output-state'),
  act('an adoption elsewhere without the unit', '{accepted}/adopt', { ...adoption, unit: '' }, '400 malformed-request'),
  act(
    ...['an adoption elsewhere before its own', '{accepted}/adopt'],
    ...[{ ...adoption, adoptedOn: '2023-10-07' }, '422 adoption-date'],
  ),
  act(
    ...['an adoption elsewhere that is to come', '{accepted}/adopt'],
    ...[{ ...adoption, adoptedOn: '2024-03-02' }, '422 adoption-date'],
  ),
  act(
    ...['an adoption elsewhere of more than anybody earns', '{accepted}/adopt'],
    ...[{ ...adoption, yuan: 1e300 }, '400 malformed-request'],
  ),
  act('an adoption elsewhere by another union', '{accepted}/adopt', adoption, '404 not-found', abroad),
  act('an adoption elsewhere by an auditor', '{accepted}/adopt', adoption, '403 forbidden', auditor),
  act('another benefit of a unit that adopted', '{adopted}/adopt', { ...adoption, yuan: 9 }, '409 already-exists'),
  act('a comparison with nothing alike', '{submitted}/accept', compared('{draft}'), '404 not-found', second),
  act('an acceptance that passes over what is alike', '{like}/accept', {}, '409 duplicates-undecided', second),
  act(
    ...['a comparison without a reason', '{like}/accept'],
    ...[{ comparisons: [{ output: '{adopted}', same: true }] }, '400 malformed-request', second],
  ),
  duty('a closing of a year that runs', '2024/close', {}, '409 duty-year-running'),
  duty('a closing of a year before the alliance', '2022/close', {}, '404 not-found'),
  duty('a closing of a year with an undecided output', '2023/close', {}, '409 outputs-undecided'),
  duty('a closing by another union', '2023/close', {}, '404 not-found', abroad),
  duty('a closing by an auditor', '2023/close', {}, '403 forbidden', auditor),
  duty('a correction of a year that is open', '2023/correct', reason, '409 duty-not-closed'),
  duty('a correction without a reason', '2023/correct', {}, '400 malformed-request'),
  duty('a correction that says its own count', '2023/correct', { ...reason, outputs: 9 }, '400 malformed-request'),
  duty('a correction by another union', '2023/correct', reason, '404 not-found', abroad),
  duty('a correction by finance', '2023/correct', reason, '403 forbidden', finance),
  { what: 'a closing of all of no year', call: 'POST /duties/next/close-all', body: {}, says: '400 malformed-request' },
  {
    ...{ what: 'a closing of all by a union without alliances', call: 'POST /duties/2023/close-all', body: {} },
    ...{ says: '409 no-duties', who: abroad },
  },
];

test('there are at least forty kinds of wrong request', () => {
  expect(wrongs.length).toBeGreaterThanOrEqual(40);
  console.log(`${wrongs.length} wrong requests about outputs, projects and duties`);
});

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
      高强钢门框回弹补偿法: 'accepted',
      门框回弹补偿操作法: 'submitted',
    },
  });
  const board = await t.call(auditor, 'GET', '/api/duties?year=2023');
  expect(board.body.items).toMatchObject([{ code: 'L1', closed: false, outputs: 2 }]);
});
