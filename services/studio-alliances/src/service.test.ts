import { allianceId, type Command, type Grant, grantId, requestsOf } from '@jiangong/contracts';
import { post, service } from '@jiangong/service-kit';
import { startTesting, type Testing, tokenOf } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { pairingCommand } from './pairing.ts';
import { studioAlliances } from './service.ts';

const organiser = { org: 'industry', sub: 'li', roles: ['organiser' as const] };
const finance = { org: 'industry', sub: 'qian', roles: ['finance' as const] };
const auditor = { org: 'industry', sub: 'shen', roles: ['auditor' as const] };
const abroad = { org: 'district', sub: 'wu', roles: ['organiser' as const] };

const publishCommand = requestsOf<Command<'publish', { type: string; grant: object }>>('grant');
/** Stands for the awards service: publishes what a test says of a grant. */
const awards = service({
  name: 'awards',
  streams: {
    grant: {
      initial: undefined,
      decide: (_: undefined, { data }: { data: { type: string; grant: Grant } }) => [
        { type: data.type, data: data.grant },
      ],
      evolve: () => undefined,
    },
  },
  views: [],
  reactions: [],
  deadlines: [],
  routes: [
    post('/test-grants', {
      summary: ['测试', 'Test'],
      roles: ['organiser'],
      body: z.object({ type: z.string(), grant: z.record(z.string(), z.unknown()) }),
      handle: ({ body }) => publishCommand(String(body.grant.grant), 'publish', body),
    }),
  ],
});

vi.setConfig({ testTimeout: 30_000 });
let t: Testing;
beforeAll(async () => {
  t = await startTesting([studioAlliances, awards], { now: () => '2024-03-01T09:00:00+08:00' });
});
afterAll(() => t.stop());

const profile = {
  leader: 'P-1',
  employer: '金隅集团',
  district: '东城区',
  level: 'provincial',
  trade: '红木家具',
  offers: ['榫卯工艺'],
  seeks: ['珐琅镶嵌'],
  capacity: 1,
};
type Who = Parameters<Testing['call']>[0];
async function made(actor: Who, path: string, body: object, query = ''): Promise<string> {
  const answer = await t.call(actor, 'POST', `/api${path}${query}`, body);
  expect([answer.status, answer.body]).toEqual([expect.toBeOneOf([200, 201]), expect.anything()]);
  return answer.body.id;
}
async function studio(code: string, over: object = {}, actor: Who = organiser): Promise<string> {
  const name = `${code}创新工作室`;
  const id = await made(actor, '/studios', { ...profile, code, name, employer: `${code}公司`, ...over });
  await made(actor, `/studios/${id}/recognise`, {});
  return id;
}
const get = async (path: string, actor: Who = organiser) => t.call(actor, 'GET', `/api${path}`);
async function alliance(code: string, studios: string[]): Promise<string> {
  const id = await made(organiser, '/alliances', { code, name: `${code}联盟`, shortName: code, studios });
  await t.quiet();
  return id;
}
/** A run, once nothing of it is left to be worked out. */
async function done(id: string) {
  // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of the body
  let run: any;
  await expect
    .poll(
      async () => {
        run = (await get(`/pairings/${id}`)).body;
        return run.progress ?? run.status;
      },
      { timeout: 20_000, interval: 20 },
    )
    .toBe('completed');
  return run;
}
const approval = { form: 'cross-type', reason: '工艺互补', agreement: '协议1号', since: '2023-06-15' };

test('a place is reserved within the capacity; a refusal names the holders, and a released place can be requested again', async () => {
  const [a, b, c] = [await studio('A1'), await studio('A2', { capacity: 2 }), await studio('A3')];
  const first = await alliance('LM-A1', [a, b]);
  const second = await alliance('LM-A2', [a, c]);
  await made(organiser, `/alliances/${first}/approve`, approval);
  const refused = await t.call(organiser, 'POST', `/api/alliances/${second}/approve`, approval);
  expect([refused.status, refused.body.type, refused.body.params.refused]).toEqual([
    409,
    '/problems/places-missing',
    ['A1创新工作室（LM-A1）'],
  ]);
  expect((await get(`/alliances/${second}`)).body.members[0]).toMatchObject({ place: 'refused', leading: true });

  await made(organiser, `/alliances/${first}/dissolve`, { reason: '协议期满' });
  await t.quiet();
  await made(organiser, `/alliances/${second}/join`, { studio: a });
  await t.quiet();
  await made(organiser, `/alliances/${second}/approve`, approval);
  const seen = (await get(`/alliances/${second}`)).body;
  expect(seen).toMatchObject({ status: 'approved', form: 'cross-type' });
  const [suggested] = (await get(`/alliances/${second}/suggestions`)).body.items;
  expect(suggested).toMatchObject({ form: 'same-type', zh: '同一工种“红木家具”，建议同型' });
  const listed = (await get('/alliances?status=approved&year=2023')).body.items;
  expect(listed).toMatchObject([{ code: 'LM-A2', year: { text: { zh: '0 / 1–2，12月31日前' }, status: 'behind' } }]);
  expect(seen.members.map((m: { leading: boolean }) => m.leading).sort()).toEqual([false, true]);
  expect((await get(`/studios/${a}`)).body.places).toEqual([{ alliance: second, code: 'LM-A2', name: 'LM-A2' }]);
});

test('a pairing proposes with reasons and a certificate, and its proposals are decided one by one', async () => {
  const a = await studio('P1', { seeks: ['激光焊接'], employer: '甲' });
  const b = await studio('P2', { offers: ['激光焊接'], trade: '焊接', employer: '乙' });
  const c = await studio('P3', { trade: '数控', employer: '丙', offers: ['五轴加工'], seeks: ['刀具'] });
  const id = await made(organiser, '/pairings', { studios: [a, b, c], mode: 'best', forbidden: [[a, c]] });
  const run = await done(id);
  expect(run).toMatchObject({ count: 1, studios: 3, left: 1 });
  expect(run.bound).toBeGreaterThanOrEqual(run.total);
  const [lonely] = (await get(`/pairings/${id}/left-out`)).body.items;
  expect(lonely).toMatchObject({ studio: c, name: 'P3创新工作室', zh: expect.stringContaining('P3创新工作室') });
  const [proposal] = (await get(`/pairings/${id}/proposals`)).body.items;
  expect(proposal).toMatchObject({ decision: 'open', form: 'cross-type', kept: false });
  expect(proposal.reasons[0].zh).toContain('激光焊接');
  expect(proposal.reasons[0].zh).toContain('P1创新工作室');
  expect(proposal.reasons.reduce((sum: number, r: { points: number }) => sum + r.points, 0)).toBe(proposal.weight);
  await made(organiser, `/pairings/${id}/proposals/1/accept`, {});
  expect((await get(`/pairings/${id}/proposals`)).body.items[0].decision).toBe('accepted');
  expect((await t.call(organiser, 'POST', `/api/pairings/${id}/proposals/2/drop`, {})).status).toBe(404);
  const kept = await t.call(organiser, 'POST', '/api/pairings', {
    studios: [a, b, c],
    kept: [
      [a, b],
      [a, c],
    ],
  });
  expect([kept.status, kept.body.type]).toEqual([422, '/problems/pairing-conflict']);
  expect((await get(`/pairings/${id}`, abroad)).status).toBe(404);
  const wished = await made(organiser, '/pairings', { studios: [a, c], mode: 'stable', kept: [[a, c]] });
  await done(wished);
  expect((await get(`/pairings/${wished}/proposals`)).body.items[0]).toMatchObject({ kept: true });
});

/** What the version before wrote of an alliance with a studio of another union, whose place it took. */
async function allianceOfOld(code: string, own: string, foreign: string): Promise<string> {
  const alliance = allianceId(organiser.org, code);
  const [{ store, sweep }] = t.runtimes as [Testing['runtimes'][number]];
  const member = (id: string, leading: boolean) => ({
    ...{ studio: id, code: id.slice(0, 8), name: '工作室', employer: '公司', leading },
  });
  const write = (stream: string, version: number, org: string, type: string, data: object) => {
    const cause = `old/${stream}/${version}`;
    const id = stream.split('/')[1]!;
    const about = { cause, org, actor: 'li', time: '2023-05-01T09:00:00+08:00', correlation: cause, causation: cause };
    const answer = { status: 200 as const, id, version };
    return store.write({ commit: { stream, version, events: [{ type, version: 1, data }], ...about, answer } });
  };
  const head = { alliance, code, name: `${code}联盟` };
  const members = [member(own, true), member(foreign, false)];
  await write(`alliance/${alliance}`, 1, organiser.org, 'alliance-proposed', { ...head, shortName: code, members });
  const place = { studio: foreign, ...head, request: 1 };
  await write(`studio/${foreign}`, 3, abroad.org, 'place-reserved', place);
  // What is pending is adopted by the second sweep that sees it.
  for (let sweeps = 0; sweeps < 2; sweeps += 1) await sweep();
  await t.quiet();
  return alliance;
}

test('another union’s studio cannot be claimed, and knowing its id changes no answer', async () => {
  const own = await studio('Z1', { seeks: ['密封工艺'] });
  const foreign = await studio('Z2', { offers: ['密封工艺'] }, abroad);
  const free = await alliance('LM-Z', [own, await studio('Z3')]);
  const wanted = { code: 'LM-Z9', name: '联盟', shortName: '盟', studios: [own, foreign] };
  for (const [path, body] of [
    ['/alliances', wanted],
    [`/alliances/${free}/join`, { studio: foreign }],
    ['/pairings', { studios: [own, foreign] }],
    ['/pairings', { forbidden: [[own, foreign]] }],
    ['/pairings', { leaders: [{ studio: foreign, members: 1 }] }],
  ] as const) {
    const states = await t.call(organiser, 'POST', `/api${path}`, body);
    expect([path, states.status]).toEqual([path, 404]);
    expect(states.text).not.toMatch(/Z2|密封/);
  }
  await t.quiet();
  expect((await get(`/studios/${foreign}`, abroad)).body.places).toEqual([]);
});

test('a run of an earlier release shows nothing of another union’s studio', async () => {
  const own = await studio('V1', { seeks: ['真空镀膜'] });
  const foreign = await studio('V2', { offers: ['真空镀膜'] }, abroad);
  const pairing = grantId('old', 'run', own);
  const listed = [own, foreign].sort().map((studio) => ({ studio, version: 2 }));
  const [{ handle, now }] = t.runtimes as [Testing['runtimes'][number]];
  await handle(
    pairingCommand(pairing, 'request', { mode: 'best', studios: listed, kept: [], forbidden: [], leaders: [] }),
    {
      ...{ cause: 'old/run', correlation: 'old/run', causation: 'old/run', now: now(), businessDate: '2024-03-01' },
      actor: { departments: [], units: [], ...organiser },
    },
  );
  expect(await done(pairing)).toMatchObject({ count: 1, studios: 2 });
  for (const path of ['proposals', 'groups', 'left-out', 'prices', `why?a=${own}&b=${foreign}`]) {
    const states = await get(`/pairings/${pairing}/${path}`);
    expect([path, states.status]).toEqual([path, 404]);
    expect(states.text).not.toMatch(/V2|镀膜/);
  }
  expect((await t.call(organiser, 'POST', `/api/pairings/${pairing}/again`, {})).status).toBe(404);
});

describe('an alliance across two organisations, of an earlier release', () => {
  let id: string;
  let foreign: string;
  let leader: Exclude<Who, undefined>;
  let stranger: Exclude<Who, undefined>;
  /** Whose administrator wrote our studios into the token. */
  let impostor: Exclude<Who, undefined>;
  beforeAll(async () => {
    const own = await studio('X1');
    foreign = await studio('X2', {}, abroad);
    id = await allianceOfOld('LM-X', own, foreign);
    await made(organiser, `/alliances/${id}/approve`, approval);
    leader = { org: 'district', sub: 'zhong', roles: ['alliance-leader'], units: [foreign] };
    stranger = { org: 'district', sub: 'sun', roles: ['alliance-leader'], units: [] };
    impostor = { org: 'county', sub: 'li', roles: ['alliance-leader', 'organiser'], units: [own, foreign] };
  });
  const output = {
    kind: '先进操作法',
    title: '珐琅镶嵌榫卯法',
    applied: ['production'],
    contributors: ['P-1'],
    adoptedOn: '2023-10-08',
    evidence: [{ title: '应用证明', reference: 'sha256:00' }],
  };

  test('is visible to its members’ leaders and to nobody else outside', async () => {
    expect((await get(`/alliances/${id}`, leader)).status).toBe(200);
    expect((await get('/alliances?mine=true', leader)).body.items).toHaveLength(1);
    expect((await get('/alliances?mine=true', impostor)).body.items).toEqual([]);
    for (const who of [stranger, abroad, impostor]) {
      expect((await get(`/alliances/${id}`, who)).status).toBe(404);
      expect((await get(`/outputs?alliance=${id}`, who)).status).toBe(404);
      expect((await get(`/alliances/${id}/duties/2023`, who)).status).toBe(404);
    }
    expect((await t.call(abroad, 'POST', `/api/alliances/${id}/dissolve`, { reason: '无' })).status).toBe(404);
    expect((await t.call(auditor, 'POST', '/api/outputs', { alliance: id, ...output })).status).toBe(403);
  });

  test('an output’s files are its uploader’s until it names them, then its readers’', async () => {
    const upload = async (who: Who) => {
      const form = Buffer.from(
        '--b\r\ncontent-disposition: form-data; name="file"; filename="应用证明.pdf"\r\n\r\n%PDF-1.4\n%%EOF\n\r\n--b--\r\n',
      );
      return t.call(who, 'POST', '/api/files/output', form, { 'content-type': 'multipart/form-data; boundary=b' });
    };
    expect((await upload(auditor)).status).toBe(403);
    const file = (await upload(leader)).body.id;
    const who = { leader, organiser, auditor, finance, stranger, abroad, impostor };
    const readers = async () => {
      const all = Object.entries(who).map(async ([name, each]) => [
        name,
        (await get(`/files/output/${file}`, each)).status,
      ]);
      return Object.fromEntries(await Promise.all(all));
    };
    const none = Object.fromEntries(Object.keys(who).map((name) => [name, 404]));
    expect(await readers()).toEqual({ ...none, leader: 200 });
    const body = { alliance: id, ...output, title: '附件示例', evidence: [], files: [file] };
    const notTheirs = await t.call(organiser, 'POST', '/api/outputs', body);
    expect(notTheirs.body.type).toBe('/problems/file-unavailable');
    const logged = await made(leader, '/outputs', body);
    expect(await readers()).toEqual({ ...none, leader: 200, organiser: 200, auditor: 200, finance: 200 });
    const [named] = (await get(`/outputs/${logged}`)).body.files;
    expect(named).toMatchObject({ file, name: '应用证明.pdf', type: 'application/pdf', sha256: named.originalSha256 });
    // A file is evidence; amended by others, the record keeps what it has.
    await made(organiser, `/outputs/${logged}/amend`, { title: '附件示例二', files: [file] });
    await made(leader, `/outputs/${logged}/submit`, {});
    const many = Array.from({ length: 21 }, () => file);
    expect((await t.call(leader, 'POST', '/api/outputs', { ...body, files: many })).status).toBe(400);
    await made(organiser, `/outputs/${logged}/withdraw`, { reason: '示例' });
  });

  test('logs an output of the other organisation, which its own accepts and counts in the year of adoption', async () => {
    for (const who of [stranger, impostor])
      expect((await t.call(who, 'POST', '/api/outputs', { alliance: id, ...output })).status).toBe(404);
    const made1 = await made(leader, '/outputs', { alliance: id, ...output });
    expect((await get(`/outputs/${made1}`, impostor)).status).toBe(404);
    expect((await t.call(impostor, 'POST', `/api/outputs/${made1}/submit`, {})).status).toBe(404);
    const twice = await t.call(organiser, 'POST', '/api/outputs', {
      alliance: id,
      ...output,
      title: '珐琅镶嵌 榫卯法',
    });
    expect(twice.body.type).toBe('/problems/output-known');
    await made(leader, `/outputs/${made1}/submit`, {});
    expect((await t.call(leader, 'POST', `/api/outputs/${made1}/accept`, {})).status).toBe(403);
    expect((await t.call(abroad, 'POST', `/api/outputs/${made1}/accept`, {})).status).toBe(404);
    await made(organiser, `/outputs/${made1}/reject`, { reason: '缺少证明' });
    expect((await get(`/outputs/${made1}`, leader)).body).toMatchObject({ status: 'rejected', reason: '缺少证明' });
    await made(leader, `/outputs/${made1}/amend`, { contributors: ['P-1', 'P-2'] });
    await made(leader, `/outputs/${made1}/submit`, {});
    const pending = await t.call(organiser, 'POST', `/api/alliances/${id}/duties/2023/close`, {});
    expect([pending.status, pending.body.type]).toEqual([409, '/problems/outputs-undecided']);
    await made(finance, `/outputs/${made1}/certify-benefit`, { yuan: 120000, from: '2023-10-08', to: '2024-02-29' });
    await made(organiser, `/outputs/${made1}/accept`, {});
    const early = await t.call(organiser, 'POST', '/api/outputs', { alliance: id, ...output, adoptedOn: '2023-06-01' });
    expect(early.body.type).toBe('/problems/outside-alliance-time');

    expect((await get(`/alliances/${id}/duties/2023`, leader)).body).toEqual({
      alliance: id,
      year: 2023,
      outputs: 1,
      minimum: 1,
      aim: 2,
      due: '2023-12-31',
      status: 'met',
      closed: false,
      text: { zh: '1 / 1–2，12月31日前', en: '1 of 1–2, due 31 December' },
    });
    expect((await t.call(organiser, 'POST', `/api/alliances/${id}/duties/2024/close`, {})).body.type).toBe(
      '/problems/duty-year-running',
    );
    await made(organiser, `/alliances/${id}/duties/2023/close`, {});
    expect((await get(`/alliances/${id}/duties/2023`)).body).toMatchObject({ status: 'met', closed: true });
    expect((await get(`/alliances/${id}/duties/2022`)).status).toBe(404);
    expect((await get('/outputs?year=2023&status=accepted')).body.items).toHaveLength(1);
    expect((await get('/outputs', abroad)).body.items).toHaveLength(0);
  });

  test('shows neither side the other’s studio profile', async () => {
    expect((await get(`/alliances/${id}/suggestions`, leader)).body).toEqual({ items: [] });
    expect((await get(`/alliances/${id}/suggestions`)).body).toEqual({ items: [] });
  });

  test('runs a joint project from either side', async () => {
    const milestones = [{ title: '试制', due: '2024-03-31' }];
    const body = { alliance: id, topic: '镶嵌', goal: '减少返工', milestones };
    const project = await made(leader, '/joint-projects', body);
    await made(organiser, `/joint-projects/${project}/report`, { progress: '试制' });
    await made(organiser, `/joint-projects/${project}/amend`, { studios: [foreign], reason: '另一方未参加' });
    await made(leader, `/joint-projects/${project}/reach`, { milestone: '试制' });
    const [{ output: linked }] = (await get('/outputs?status=accepted')).body.items;
    await made(leader, `/joint-projects/${project}/link`, { output: linked });
    await made(leader, `/joint-projects/${project}/close`, { result: '返工减半' });
    const [seen] = (await get(`/joint-projects?alliance=${id}`, leader)).body.items;
    expect(seen).toMatchObject({
      ...{ result: '返工减半', reports: [{ progress: '试制', on: '2024-03-01' }] },
      ...{ milestones: [{ reachedOn: '2024-03-01' }], outputs: [{ output: linked }], members: [{ studio: foreign }] },
    });
    expect((await get(`/joint-projects/${project}`)).body).toEqual(seen);
    expect((await get(`/joint-projects/${project}`, abroad)).status).toBe(404);
  });

  test('carries the plaque of its grant until the grant is revoked', async () => {
    const grant = {
      grant: grantId(id, 'plaque', id),
      revision: 1,
      status: 'granted',
      decision: id,
      documentNumber: '京工发〔2023〕12号',
      honour: { code: 'lm', name: '首批创新工作室联盟', shortName: '首批联盟', level: 'provincial' },
      collective: true,
      grantedBy: '市总工会',
      year: 2023,
      joint: false,
      recipient: { type: 'alliance', id, externalId: 'LM-X', name: 'LM-X联盟' },
      decisionDate: '2023-06-15',
      validFrom: '2023-06-15',
    };
    await made(organiser, '/test-grants', { type: 'award-granted', grant });
    const unknown = { ...grant, grant: foreign, recipient: { ...grant.recipient, id: grantId('no', 'such', 'one') } };
    await made(organiser, '/test-grants', { type: 'award-granted', grant: unknown });
    await t.quiet();
    expect((await get(`/alliances/${id}`)).body.plaques).toEqual([
      {
        grant: grant.grant,
        honour: '首批创新工作室联盟',
        documentNumber: '京工发〔2023〕12号',
        date: '2023-06-15',
        revision: 1,
      },
    ]);
    const revoked = { ...grant, status: 'revoked', revision: 2, reason: '材料不实' };
    await made(organiser, '/test-grants', { type: 'award-revoked', grant: revoked });
    await t.quiet();
    expect((await get(`/alliances/${id}`)).body.plaques).toEqual([]);
  });
});

test('the end of each year is announced, up to the last one that is over', async () => {
  const id = await alliance('LM-Y', [await studio('Y1'), await studio('Y2')]);
  await made(organiser, `/alliances/${id}/approve`, { ...approval, since: '2022-06-15' });
  const states = async () => {
    const journal = await t.call(auditor, 'GET', `/journal/alliance/${id}`);
    return JSON.stringify(journal.body).match(/duty-year-ended/g)?.length;
  };
  await expect.poll(states, { timeout: 5000 }).toBe(2);
});

test('a list of studios is imported row by row, and a faulty row names its column', async () => {
  const csv = [
    'code,name,leader,employer,district,level,trade,chain,stage,offers,seeks,capacity',
    'I1,甲工作室,P-8,甲公司,朝阳区,district,焊接,钢构,2,激光焊接；机器人焊接,探伤,2',
    'I2,乙工作室,P-9,乙公司,朝阳区,城市级,焊接,,,探伤,,1',
  ].join('\n');
  const answer = await t.call(organiser, 'POST', '/api/studios/import', csv);
  expect(answer.body).toMatchObject({ rows: 2, accepted: 1, faults: [{ row: 3, column: 'level' }] });
  const list = (await get('/studios?level=district')).body.items;
  expect(list).toMatchObject([{ code: 'I1', stage: 2, offers: ['激光焊接', '机器人焊接'], status: 'registered' }]);
});

test('an exported spreadsheet imports again without a change, and into another union as it is', async () => {
  const before = (await get('/studios?limit=200')).body.items;
  const file = await t.app.inject({
    url: '/api/studios?limit=200&format=xlsx',
    headers: { authorization: `Bearer ${await tokenOf(organiser)}` },
  });
  const again = await t.call(organiser, 'POST', '/api/studios/import', file.rawPayload);
  expect(again.body).toEqual({ rows: before.length, accepted: before.length, notes: [], faults: [], faultsTotal: 0 });
  expect((await get('/studios?limit=200')).body.items).toEqual(before);
  const other = { org: 'province', sub: 'lin', roles: ['organiser' as const] };
  expect((await t.call(other, 'POST', '/api/studios/import', file.rawPayload)).body.accepted).toBe(before.length);
  const codes = (items: { code: string; offers: string[] }[]) => items.map(({ code, offers }) => [code, offers]).sort();
  expect(codes((await get('/studios?limit=200', other)).body.items)).toEqual(codes(before));
  // Found by what it says, and by its own union alone.
  expect((await get(`/studios?q=${encodeURIComponent('机器人 钢构')}`)).body.items).toMatchObject([{ code: 'I1' }]);
  const [one] = (await get(`/studios?q=${encodeURIComponent('机器人')}`, other)).body.items;
  await made(other, `/studios/${one.studio}/amend`, { offers: ['氩弧焊'] });
  expect((await get(`/studios?q=${encodeURIComponent('机器人')}`, other)).body.items).toEqual([]);
  expect((await get(`/studios?q=${encodeURIComponent('氩弧')}`, other)).body.items).toHaveLength(1);
  expect((await get(`/studios?q=${encodeURIComponent('氩弧')}`)).body.items).toEqual([]);
  const paged = await get(`/studios?limit=2&q=${encodeURIComponent('创新工作室')}`);
  const next = await get(`/studios?limit=2&cursor=${paged.body.next}&q=${encodeURIComponent('创新工作室')}`);
  expect(new Set([...paged.body.items, ...next.body.items].map((s) => s.studio)).size).toBe(4);
});
