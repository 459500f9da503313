// Plays the year and what it has no need of, with every operation's first request and answer recorded.

import { namedFileExample, roles } from '@jiangong/contracts';
import type { ApiExample } from '@jiangong/contracts/examples';
import { passwordOf } from '../cast.ts';
import { play } from '../index.ts';
import { organisations } from '../seed/people.ts';
import { type Installation, install, settle, unseen } from '../year.fixture.ts';
import * as appeals from './appeals.ts';
import * as awardLists from './award-lists.ts';
import * as certificates from './certificates.ts';
import * as company from './company.ts';
import { consent } from './consent.ts';
import * as contestAppeals from './contest-appeals.ts';
import { contests } from './contests.ts';
import * as dossiers from './dossiers.ts';
import * as fixtures from './fixtures.ts';
import * as industry from './industry.ts';
import * as machines from './machines.ts';
import * as passwords from './passwords.ts';
import * as points from './points.ts';
import { type ApiDescription, recorderOf } from './recorder.ts';
import { useOf } from './use.ts';
import * as hr from './webhooks.ts';

const id = '01942f6e-3b1c-7d52-9d55-0c2b8f4f6a11';
const type = 'application/json';
const bytes = 'application/octet-stream';
const { file: _, ...about } = namedFileExample;
const file = { id, ...about, uploadedAt: '2025-01-20T02:00:00.000Z', thumbnail: false };
const filesOf = (noun: string): Record<string, ApiExample> => ({
  [`POST /api/files/${noun}`]: {
    request: { type: 'multipart/form-data', body: '（一个文件 · one file）' },
    answer: { status: '201', type, body: file },
  },
  [`GET /api/files/${noun}/{id}`]: { answer: { status: '200', type: bytes, body: '（文件内容 · bytes）' } },
  [`GET /api/files/${noun}/{id}/about`]: { answer: { status: '200', type, body: file } },
  [`GET /api/files/${noun}/{id}/thumbnail`]: {
    answer: { status: '200', type: bytes, body: '（WebP 图片 · an image）' },
  },
});
const imported = {
  status: '200',
  type,
  body: { rows: 1, accepted: 1, notes: [], faults: [], faultsTotal: 0 },
};
/** What neither the year nor an installation in memory has an occasion for. */
const written: Record<string, ApiExample> = {
  ...appeals.written,
  ...contestAppeals.written,
  ...dossiers.written,
  ...fixtures.written,
  ...points.written,
  ...hr.written,
  ...passwords.written,
  ...machines.written,
  ...certificates.written,
  ...awardLists.written,
  'POST /api/rounds/{id}/open': { request: { type, body: { reason: '提前组织检查，集团已批准' } } },
  'POST /api/award-lists/{id}/acknowledge-revision': {
    request: { type, body: { revision: 2, reason: '更正不影响获奖名次，维持原名单' } },
    answer: { status: '200', type, body: { id, version: 9 } },
  },
  'POST /api/award-lists/{id}/reopen-tie': {
    request: { type, body: { honour: 'winner', group: null, reason: '漏看一项比较指标，重新裁定' } },
    answer: { status: '200', type, body: { id, version: 5 } },
  },
  'POST /api/award-lists/{id}/return': {
    request: { type, body: { reason: '一名候选对象的材料有误，退回核实' } },
    answer: { status: '200', type, body: { id, version: 7 } },
  },
  'POST /api/contestants/{id}/reject': {
    request: { type, body: { reason: '不在参赛范围' } },
    answer: { status: '200', type, body: { id, version: 2 } },
  },
  'POST /api/contest-stages/{id}/decide-tie': {
    request: { type, body: { honour: 'in', group: null, granted: [id], reason: '加赛一题胜出' } },
    answer: { status: '200', type, body: { id, version: 6 } },
  },
  'POST /api/judging-panels/{id}/look-again': {
    request: { type, body: { contestant: id, reason: '录像复核，各评委打分均有依据' } },
    answer: { status: '200', type, body: { id, version: 6 } },
  },
  'POST /api/judging-panels/{id}/marks/correct': {
    request: { type, body: { contestant: id, seat: '2', marks: { practice: { value: 88 } }, reason: '录入错误' } },
    answer: { status: '200', type, body: { id, version: 7 } },
  },
  'GET /api/judging-panels/{id}/calibration': {
    answer: {
      ...{ status: '200', type },
      body: {
        panel: id,
        judges: [{ judge: 'judge-2', seats: ['2'], marked: 6, mean: 84, offset: -2.38, spread: 7.39 }],
        moves: [],
        text: {
          zh: '若把每位评委的打分换算到评委组的平均水平和离散程度，名次不变。仅供复核参考，不计入成绩。',
          en: 'If every judge’s marks were brought to the panel’s mean and spread, no place would be another. For review only: results do not change.',
        },
      },
    },
  },
  'POST /api/notices/{id}/lengthen': {
    request: { type, body: { lastDay: '2025-01-14', reason: '放假安排公布较晚，延长公示' } },
    answer: { status: '200', type, body: { id, version: 2 } },
  },
  'POST /api/outputs/{id}/accept': {
    request: { type, body: { comparisons: [{ output: id, same: false, reason: '同一产线的另一道工序' }] } },
  },
  ...filesOf('output'),
  ...filesOf('check'),
  ...filesOf('dossier'),
  'POST /api/entries/accept': {
    request: { type, body: { ids: [id] } },
    answer: { status: '200', type, body: { accepted: 1, faults: [] } },
  },
  'POST /api/checks/submit': {
    request: { type, body: { ids: [id], department: 'safety' } },
    answer: { status: '200', type, body: { accepted: 1, faults: [] } },
  },
  'POST /api/checks/verify': {
    request: { type, body: { ids: [id] } },
    answer: { status: '200', type, body: { accepted: 1, faults: [] } },
  },
  'POST /api/checks/remind': {
    request: { type, body: { ids: [id] } },
    answer: { status: '200', type, body: { accepted: 1, faults: [] } },
  },
  'POST /api/rounds/{id}/plans/import': {
    request: { type: 'text/csv', body: '单位编码,指标,节点,计划,权重\nXM-07,形象进度,主体结构,100,60\n' },
    answer: imported,
  },
  'POST /api/rounds/{id}/progress/import': {
    request: { type: 'text/csv', body: '单位编码,指标,节点,完成,验收合格\nXM-07,形象进度,主体结构,95,90\n' },
    answer: imported,
  },
  'POST /api/competitions/{id}/reviews/import': {
    request: { type: 'text/csv', body: '单位编码,指标,分值\nXM-07,年终评议,18\n' },
    answer: imported,
  },
  'POST /ops/backup': {
    answer: { status: '201', type, body: { folder: 'data/backups/2025-01-20T02-00-00.000Z' } },
  },
};

/** @param through what sees each request and its answer on the way to an installation, such as a test */
export async function playExamples(
  through: (send: typeof fetch, running: Installation['running']) => typeof fetch = (send) => send,
): Promise<{ examples: Record<string, ApiExample>; missing: string[] }> {
  const { url, admin, running } = await install();
  const description = (await (await fetch(`${url}/docs/json`)).json()) as ApiDescription;
  const recorder = recorderOf(description, through(fetch, running));
  await play({ url, admin, progress: unseen, print: () => {}, fetch: recorder.fetch });
  await settle(running);
  await playUses({ url, admin }, recorder.fetch);
  await running.stop();
  const recorded = Object.entries({ ...written, ...recorder.examples() });
  return {
    // A request written by hand stands where the year sends none.
    examples: Object.fromEntries(recorded.map(([key, example]) => [key, { ...written[key], ...example }])),
    missing: recorder.missing().filter((key) => !written[key]),
  };
}

/** After the year: one use of each operation that it has no need of. */
export async function playUses({ url, admin }: Pick<Installation, 'url' | 'admin'>, recording: typeof fetch) {
  async function tokenOf(userName: string, password: string): Promise<string> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/sign-in`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ userName, password }),
    });
    return ((await answer.json()) as { token: string }).token;
  }
  const asAdmin = useOf(url, await tokenOf(admin.userName, admin.password), recording);
  const { items } = (await asAdmin.get('/orgs')) as { items: { organisation: string; code: string }[] };
  /** Everything that one person may be, in one organisation. */
  async function everybody({ code }: { code: string }) {
    const org = items.find((organisation) => organisation.code === code)!.organisation;
    const userName = `${code.toLowerCase()}.all`;
    const password = passwordOf(userName, admin.password);
    const office = { name: '接口示例', roles: offices, departments: ['technology'], units: [org] };
    await asAdmin.post('/users', { userName, password, organisation: org, ...office });
    return { org, admin: asAdmin, all: useOf(url, await tokenOf(userName, password), recording) };
  }
  const builders = await everybody(organisations.company);
  const unit = await company.registry(builders);
  await company.competition(builders, unit);
  await contests(builders);
  await fixtures.fixtures(builders);
  await points.points(builders);
  await company.results(builders);
  await company.awards(builders);
  await hr.webhooks(builders);
  const inventors = await everybody(organisations.industry);
  const studios = await industry.studios(inventors);
  await industry.pairing(inventors, studios);
  await consent(inventors, builders, studios[0]!);
  await industry.alliance(inventors, studios);
  for (const path of ['/live', '/ready', '/health', '/jwks', '/metrics', '/ops/status', '/ops/parked'])
    await asAdmin.send('GET', path);
  await asAdmin.send('POST', '/ops/parked/redrive', { service: 'awards' });
  await inventors.all.get('/me');
  await inventors.all.post('/sign-out');
}
const offices = roles.filter((role) => role !== 'admin');
